"""The gazetteer: what a name of a place may stand for. Overlay and countries are tables, towns and provinces come packed."""

from __future__ import annotations

import lzma
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from riwaya.spelling import fold
from riwaya.tables import language_folder, load_table

PRECISIONS = ("region", "country", "admin1", "district", "town", "site")


class Named(NamedTuple):
    """One place that a name may stand for; ``rank`` is 3 for overlay and countries, 2 for provinces, 1 for towns."""

    identifier: str
    english: str
    precision: str
    country: str
    admin1: str
    latitude: float | None
    longitude: float | None
    population: int
    rank: int


def place_key(name: str) -> str:
    """How a name is looked up: folded, the words behind the first without their article (عند is not العند)."""
    first, *rest = fold(name).split()
    return " ".join((first, *map(without_article, rest)))


def without_article(word: str) -> str:
    """A folded word without ال."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


class Gazetteer:
    """Key → places; ``longest`` tells for a first word how many words a name may have."""

    def __init__(self) -> None:
        self._packed: dict[str, list[str]] = {}
        self._own: dict[str, list[Named]] = {}
        self.longest: dict[str, int] = {}
        for row in load_table(language_folder("ar"), "countries.tsv"):
            named = Named(f"iso:{row['iso2']}", row["english"], "country", row["iso2"], "", None, None, 0, 3)
            self._add(row.words("names"), named)
        for row in load_table(language_folder("ar"), "places.tsv"):
            where = (_degrees(row["lat"]), _degrees(row["lon"]))
            overlay = f"overlay:{row['english']}"
            self._add(
                row.words("forms"), Named(overlay, row["english"], row["precision"], row["iso2"], row["admin1"], *where, 0, 3)
            )
        for line in _unpacked().split("\n"):
            key, _, rest = line.partition("\t")
            if rest:
                self._packed.setdefault(key, []).append(rest)
                self._lengthen(key)

    def _add(self, names: tuple[str, ...], named: Named) -> None:
        for key in dict.fromkeys(place_key(name) for name in names):
            self._own.setdefault(key, []).append(named)
            self._lengthen(key)

    def _lengthen(self, key: str) -> None:
        first, blank, _ = key.partition(" ")
        words = key.count(" ") + 1 if blank else 1
        if words > self.longest.get(first, 0):
            self.longest[first] = words

    def find(self, key: str) -> tuple[Named, ...]:
        """What a key may stand for, the overlay first."""
        own = self._own.get(key, [])
        return (*own, *(_named(line) for line in self._packed.get(key, ())))


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None


def _named(line: str) -> Named:
    identifier, english, feature, country, admin1, latitude, longitude, population = line.split("\t")
    rank = 2 if feature == "admin1" else 1
    return Named(
        f"geonames:{identifier}",
        english,
        feature,
        country,
        admin1,
        _degrees(latitude),
        _degrees(longitude),
        int(population),
        rank,
    )


def _unpacked() -> str:
    return lzma.decompress((files("riwaya") / "data" / "gazetteer.tsv.xz").read_bytes()).decode("utf-8")


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded at first need."""
    return Gazetteer()


@cache
def place_nouns() -> dict[str, tuple[str, bool]]:
    """Folded noun without article → its precision, and whether it is a plural or dual."""
    nouns: dict[str, tuple[str, bool]] = {}
    for row in load_table(language_folder("ar"), "placenouns.tsv", frozenset(PRECISIONS)):
        singular = fold(row["singular"])
        nouns[singular] = (row["precision"], False)
        stem = singular[:-1] + "ت" if singular.endswith("ه") else singular
        for form in (*row.words("plural"), stem + "ي", stem + "ين", stem + "ان", stem + "ا"):
            nouns.setdefault(fold(form), (row["precision"], True))
    return nouns
