"""Rules of time for what runs from one day, month or year to another."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.lang.ar.calendar import Month, first_words, ordinals, weekdays
from riwaya.read.dates.date_points import counts_things, day_number, month_year, resolve_day, year_behind
from riwaya.read.dates.timeline import EARLIEST, LATEST, Days, Timeline, day_of, future_before, just_begun, month_days


def weekday_day(line: Timeline, number: int, direction: str) -> date:
    """The day that a weekday means at publication: the last one, that day included, or with المقبل the next."""
    here = line.today or date.min
    back = (here.weekday() - number) % 7
    ahead = not direction and not (0 < back <= _JUST and just_begun(line)) and future_before(line)
    if direction == "next" or ahead:
        return here + timedelta(days=(number - here.weekday()) % 7 or 7 * (direction == "next"))
    return here - timedelta(days=back or 7) if direction == "past" else here - timedelta(days=back)


_JUST = 2


def weekday_pair(line: Timeline) -> Days | None:
    """Two weekdays, or the night between them (يومي الجمعة والسبت، ليل السبت الأحد، الليلة بين السبت والأحد)."""
    behind = line.part(line.index, "noun")
    between = line.skip(line.skip(line.index + 1, "الواقعه", "الفاصله"), "ما")
    if line.first in _NIGHTS and line.word(between) == "بين":
        behind = between + 1
    night = behind > line.index
    at = line.skip(behind, "يوم", "يومي")
    first = weekdays().get(line.word(at))
    if first is None or line.published is None or line.is_no_time:
        return None
    at += 1
    linked = line.word(at) in ("-", "–", "—", "ــ", "/", "الي", "علي")
    at += linked
    word = line.word(at)
    joined = word.startswith("و") and word[1:] in weekdays()
    second = weekdays().get(word[1:] if joined else word)
    if second is None or not (night or linked or joined) or (second - first) % 7 not in (1, 2):
        return None
    direction = line.direction(at + 1)
    last = weekday_day(line, second, direction)
    start = last - timedelta(days=(second - first) % 7)
    return Days(at + 1 + bool(direction), start, last, "night" if night else "range")


_NIGHTS = ("ليله", "الليله", "ليل")


def weekday_span(line: Timeline) -> Days | None:
    """From one weekday to another (من السبت إلى الاثنين)."""
    opener = line.first
    at = line.skip(line.index + 1, "يوم", "يومي", "مساء", "صباح", "فجر")
    first = weekdays().get(line.word(at))
    if opener not in ("من", "بين") or first is None or line.published is None:
        return None
    at += 1
    word = line.word(at)
    if opener == "بين":
        second = weekdays().get(word[1:]) if word.startswith("و") else None
    else:
        at = line.skip(line.skip(at, "الي", "حتي", "وحتي"), "يوم", "مساء", "صباح", "فجر")
        second = weekdays().get(line.word(at)) if word in ("الي", "حتي", "وحتي") else None
    if second is None:
        return None
    direction = line.direction(at + 1)
    last = weekday_day(line, second, direction)
    return Days(at + 1 + bool(direction), last - timedelta(days=(second - first) % 7), last, "range")


def day_range(line: Timeline) -> Days | None:
    """From one day of a month to another (بين 3 و5 مايو، من 30 مايو إلى 3 يونيو)."""
    at = line.index
    opener = line.first if line.first in ("من", "بين", "يومي", "ليل", "ليله", "في") else ""
    at = line.skip(at + bool(opener), "يوم", "يومي")
    first, at = _ordinal_or_number(line, at) if opener in ("من", "بين", "في", "يومي") else day_number(line, at)
    if first is None:
        return None
    early = line.month(line.skip(at, "من")) if opener in ("من", "بين") else None
    early_year: int | None = None
    if early is not None:
        early_year, at, _ = year_behind(line, early[1], early[0])
    joined = line.word(at).startswith("و")
    if not _links(line, opener, at):
        return None
    at += line.word(at) in ("-", "–", "—", "ــ", "الي", "حتي", "و", "وحتي")
    last, at = _second_day(line, at, joined)
    if last is not None and opener and (days := _of_this_month(line, first, last, line.skip(at, "من"))) is not None:
        return days
    found = line.month(line.skip(at, "من")) if last is not None else None
    if last is None or found is None:
        return None
    month, end = found
    year, end, direction = year_behind(line, end, month)
    return _between(line, end, (first, early[0] if early else month, early_year), (last, month, year), direction)


def _ordinal_or_number(line: Timeline, at: int) -> tuple[int | None, int]:
    """بين الأول والخامس من مايو: a first day that is written out, without its month."""
    found, behind = day_number(line, at)
    if found is not None or line.word(at) not in first_words(ordinals):
        return found, behind
    pairs = ((ordinals().get(line.phrase(at, length)), at + length) for length in (2, 1))
    return next(((day, end) for day, end in pairs if day is not None), (None, at))


def _of_this_month(line: Timeline, first: int, last: int, at: int) -> Days | None:
    """بين 3 و5 من الشهر الجاري: two days of the month before, this one or the next."""
    direction = line.direction(at + 1) if line.word(at) == "الشهر" else ""
    if not direction or line.published is None:
        return None
    total = line.published.year * 12 + line.published.month - 1 + {"past": -1, "current": 0, "next": 1}[direction]
    low, high = (day_of(total // 12, total % 12 + 1, day) for day in (first, last))
    return Days(at + 2, low, high, "range") if low is not None and high is not None and low < high else None


def _links(line: Timeline, opener: str, at: int) -> bool:
    """Whether the word between two days makes a range of them."""
    word = line.word(at)
    if opener == "من":
        return word in ("الي", "حتي", "وحتي")
    if opener == "بين":
        return word.startswith("و")
    return word in ("-", "–", "—", "ــ", "الي") or (word.startswith("و") and opener in ("يومي", "ليل", "ليله", "في"))


_DAY_DIGITS = 2


def _second_day(line: Timeline, at: int, joined: bool) -> tuple[int | None, int]:
    value = line.number(at, 1, 31)
    written = line.word(at).removeprefix("و")
    if joined and value is None and written in first_words(ordinals):
        names = ((ordinals().get(" ".join((written, *line.norms[at + 1 : at + n])).strip()), at + n) for n in (2, 1))
        return next(((day, end) for day, end in names if day is not None and end <= line.limit), (None, at))
    if value is None and joined and written.isdigit() and len(written) <= _DAY_DIGITS:
        value = int(written)
    return (value, at + 1) if value is not None else day_number(line, at)


def _between(
    line: Timeline, end: int, early: tuple[int, Month, int | None], late: tuple[int, Month, int | None], direction: str
) -> Days | None:
    """The range of two days; they lie in order and not more than a year apart."""
    high = resolve_day(line, *late, direction)
    if high is None:
        return None
    year = early[2]
    if year is None and late[1].calendar == "hijri":
        year = late[2]
    elif year is None:
        year = high.year - ((early[1].number, early[0]) > (high.month, high.day))
    low = resolve_day(line, early[0], early[1], year, direction)
    if low is None:
        return None
    return Days(end, low, high, "range") if low < high else None


def month_range(line: Timeline) -> Days | None:
    """From one month to another, whole months (من سبتمبر إلى يناير الماضيين، في مايو ويونيو ويوليو)."""
    opener = line.first
    at = line.skip(line.skip(line.skip(line.index, "من", "ما", "في"), "بين"), "شهر", "شهري")
    first = line.month(at)
    if first is None or first[0].calendar == "hijri":
        return None
    early_year, at, _ = year_behind(line, first[1], first[0])
    if opener == "من":
        if line.word(at) not in ("الي", "حتي", "وحتي"):
            return None
        found = line.month(line.skip(at + 1, "شهر"))
    else:
        found = _joined_month(line, at)
    while found is not None and opener not in _TWO and (third := _joined_month(line, found[1])) is not None:  # مايو ويونيو | ويوليو
        found = third
    if found is None or found[0].calendar == "hijri":
        return None
    year, end, direction = year_behind(line, found[1], found[0])
    late = year or month_year(line, found[0].number, direction)
    if late is None:
        return None
    early = early_year or late - (first[0].number > found[0].number)
    low, high = month_days(early, first[0].number, "")[0], month_days(late, found[0].number, "")[1]
    return Days(end, low, high, "range") if low < high else None


_TWO = ("من", "بين", "ما")


def _joined_month(line: Timeline, at: int) -> tuple[Month, int] | None:
    """A month behind و, written onto it."""
    at = line.skip(at, "،")
    if at >= line.limit or not line.word(at).startswith("و"):
        return None
    inner = Timeline(line.layout, at, line.published)
    return inner.month(at) if inner.clitic else None


def year_range(line: Timeline) -> Days | None:
    """From one year to another, whole years (بين عامي 2003 و2011)."""
    at = line.index
    opener = line.first
    between = opener in ("بين", "من", "الفتره", "ما")
    at = line.skip(line.skip(line.skip(at, "الفتره"), "ما"), "بين", "من") if between else at
    named = line.word(at) in ("عامي", "عام", "اعوام", "سنوات", "السنوات", "الاعوام", "سنه")
    at += named
    first = line.number(at, EARLIEST, LATEST)
    if first is None:
        return None
    joiner = line.word(at + 1)
    step = at + 2 if joiner in ("-", "–", "—", "ــ", "الي", "حتي", "و") else at + 1
    step = line.skip(step, "عام")
    word = line.word(step)
    last = line.number(step, EARLIEST, LATEST)
    if last is None and word[:1] == "و" and word[1:].isdigit() and len(word) == 5:
        last = int(word[1:])
    if last is None or last <= first or not (named or between) or (not named and counts_things(line, step)):
        return None
    return Days(step + 1, date(first, 1, 1), date(last, 12, 31), "range")
