"""Arabic words for days, months and spans of time, as the tables give them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from riwaya.spelling import fold
from riwaya.tables import language_folder, load_table


class Month(NamedTuple):
    """A month name: calendar, number, words in the name, and whether it may stand without a day or year."""

    calendar: str
    number: int
    length: int
    alone: bool


class Shift(NamedTuple):
    """A word for a day counted from today: days, words, precision (day or night)."""

    days: int
    length: int
    precision: str


@cache
def months() -> dict[str, Month]:
    """Folded name (of one or two words) → month."""
    found: dict[str, Month] = {}
    for row in load_table(language_folder("ar"), "months.tsv"):
        name = fold(row["form"])
        found[name] = Month(row["calendar"], int(row["number"]), len(name.split()), row["alone"] == "free")
    return found


@cache
def weekdays() -> dict[str, int]:
    """Folded name with the article → Monday 0 … Sunday 6."""
    return {fold(row["form"]): int(row["number"]) for row in load_table(language_folder("ar"), "weekdays.tsv")}


@cache
def shifts() -> dict[str, Shift]:
    """Folded phrase → days from today."""
    found: dict[str, Shift] = {}
    for row in load_table(language_folder("ar"), "dayshifts.tsv"):
        form = fold(row["form"])
        found[form] = Shift(int(row["days"]), len(form.split()), row["precision"])
    return found


@cache
def parts(use: str) -> frozenset[str]:
    """Folded words for parts of the day, as ``noun`` (before a day) or ``adverb`` (alone)."""
    return frozenset(fold(row["form"]) for row in load_table(language_folder("ar"), "dayparts.tsv") if row["use"] == use)


@cache
def units() -> dict[str, tuple[str, int]]:
    """Folded unit word → unit and how many its form says (a dual says two)."""
    return {fold(row["form"]): (row["unit"], int(row["count"])) for row in load_table(language_folder("ar"), "timeunits.tsv")}


@cache
def directions() -> dict[str, str]:
    """Folded adjective → past, current or next."""
    return {fold(row["form"]): row["direction"] for row in load_table(language_folder("ar"), "reltimes.tsv")}


@cache
def thirds() -> dict[str, str]:
    """Folded noun → first, middle or last third of a month or year."""
    return {fold(row["form"]): row["third"] for row in load_table(language_folder("ar"), "monthparts.tsv")}


@cache
def ordinals() -> dict[str, int]:
    """Folded ordinal (one or two words) → day of the month."""
    return {fold(row["form"]): int(row["number"]) for row in load_table(language_folder("ar"), "ordinals.tsv")}


@cache
def openers() -> frozenset[str]:
    """First folded words of every time expression: a token that is none of them (and no number) begins none."""
    words: set[str] = set()
    for table in (months(), weekdays(), shifts(), units(), thirds(), ordinals()):
        words |= {form.split()[0] for form in table}
    return frozenset(words | parts("noun") | parts("adverb") | _LINKS)


_LINKS = frozenset(
    {
        "منذ",
        "قبل",
        "خلال",
        "في",
        "يوم",
        "شهر",
        "عام",
        "سنه",
        "من",
        "بين",
        "هذا",
        "هذه",
        "اسبوع",
        "الاسبوع",
        "الشهر",
        "العام",
        "السنه",
        "الساعات",
        "الايام",
        "الاسابيع",
        "الاشهر",
        "السنوات",
        "الاعوام",
    }
)
