"""Rules of time for days, months and years that are written out."""

from __future__ import annotations

from datetime import date, timedelta

from hijridate import Hijri

from riwaya.lang.ar.calendar import Month, first_words, months, no_times, ordinals, thirds, weekdays
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.dates.timeline import EARLIEST, LATEST, Days, Timeline, day_of, future_before, month_days
from riwaya.read.text.tokens import NUMBER, WORD


def absolute_day(line: Timeline) -> Days | None:
    """A day and a month, with a year or the nearest one before publication (20 أيلول 2023)."""
    at = skip_day_names(line, line.index)
    day, at = day_number(line, at)
    if day is None:
        return None
    at = line.skip(at, "من")
    if line.word(at) == "الشهر" or (line.word(at - 2) == "يوم" and line.direction(at) == "current"):
        return _day_of_month(line, day, at + (line.word(at) == "الشهر"))
    at = line.skip(at, "شهر")
    found = line.month(at)
    if found is None:
        return None
    month, at = found
    year, at, direction = year_behind(line, at, month)
    resolved = resolve_day(line, day, month, year, direction)
    if resolved is None or (year is None and line.is_name):
        return None
    opened = any(line.word(k) == "(" and line.word(k - 1) in weekdays() for k in range(line.index + 1, at))
    at = line.skip(at, ")") if opened else at
    return _in_other_calendar(line, Days(at, resolved, resolved, "day"), month)


