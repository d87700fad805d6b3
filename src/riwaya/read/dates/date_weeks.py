"""Rules of time for the weeks and halves of a month, and for the end of a week."""

from __future__ import annotations

from datetime import timedelta

from riwaya.lang.ar.calendar import ordinals
from riwaya.read.dates.date_points import whole_month
from riwaya.read.dates.timeline import Days, Timeline, future_before, month_days

_LAST = "الاخير"
_WEEKS = 4


def week_of_month(line: Timeline) -> Days | None:
    """The nth seven days of a month, or its last seven (الأسبوع الثاني من يناير، الأسبوع الأخير من شهر مايو)."""
    if line.first == "النصف":
        return _half(line)
    if line.first != "الاسبوع":
        return None
    nth = ordinals().get(line.word(line.index + 1), 0)
    at = line.skip(line.index + 2, "من")
    if not (0 < nth <= _WEEKS or line.word(line.index + 1) == _LAST) or at == line.index + 2 or at >= line.limit:
        return None
    month = whole_month(Timeline(line.layout, at, line.published, led=True))
    if month is None:
        return None
    first = month.first + timedelta(days=7 * (nth - 1)) if nth else month.last - timedelta(days=6)
    return Days(month.end, first, first + timedelta(days=6), "week")


def _half(line: Timeline) -> Days | None:
    """النصف الأول من مايو, النصف الثاني من الشهر الماضي: up to the fifteenth of a month, or what is behind it."""
    nth, at = _HALVES.get(line.word(line.index + 1)), line.skip(line.index + 2, "من")
    if nth is None or at == line.index + 2 or at >= line.limit:
        return None
    month = whole_month(Timeline(line.layout, at, line.published, led=True)) or _month_told(line, at)
    if month is None:
        return None
    middle = month.first + timedelta(days=_MIDDLE)
    first, last = (month.first, middle - timedelta(days=1)) if nth == 1 else (middle, month.last)
    return Days(month.end, first, last, "range")


_HALVES, _MIDDLE = {"الاول": 1, "الثاني": 2}, 15


def _month_told(line: Timeline, at: int) -> Days | None:
    """الشهر الماضي, الشهر الجاري: the month before this one, or this one."""
    direction = line.direction(at + 1) if line.word(at) == "الشهر" else ""
    if direction not in _MONTHS or line.published is None:
        return None
    total = line.published.year * 12 + line.published.month - 1 + _MONTHS[direction]
    return Days(at + 2, *month_days(total // 12, total % 12 + 1, ""), "month")


_MONTHS = {"past": -1, "current": 0}


def weekend(line: Timeline) -> Days | None:
    """The end of the week: the last Saturday and Sunday, the next ones where the sentence looks ahead (عطلة نهاية الأسبوع)."""
    at = line.skip(line.index, "عطله")
    told = line.word(at) == "نهايه" and line.word(at + 1) == "الاسبوع"
    if not told or line.published is None or line.clitic or line.before() in _UNTIL:
        return None
    direction, here = line.direction(at + 2), line.published
    if direction == "current":
        return None
    days = (here.weekday() - _SATURDAY) % 7
    first = here - timedelta(days=days + 7 * (direction == "past" and days <= 1))
    end = at + 2 + bool(direction)
    if direction == "next" or (not direction and future_before(line)):
        return Days(end, first + timedelta(days=7), first + timedelta(days=8), "range")
    return Days(end, first, min(first + timedelta(days=1), here), "range")


_SATURDAY, _UNTIL = 5, ("حتي", "الي", "بحلول", "قبل", "لغايه")
"""بحلول | نهاية الأسبوع: until the week has ended."""
