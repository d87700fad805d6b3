"""Which rules of time can find something at a word: for most words two or three of them all, and no other need be tried."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from riwaya.lang.ar.calendar import decades, feasts, first_words, months, ordinals, seasons, shifts, thirds, units, weekdays
from riwaya.read.dates.date_pairs import day_openers
from riwaya.read.dates.date_rules import RULES
from riwaya.read.dates.timeline import Days, Timeline, part_words
from riwaya.read.numbers.numbers import may_open

_COUNTING = frozenset({"last_units", "next_units", "first_months", "day_range", "absolute_day", "numeric_day"})
"""The rules that may begin with a number, be it in words (أربعة أيام, الثالث من مايو)."""


def rules_at(line: Timeline) -> tuple[Callable[[Timeline], Days | None], ...]:
    """The rules that may find something at the place where a line begins, in their order."""
    rest = _IN_MONTHS if line.layout.lacks(_month_words()) else frozenset[str]()
    rest = rest if line.layout.has_numbers else rest | (_IN_DIGITS if rest else {"year_range"})
    return _rules(line.first, may_open(line.tokens[line.index]), line.published is not None, rest)


@lru_cache(4_000)
def _rules(first: str, counts: bool, dated: bool, rest: frozenset[str]) -> tuple[Callable[[Timeline], Days | None], ...]:
    """The rules that may find something behind a first word, which may be a number, with or without a day of publication.

    ``rest``: those that find nothing in the whole report.
    """
    starts = _starts()
    found = [rule for rule in RULES if rule.__name__ not in rest and (dated or rule.__name__ not in _FROM_PUBLICATION)]
    return tuple(rule for rule in found if first in starts[rule.__name__] or (counts and rule.__name__ in _COUNTING))


_IN_MONTHS, _IN_DIGITS = frozenset({"day_range", "month_range"}), frozenset({"year_range", "absolute_day"})
"""The rules that find nothing without the name of a month or "the month", and those that find nothing without either and digits."""


@cache
def _month_words() -> frozenset[str]:
    """The words with which a month may begin, clitics written on them or not."""
    return frozenset(clitic + word for clitic in ("", "و", "ف", "ب", "ل") for word in (*first_words(months), "الشهر"))


_FROM_PUBLICATION = frozenset(
    (
        "since ago last_units next_units within hours weekday_pair weekday_span two_days running_day before_end until_day "
        "weekday relative_day weekend relative_unit feast part_of_day clock"
    ).split()
)
"""The rules that find nothing without a day of publication."""

_LEADING = frozenset({"في", "خلال", "طوال", "ال"})
"""What may stand before a number of days or months."""
_PARTICLES = frozenset({"قبل", "منذ", "خلال", "في"})
_BETWEEN = frozenset({"من", "بين"})
_DAY = frozenset({"يوم", "يومي"})
_YEARS = frozenset({"عام", "العام", "سنه"})


@cache
def _starts() -> dict[str, frozenset[str]]:
    """Name of a rule → the first words, folded and without a clitic, at which it looks at all; numbers aside."""
    return _starts_of_spans() | _starts_of_points()


def _starts_of_spans() -> dict[str, frozenset[str]]:
    named = part_words("noun") | frozenset(weekdays()) | _DAY
    counted = _LEADING | {"ال" + form for form in units()}
    return {
        "since": frozenset({"منذ"}),
        "ago": frozenset({"قبل", "منذ"}),
        "last_units": counted | {"الايام"},
        "next_units": counted,
        "within": frozenset({"في", "خلال", "غضون", "اخر"}),
        "hours": _PARTICLES | {"الساعات", "الدقائق", "اللحظات"},
        "day_range": first_words(ordinals) | _BETWEEN | _DAY | {"ليل", "ليله", "في", "ال"},
        "month_range": first_words(months) | _BETWEEN | {"ما", "في", "شهر", "شهري"},
        "year_range": _BETWEEN | _YEARS | {"الفتره", "ما"} | {"عامي", "اعوام", "سنوات", "السنوات", "الاعوام"},
        "weekday_pair": named | {"الليله"},
        "weekday_span": _BETWEEN,
        "two_days": _BETWEEN | day_openers() | {"منذ"},
        "first_months": _LEADING | {"الاشهر", "الشهور"},
        "running_day": frozenset({"لليوم", "لليله", "ولليوم", "ولليله"}) | {"ليوم", "ليله"},
        "before_end": frozenset({"قبل"}),
        "until_day": frozenset({"حتي", "لغايه"}),
    }


def _starts_of_points() -> dict[str, frozenset[str]]:
    named = part_words("noun") | frozenset(weekdays()) | {"يوم", "("}
    third, nth = frozenset(thirds()), first_words(ordinals)
    return {
        "absolute_day": named | nth | {"الموافق", "في", "ال", "،", ",", "اول"},
        "numeric_day": frozenset(),
        "whole_month": first_words(months) | third | {"شهر", "الشهر"},
        "weekday": named,
        "relative_day": named | first_words(shifts),
        "season": first_words(seasons) | third | {"هذا"} | {"ال" + form for form in seasons()},
        "week_of_month": frozenset({"الاسبوع", "النصف"}),
        "weekend": frozenset({"نهايه", "عطله"}),
        "relative_unit": third | {"الاسبوع", "الشهر", "العام", "السنه"} | {"وقت", "هذا", "هذه"},
        "year_alone": third | _YEARS | {"في", "حرب"},
        "decade": frozenset(decades()) | frozenset(thirds()),
        "feast": named | first_words(feasts) | {form.removeprefix("ال") for form in nth} | _DAY | {"ايام", "اليوم"},
        "part_of_day": part_words("adverb"),
        "clock": frozenset({"الساعه"}),
    }