def _day_of_month(line: Timeline, day: int, at: int) -> Days | None:
    """26 من الشهر الماضي, الثاني من الشهر الجاري: a day of the month before, this one or the next."""
    direction = line.direction(at)
    if not direction or line.published is None:
        return None
    total = line.published.year * 12 + line.published.month - 1 + {"past": -1, "current": 0, "next": 1}[direction]
    found = day_of(total // 12, total % 12 + 1, day)
    return Days(at + 1, found, found, "day") if found is not None else None


def skip_day_names(line: Timeline, at: int) -> int:
    """The token behind a part of the day, يوم and a weekday, which may stand before a date."""
    at = line.part(at, "noun")
    at = line.skip(at, "يوم")
    opened = line.word(at) == "(" and line.word(at + 1) in weekdays()
    at += opened
    at += line.word(at) in weekdays()
    at = line.skip(at, ")") if opened else at
    at = line.skip(at, "،", ",", "(")
    return line.skip(line.skip(at, "الموافق", "في"), "ال")


def day_number(line: Timeline, at: int) -> tuple[int | None, int]:
    """The day of a month, in digits or as ordinal, and the token after it."""
    at = line.skip(at, "ال")
    value = line.number(at, 1, 31)
    if value is not None:
        return value, at + 1
    if line.word(at) == "اول" and line.month(at + 1) is not None:  # في | أول | أغسطس
        return 1, at + 1
    if line.word(at) not in first_words(ordinals):
        return None, at
    for length in (2, 1):
        ordinal = ordinals().get(line.phrase(at, length))
        if ordinal is not None and line.word(at + length) in ("من", "شهر"):
            return ordinal, at + length
    return None, at


def year_behind(line: Timeline, at: int, month: Month) -> tuple[int | None, int, str]:
    """The year behind a month and the token after it (فبراير الماضي 2021 too), else الماضي, الجاري, المقبل or من العام الماضي."""
    after = at + 1 if line.direction(at) and line.number(at + 1, EARLIEST, LATEST) and not counts_things(line, at + 1) else at
    if line.word(after) in ("عام", "لعام", "سنه", "لسنه", "من", "،"):
        step = 2 if line.word(after + 1) in ("عام", "سنه") else 1
        after += step if line.number(after + step, 1300, LATEST) is not None else 0
    low, high = (1300, 1500) if month.calendar == "hijri" else (EARLIEST, LATEST)
    year = line.number(after, low, high)
    if year is not None:
        after += 1
        return year, line.skip(after, "هـ", "ه", "هجريه", "م", "ميلاديه"), ""
    said = line.skip(at, "من")
    if line.word(said) in ("العام", "السنه") and line.direction(said + 1) and line.published is not None:
        shift = {"past": -1, "current": 0, "next": 1}[line.direction(said + 1)]
        return line.published.year + shift, said + 2, ""
    direction = line.direction(at)
    return None, at + 1 if direction else at, direction


def resolve_day(line: Timeline, day: int, month: Month, year: int | None, direction: str) -> date | None:
    """The date of a day and month; without a year the nearest one before publication, or after it where plans are told."""
    if month.calendar == "hijri":
        return _hijri_day(line, day, month.number, year)
    if year is not None:
        return day_of(year, month.number, day)
    if line.published is None:
        return None
    here = line.published
    known = [one for y in (-1, 0, 1) if (one := day_of(here.year + y, month.number, day)) is not None]
    if not direction and known and line.before() in _UNTIL:
        return min(known, key=lambda one: abs((one - here).days))
    just = [one for one in known if 0 < (here - one).days <= _JUST]
    if direction == "next" or (not direction and not just and future_before(line)):
        return next((one for one in known if one >= here), None)
    if direction == "current":
        return next((one for one in known if one.year == here.year), None)
    soon = next((one for one in known if 0 < (one - here).days <= _SOON), None)
    if not direction and soon is not None:
        return soon
    past = [one for one in known if one <= here]
    return past[-1] if past else None


_UNTIL = ("حتي", "الي", "لغايه")
"""أمام المجلس | حتى 17 سبتمبر, أرجئت | إلى السابع منه: until such a day, which lies ahead as well as behind."""

_JUST = 30
"""A day and month that has just passed is not next year's, even where plans are told (كان مقررا أن تبدأ في 31 يوليو)."""
_SOON = 21
"""A day and month that lies this little ahead of publication is meant to come, not last year's."""


def _hijri_day(line: Timeline, day: int, month: int, year: int | None) -> date | None:
    """Umm al-Qura calendar; without a year the nearest such day before publication."""
    years = [year] if year is not None else hijri_years(line)
    for one in years:
        resolved = from_hijri(one, month, day)
        if resolved is not None and (year is not None or (line.published is not None and resolved <= line.published)):
            return resolved
    return None


def from_hijri(year: int, month: int, day: int) -> date | None:
    """The day of the Umm al-Qura calendar; None where there is no such day or the calendar does not reach."""
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri_years(line: Timeline) -> list[int]:
    """The Hijri years about publication, the latest first."""
    if line.published is None:
        return []
    here = int((line.published.year - 621.5) * 33 / 32)
    return [here + 1, here, here - 1, here - 2]


def _in_other_calendar(line: Timeline, days: Days, month: Month) -> Days:
    """10 رمضان 1436 الموافق 27 يونيو 2015, 10 رمضان (27 يونيو): the same day in two calendars, the Gregorian one counts."""
    if month.calendar != "hijri":
        return days
    opened = line.word(days.end) == "("
    at = line.skip(days.end, "الموافق", "(", "-", "–", "،", "/")
    if at == days.end and not opened:
        return days
    day, at = day_number(line, skip_day_names(line, at))
    found = line.month(at) if day is not None else None
    if day is None or found is None or found[0].calendar == "hijri":
        return days
    year, end, direction = year_behind(line, found[1], found[0])
    resolved = resolve_day(line, day, found[0], year, direction)
    return Days(line.skip(end, ")") if opened else end, resolved, resolved, "day") if resolved else days


def numeric_day(line: Timeline) -> Days | None:
    """A date in digits, day first (20/9/2023، 2023-09-20); a day and month alone only behind يوم, بتاريخ or a weekday."""
    at = line.index
    if line.first.count(".") == 2:
        return _from_numbers(at + 1, line.word(at).split("."))
    stroke = line.word(at + 1)
    if stroke not in ("/", "-"):
        return None
    if line.word(at + 3) == stroke:
        return _from_numbers(at + 5, [line.word(at), line.word(at + 2), line.word(at + 4)])
    day, month = line.number(at, 1, 31), line.number(at + 2, 1, 12)
    told = line.before() in ("يوم", "بتاريخ", "تاريخ") or line.before() in weekdays()
    if day is None or month is None or stroke != "/" or not told:
        return None
    resolved = resolve_day(line, day, Month("gregorian", month, 1, False), None, "")
    return Days(at + 3, resolved, resolved, "day") if resolved else None


def _from_numbers(end: int, words: list[str]) -> Days | None:
    if not all(word.isdigit() and len(word) <= 4 for word in words):
        return None
    low, middle, high = map(int, words)
    year, month, day = (low, middle, high) if low > 31 else (high, middle, low)
    year += 2000 if year < 100 and len(words[2]) == 2 and year <= 40 else 0
    found = day_of(year, month, day) if EARLIEST <= year <= LATEST and month <= 12 else None
    return Days(end, found, found, "day") if found else None


def whole_month(line: Timeline) -> Days | None:
    """A month, or with مطلع, منتصف or أواخر a third of it, the nearest before publication (منتصف يناير)."""
    at = line.index
    third = thirds().get(line.first, "")
    at += bool(third)
    named = line.word(at) == "شهر"
    at += named
    found = line.month(at)
    if not third and line.phrase(line.index, 2) in _FASTING:
        return _hijri_month(line, _RAMADAN, None, "", line.index + 2)
    if found is None or _is_of_name(line) or line.is_verb:
        return None
    month, behind = found
    year, end, direction = year_behind(line, behind, month)
    if line.phrase(line.skip(end, "المبارك"), 2) == "من كل":  # في شهر رمضان | من كل عام
        return None
    counted = line.number(end, 1, 31) is not None and not third and not counts_things(line, end)
    if year is None and not direction and (counted or line.before() in no_times("name")):
        return None
    sure = year is not None or direction or named or third or behind > at + month.length
    sure = sure or (line.before().removeprefix("و") in _BEFORE_MONTH and not line.tokens[at].raw.endswith("اب"))
    if not sure and not month.alone:
        return None
    if month.calendar == "hijri":
        told = _hijri_month(line, month.number, year, direction, end)
        return _hijri_third(told, third) if told is not None and third else told
    year = year or month_year(line, month.number, direction)
    if year is None:
        return None
    first, last = month_days(year, month.number, third)
    return Days(end, first, last, "month")


_FASTING, _RAMADAN = word_list("month of fasting"), 9
"""قتل مئة مدني خلال | الشهر الفضيل: what Ramadan is called without its name."""


def _is_of_name(line: Timeline) -> bool:
    """أحداث 11 | سبتمبر, الحادي عشر من | سبتمبر, سبتمبر (أيلول): the month of a day that is a name, and its second name alone."""
    second = line.before() == "(" and line.before(2) in months()
    of_day = line.before() == "من" and line.before(2) == "عشر" and line.before(4) in no_times("name")
    joined = line.before(2) == "و" and line.before(3) in months() and line.named(5)
    return second or of_day or (line.before().isdigit() and (joined or line.named(2)))


_BEFORE_MONTH = word_list("before a month")


def _hijri_month(line: Timeline, month: int, year: int | None, direction: str, end: int) -> Days | None:
    """شهر رمضان: the month that goes on at publication or the last one; الماضي: the last that is over, المقبل: the next."""
    end = line.skip(end, "المبارك", "الكريم", "الفضيل", "المعظم")
    direction = direction or line.direction(end)
    end += bool(line.direction(end))
    here = line.published
    found = [days for one in ([year] if year else sorted(hijri_years(line))) if (days := _hijri_days(one, month)) is not None]
    if year is None and here is not None:
        if direction == "next":
            found = [days for days in found if days[0] > here][:1]
        else:
            found = [days for days in found if (days[1] if direction == "past" else days[0]) <= here][-1:]
    return Days(end, *found[-1], "month") if found and (year is not None or here is not None) else None


def _hijri_third(month: Days, third: str) -> Days:
    """أواخر رمضان, مطلع شوال: its first ten days, the ten behind them, or what is left."""
    bounds = {"first": (0, 9), "middle": (10, 19)}.get(third, (20, (month.last - month.first).days))
    first, last = (month.first + timedelta(days=days) for days in bounds)
    return Days(month.end, first, last, "month")


def _hijri_days(year: int, month: int) -> tuple[date, date] | None:
    """First and last day of a Hijri month, which has thirty days or one less."""
    first, last = from_hijri(year, month, 1), from_hijri(year, month, 30) or from_hijri(year, month, 29)
    return (first, last) if first is not None and last is not None else None


def month_year(line: Timeline, month: int, direction: str) -> int | None:
    """The year of a month without one: the nearest past month, this one or the next."""
    here = line.published
    if here is None:
        return None
    just = (here.month - month) % 12 == 1
    if direction == "next" or (not direction and not just and future_before(line)):
        return here.year if month >= here.month else here.year + 1
    if direction == "past":
        return here.year if month < here.month else here.year - 1
    return here.year if month <= here.month else here.year - 1


def year_alone(line: Timeline) -> Days | None:
    """A year or a part of it (عام 2011، أواخر 2013)."""
    at = line.index
    third = thirds().get(line.first, "")
    opener = line.first
    war = opener == "حرب" and line.before() in _DURING  # شهدت معارك خلال | حرب 1994
    if opener not in ("عام", "العام", "سنه", "في") and not third and not war:
        return None
    at = line.skip(at + 1, "عام", "سنه", "العام")
    year = line.number(at, EARLIEST, LATEST)
    if year is None or _goes_on(line, at + 1):
        return None
    if at == line.index + 1 and opener == "في" and year % 100 == 0 and counts_things(line, at):
        return None
    first, last = date(year, 1, 1), date(year, 12, 31)
    if third:
        first, last = third_of(first, last, third, "year")
    return Days(line.skip(at + 1, "م"), first, last, "year")


_DURING = word_list("during a war")


def _goes_on(line: Timeline, at: int) -> bool:
    """عام 2015 | / 1436, عام 2019 | - 2020: a second number behind a stroke or dash; not منذ عام 2019-."""
    sign = line.word(at)
    return sign == "/" or (sign in ("-", "–") and at + 1 < line.limit and line.tokens[at + 1].kind == NUMBER)


def counts_things(line: Timeline, at: int) -> bool:
    """Whether an indefinite noun stands behind a number (2000 منزل), so that it counts things and names no year."""
    if at + 1 >= line.limit or line.tokens[at + 1].kind != WORD:
        return False
    word = line.tokens[at + 1].word
    closed = word.labels & {"prep", "that", "relative", "locative", "subordinator", "contrast", "adverb"}
    verbal = any(found.sense.part == "verb" for found in word.analyses)
    return not (closed or verbal or word.conjunction or word.preposition or word.norm.startswith("ال"))


def third_of(first: date, last: date, third: str, unit: str) -> tuple[date, date]:
    """A third of a month; of a year its first month, the two months in its middle, its last three, its last one."""
    if unit == "month":
        return month_days(first.year, first.month, third)
    bounds = {"first": (1, 1), "middle": (6, 7), "last": (10, 12), "end": (12, 12)}[third]
    return date(first.year, bounds[0], 1), month_days(first.year, bounds[1], "")[1]
