"""Rules of time for the seasons, quarters and halves of a year, and its first months."""

from __future__ import annotations

from riwaya.lang.ar.calendar import first_words, seasons
from riwaya.read.dates.timeline import EARLIEST, LATEST, Days, Timeline, future_before, month_days
from riwaya.read.numbers.numbers import read_number


def season(line: Timeline) -> Days | None:
    """A season, quarter or half of a year (صيف 2014، الصيف الماضي، النصف الأول من العام الجاري)."""
    at = line.index
    known = line.first in first_words(seasons)
    form = next((name for length in (2, 1) if (name := line.phrase(at, length)) in seasons()), "") if known else ""
    if not form and line.word(at).startswith("ال") and line.direction(at + 1):
        return _season_from(line, line.word(at)[2:], at + 1)
    if not form and (line.word(at) == "هذا" or line.word(at) in _ENDS):
        return _season_now(line, at + 1)
    if not form and future_before(line):
        return _season_now(line, at)
    if not form:
        return None
    first, last, length = seasons()[form]
    end, year = _year_of_season(line, at + length)
    return _months(end, year, first, last) if year is not None else None


def _season_from(line: Timeline, name: str, at: int) -> Days | None:
    """الصيف الماضي: the last one that is over; الصيف المقبل: the next that begins."""
    if name not in seasons() or line.published is None:
        return None
    here = line.published.year
    found = [_months(at + 1, here + shift, *seasons()[name][:2]) for shift in (-2, -1, 0, 1)]
    if line.direction(at) == "next":
        return next((days for days in found if days.first > line.published), None)
    if line.direction(at) == "current":
        return next((days for days in found if days.first <= line.published <= days.last), None)
    return next((days for days in reversed(found) if days.last < line.published), None)


def _season_now(line: Timeline, at: int) -> Days | None:
    """هذا الصيف, ستنتهي المهلة نهاية الصيف, سيغادرون في الصيف: the season that goes on or comes next."""
    name = line.word(at).removeprefix("ال")
    if name not in seasons() or not line.word(at).startswith("ال") or line.published is None or line.direction(at + 1):
        return None
    here = line.published.year
    found = (_months(at + 1, here + shift, *seasons()[name][:2]) for shift in (-1, 0, 1))
    now = next((days for days in found if days.last >= line.published), None)
    if now is None or line.first != "هذا" or future_before(line) or now.first > line.published:
        return now
    return Days(now.end, now.first, line.published, now.precision)


_ENDS = ("نهايه", "اخر", "اواخر")


def _year_of_season(line: Timeline, at: int) -> tuple[int, int | None]:
    """The token behind the year of a season, and the year: 2014, عام 2014, من العام الماضي, من هذا العام."""
    at = line.skip(at, "من")
    named = line.skip(at, "عام", "سنه", "العام")
    year = line.number(named, EARLIEST, LATEST)
    if year is not None:
        return named + 1, year
    this = line.skip(at, "هذا", "هذه")
    if line.word(this) not in ("العام", "السنه") or line.published is None:
        return at, None
    direction = line.direction(this + 1)
    return this + 1 + bool(direction), line.published.year + {"past": -1, "next": 1}.get(direction, 0)


def _months(end: int, year: int, first: int, last: int) -> Days:
    begin = month_days(year, first, "")[0]
    return Days(end, begin, month_days(year + (last < first), last, "")[1], "range")


def first_months(line: Timeline) -> Days | None:
    """So many months from the start of a year (الأشهر الستة الأولى من العام الحالي، الستة أشهر الأولى من هذا العام)."""
    if line.first not in _MONTH_WORDS and _MONTH_WORDS.isdisjoint(line.ahead()):
        return None
    at = line.skip(line.skip(line.index, "خلال", "في"), "ال")
    named = line.word(at) in ("الاشهر", "الشهور")
    count = read_number(line.tokens, at + named, line.limit) if at + named < line.limit else None
    if count is None or not (named or line.word(count.end) in ("اشهر", "شهور", "الاشهر", "الشهور")):
        return None
    first = count.end + (not named)
    if line.word(first) not in ("الاولي", "الاول"):
        return None
    end, year = _year_of_season(line, first + 1)
    if count.low is None or count.vague or count.low > _MONTHS or year is None:
        return None
    return _months(end, year, 1, count.low)


_MONTHS, _MONTH_WORDS = 12, frozenset({"الاشهر", "الشهور", "اشهر", "شهور"})
