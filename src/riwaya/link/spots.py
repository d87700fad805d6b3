"""Places as they are compared: the row of the gazetteer, the name as it sounds, and what lies in what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from unicodedata import normalize

from riwaya.lang.ar.gazetteer import Named, gazetteer, place_key
from riwaya.link.names import place_words, rarity, sound
from riwaya.model.event import Place
from riwaya.model.incident import Where

FINE = frozenset({"site", "town", "district"})
"""Precisions that name a spot rather than an area."""

FINENESS = {"site": 6, "town": 5, "district": 4, "admin1": 3, "region": 2, "country": 1, "unknown": 0}
"""How precise each precision is."""

FAR = 40.0
"""Kilometres from which two spots cannot be one place."""

_EARTH = 6371.0
_CACHE = 1 << 18


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A place as it is compared; one object for each ``Where``.

    ``sounds`` are the words of its name as they sound, ``admin1`` its province in the gazetteer, ``rare`` how rare its
    name is. ``fine`` tells a spot from an area. ``known``: the gazetteer has it; without that its
    country is only guessed from the words around. ``seat``: a town from which its province has its name, so that either may
    be meant.
    """

    where: Where
    sounds: frozenset[str]
    admin1: str
    rare: int
    fine: bool
    known: bool
    seat: bool


def where(place: Place) -> Where:
    """The place of an event without its span."""
    return Where(place.name, place.precision, place.country, place.gazetteer, place.latitude, place.longitude)


@lru_cache(_CACHE)
def spot(place: Where) -> Spot:
    """A place as it is compared."""
    words = place_words(place.name)
    row = _row(place.name, place.gazetteer) if place.gazetteer else None
    rare = rarity(" ".join(words)) if words else 0
    fine = place.precision in FINE
    admin1 = _plain(row.admin1) if row else ""
    seat = fine and row is not None and _plain(row.english) == admin1
    return Spot(place, frozenset(map(sound, words)), admin1, rare, fine, bool(place.gazetteer), seat)


def _plain(name: str) -> str:
    """A Latin name without its diacritics: Ağrı and Agri are one."""
    return "".join(letter for letter in normalize("NFKD", name.casefold()) if letter.isalnum()).replace("ı", "i")


@lru_cache(_CACHE)
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


@lru_cache(_CACHE)
def same(one: Spot, other: Spot) -> bool:
    """Whether two places are one: the same row, or a name that sounds the same and no gazetteer that tells them apart.

    مطار عدن and مدينة عدن are both Aden; شمال العراق is Iraq only as an area is.
    """
    if one.known and one.where.gazetteer == other.where.gazetteer:
        return one.where.precision == other.where.precision or (one.fine and other.fine)
    return one.fine == other.fine and one.sounds == other.sounds and not _distant(one, other)


@lru_cache(_CACHE)
def holds(outer: Spot, inner: Spot) -> bool:
    """Whether a place lies in another: by country, by province, or by name (مستشفى أم السدر in أم السدر)."""
    if FINENESS[outer.where.precision] > FINENESS[inner.where.precision] or same(outer, inner):
        return False
    if outer.where.precision in ("country", "region"):
        return bool(outer.where.country) and outer.where.country == inner.where.country and inner.where.precision != "country"
    if outer.where.precision == "admin1":
        return inner.fine and _in_province(outer, inner)
    return outer.fine and outer.sounds < inner.sounds and not _distant(outer, inner)


def _in_province(province: Spot, inner: Spot) -> bool:
    if inner.known and province.where.country != inner.where.country:
        return False
    return bool(province.admin1 and province.admin1 == inner.admin1) or province.sounds <= inner.sounds


@lru_cache(_CACHE)
def one_place(one: Spot, other: Spot) -> bool:
    """Whether two places are one, or one lies in the other."""
    return same(one, other) or holds(one, other) or holds(other, one)


@lru_cache(_CACHE)
def apart(one: Spot, other: Spot) -> bool:
    """Whether two places surely are two: in two countries, in two provinces, or far from each other."""
    return not one_place(one, other) and not _by_seat(one, other) and _distant(one, other)


def _by_seat(one: Spot, other: Spot) -> bool:
    """أغري may be the town or the province around دوغوبيازيد."""
    return bool(one.admin1) and one.admin1 == other.admin1 and one.where.country == other.where.country and (one.seat or other.seat)


def _distant(one: Spot, other: Spot) -> bool:
    if one.known and other.known and one.where.country and other.where.country and one.where.country != other.where.country:
        return True
    if one.fine and other.fine:
        distance = kilometres(one.where, other.where)
        return distance is not None and distance > FAR
    return one.where.precision == other.where.precision == "admin1" and one.where.gazetteer != other.where.gazetteer


@lru_cache(_CACHE)
def unlike(one: Spot, other: Spot) -> bool:
    """Whether two names of one precision share no sound."""
    return one.where.precision == other.where.precision and not one.sounds & other.sounds and not _by_seat(one, other)


def kilometres(one: Where, other: Where) -> float | None:
    """The distance on the globe, None where a place has no degrees."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    lat1, lat2 = radians(one.latitude), radians(other.latitude)
    across = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, across)))
