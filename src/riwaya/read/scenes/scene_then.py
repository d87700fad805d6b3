"""Times that look back to the time that was told last: back then, since then, the day before that, in the same month, two days
later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from riwaya.lang.ar.calendar import units
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.event import When
from riwaya.read.dates.date_counted import counted_unit
from riwaya.read.dates.dates import DateMention
from riwaya.read.dates.timeline import Timeline, month_days
from riwaya.read.scenes.scene import Ground, Scene, last_before

_THEN = word_list("back then")
_REACH, _NEAR = 8, 1.0
_NEXT = frozenset({"التالي", "التاليه", "اللاحق"})
_SAME = frozenset({"نفسه", "ذاته", "عينه", "نفسها", "ذاتها"})
_UNITS = {"الشهر": "month", "العام": "year", "السنه": "year"}
_MOMENTS = frozenset({"الحين", "التاريخ", "الوقت", "اليوم"})
_UNIT_DAYS = {"day": 1, "week": 7}
_SHIFTING = {"قبل": -1, "قبلها": -1, "بعد": 1, "بعدها": 1}


def looked_back(ground: Ground, scene: Scene, published: date | None) -> DateMention | None:
    """The time of a claim whose clause only looks back to a time that its paragraph has told."""
    if scene.modality != "actual":
        return None
    layout = ground.grammar.layout
    sentence = layout.sentence(scene.index)
    first, last = max(sentence.start, min(scene.own) - _REACH), min(sentence.end, max(scene.own) + _REACH)
    for at in range(first, last):
        rule = _OPENERS.get(ground.grammar.tokens[at].norm.removeprefix("و"))
        if rule is None and ground.grammar.tokens[at].norm not in _THEN:
            continue
        told = _told_last(ground, scene, at, published)
        if told is None or ground.distance(scene, at, at + 1) > _NEAR or not ground.told(scene, at):
            continue
        found = (rule or _back_then)(ground, at, told, published)
        if found is not None:
            return found
    return None


def says_then(ground: Ground, scene: Scene) -> bool:
    """وقتل آنذاك خمسة جنود بصاروخ أطلقته القوة التي رحلت في ديسمبر: what is told to have been then, before any other time."""
    behind = max(scene.own) + 1
    return behind < len(ground.grammar.tokens) and ground.grammar.tokens[behind].norm in _THEN


def _told_last(ground: Ground, scene: Scene, at: int, published: date | None) -> DateMention | None:
    """The last time before a token that its paragraph tells, which is no time to come."""
    grammar = ground.grammar
    told = last_before(grammar.dates, at)
    sentence = grammar.layout.sentence(scene.index)
    if told is None:
        return None
    there = grammar.layout.sentence(told.start)
    line_before = grammar.layout.sentence_of[sentence.start] - grammar.layout.sentence_of[there.start] == 1
    if there.paragraph != sentence.paragraph and not line_before:
        return None
    return told if published is None or told.when.end <= published else None


def _back_then(ground: Ground, at: int, told: DateMention, published: date | None) -> DateMention | None:
    """وهاجموا المدينة عام 2014، وقتل حينها ضابط: at that time."""
    return told


def _since_then(ground: Ground, at: int, told: DateMention, published: date | None) -> DateMention | None:
    """ومنذ ذلك الحين قتل مئة شخص: from that time until publication."""
    norms = ground.grammar.layout.norms
    if published is None or _word(norms, at + 1) != "ذلك" or _word(norms, at + 2) not in _MOMENTS:
        return None
    return _mention(ground, at, at + 3, (told.when.start, published), "range")


def _same_period(ground: Ground, at: int, told: DateMention, published: date | None) -> DateMention | None:
    """وفي الشهر نفسه شنوا هجوما: the month or year of that time; وفي العام التالي: the one behind it."""
    norms = ground.grammar.layout.norms
    unit = _UNITS[norms[at].removeprefix("و")]
    if _word(norms, at + 1) in _NEXT:
        return _next_period(ground, at, told, unit, published)
    if _word(norms, at + 1) not in _SAME:
        return None
    day = told.when.start
    if unit == "month":
        return _mention(ground, at, at + 2, month_days(day.year, day.month, ""), "month")
    return _mention(ground, at, at + 2, (date(day.year, 1, 1), date(day.year, 12, 31)), "year")


def _next_period(ground: Ground, at: int, told: DateMention, unit: str, published: date | None) -> DateMention | None:
    """هاجموا المدينة في مايو 2017. وفي الشهر التالي | انسحبوا: the month or year behind that time, if it has begun."""
    day = told.when.start
    total = day.year * 12 + day.month if unit == "month" else (day.year + 1) * 12
    month = month_days(total // 12, total % 12 + 1, "") if unit == "month" else None
    days = month or (date(day.year + 1, 1, 1), date(day.year + 1, 12, 31))
    finer = unit == "year" or told.when.precision != "year"
    return _mention(ground, at, at + 2, days, unit) if finer and (published is None or days[0] <= published) else None


def _later(ground: Ground, at: int, told: DateMention, published: date | None) -> DateMention | None:
    """وبعد يومين هاجموا, وبعد ساعات انفجرت, بعيد ذلك: so long behind the day that was told, at the head of a sentence."""
    layout = ground.grammar.layout
    heads = at - layout.sentence(at).start <= 1 or (ground.grammar.is_comma(at - 1) and bool(layout.tokens[at].word.conjunction))
    if not heads or not _is_day(told):
        return None
    if _word(layout.norms, at).removeprefix("و") != "بعد":
        return _mention(ground, at, at + 1, (told.when.start, told.when.end), "day")
    counted = counted_unit(Timeline(layout, at + 1, None), at + 1)
    soon = _word(layout.norms, at + 1) in _SOON
    if soon or (counted is not None and counted[1] == "hour" and counted[0] < _HOURS):
        days, end = 0, at + 2 if soon or counted is None else counted[2]
    elif counted is not None and counted[1] in _UNIT_DAYS:
        days, end = int(counted[0] * _UNIT_DAYS[counted[1]]), counted[2]
    else:
        return None
    end += _word(layout.norms, end).startswith("قليل")
    if _word(layout.norms, end + (_word(layout.norms, end) in _ROUGHLY)) in _FROM:
        return None
    day = told.when.start + timedelta(days=days)
    return None if published is not None and day > published else _mention(ground, at, end, (day, day), "day")


def _at_once(ground: Ground, at: int, told: DateMention, published: date | None) -> DateMention | None:
    """انفجرت سيارة أمس. وعلى الفور طوقوا الحي, وعقب ذلك أغلقوه: on the day that was told, at the head of a sentence."""
    layout = ground.grammar.layout
    wanted = _RIGHT_AWAY if layout.norms[at].removeprefix("و") == "علي" else ("ذلك",)
    heads = at == layout.sentence(at).start or (ground.grammar.is_comma(at - 1) and bool(layout.tokens[at].word.conjunction))
    if not heads or _word(layout.norms, at + 1) not in wanted or not _is_day(told):
        return None
    return _mention(ground, at, at + 2, (told.when.start, told.when.end), "day")


_RIGHT_AWAY = ("الفور", "الاثر")
_SOON, _HOURS = word_list("soon after"), 12
_ROUGHLY, _FROM = ("فقط", "تقريبا"), ("من", "علي", "عن")


def _before_that(ground: Ground, at: int, told: DateMention, published: date | None) -> DateMention | None:
    """انفجرت قبل ذلك بيومين, بعدها بأسبوع: so many days before or behind that day."""
    layout = ground.grammar.layout
    opener, behind = layout.norms[at].removeprefix("و"), at + 1
    if not opener.endswith("ها"):
        if _word(layout.norms, behind) != "ذلك":
            return _later(ground, at, told, published) if opener == "بعد" else None
        behind += 1
    if _word(layout.norms, behind).removeprefix("ب") in _SOON:
        return _mention(ground, at, behind + 1, (told.when.start, told.when.end), "day") if _is_day(told) else None
    if behind >= layout.sentence(at).end or layout.norms[behind][:1] != "ب" or told.when.start != told.when.end:
        return None
    counted = _counted(ground, behind)
    if counted is None:
        return None
    day = told.when.start + timedelta(days=_SHIFTING[opener] * counted[0])
    return _mention(ground, at, counted[1], (day, day), "day")


def _is_day(told: DateMention) -> bool:
    return told.when.start == told.when.end


def _counted(ground: Ground, at: int) -> tuple[int, int] | None:
    """How many days بيوم, بيومين, بثلاثة أيام are, and the token behind."""
    layout = ground.grammar.layout
    unit = units().get(layout.norms[at][1:])
    if unit is not None and unit[0] in _UNIT_DAYS:
        return unit[1] * _UNIT_DAYS[unit[0]], at + 1
    counted = counted_unit(Timeline(layout, at, None), at)
    if counted is None or counted[1] not in _UNIT_DAYS:
        return None
    return int(counted[0] * _UNIT_DAYS[counted[1]]), counted[2]


def _word(norms: Sequence[str], at: int) -> str:
    return norms[at] if at < len(norms) else ""


def _mention(ground: Ground, start: int, end: int, days: tuple[date, date], precision: str) -> DateMention:
    span = ground.grammar.layout.span(start, end)
    return DateMention(start, end, When(*days, span, precision, "dates.looked_back"))


_Rule = Callable[[Ground, int, DateMention, date | None], DateMention | None]
_OPENERS: dict[str, _Rule] = {
    "منذ": _since_then,
    **dict.fromkeys(_UNITS, _same_period),
    **dict.fromkeys(_SHIFTING, _before_that),
    "بعيد": _later,
    **dict.fromkeys(("علي", "عقب", "اثر"), _at_once),
}
RULES = (looked_back,)
"""Times that look back to another time."""
