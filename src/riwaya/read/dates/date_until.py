"""A day until which something is to hold."""

from __future__ import annotations

from datetime import timedelta

from riwaya.lang.ar.calendar import weekdays
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.dates.timeline import Days, Timeline, future_before

UNTIL_DAY = "dates.until_day"
_UNTIL, _TOMORROW = ("حتي", "لغايه"), {"غد": 1, "غدا": 1, "الغد": 1}
_HOLDS, _HELD, _REACH = word_list("holds until a day"), word_list("held until a day"), 4
_WEEK = 7


def until_day(line: Timeline) -> Days | None:
    """هدنة حتى مساء الجمعة, مددوا الإغلاق حتى الأحد المقبل: from today until the next such day, as long as something holds."""
    if line.first not in _UNTIL or line.today is None:
        return None
    at = line.index + 1
    at = line.skip(line.part(at, "noun"), "يوم")
    number = weekdays().get(line.word(at))
    direction = line.direction(at + 1)
    if number is None:
        days = _TOMORROW.get(line.word(at), 0)
    elif direction in ("past", "current"):
        return None
    else:
        days = (number - line.today.weekday()) % _WEEK or _WEEK
    if not days or not (number is None or direction == "next" or future_before(line) or _holds(line)):
        return None
    return Days(at + 1 + bool(direction), line.today, line.today + timedelta(days=days), "range")


def _holds(line: Timeline) -> bool:
    """فرضوا | حظر تجول | حتى صباح الخميس, هدنة | تستمر | حتى الجمعة: what is set for a time; not صمدت الهدنة حتى الجمعة."""
    first = max(line.layout.sentence(line.index).start, line.index - _REACH)
    near = [token.word.core for token in line.tokens[first : line.index]]
    return not _HOLDS.isdisjoint(near) and _HELD.isdisjoint(near)
