"""Places as they are compared: the row of the gazetteer, the name as it sounds, and what lies in what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from riwaya.lang.ar.gazetteer import Named, gazetteer, place_key
from riwaya.link.names import place_words, rarity, sound
from riwaya.model.event import Place

FINE = frozenset({"site", "town", "district"})
"""Precisions that name a spot rather than an area."""

FINENESS = {"site": 6, "town": 5, "district": 4, "admin1": 3, "region": 2, "country": 1, "unknown": 0}
"""How precise each precision is."""

NEAR, FAR = 15.0, 40.0
"""Kilometres within which two spots may be one, and from which they are not."""

_EARTH = 6371.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: ``row`` of the gazetteer ("" where none), ``sounds`` of its name, ``rare`` how rare its rarest word is."""

    precision: str
    row: str
    sounds: frozenset[str]
    country: str
    admin1: str
    latitude: float | None
    longitude: float | None
    rare: int
    name: str

    @property
    def sure(self) -> bool:
        """Whether the gazetteer knows it; without it a country is a guess from the words around."""
        return bool(self.row)

    @property
    def fine(self) -> bool:
        """Whether it is a spot and no area."""
        return self.precision in FINE


@lru_cache(1 << 16)
def spot(place: Place) -> Spot:
    """A place as it is compared."""
    words = place_words(place.name)
    row = _row(place.name, place.gazetteer) if place.gazetteer else None
    return Spot(
        place.precision,
        place.gazetteer,
        frozenset(map(sound, words)),
        place.country or "",
        row.admin1 if row else "",
        place.latitude,
        place.longitude,
        max(map(rarity, words), default=0),
        place.name,
    )


@lru_cache(1 << 16)
def _row(name: str, identifier: str) -> Named | None:
    """The row of the gazetteer that the reader took for a name."""
    words = name.split()
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            key = place_key(" ".join(words[first:last]))
            for cut in (key, key[1:]):
                found = next((named for named in gazetteer().find(cut) if named.identifier == identifier), None)
                if found is not None:
                    return found
    return None


def same(one: Spot, other: Spot) -> bool:
    """Whether two places are one: the same row, or a name that sounds the same and no gazetteer that tells them apart."""
    if one.row and one.row == other.row:
        return _same_detail(one, other)
    if not one.fine == other.fine or not one.sounds == other.sounds:
        return False
    return not _apart(one, other)


def _same_detail(one: Spot, other: Spot) -> bool:
    """مطار عدن is in Aden and مدينة عدن is Aden; شمال العراق is Iraq only as an area is."""
    return one.precision == other.precision or (one.fine and other.fine)


def holds(outer: Spot, inner: Spot) -> bool:
    """Whether one place lies in the other: by country, by province, or by name (مستشفى أم السدر in أم السدر)."""
    if FINENESS[outer.precision] > FINENESS[inner.precision]:
        return False
    if outer.precision in ("country", "region"):
        return bool(outer.country) and outer.country == inner.country and not inner.precision == "country"
    if outer.precision == "admin1" and inner.fine:
        return _in_province(outer, inner)
    return outer.fine and outer.sounds < inner.sounds and not _apart(outer, inner)


def _in_province(province: Spot, inner: Spot) -> bool:
    if inner.sure and province.country and inner.country and province.country != inner.country:
        return False
    same_row = bool(province.admin1) and province.admin1.casefold() == inner.admin1.casefold()
    return same_row or province.sounds <= inner.sounds


def apart(one: Spot, other: Spot) -> bool:
    """Whether two places cannot be one, nor one lie in the other: both fine and known, far from each other; or two lands."""
    if same(one, other) or holds(one, other) or holds(other, one):
        return False
    return _apart(one, other)


def _apart(one: Spot, other: Spot) -> bool:
    if one.sure and other.sure and one.country and other.country and one.country != other.country:
        return True
    if one.fine and other.fine:
        distance = kilometres(one, other)
        return distance is not None and distance > FAR
    return one.precision == other.precision == "admin1" and one.row != other.row


def unlike(one: Spot, other: Spot) -> bool:
    """Whether two names of one precision, with nothing else known, are two names: no sound of them is the same."""
    return one.precision == other.precision and not one.sounds & other.sounds


def kilometres(one: Spot, other: Spot) -> float | None:
    """The distance on the globe, None where a place has no degrees."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    lat1, lat2 = radians(one.latitude), radians(other.latitude)
    across = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, across)))
