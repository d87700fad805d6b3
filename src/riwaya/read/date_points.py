"""Rules of time for days, months and years that are written out."""

from __future__ import annotations

from datetime import date

from hijridate import Hijri

from riwaya.lang.ar.calendar import Month, ordinals, parts, thirds, weekdays
from riwaya.read.timeline import EARLIEST, LATEST, Days, Timeline, day_of, future_before, month_days


def absolute_day(line: Timeline) -> Days | None:
    """A day and a month, with a year or the nearest one before publication (20 أيلول 2023, الأول من أكتوبر الماضي)."""
    at = _skip_day_names(line, line.index)
    day, at = _day_number(line, at)
    if day is None:
        return None
    if line.word(at) == "من":
        at += 1
    if line.word(at) == "شهر":
        at += 1
    found = line.month(at)
    if found is None:
        return None
    month, at = found
    year, at, direction = _year(line, at, month)
    resolved = _resolve_day(line, day, month, year, direction)
    return Days(at, resolved, resolved, "day") if resolved else None


def _skip_day_names(line: Timeline, at: int) -> int:
    """A part of the day, يوم and a weekday may stand before a date."""
    for words in (parts("noun"), frozenset({"يوم"}), frozenset(weekdays()), frozenset({"،", ",", "الموافق", "في"})):
        if line.word(at) in words:
            at += 1
    return at


def _day_number(line: Timeline, at: int) -> tuple[int | None, int]:
    value = line.number(at, 1, 31)
    if value is not None:
        return value, at + 1
    for length in (2, 1):
        ordinal = ordinals().get(line.phrase(at, length))
        if ordinal is not None and line.word(at + length) in ("من", "شهر"):
            return ordinal, at + length
    return None, at


def _year(line: Timeline, at: int, month: Month) -> tuple[int | None, int, str]:
    """The year behind a month and the token after it, else الماضي, الجاري, المقبل or من العام الماضي."""
    after = at
    if line.word(after) in ("عام", "سنه", "من", "،") and line.number(after + 1, 1300, LATEST) is not None:
        after += 1
    low, high = (1300, 1500) if month.calendar == "hijri" else (EARLIEST, LATEST)
    year = line.number(after, low, high)
    if year is not None:
        after += 1
        return year, after + 1 if line.word(after) in ("هـ", "ه", "هجريه", "م") else after, ""
    if line.word(at) == "من" and line.word(at + 1) in ("العام", "السنه") and line.direction(at + 2):
        shift = {"past": -1, "current": 0, "next": 1}[line.direction(at + 2)]
        if line.published is not None:
            return line.published.year + shift, at + 3, ""
    direction = line.direction(at)
    return None, at + 1 if direction else at, direction


def _resolve_day(line: Timeline, day: int, month: Month, year: int | None, direction: str) -> date | None:
    if month.calendar == "hijri":
        return _hijri_day(line, day, month.number, year)
    if year is not None:
        return day_of(year, month.number, day)
    if line.published is None:
        return None
    here = line.published.year
    candidates = [day_of(y, month.number, day) for y in (here - 1, here, here + 1)]
    known = [one for one in candidates if one is not None]
    if direction == "next" or (direction == "" and future_before(line)):
        return next((one for one in known if one >= line.published), None)
    past = [one for one in known if one <= line.published]
    if direction == "current":
        return next((one for one in known if one.year == here), None)
    near = [one for one in known if 0 < (one - line.published).days <= _SOON]
    return (
        near[0] if direction == "" and near and not past else (near[0] if near and direction == "" else past[-1] if past else None)
    )


_SOON = 21
"""A day and month that lies this little ahead of publication is meant to come, not last year's."""


def _hijri_day(line: Timeline, day: int, month: int, year: int | None) -> date | None:
    """Umm al-Qura calendar; without a year the nearest such day before publication."""
    years = [year] if year is not None else _hijri_years(line)
    for one in years:
        try:
            found = Hijri(one, month, day).to_gregorian()
        except (ValueError, OverflowError):
            continue
        resolved = date(found.year, found.month, found.day)
        if year is not None or (line.published is not None and resolved <= line.published):
            return resolved
    return None


