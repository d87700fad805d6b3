"""The gazetteer: what a name of a place may stand for. Overlay and countries are tables, towns and provinces are data."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from riwaya.spelling import fold
from riwaya.tables import SortedLines, language_folder, load_table

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
    folded = fold(name)
    if " " not in folded:
        return folded
    first, *rest = folded.split()
    return " ".join((first, *map(without_article, rest)))


def without_article(word: str) -> str:
    """A folded word without ال."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


class Gazetteer:
    """Key → places; ``seconds`` tells for a first word which may be the second."""

    def __init__(self) -> None:
        self._towns = SortedLines("gazetteer.tsv")
        self._own: dict[str, list[Named]] = {}
        self.several: dict[str, int] = {}
        """The first word of names of several words → how many words the longest has."""
        self.seconds: dict[str, set[str]] = {}
        for row in load_table(language_folder("ar"), "countries.tsv"):
            named = Named(f"iso:{row['iso2']}", row["english"], "country", row["iso2"], "", None, None, 0, 3)
            self._add(row.words("names"), named)
        for row in load_table(language_folder("ar"), "places.tsv"):
            where = (_degrees(row["lat"]), _degrees(row["lon"]))
            overlay = f"overlay:{row['english']}"
            self._add(
                row.words("forms"), Named(overlay, row["english"], row["precision"], row["iso2"], row["admin1"], *where, 0, 3)
            )
        for key in self._towns:
            if " " in key:
                self._lengthen(key)

    def _add(self, names: tuple[str, ...], named: Named) -> None:
        for key in dict.fromkeys(place_key(name) for name in names):
            self._own.setdefault(key, []).append(named)
            if " " in key:
                self._lengthen(key)

    def _lengthen(self, key: str) -> None:
        first, *rest = key.split(" ")
        self.seconds.setdefault(first, set()).add(rest[0])
        self.several[first] = max(self.several.get(first, 0), len(rest) + 1)

    def longest(self, first: str) -> int:
        """How many words a name may have that begins with a word; 0 where none does."""
        return self.several.get(first) or int(first in self._own or bool(self._towns.find(first)))

    def find(self, key: str) -> tuple[Named, ...]:
        """What a key may stand for, the overlay first."""
        own, towns = self._own.get(key, ()), self._towns.find(key)
        return (*own, *map(_named, towns)) if own or towns else ()


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None


@lru_cache(10_000)
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


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded at first need."""
    return Gazetteer()


class PlaceNoun(NamedTuple):
    """A noun before a name of a place: the precision that it gives, whether it is a plural or dual, its singular.

    ``take``: own where a known name keeps its own precision, known where only known names follow.
    """

    precision: str
    plural: bool
    singular: str
    take: str


class PlaceWord(NamedTuple):
    """What a form may be in the names of places: a country or its adjective, a type noun, whether a place can begin at it that
    is no name, and the beginnings of names, as written and behind clitics: form, most words, what the form alone stands for.
    """

    country: str | None
    noun: PlaceNoun | None
    begins: bool
    names: tuple[tuple[str, int, tuple[Named, ...]], ...]


@cache
def place_nouns() -> dict[str, PlaceNoun]:
    """Folded noun without article → what it says of the name behind it."""
    nouns: dict[str, PlaceNoun] = {}
    for row in load_table(language_folder("ar"), "placenouns.tsv", frozenset(PRECISIONS)):
        singular = fold(row["singular"])
        one = PlaceNoun(row["precision"], False, singular, row["take"])
        nouns[singular] = one
        stem = singular[:-1] + "ت" if singular.endswith("ه") else singular
        for form in (*row.words("plural"), stem + "ي", stem + "ين", stem + "ان", stem + "ا"):
            nouns.setdefault(fold(form), one._replace(plural=True))
    return nouns


@cache
def _capitals() -> dict[str, Named]:
    found: dict[str, Named] = {}
    for row in load_table(language_folder("ar"), "countries.tsv"):
        named = [one for name in row.words("capitals") for one in gazetteer().find(place_key(name)) if one.country == row["iso2"]]
        if named:
            found[row["iso2"]] = max(named, key=lambda one: (one.precision == "town", one.rank, one.population))
    return found


def capital_of(country: str) -> Named | None:
    """The capital of a country, where a table names one that the gazetteer has."""
    return _capitals().get(country)


@cache
def capital_names() -> dict[str, str]:
    """The folded names of capitals, which stand for their governments (قالت باريس) → ISO 3166-1 alpha-2 of the country."""
    rows = load_table(language_folder("ar"), "countries.tsv")
    return {fold(name): row["iso2"] for row in rows for name in row.words("capitals")}


def state_of_capital(core: str, article: bool) -> str:
    """The country of a capital by its name without article (موسكو), and one whose name has it (القاهرة); empty for any other."""
    return capital_names().get(core) or (capital_names().get(f"ال{core}", "") if article else "")


_OTHER_SENSE = frozenset({"مالي", "قمري", "بابوي", "صحراوي", "عاجي"})
"""Adjectives of nationality that far more often mean something else (financial, lunar, papal, of the desert, of ivory)."""


@cache
def nationalities() -> dict[str, str]:
    """Folded adjective of nationality without article, in all its forms → ISO 3166-1 alpha-2."""
    found: dict[str, str] = {}
    for row in load_table(language_folder("ar"), "countries.tsv"):
        for adjective in map(fold, row.words("demonyms")):
            if " " not in adjective and adjective not in _OTHER_SENSE:
                for ending in ("", "ه", "ين", "ون", "ات", "ان", "تان", "تين"):
                    found.setdefault(adjective + ending, row["iso2"])
    return found


@cache
def place_words(label: str) -> frozenset[str]:
    """The folded forms of one class of placewords.tsv; names as keys of the gazetteer."""
    rows = load_table(language_folder("ar"), "placewords.tsv", PLACE_WORDS)
    make = place_key if label in ("ordinary", "never", "paper") else fold
    forms = (make(row["form"]) for row in rows if row["class"] == label)
    return frozenset(map(without_article, forms) if label == "country" else forms)


@cache
def second_words(first: str) -> frozenset[str]:
    """The words that may stand second in a name of several words, or in what is never one, behind a first word."""
    never = (key.split(" ") for key in place_words("never") if key.startswith(first + " "))
    return frozenset(gazetteer().seconds.get(first, ())).union(key[1] for key in never)


PLACE_WORDS = frozenset({"ordinary", "never", "paper", "part", "link", "given", "country", "kingdom", "head", "titled", "pointer"})
