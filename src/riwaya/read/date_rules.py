"""The rules of time: each looks at the tokens from one place on and answers with days, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Hijri

from riwaya.lang.ar.calendar import Month, directions, months, ordinals, parts, shifts, thirds, units, weekdays
from riwaya.read.layout import Layout
from riwaya.read.numbers import read_number
from riwaya.read.tokens import NUMBER, Token

_DAY = timedelta(days=1)
_UNIT_DAYS = {"day": 1, "week": 7}
_EARLIEST, _LATEST = 1900, 2100


@dataclass(frozen=True, slots=True)
class Days:
    """What a rule found: the token after the expression, first and last day, precision."""

    end: int
    first: date
    last: date
    precision: str


class Timeline:
    """The tokens from one place on, the day of publication, and small look-ups."""

    def __init__(self, layout: Layout, index: int, published: date | None) -> None:
        self.layout = layout
        self.tokens = layout.tokens
        self.index = index
        self.published = published
        self.limit = layout.sentence(index).end
        first = self.tokens[index]
        self.clitic = 0
        self.first = first.norm
        if first.norm[:1] in ("و", "ف", "ب", "ل") and first.norm not in _WHOLE and first.norm[1:] in _OPENERS_BEHIND_CLITIC():
            self.clitic, self.first = 1, first.norm[1:]

    def word(self, at: int) -> str:
        """The folded word at a token, empty behind the end of the sentence; the first word without its clitic."""
        if at == self.index:
            return self.first
        return self.tokens[at].norm if at < self.limit else ""

    def number(self, at: int, low: int, high: int) -> int | None:
        """The number in digits at a token, if it lies between the bounds."""
        if at >= self.limit or self.tokens[at].kind != NUMBER or not self.tokens[at].norm.isdigit():
            return None
        value = int(self.tokens[at].norm) if len(self.tokens[at].norm) < 5 else 0
        return value if low <= value <= high else None

    def phrase(self, at: int, length: int) -> str:
        """Some folded words from a token on, joined by blanks."""
        return " ".join(self.word(k) for k in range(at, at + length))

    def month(self, at: int) -> tuple[Month, int] | None:
        """The month at a token and the token after it, its second name in brackets or behind a stroke included."""
        for length in (2, 1):
            name = self.phrase(at, length)
            found = months().get(name)
            if found is not None and at + length <= self.limit:
                return found, self._second_name(at + length, found.number)
        return None

    def _second_name(self, at: int, number: int) -> int:
        """سبتمبر/أيلول, سبتمبر (أيلول): one month with two names."""
        if self.word(at) not in ("/", "(", "-"):
            return self._twin(at, number)
        for length in (2, 1):
            found = months().get(self.phrase(at + 1, length))
            if found is not None and found.number == number:
                end = at + 1 + length
                return end + 1 if self.word(at) == "(" and self.word(end) == ")" else end
        return at

    def _twin(self, at: int, number: int) -> int:
        """يوليو تموز: two names side by side."""
        for length in (2, 1):
            found = months().get(self.phrase(at, length))
            if found is not None and found.number == number:
                return at + length
        return at

    def direction(self, at: int) -> str:
        """past, current or next, if an adjective of time stands at a token."""
        return directions().get(self.word(at), "")


_WHOLE = frozenset({"فجر", "بداية", "بدايه", "ليل", "ليله", "ليلا", "فجرا", "بعد", "فبراير", "فيفري", "ليالي"})


def _OPENERS_BEHIND_CLITIC() -> frozenset[str]:
    return _behind_clitic()


def _behind_clitic() -> frozenset[str]:
    words = {form.split()[0] for form in (*weekdays(), *months(), *thirds(), *shifts())}
    return frozenset(words | parts("noun"))


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
    if line.word(after) in ("عام", "سنه", "من", "،") and line.number(after + 1, 1300, _LATEST) is not None:
        after += 1
    low, high = (1300, 1500) if month.calendar == "hijri" else (_EARLIEST, _LATEST)
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
        return _day(year, month.number, day)
    if line.published is None:
        return None
    here = line.published.year
    candidates = [_day(y, month.number, day) for y in (here - 1, here, here + 1)]
    known = [one for one in candidates if one is not None]
    if direction == "next" or (direction == "" and _future_before(line)):
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


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def numeric_day(line: Timeline) -> Days | None:
    """20/9/2023 (day first), 2023-09-20, 20.9.2023."""
    at = line.index
    if line.word(at + 1) in ("/", "-") and line.word(at + 3) == line.word(at + 1):
        low, middle, high = (line.number(at + k, 1, _LATEST) for k in (0, 2, 4))
        if low and middle and high:
            year, month, day = (low, middle, high) if low > 31 else (high, middle, low)
            found = _day(year, month, day) if _EARLIEST <= year <= _LATEST and month <= 12 else None
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
    first, last = _month_days(year, month.number, third)
    return Days(end, first, last, "month")


def _month_year(line: Timeline, month: int, direction: str) -> int | None:
    """The year of a month without one: the nearest past month, this one or the next."""
    here = line.published
    if here is None:
        return None
    if direction == "next" or (not direction and _future_before(line)):
        return here.year if month >= here.month else here.year + 1
    if direction == "past":
        return here.year if month < here.month else here.year - 1
    return here.year if month <= here.month else here.year - 1


def _month_days(year: int, month: int, third: str) -> tuple[date, date]:
    first = date(year, month, 1)
    last = (date(year + month // 12, month % 12 + 1, 1)) - _DAY
    if third == "first":
        return first, first.replace(day=10)
    if third == "middle":
        return first.replace(day=11), first.replace(day=20)
    return (first.replace(day=21), last) if third == "last" else (first, last)


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
    if direction == "next" or (not direction and _future_before(line)):
        return here + timedelta(days=(number - here.weekday()) % 7 or 7)
    return here - timedelta(days=back or 7) if direction == "past" else here - timedelta(days=back)


def _future_before(line: Timeline) -> bool:
    """Whether a future form or a word of plan stands shortly before the expression, and no past one nearer."""
    first = line.layout.sentence(line.index).start
    for at in range(line.index - 1, max(first, line.index - 6) - 1, -1):
        token = line.tokens[at]
        if token.norm in _PLANNED or _is_future(token):
            return True
        if any(getattr(found.sense.form, "tense", "") == "perfect" for found in token.word.analyses):
            return False
    return False


_PLANNED = frozenset({"سوف", "المقرر", "مقررا", "المنتظر", "المزمع", "المتوقع", "المقبل", "المقبله", "سيتم", "سيكون", "ستكون"})


def _is_future(token: Token) -> bool:
    return bool(token.word.analyses) and token.word.analyses[0].future


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
    if total < _EARLIEST * 12:
        return None
    year, month = divmod(total, 12)
    return next((day for back in range(4) if (day := _day(year, month + 1, here.day - back)) is not None), None)


def _whole(end: int, day: date, unit: str) -> Days:
    """Months and years ago are no exact days: the whole month, the whole year."""
    if unit == "month":
        first, last = _month_days(day.year, day.month, "")
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
        first, last = _third(first, last, third, unit)
    return Days(at + 1 + bool(direction), first, last, unit)


_UNITS = {"الاسبوع": "week", "الشهر": "month", "العام": "year", "السنه": "year"}


def _period(here: date, unit: str, shift: int) -> tuple[date, date]:
    if unit == "week":
        monday = here - timedelta(days=here.weekday()) + timedelta(days=7 * shift)
        return monday, monday + timedelta(days=6)
    if unit == "month":
        total = here.year * 12 + here.month - 1 + shift
        return _month_days(total // 12, total % 12 + 1, "")
    return date(here.year + shift, 1, 1), date(here.year + shift, 12, 31)


def _third(first: date, last: date, third: str, unit: str) -> tuple[date, date]:
    """A third of a month; of a year its first month, its four middle months, its last four."""
    if unit == "month":
        return _month_days(first.year, first.month, third)
    bounds = {"first": (1, 1), "middle": (5, 8), "last": (9, 12)}[third]
    return date(first.year, bounds[0], 1), _month_days(first.year, bounds[1], "")[1]


def year_alone(line: Timeline) -> Days | None:
    """عام 2011, في 2012: the whole year."""
    at = line.index
    if line.word(at) not in ("عام", "العام", "سنه", "في") and not thirds().get(line.word(at)):
        return None
    third = thirds().get(line.word(at), "")
    at += 1
    at += line.word(at) in ("عام", "سنه")
    year = line.number(at, _EARLIEST, _LATEST)
    if year is None or line.word(at + 1) in ("/", "-") or (line.published is None and third):
        return None
    first, last = date(year, 1, 1), date(year, 12, 31)
    if third:
        first, last = _third(first, last, third, "year")
    return Days(at + 1, first, last, "year")


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
