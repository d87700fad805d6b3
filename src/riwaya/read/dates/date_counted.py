"""Rules of time that count so many units back: three days ago, for a month, and what a number of units is."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.lang.ar.calendar import units, weekdays
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.dates.timeline import EARLIEST, Days, Timeline, day_of
from riwaya.read.numbers.numbers import approximation_at, read_number
from riwaya.read.words.place_terms import place_noun

UNIT_DAYS = {"day": 1, "week": 7}
MOST = 400


def ago(line: Timeline) -> Days | None:
    """So many units of time before publication (قبل ثلاثة أيام); behind منذ from then until publication."""
    opener = line.first
    if opener not in ("قبل", "منذ") or line.published is None or line.before() == "من":
        return None
    counted = counted_unit(line, line.index + 1)
    if counted is None:
        return None
    count, unit, end = counted
    behind = line.skip(end, "فقط", "تقريبا", "بالضبط", "كامله", "كامل", "تماما")
    if _counts_from(line, behind) or line.word(end) in weekdays():
        return None
    here = line.today if opener == "قبل" and unit in ("day", "hour") else None
    first = back(here or line.published, unit, count)
    if first is None:
        return None
    if opener == "منذ":
        return Days(end, first, line.published, "range")
    if unit in ("day", "hour"):
        return Days(end, first, first, "day")
    return Days(end, first, first, unit) if unit in ("week", "month") else _whole(end, first)


def _counts_from(line: Timeline, at: int) -> bool:
    """قبل يومين من الهجوم, منذ 13 عاما على بدء الحرب: from something else; not from a place (انسحبوا قبل يومين من المدينة), nor
    what is done to it (يسيطرون منذ عام على المدينة, قتل قبل يومين على الحدود)."""
    if line.word(at) == "من":
        return at + 1 >= line.limit or place_noun(line.tokens[at + 1]) is None
    return line.word(at) in ("علي", "عن") and line.word(at + 1) in _OUTSETS


_OUTSETS = word_list("outset")


def counted_unit(line: Timeline, at: int) -> tuple[float, str, int] | None:
    """A number of time units, an approximation before it aside: three days, a dual, about a month, a year and a half."""
    approximation = approximation_at(line.tokens, at, line.limit, "before")
    at = approximation[1] if approximation is not None else at
    unit = units().get(line.word(at))
    if unit is not None:
        if unit[1] == 1 and line.word(at) not in _SINGLE:
            return None
        end = line.skip(at + 1, "واحد", "واحده", "اثنين", "اثنتين")
        return (unit[1] + 0.5, unit[0], end + 1) if line.word(end) == "ونصف" else (unit[1], unit[0], end)
    number = read_number(line.tokens, at, line.limit)
    if number is None or number.vague or number.low is None or number.low > MOST:
        return None
    unit = units().get(line.word(number.end))
    return None if unit is None else (number.low, unit[0], number.end + 1)


_SINGLE = word_list("single unit")


def back(here: date, unit: str, count: float) -> date | None:
    """قبل شهرين, قبل ثلاثة أيام: the day so many units before another one."""
    if unit == "hour":
        return here - timedelta(days=int(count) // 24)
    if unit in UNIT_DAYS:
        return here - timedelta(days=int(count * UNIT_DAYS[unit]))
    total = here.year * 12 + here.month - 1 - int(count * {"month": 1, "year": 12, "decade": 120}[unit])
    if total < EARLIEST * 12:
        return None
    year, month = divmod(total, 12)
    return next((day for less in range(4) if (day := day_of(year, month + 1, here.day - less)) is not None), None)


def _whole(end: int, day: date) -> Days:
    """قبل عامين: years ago are no exact day, but the whole year."""
    return Days(end, date(day.year, 1, 1), date(day.year, 12, 31), "year")
