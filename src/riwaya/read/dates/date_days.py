"""Rules of time for single days by their names: a weekday, a day counted from publication, the nth day running."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.lang.ar.calendar import first_words, no_times, ordinals, shifts, weekdays
from riwaya.read.dates.date_points import whole_month, year_alone
from riwaya.read.dates.date_spans import weekday_day
from riwaya.read.dates.timeline import Days, Timeline, day_of
from riwaya.read.text.layout import Layout

_MOST = 999


def weekday(line: Timeline) -> Days | None:
    """A weekday: the last such day before publication, that day included, unless المقبل or a future verb looks ahead."""
    at = line.part(line.index, "noun")
    named = line.word(at) == "يوم"
    at += named
    bracket = line.word(at) == "("
    at += bracket
    number = weekdays().get(line.word(at))
    if number is None or line.today is None or line.is_no_time or (not named and _is_two(line, at)):
        return None
    at = line.skip(at + 1, ")") if bracket else at + 1
    behind = line.before_last(at)
    direction = "past" if behind > at else line.direction(at)
    day = weekday_day(line, number, direction) - timedelta(days=7 * (behind > at))
    at = behind if behind > at else at + bool(direction)
    return None if _is_of_other_time(line, at, day) else Days(line.part(at, "adverb"), day, day, "day")


def _is_of_other_time(line: Timeline, at: int, day: date) -> bool:
    """صلاة الجمعة | في شهر رمضان, الاثنين | في عام 1970: a weekday of a month or year that the last one does not lie in."""
    if line.word(at) not in ("في", "من") or at + 1 >= line.limit:
        return False
    behind = Timeline(line.layout, at + 1, line.published, led=True)
    told = whole_month(behind) or year_alone(behind)
    return told is not None and not told.first <= day <= told.last


def _is_two(line: Timeline, at: int) -> bool:
    """الشرطيين الاثنين: two of them, no Monday (يجتمع الطرفان الاثنين)."""
    before = line.before()
    return line.word(at) == "الاثنين" and at == line.index and before.startswith("ال") and before.endswith("ين")


def _is_of_another(line: Timeline, word: str, at: int) -> bool:
    """اليوم | التالي, الليلة | نفسها, اليوم | الماضي: a day or night that another one tells."""
    told = word in ("اليوم", "الليله") and line.word(at) in no_times("after") and not _is_himself(line, at)
    return told or (word == "اليوم" and bool(line.direction(at)))


def relative_day(line: Timeline) -> Days | None:
    """A day counted from publication (أمس، اليوم، غدا); a weekday beside it wins where the two disagree."""
    at = line.part(line.index, "noun")
    at += line.word(at) == "يوم" and line.phrase(at, 2) not in shifts()
    if line.today is None or line.word(at) not in first_words(shifts) or line.is_no_time:
        return None
    shift = next((found for length in (3, 2, 1) if (found := shifts().get(line.phrase(at, length))) is not None), None)
    if shift is None or _is_need(line, at + 1):
        return None
    word = line.word(at)
    at += shift.length
    if _is_of_another(line, word, at):
        return None
    if word == "هذا" and line.before() == "مثل":
        return _year_ago(line, at)
    if word == "اليوم" and line.before() == "هذا" and line.before(2) == "مثل":
        return None
    if word == "اليوم" and line.before() in _UP_TO and line.word(at) != "(" and line.word(at) not in weekdays():
        return None
    day = line.today + timedelta(days=shift.days)
    if word == "اليوم" and (told := _told_apart(line, at)) is not None:
        return told
    at, number = _beside(line, at)
    if word == "اليوم" and number is None and line.before() == "في" and at == line.index + 1:
        return None
    if number is not None and day.weekday() != number:
        day = line.today - timedelta(days=(line.today.weekday() - number) % 7) if shift.days <= 0 else day
    day += timedelta(days=_is_after_midnight(line))
    last = day + timedelta(days=1) if shift.precision == "night" else day
    return Days(line.part(at, "adverb"), day, last, shift.precision)


def _is_after_midnight(line: Timeline) -> bool:
    """قصفوا القرية بعد | منتصف ليل أمس: in the night behind that day, which is the next one already."""
    return line.before() == "بعد" and line.phrase(line.index, 2) == "منتصف ليل"


def _is_need(line: Timeline, at: int) -> bool:
    """في أمس | الحاجة إلى الغذاء: in direst need."""
    return line.word(at).removeprefix("ال") == "حاجه" and line.word(at - 1) == "امس"


_UP_TO = ("الي", "لحد")
"""أربعة آلاف قتيل | إلى اليوم: until now."""


def _year_ago(line: Timeline, at: int) -> Days | None:
    """في مثل هذا اليوم من العام الماضي: a year ago; of no year, if none is told."""
    at = line.skip(at, "من")
    if line.word(at) not in ("العام", "السنه") or line.direction(at + 1) != "past" or line.today is None:
        return None
    day = day_of(line.today.year - 1, line.today.month, line.today.day)
    return Days(at + 2, day, day, "day") if day is not None else None


def _is_himself(line: Timeline, at: int) -> bool:
    """فجر انتحاري اليوم | نفسه: what a verb behind the subject hits, not the same day (في اليوم نفسه)."""
    first = max(line.layout.sentence(line.index).start, line.index - _HIMSELF_REACH)
    return line.word(at) == "نفسه" and any(norm.removeprefix("و") in _HIMSELF for norm in line.norms[first : line.index])


_HIMSELF, _HIMSELF_REACH = ("فجر", "احرق", "سلم", "نسف"), 4


def _told_apart(line: Timeline, at: int) -> Days | None:
    """فجر اليوم (أمس السبت): in somebody's words, and in brackets which day that is for the reader."""
    if line.word(at) != "(" or line.today is None or at + 1 >= line.limit:
        return None
    shift = shifts().get(line.word(at + 1)) or shifts().get(line.phrase(at + 1, 3)) or shifts().get(line.phrase(at + 1, 2))
    if shift is None or shift.days >= 0:
        return None
    end = line.skip(_beside(line, at + 1 + shift.length)[0], ")")
    day = line.today + timedelta(days=shift.days)
    return Days(end, day, day, "day")


