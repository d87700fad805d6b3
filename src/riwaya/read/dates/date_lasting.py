"""How long what begins on a day goes on: so many days, or until another day."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.dates.date_counted import counted_unit
from riwaya.read.dates.date_days import weekday
from riwaya.read.dates.date_rules import POINTS
from riwaya.read.dates.timeline import Days, Timeline, month_days
from riwaya.read.text.tokens import NUMBER, SIGN

_FOR = ("لمده", "ولمده")
_LASTS = word_list("goes on")
_ENDS = word_list("comes to an end")
_UNTIL = ("حتي", "وحتي", "لغايه", "ولغايه")
_UNTIL_OR_TO = (*_UNTIL, "الي")
_AFTER = ("بعد", "عقب", "اثر")
"""بدأت الهدنة الأحد | بعد قتال استمر أسبوعا: what goes on so long was before."""
_REACH = 3
_UNIT_DAYS = {"day": 1.0, "week": 7.0, "hour": 1 / 24}


def lasting(line: Timeline, days: Days) -> Days:
    """What begins on a day and lasts so long, or until a day, ends so much later (لمدة خمسة أيام، وتستمر حتى الجمعة)."""
    if line.first == "منذ" and days.precision == "range":
        return _ended(line, days)
    if days.precision not in ("day", "night"):
        return days
    if (so_long := _said_before(line, days)) is not None:
        return so_long
    for at in range(days.end, min(days.end + _REACH, line.limit)):
        word = line.word(at)
        verb = word.removeprefix("و")
        if word in _AFTER:
            return days
        if word in _FOR:
            return _beside(line, days, at, _so_long(line, days, at + 1))
        if verb in _LASTS:
            behind = line.skip(at + 1, *_FOR)
            until = line.word(behind) in _UNTIL_OR_TO
            found = _until(line, days, behind + 1) if until else _so_long(line, days, behind)
            return _beside(line, days, at, found)
        if verb in _ENDS:
            return _until(line, days, line.skip(at + 1, "في"))
        if word in _UNTIL:
            return _until(line, days, at + 1) if at == days.end else days
    return days


def _ended(line: Timeline, days: Days) -> Days:
    """منذ عام 2014 | حتى أواخر 2016, منذ مارس، | وحتى فجر أمس: what began then and came to its end before publication."""
    at = line.skip(days.end, "،", ",")
    if line.word(at) not in _UNTIL or at + 1 >= line.limit or line.published is None:
        return days
    inner = Timeline(line.layout, at + 1, line.published, led=True)
    ends = (found for rule in POINTS if (found := rule(inner)) is not None)
    return next((Days(one.end, days.first, one.last, "range") for one in ends if days.first < one.last < days.last), days)


def _beside(line: Timeline, days: Days, at: int, found: Days) -> Days:
    """أعلن الجيش أمس | هدنة لمدة أسبوع, بدأت غدا | في تعز وتستمر أسبوعا: what happens and goes on so long, or where, stands
    between; it is no part of the time."""
    words = (line.layout.tokens[k].word for k in range(days.end, at))
    between = any("trigger" in word.labels or word.preposition == "ب" or word.norm == "في" for word in words)
    return changed(found, end=days.end) if between else found


def _said_before(line: Timeline, days: Days) -> Days | None:
    """هدنة لمدة 72 ساعة تبدأ الجمعة, هدنة من خمسة أيام اعتبارا من الأحد: how long it goes on stands before the day."""
    first = max(line.layout.sentence(line.index).start, line.index - _BEFORE_REACH)
    norms = line.norms[first : line.index]
    begins = next((at for at in range(len(norms) - 1, -1, -1) if norms[at].removeprefix("و") in _STARTS), None)
    if begins is None or not (len(norms) - begins <= _REACH or _only_dates(line, first + begins + 1)):
        return None
    bare = _counted_before(line, first, first + begins)
    if bare is not None:
        return Days(days.end, days.first, days.first + bare, "range")
    for at in range(begins - 1, -1, -1):
        if norms[at] in _FOR_SO_LONG and first + at + 1 < line.index:
            found = counted_unit(Timeline(line.layout, first + at + 1, line.published, led=True), first + at + 1)
            if found is None or found[1] not in _UNIT_DAYS or found[2] - first > begins + 1:
                return None
            more = timedelta(days=int(found[0] * _UNIT_DAYS[found[1]]))
            return Days(days.end, days.first, days.first + more, "range") if more else None
    return None


def _counted_before(line: Timeline, first: int, begins: int) -> timedelta | None:
    """وقف إطلاق النار خمسة أيام | اعتبارا من الأحد: so many days right before the word of starting."""
    for at in range(max(first, begins - _REACH), begins):
        found = counted_unit(Timeline(line.layout, at, line.published, led=True), at)
        if found is not None and found[1] in _UNIT_DAYS and found[2] == begins:
            return timedelta(days=int(found[0] * _UNIT_DAYS[found[1]])) or None
    return None


def _only_dates(line: Timeline, start: int) -> bool:
    """اعتبارا من | يوم الأحد (10 شوال) الموافق (26/7/2015): between the word of starting and the day stand other ways to say it."""
    at = start
    while at < line.index:
        one, close = line.layout.tokens[at], line.layout.brackets.get(at)
        if close is None and one.kind not in (NUMBER, SIGN) and "timeword" not in one.word.labels and one.norm not in _CALENDARS:
            return False
        at = at + 1 if close is None else close + 1
    return True


_STARTS, _CALENDARS = word_list("starts to last"), word_list("said in another calendar")
_FOR_SO_LONG, _BEFORE_REACH = ("لمده", "مدتها", "مدته", "من"), 30


def _so_long(line: Timeline, days: Days, at: int) -> Days:
    counted = counted_unit(line, at)
    if counted is not None and counted[1] == "month" and days.first == days.last:
        return Days(counted[2], days.first, _months_on(days.first, int(counted[0])), "range")
    if counted is None or counted[1] not in _UNIT_DAYS or days.first != days.last:
        return days
    so_long = timedelta(days=int(counted[0] * _UNIT_DAYS[counted[1]]))
    return Days(counted[2], days.first, days.first + so_long, "range") if so_long else days


def _months_on(day: date, count: int) -> date:
    """هدنة تبدأ الاثنين وتستمر | شهرا: the same day of a later month, or its last one."""
    total = day.year * 12 + day.month - 1 + count
    last = month_days(total // 12, total % 12 + 1, "")[1]
    return min(last, last.replace(day=min(day.day, last.day)))


def _until(line: Timeline, days: Days, at: int) -> Days:
    """Until the day that is named; a weekday is the next one from the first day on."""
    if line.word(at) in ("وقت", "ساعه") and line.word(at + 2) == "من":
        at += 3
    if at >= line.limit:
        return days
    inner = Timeline(line.layout, at, line.published, led=True)
    for rule in POINTS:
        found = rule(inner)
        if found is None:
            continue
        last = found.last
        if last < days.first and rule is not weekday:
            return days
        if rule is weekday:
            last = days.last + timedelta(days=(last - days.last).days % 7 or 7)
        return Days(found.end, days.first, last, "range") if last > days.last else days
    return days
