"""Rules of time for times of day that stand alone."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.dates.timeline import Days, Timeline
from riwaya.read.text.tokens import NUMBER


def part_of_day(line: Timeline) -> Days | None:
    """A part of the day alone is the report's own day (فجرا، بعد الظهر)."""
    at = line.index
    end = line.part(at, "adverb")
    if line.today is None or line.clitic or end == at:
        return None
    if line.word(at) == "فجرا" and line.word(end) in _THEMSELVES:
        return None
    if line.word(at) == "مساء" and end == at + 1 and line.word(end).startswith("ال"):
        return None
    before = line.before()
    if line.is_verb or (before and line.tokens[at - 1].word.core in _MEALS):
        return None
    if before in ("يوميا", "كل", "الساعه", "حتي") or (before and line.tokens[at - 1].kind == NUMBER):
        return None
    return Days(end, line.today, line.today, "day")


_MEALS = word_list("meal or feast")
"""وجبات | عشاء, حفل | عشاء: what is eaten in the evening."""

_THEMSELVES = word_list("they blow up")
"""انتحاريان فجرا نفسيهما: what is no time of day."""


def clock(line: Timeline) -> Days | None:
    """A time of the clock is the report's own day, where no day stands by it (الساعة 10:30)."""
    at = line.index
    if line.first != "الساعه" or line.today is None or line.before() in ("مدار", "حتي"):
        return None
    hour = line.number(at + 1, 0, 24)
    if hour is None and line.word(at + 1).split(".")[0].isdigit():
        hour = int(line.word(at + 1).split(".")[0])
    if hour is None and line.word(at + 1) not in _HOURS:
        return None
    end = at + 2
    if line.word(end) == ":" and line.number(end + 1, 0, 59) is not None:
        end += 2
    end = line.part(line.skip(end, "والنصف", "والربع", "الا"), "adverb")
    return Days(end, line.today, line.today, "clock") if hour is None or hour <= 24 else None


_HOURS = word_list("hour")


def hours(line: Timeline) -> Days | None:
    """Some hours before or behind publication: the day of publication (قبل ساعات، الساعات القليلة المقبلة)."""
    at = line.skip(line.index, "قبل", "منذ", "خلال", "في")
    if line.today is None:
        return None
    if line.word(at) == "ساعات" and line.first in ("قبل", "منذ") and not _hours_of(line, at + 1):
        return Days(line.skip(at + 1, "قليله"), line.today, line.today, "day")
    if line.word(at) not in ("الساعات", "الدقائق", "اللحظات"):
        return None
    at = line.skip(at + 1, "القليله", "القليلة")
    return Days(at + 1, line.today, line.today, "day") if line.direction(at) else None


def _hours_of(line: Timeline, at: int) -> bool:
    """قبل ساعات من الهجوم, منذ ساعات الفجر: hours before something else, or of a part of the day."""
    return line.word(at) in ("من", "علي") or line.part(at, "noun") > at or line.word(at).startswith("ال")
