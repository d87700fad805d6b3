"""Rules of time for two days side by side that are each named in their own way."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from riwaya.lang.ar.calendar import first_words, shifts, weekdays
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.dates.date_days import relative_day, weekday
from riwaya.read.dates.timeline import Days, Timeline, part_words

_TO = ("الي", "حتي", "وحتي")
_FARTHEST = 3
_LONGEST_DAY = 24
"""More tokens than the longest name of a day has."""


def two_days(line: Timeline) -> Days | None:
    """مساء أمس وصباح اليوم, بين مساء السبت وفجر الأحد, أمس واليوم, منذ أمس وحتى اليوم: from the first day to the second."""
    opener = line.first
    if _leading_on().isdisjoint(line.ahead(_LONGEST_DAY)):
        return None
    opened = opener in ("بين", "من", "منذ")
    first = _day(line, line.index + opened)
    if first is None or first.end >= line.limit:
        return None
    linked = line.word(first.end) in _TO
    if not linked and (not line.norms[first.end].startswith("و") or opener in ("من", "منذ")):
        return None
    second = _night_through(line, first) or _day(line, first.end + linked)
    if second is not None and second.last < first.first and not linked:
        first, second = Days(first.end, second.first, first.last, ""), Days(second.end, second.first, first.last, "")
    if second is None or not 0 < (second.last - first.first).days <= _FARTHEST:
        return None
    if not (linked or opened) and _goes_on(line, second.end):
        return None
    return Days(second.end, first.first, second.last, "range")


def _night_through(line: Timeline, first: Days) -> Days | None:
    """أمس الاثنين | وطوال الليل: the night that follows the first day."""
    through = line.phrase(first.end, 2) in _THROUGH_THE_NIGHT and first.precision == "day"
    return Days(first.end + 2, first.last, first.last + timedelta(days=1), "day") if through else None


_THROUGH_THE_NIGHT = ("وطوال الليل", "وطيله الليل")


def _day(line: Timeline, at: int) -> Days | None:
    """A single day that is named at a token: a weekday, or one counted from publication."""
    if at >= line.limit:
        return None
    inner = line if at == line.index else Timeline(line.layout, at, line.published, led=True)
    if at > line.index and inner.clitic == 0 and line.norms[at].startswith("و"):
        return None
    if inner.first not in day_openers():
        return None
    found = [days for rule in (weekday, relative_day) if (days := rule(inner)) is not None and days.precision == "day"]
    return max(found, key=lambda days: days.end, default=None)


@cache
def day_openers() -> frozenset[str]:
    """The words with which a single day that is named can begin."""
    return part_words("noun") | first_words(shifts) | frozenset(weekdays()) | {"يوم", "("}


@cache
def _leading_on() -> frozenset[str]:
    """The words that lead from a first day to a second one."""
    return frozenset((*_TO, *("و" + word for word in day_openers()), *(turn.split()[0] for turn in _THROUGH_THE_NIGHT)))


def _goes_on(line: Timeline, at: int) -> bool:
    """أمس، واليوم أعلن الجيش: a verb behind the second day, which opens a clause of its own."""
    if at >= line.limit:
        return False
    word = line.tokens[at].word
    if word.labels & {"prep", "locative"}:
        return False
    return word.norm in _CLAUSE or any(found.sense.part == "verb" for found in word.analyses)


_CLAUSE = word_list("opens a clause")
