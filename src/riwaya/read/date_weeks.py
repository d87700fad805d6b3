"""Rule of time for the weeks of a month."""

from __future__ import annotations

from datetime import timedelta

from riwaya.lang.ar.calendar import ordinals
from riwaya.read.date_points import whole_month
from riwaya.read.timeline import Days, Timeline

_LAST = "الاخير"
_WEEKS = 4


def week_of_month(line: Timeline) -> Days | None:
    """The nth seven days of a month, or its last seven (الأسبوع الثاني من يناير، الأسبوع الأخير من شهر مايو)."""
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
