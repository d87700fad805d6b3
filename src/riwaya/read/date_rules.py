"""Rules of time that count from the day of publication, and all rules in their order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from riwaya.lang.ar.calendar import parts, shifts, thirds, units, weekdays
from riwaya.read.date_points import absolute_day, day_range, numeric_day, third_of, whole_month, year_alone
from riwaya.read.numbers import read_number
from riwaya.read.timeline import EARLIEST, Days, Timeline, day_of, future_before, month_days
from riwaya.read.tokens import NUMBER

_UNIT_DAYS = {"day": 1, "week": 7}


def weekday(line: Timeline) -> Days | None:
    """A weekday is the last such day before publication, that day included; المقبل or a future verb makes it the next."""
    at = line.index
    part = line.word(at) in parts("noun")
    at += part
    at += line.word(at) == "يوم"
    bracket = line.word(at) == "("
    at += bracket
    number = weekdays().get(line.word(at))
    if number is None or line.published is None:
        return None
    at += 1
    at += bracket and line.word(at) == ")"
    direction = line.direction(at)
    at += bool(direction)
    day = _weekday_day(line, number, direction)
    return Days(_trailing_part(line, at), day, day, "day")


def _weekday_day(line: Timeline, number: int, direction: str) -> date:
    here = line.published or date.min
    back = (here.weekday() - number) % 7
    if direction == "next" or (not direction and future_before(line)):
        return here + timedelta(days=(number - here.weekday()) % 7 or 7)
    return here - timedelta(days=back or 7) if direction == "past" else here - timedelta(days=back)


def _trailing_part(line: Timeline, at: int) -> int:
    """A part of the day behind a day belongs to it: الأحد مساء, أمس فجرا."""
    return at + 1 if line.word(at) in parts("adverb") else at


def weekday_pair(line: Timeline) -> Days | None:
    """ليل السبت الأحد, ليلة الجمعة إلى السبت, الجمعة والسبت: both days."""
    at = line.index
    night = line.word(at) in ("ليل", "ليله", "مساء", "فجر")
    at += night
    at += line.word(at) in ("يوم", "يومي")
    first = weekdays().get(line.word(at))
    if first is None or line.published is None:
        return None
    at += 1
    linked = line.word(at) in ("-", "–", "/", "الي", "علي")
    at += linked
    second_word = line.word(at)
    joined = second_word.startswith("و") and second_word[1:] in weekdays()
    second = weekdays().get(second_word[1:] if joined else second_word)
    if second is None or not (night or linked or joined) or (second - first) % 7 not in (1, 2):
        return None
    last = _weekday_day(line, second, line.direction(at + 1))
    start = last - timedelta(days=(second - first) % 7)
    return Days(at + 1 + bool(line.direction(at + 1)), start, last, "night" if night else "range")


def relative_day(line: Timeline) -> Days | None:
    """أمس، اليوم، غدا: counted from publication; a weekday beside it wins where the two disagree."""
    at = line.index
    at += line.word(at) in parts("noun")
    at += line.word(at) == "يوم"
    if line.published is None:
        return None
    shift = next((found for length in (3, 2, 1) if (found := shifts().get(line.phrase(at, length))) is not None), None)
    if shift is None:
        return None
    if shift.days == 0 and line.word(at) == "اليوم" and line.direction(at + 1):
        return None
    at += shift.length
    day = line.published + timedelta(days=shift.days)
    at, number = _beside(line, at)
    if number is not None and day.weekday() != number:
        day = _weekday_day(line, number, "") if shift.days <= 0 else day
    return Days(_trailing_part(line, at), day, day, shift.precision)


def _beside(line: Timeline, at: int) -> tuple[int, int | None]:
    """A weekday in brackets, behind a comma or right behind a day word."""
    opened = line.word(at) == "("
    behind = at + 1 if line.word(at) in ("(", "،", ",") else at
    behind += line.word(behind) == "يوم"
    number = weekdays().get(line.word(behind))
    if number is None:
        return at, None
    return (behind + 2 if opened and line.word(behind + 1) == ")" else behind + 1), number


def part_of_day(line: Timeline) -> Days | None:
    """A part of the day alone (فجرا، ليلا) is the report's own day."""
    if line.published is None or line.clitic or line.word(line.index) not in parts("adverb"):
        return None
    if line.word(line.index) == "مساء" and line.index + 1 < line.limit and line.tokens[line.index + 1].norm.startswith("ال"):
        return None
    before = line.tokens[line.index - 1].norm if line.index > 0 else ""
    if before in ("يوميا", "كل", "الساعه") or line.tokens[line.index - 1].kind == NUMBER:
        return None
    return Days(line.index + 1, line.published, line.published, "day")


