"""Rules of time that count from the day of publication, and all rules in their order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import takewhile

from riwaya.lang.ar.calendar import directions, thirds, units
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.dates.date_counted import MOST, UNIT_DAYS, ago, back, counted_unit
from riwaya.read.dates.date_days import relative_day, running_day, weekday
from riwaya.read.dates.date_decades import decade
from riwaya.read.dates.date_feasts import feast
from riwaya.read.dates.date_hours import clock, hours, part_of_day
from riwaya.read.dates.date_pairs import two_days
from riwaya.read.dates.date_points import (
    absolute_day,
    numeric_day,
    third_of,
    whole_month,
    year_alone,
)
from riwaya.read.dates.date_seasons import first_months, season
from riwaya.read.dates.date_spans import day_range, month_range, weekday_pair, weekday_span, year_range
from riwaya.read.dates.date_until import until_day
from riwaya.read.dates.date_weeks import week_of_month, weekend
from riwaya.read.dates.timeline import EARLIEST, LATEST, Days, Timeline, day_of, future_before, month_days
from riwaya.read.numbers.numbers import read_number
from riwaya.read.text.tokens import NUMBER


def since(line: Timeline) -> Days | None:
    """From a day or month until publication (منذ 22 فبراير); منذ منتصف يوليو is from the fifteenth, منذ نهاية from the last day."""
    if line.first != "منذ" or line.published is None:
        return None
    at = line.index + 1
    if at >= line.limit:
        return None
    year = line.number(at, EARLIEST, LATEST)
    if year is not None and year <= line.published.year:
        return Days(at + 1, date(year, 1, 1), line.published, "range")
    inner = Timeline(line.layout, at, line.published)
    found = next((found for rule in POINTS if (found := rule(inner)) is not None), None)
    part = at + 1 if line.word(at) in _PARTS else inner.part(at, "adverb")
    if found is None and part > at:
        return Days(part, line.published, line.published, "day")
    if found is not None and found.first > line.published and not line.direction(found.end - 1):
        found = _year_before(found)
    if found is None or found.first > line.published:
        return None
    third = thirds().get(inner.word(at))
    begun = found.last if third == "end" and found.last <= line.published else found.first
    middle = third == "middle" and found.precision == "month"
    return Days(found.end, begun.replace(day=_MIDDLE) if middle else begun, line.published, "range")


def _year_before(days: Days) -> Days | None:
    """منذ 19 مارس, told on the second of March: the one of the year before."""
    first, last = (
        day_of(days.first.year - 1, days.first.month, days.first.day),
        day_of(days.last.year - 1, days.last.month, days.last.day),
    )
    return Days(days.end, first, last, days.precision) if first is not None and last is not None else None


_PARTS = word_list("part of today")


def last_units(line: Timeline) -> Days | None:
    """The last so many units of time, until publication (الساعات الـ24 الماضية, اليومين الماضيين)."""
    few = _few_days(line)
    found = _so_many(line)
    if few is not None or found is None or line.today is None or found[3] != "past":
        return few
    first = back(line.today, found[1], min(found[0], MOST))
    return Days(found[2], first, line.today, "range") if first else None


def next_units(line: Timeline) -> Days | None:
    """The next so many days, weeks or hours, from publication on (خلال اليومين المقبلين)."""
    found = _so_many(line)
    if found is None or line.today is None or found[3] != "next" or found[1] not in ("day", "week", "hour"):
        return None
    count, unit, end, _ = found
    ahead = int(count) // 24 if unit == "hour" else int(count * UNIT_DAYS[unit])
    last = line.today + timedelta(days=min(ahead, MOST))
    return Days(end, line.today, last, "range" if ahead else "day")


def _so_many(line: Timeline) -> tuple[float, str, int, str] | None:
    """So many units with a direction at a place, found once for the rules that ask."""
    if line.units is None:
        line.units = (_count_units(line),)
    return line.units[0]


def _count_units(line: Timeline) -> tuple[float, str, int, str] | None:
    """So many units of time with a direction (الأيام الثلاثة الماضية, اليومين المقبلين): count, unit, token behind, direction."""
    if directions().keys().isdisjoint(line.ahead()):
        return None
    at = line.skip(line.skip(line.index, "خلال", "في", "طوال", "على", "مدى"), "ال")
    number = read_number(line.tokens, at, line.limit)
    unit = units().get(line.word(at).removeprefix("ال"))
    count: float | None
    if number is not None:
        unit, end, count = units().get(line.word(number.end).removeprefix("ال")), number.end + 1, number.low
    elif not line.word(at).startswith("ال") or unit is None:
        return None
    elif unit[1] == _DUAL:
        end, count = at + 1, float(_DUAL)
    else:
        number = read_number(line.tokens, line.skip(at + 1, "ال"), line.limit)
        if number is None:
            return None
        end, count = number.end, number.low
    if unit is None or count is None or (number is not None and number.vague) or not line.direction(end):
        return None
    return count, unit[0], end + 1, line.direction(end)


_DUAL = 2


def _few_days(line: Timeline) -> Days | None:
    """الأيام القليلة الماضية: the last week; not the last days of something (الأيام الأخيرة من رمضان)."""
    at = line.skip(line.index, "خلال", "في")
    if line.word(at) != "الايام" or line.published is None:
        return None
    end = line.skip(at + 1, "القليله")
    if line.direction(end) != "past" or _is_of_time(line, end + 1):
        return None
    return Days(end + 1, line.published - timedelta(days=7), line.published, "range")


def _is_of_time(line: Timeline, at: int) -> bool:
    """الأيام الأخيرة | من شهر رمضان: of a month or year; not تمكنوا خلال الأيام الأخيرة من السيطرة."""
    at = at + 1 if line.word(at) == "من" else line.limit
    return line.word(at) in _UNITS or line.month(line.skip(at, "شهر")) is not None


def within(line: Timeline) -> Days | None:
    """Within so many units of time: until publication, or from then on where the future is told (خلال 24 ساعة، في غضون أسبوع)."""
    opened = line.index + (line.first == "في")
    opened += line.word(opened) in ("خلال", "غضون", "اخر")
    if line.today is None or opened == line.index or (line.word(opened - 1) == "في" and not _is_of_toll(line)):
        return None
    counted = counted_unit(line, opened)
    named = units().get(line.word(opened)) is not None and line.word(opened) not in _SURE
    if counted is None or named or line.direction(counted[2]) or line.word(counted[2]) in ("علي", "الاولي"):
        return None
    if line.word(counted[2]) == "من" and not _is_of_attacks(line, counted[2] + 1):
        return None
    count, unit, end = counted
    ahead = future_before(line) or _is_agreed(line)
    if ahead and unit not in ("day", "week", "hour"):
        return None
    other = back(line.today, unit, -count if ahead else count)
    if other is None or other == line.today:
        return None
    return Days(end, min(other, line.today), max(other, line.today), "range")


def _is_of_toll(line: Timeline) -> bool:
    """أوقع أكثر من 900 قتيل | في سبع سنوات: how long it took until so many had fallen; not ثاني هجوم | في ثلاثة أيام."""
    first = max(line.layout.sentence(line.index).start, line.index - _TOLL_REACH)
    near = [*takewhile(lambda token: token.raw not in "،,:", reversed(line.tokens[first : line.index]))]
    counted = any(token.kind == NUMBER or "number" in token.word.labels for token in near)
    return counted and not any(token.word.core in _FIRST for token in near)


_TOLL_REACH, _FIRST = 9, word_list("first or worst")


def _is_agreed(line: Timeline) -> bool:
    """اتفق الطرفان على تبادل الأسرى خلال 48 ساعة: what is agreed upon is to come."""
    first = max(line.layout.sentence(line.index).start, line.index - _AGREED_REACH)
    return any(token.word.core in _AGREED for token in line.tokens[first : line.index])


_AGREED, _AGREED_REACH = ("اتفق", "اتفقا", "اتفقوا", "اتفقت"), 10


def _is_of_attacks(line: Timeline, at: int) -> bool:
    """قتل 200 شخص خلال أسبوع من الغارات, خلال شهرين من الحرب: so long has it gone on."""
    if line.word(at) in _WARS:
        return True
    found = line.tokens[at].word.find("trigger") if at < line.limit else None
    return found is not None and bool(found.article) and getattr(found.sense.entry, "type", "") == "ASSAULT"


_WARS = ("الحرب", "النزاع", "الصراع")
_SURE = word_list("counted unit")
"""Units that count one or two by themselves and open no name of a month or year."""


def relative_unit(line: Timeline) -> Days | None:
    """This, last or next week, month or year, or a part of it (الأسبوع الماضي، بداية العام)."""
    at = line.index
    earlier, later = (line.first == "وقت" and line.word(at + 1) == word for word in ("سابق", "لاحق"))
    at = line.skip(at + 2, "من", "خلال") if earlier or later else at
    third = thirds().get(line.word(at), "")
    at += bool(third)
    this = line.word(at) in ("هذا", "هذه")
    at += this
    this = this or _is_this_week(line, at)
    unit = _UNITS.get(line.word(at))
    if unit is None or line.published is None or line.number(at + 1, EARLIEST, LATEST) is not None:
        return None
    if line.word(at + 1) in _LATEST and unit != "week" and not third:
        return _up_to_now(line, unit, at + 2)
    direction, behind = line.direction(at + 1), line.before_last(at + 1)
    end = behind if behind > at + 1 else at + 1 + bool(direction)
    begun = earlier or later or (third == "first" and line.before() == "منذ")
    if third == "first" and unit == "week" and end == at + 1 and not (this or begun):
        return _week_begun(end, line.published)
    if end == at + 1 and not (this or begun or (third and unit != "week")):
        return None
    shift = -2 if behind > at + 1 else {"past": -1, "next": 1}.get(direction, 0)
    first, last = _period(line.published if unit == "week" else line.today or line.published, unit, shift)
    if third and unit != "week":
        first, last = third_of(first, last, third, unit)
    if earlier and first <= line.published:
        last = min(last, line.published)
    if later and last >= line.published:
        first = max(first, line.published)
    return Days(end, first, last, unit)


def _is_this_week(line: Timeline, at: int) -> bool:
    """نزح ألف شخص خلال | الأسبوع: the week that goes on; not خلال الأسبوع الأول من القتال."""
    bare = at == line.index and line.word(at) == "الاسبوع" and not line.word(at + 1).startswith("ال")
    return bare and line.before() == "خلال"


_LATEST = ("الاخير", "الاخيره")


def _up_to_now(line: Timeline, unit: str, end: int) -> Days | None:
    """السنة الأخيرة, الشهر الأخير: the last one until publication; not the last of something (الشهر الأخير من العام)."""
    first = back(line.published, unit, 1) if line.published is not None and not _is_of_time(line, end) else None
    return Days(end, first, line.published, "range") if first is not None and line.published is not None else None


def before_end(line: Timeline) -> Days | None:
    """قبل نهاية العام, قبل منتصف سبتمبر المقبل, قبل يوم السبت المقبل: from publication until then."""
    if line.first != "قبل" or line.published is None or line.index + 1 >= line.limit:
        return None
    inner = Timeline(line.layout, line.index + 1, line.published, led=True)
    third = thirds().get(line.word(line.index + 1))
    rules = (_week_end, relative_unit, whole_month, season) if third in ("last", "end", "middle") else (weekday, absolute_day)
    found = next((found for rule in rules if (found := rule(inner)) is not None), None)
    if found is None:
        return None
    last = found.first.replace(day=_MIDDLE) if third == "middle" and found.precision == "month" else found.last
    return Days(found.end, line.published, last, "range") if last > line.published else None


_MIDDLE = 15


def _week_end(line: Timeline) -> Days | None:
    """نهاية الأسبوع: the week that goes on at publication."""
    if line.published is None or line.word(line.index + 1) != "الاسبوع" or line.direction(line.index + 2):
        return None
    return Days(line.index + 2, *_period(line.published, "week", 0), "week")


def _week_begun(end: int, here: date) -> Days:
    """صودرت في مطلع الأسبوع: the Saturday and Sunday that the week of publication began with, as far as they have come."""
    first = here - timedelta(days=(here.weekday() - _SATURDAY) % 7)
    return Days(end, first, min(first + timedelta(days=1), here), "range")


_SATURDAY, _SUNDAY = 5, 6
_UNITS = {"الاسبوع": "week", "الشهر": "month", "العام": "year", "السنه": "year"}


def _period(here: date, unit: str, shift: int) -> tuple[date, date]:
    """A week from Monday on; on a Sunday, which begins a week in the Arab world, the last one ended the day before."""
    if unit == "week":
        first = here - timedelta(days=here.weekday()) + timedelta(days=7 * shift)
        first += timedelta(days=6 * (shift < 0 and here.weekday() == _SUNDAY))
        return first, first + timedelta(days=6)
    if unit == "month":
        total = here.year * 12 + here.month - 1 + shift
        return month_days(total // 12, total % 12 + 1, "")
    return date(here.year + shift, 1, 1), date(here.year + shift, 12, 31)


POINTS: tuple[Callable[[Timeline], Days | None], ...] = (
    absolute_day,
    numeric_day,
    whole_month,
    weekday,
    relative_day,
    season,
    week_of_month,
    weekend,
    relative_unit,
    year_alone,
    decade,
    feast,
)
"""The rules for one point of time."""

RULES: tuple[Callable[[Timeline], Days | None], ...] = (
    since,
    ago,
    last_units,
    next_units,
    within,
    hours,
    day_range,
    month_range,
    year_range,
    weekday_pair,
    weekday_span,
    two_days,
    first_months,
    running_day,
    before_end,
    until_day,
    *POINTS,
    part_of_day,
    clock,
)
"""The rules of time; at one place the longest match wins, among equals the first."""