def _hijri_years(line: Timeline) -> list[int]:
    if line.published is None:
        return []
    here = int((line.published.year - 621.5) * 33 / 32)
    return [here + 1, here, here - 1, here - 2]


def numeric_day(line: Timeline) -> Days | None:
    """20/9/2023 (day first), 2023-09-20, 20.9.2023."""
    at = line.index
    if line.word(at + 1) in ("/", "-") and line.word(at + 3) == line.word(at + 1):
        low, middle, high = (line.number(at + k, 1, LATEST) for k in (0, 2, 4))
        if low and middle and high:
            year, month, day = (low, middle, high) if low > 31 else (high, middle, low)
            found = day_of(year, month, day) if EARLIEST <= year <= LATEST and month <= 12 else None
            return Days(at + 5, found, found, "day") if found else None
    return None


def day_range(line: Timeline) -> Days | None:
    """From one day of a month to another: 3-5 مايو, من 3 إلى 5 مايو, بين 3 و5 مايو."""
    at = line.index
    opener = line.word(at) if line.word(at) in ("من", "بين") else ""
    at += bool(opener)
    first = line.number(at, 1, 31)
    joiner = line.word(at + 1)
    if first is None or joiner not in {"": ("-", "–", "الي"), "من": ("الي", "حتي"), "بين": ("و",)}[opener]:
        return None
    last = line.number(at + 2, 1, 31)
    found = line.month(at + 3)
    if last is None or found is None or last <= first:
        return None
    month, end = found
    year, end, direction = _year(line, end, month)
    low = _resolve_day(line, first, month, year, direction)
    high = _resolve_day(line, last, month, year, direction)
    return Days(end, low, high, "range") if low and high and low < high else None


def whole_month(line: Timeline) -> Days | None:
    """A month with a year, or alone: the whole month; مطلع, منتصف, أواخر: a third of it."""
    at = line.index
    third = thirds().get(line.word(at), "")
    at += bool(third)
    named = line.word(at) == "شهر"
    at += named
    found = line.month(at)
    if found is None:
        return None
    month, at = found
    if month.calendar != "gregorian":
        return None
    year, end, direction = _year(line, at, month)
    if year is None and not direction and not month.alone and not named and not third and end == line.index + 1:
        return None
    year = year or _month_year(line, month.number, direction)
    if year is None:
        return None
    first, last = month_days(year, month.number, third)
    return Days(end, first, last, "month")


def _month_year(line: Timeline, month: int, direction: str) -> int | None:
    """The year of a month without one: the nearest past month, this one or the next."""
    here = line.published
    if here is None:
        return None
    if direction == "next" or (not direction and future_before(line)):
        return here.year if month >= here.month else here.year + 1
    if direction == "past":
        return here.year if month < here.month else here.year - 1
    return here.year if month <= here.month else here.year - 1


def year_alone(line: Timeline) -> Days | None:
    """عام 2011, في 2012: the whole year."""
    at = line.index
    if line.word(at) not in ("عام", "العام", "سنه", "في") and not thirds().get(line.word(at)):
        return None
    third = thirds().get(line.word(at), "")
    at += 1
    at += line.word(at) in ("عام", "سنه")
    year = line.number(at, EARLIEST, LATEST)
    if year is None or line.word(at + 1) in ("/", "-") or (line.published is None and third):
        return None
    first, last = date(year, 1, 1), date(year, 12, 31)
    if third:
        first, last = third_of(first, last, third, "year")
    return Days(at + 1, first, last, "year")


def third_of(first: date, last: date, third: str, unit: str) -> tuple[date, date]:
    """A third of a month; of a year its first month, its four middle months, its last four."""
    if unit == "month":
        return month_days(first.year, first.month, third)
    bounds = {"first": (1, 1), "middle": (5, 8), "last": (9, 12)}[third]
    return date(first.year, bounds[0], 1), month_days(first.year, bounds[1], "")[1]