def ago(line: Timeline) -> Days | None:
    """قبل ثلاثة أيام, منذ أسبوعين: counted back from publication; منذ makes it a range until then."""
    opener = line.word(line.index)
    if opener not in ("قبل", "منذ") or line.published is None:
        return None
    counted = _counted_unit(line, line.index + 1)
    if counted is None:
        return None
    count, unit, end = counted
    if line.word(end) == "من" or line.word(end).startswith("علي"):
        return None
    first = _back(line.published, unit, count)
    if first is None:
        return None
    if opener == "منذ":
        return Days(end, first, line.published, "range")
    if unit in ("day", "hour"):
        return Days(end, first, first, "day")
    return Days(end, first, first, unit) if unit == "week" else _whole(end, first, unit)


def _counted_unit(line: Timeline, at: int) -> tuple[int, str, int] | None:
    """A number of time units: three days, a dual, or one unit in the singular."""
    unit = units().get(line.word(at))
    if unit is not None:
        if (
            line.word(at).endswith(("ام", "ور", "ابيع", "وام", "وات", "نين", "عات", "شهر"))
            and unit[1] == 1
            and line.word(at) not in _SINGLE
        ):
            return None
        return unit[1], unit[0], at + 1
    number = read_number(line.tokens, at, line.limit)
    if number is None or number.vague or number.low is None or number.low > _MOST:
        return None
    unit = units().get(line.word(number.end))
    return None if unit is None else (number.low, unit[0], number.end + 1)


_SINGLE = frozenset({"يوم", "شهر", "عام", "ساعه", "سنه", "اسبوع"})

_MOST = 400


def _back(here: date, unit: str, count: int) -> date | None:
    if unit == "hour":
        return here - timedelta(days=count // 24)
    if unit in _UNIT_DAYS:
        return here - timedelta(days=count * _UNIT_DAYS[unit])
    total = here.year * 12 + here.month - 1 - count * {"month": 1, "year": 12, "decade": 120}[unit]
    if total < EARLIEST * 12:
        return None
    year, month = divmod(total, 12)
    return next((day for back in range(4) if (day := day_of(year, month + 1, here.day - back)) is not None), None)


def _whole(end: int, day: date, unit: str) -> Days:
    """Months and years ago are no exact days: the whole month, the whole year."""
    if unit == "month":
        first, last = month_days(day.year, day.month, "")
        return Days(end, first, last, "month")
    return Days(end, date(day.year, 1, 1), date(day.year, 12, 31), "year")


def since(line: Timeline) -> Days | None:
    """منذ + a date: from then until publication."""
    if line.word(line.index) != "منذ" or line.published is None:
        return None
    at = line.index + 1
    inner = Timeline(line.layout, at, line.published) if at < line.limit else None
    if inner is None:
        return None
    found = next((found for rule in _POINTS if (found := rule(inner)) is not None), None)
    if found is None or found.first > line.published:
        return None
    return Days(found.end, found.first, line.published, "range")


def last_units(line: Timeline) -> Days | None:
    """خلال الأيام الثلاثة الماضية, الساعات الـ24 الماضية: a range that ends with publication."""
    at = line.index + (line.word(line.index) == "خلال")
    unit = units().get(line.word(at).removeprefix("ال"))
    if unit is None or line.published is None or not line.word(at).startswith("ال"):
        return None
    at += 1
    at += line.word(at) == "ال"
    number = read_number(line.tokens, at, line.limit)
    if number is None or number.low is None or number.vague or line.direction(number.end) != "past":
        return None
    first = _back(line.published, unit[0], min(number.low, _MOST))
    return Days(number.end + 1, first, line.published, "range") if first else None


def relative_unit(line: Timeline) -> Days | None:
    """الأسبوع الماضي, الشهر الجاري, هذا العام: the whole week (Monday to Sunday), month or year."""
    at = line.index
    third = thirds().get(line.word(at), "")
    at += bool(third)
    this = line.word(at) in ("هذا", "هذه")
    at += this
    unit = _UNITS.get(line.word(at))
    if unit is None or line.published is None:
        return None
    direction = line.direction(at + 1)
    if not direction and not this:
        return None
    shift = {"past": -1, "current": 0, "next": 1}.get(direction, 0)
    first, last = _period(line.published, unit, shift)
    if third and unit != "week":
        first, last = third_of(first, last, third, unit)
    return Days(at + 1 + bool(direction), first, last, unit)


_UNITS = {"الاسبوع": "week", "الشهر": "month", "العام": "year", "السنه": "year"}


def _period(here: date, unit: str, shift: int) -> tuple[date, date]:
    if unit == "week":
        monday = here - timedelta(days=here.weekday()) + timedelta(days=7 * shift)
        return monday, monday + timedelta(days=6)
    if unit == "month":
        total = here.year * 12 + here.month - 1 + shift
        return month_days(total // 12, total % 12 + 1, "")
    return date(here.year + shift, 1, 1), date(here.year + shift, 12, 31)


_POINTS: tuple[Callable[[Timeline], Days | None], ...] = (
    absolute_day,
    numeric_day,
    whole_month,
    weekday,
    relative_day,
    relative_unit,
    year_alone,
)

RULES: tuple[Callable[[Timeline], Days | None], ...] = (
    since,
    ago,
    last_units,
    day_range,
    weekday_pair,
    *_POINTS,
    part_of_day,
)
"""The rules of time; at one place the longest match wins, among equals the first."""