def _beside(line: Timeline, at: int) -> tuple[int, int | None]:
    """A weekday in brackets, behind a comma or right behind a day word."""
    opened = line.word(at) == "("
    behind = line.skip(line.skip(at, "(", "،", ","), "يوم")
    number = weekdays().get(line.word(behind))
    if number is None:
        return at, None
    return (line.skip(behind + 1, ")") if opened else behind + 1), number


def running_day(line: Timeline) -> Days | None:
    """For so many days running, until the day of publication (لليوم الثالث على التوالي); not the second day of something."""
    if line.tokens[line.index].norm.removeprefix("و") not in ("لليوم", "لليله") or line.today is None:
        return None
    count, at = _how_manieth(line, line.skip(line.index + 1, "ال"))
    running = line.word(at) == "علي" and line.word(at + 1) == "التوالي"
    end = at + 2 if running else line.skip(at, "تواليا")
    if count is None or (end == at and line.word(at) == "من"):
        return None
    return Days(end, line.today - timedelta(days=count - 1), line.today, "range")


def _how_manieth(line: Timeline, at: int) -> tuple[int | None, int]:
    """How many days it has been, in digits or as ordinal, and the token behind (لليوم الحادي عشر، لليلة الرابعة، لليوم الـ77)."""
    number = line.number(at, 2, _MOST)
    if number is not None:
        return number, at + 1
    for length in (2, 1):
        name = " ".join(word.removesuffix("ه") for word in line.phrase(at, length).split())
        count = ordinals().get(name)
        if count is not None and at + length <= line.limit:
            return count, at + length
    return None, at


def days_told(layout: Layout) -> frozenset[int]:
    """قتل خمسة في | اليوم التالي, في اليوم نفسه: the tokens of a day that another one tells; صحيفة اليوم السابع is a name."""
    tokens, found = layout.tokens, set()
    if _THE_DAY not in layout.norms:
        return frozenset()
    for at in range(1, len(tokens) - 1):
        if tokens[at].norm == _THE_DAY and tokens[at - 1].norm in _DAY_LEADS and tokens[at + 1].norm in no_times("after"):
            found |= {at, at + 1}
    return frozenset(found)


_THE_DAY = "اليوم"
_DAY_LEADS = frozenset({"في", "وفي", "صباح", "مساء", "فجر"})
