"""Arabic words for days, months and spans of time, as the tables give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    """Folded noun → first, middle or last third of a month or year, or its end (of a month its last third, of a year December)."""
    return {fold(row["form"]): row["third"] for row in load_table(language_folder("ar"), "monthparts.tsv")}


@cache
def ordinals() -> dict[str, int]:
    """Folded ordinal (one or two words) → day of the month."""
    return {fold(row["form"]): int(row["number"]) for row in load_table(language_folder("ar"), "ordinals.tsv")}


@cache
def ordinal_words() -> frozenset[str]:
    """First, second … in both genders, folded, without article."""
    words = {form.split()[0].removeprefix("ال") for form in ordinals()}
    masculine = {word for word in words if not word.endswith(("ين", "ون"))}
    return frozenset(masculine | {word + "ه" for word in masculine} | {"اولي"})


class Feast(NamedTuple):
    """A feast: calendar, month and day of its first day, how many days it lasts, how many words its name has."""

    calendar: str
    month: int
    day: int
    days: int
    length: int


@cache
def seasons() -> dict[str, tuple[int, int, int]]:
    """Folded name (of one or two words) → first month, last month, words."""
    found: dict[str, tuple[int, int, int]] = {}
    for row in load_table(language_folder("ar"), "seasons.tsv"):
        form = fold(row["form"])
        found[form] = int(row["first"]), int(row["last"]), len(form.split())
    return found


@cache
def decades() -> dict[str, int]:
    """Folded name → first year of a decade of the last century."""
    rows = load_table(language_folder("ar"), "decades.tsv")
    return {fold(form): int(row["year"]) for row in rows for form in row.words("forms")}


@cache
def feasts() -> dict[str, Feast]:
    """Folded name → feast."""
    found: dict[str, Feast] = {}
    for row in load_table(language_folder("ar"), "feasts.tsv"):
        form = fold(row["form"])
        found[form] = Feast(row["calendar"], int(row["month"]), int(row["day"]), int(row["length"]), len(form.split()))
    return found


@cache
def no_times(side: str) -> frozenset[str]:
    """Folded words that make no time of a time word: ``before`` it or ``after`` it."""
    return frozenset(fold(row["form"]) for row in load_table(language_folder("ar"), "notimes.tsv") if row["side"] == side)


@cache
def first_words(table: Callable[[], Mapping[str, object]]) -> frozenset[str]:
    """The first words of the forms of a table: months, seasons, ordinals, feasts."""
    return frozenset(form.split()[0] for form in table())


@cache
def openers() -> frozenset[str]:
    """First folded words of every time expression: a token that is none of them (and no number) begins none."""
    words: set[str] = set()
    for table in (months(), weekdays(), shifts(), units(), thirds(), ordinals(), seasons(), decades(), feasts()):
        words |= {form.split()[0] for form in table}
    words |= {form.split()[0] for use in ("noun", "adverb") for form in parts(use)}
    words |= {"ال" + form for form in seasons() if " " not in form}
    words |= {"ال" + form for form, (_, count) in units().items() if count > 1}
    return frozenset(words | _LINKS)


LINKS = frozenset(map(fold, "في من بين خلال حتى منذ قبل ما و إلى بعد لمدة مع عند أثناء قبيل هذا هذه ال أول وقت طوال حرب".split()))
"""Words that begin a time expression only before another opener or a number."""

_LINKS = LINKS | frozenset(
    map(
        fold,
        "يوم يومي شهر الشهر شهري عام العام عامي سنة السنة أعوام السنوات الأسبوع الساعة الساعات الأيام الأسابيع الأشهر الأعوام "
        "ساعات لليوم لليلة ثاني ثالث رابع الفترة".split(),
    )
)


@cache
def behind_number() -> frozenset[str]:
    """Folded words and signs that may stand behind a number that begins a time expression."""
    words = {form.split()[0] for table in (months(), units()) for form in table}
    return frozenset(words | {"/", "-", "–", "—", "ــ", "من", "و", "شهر", "الي", "حتي"})
