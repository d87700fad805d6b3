"""Times that are told by another time: so many days from what was told last, on that day, at an hour of it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain, islice

from riwaya.lang.ar.wordlists import word_list
from riwaya.model.event import When
from riwaya.model.swift import changed
from riwaya.read.dates.dates import DateMention, shift_before
from riwaya.read.scenes.scene import Scene
from riwaya.read.scenes.scene_clock import Clock

_SCENES_BACK, _FAR_TURN = 20, 2.0


def on_that_day(clock: Clock, scenes: list[Scene], found: list[DateMention | None], number: int) -> DateMention | None:
    """وقع الهجوم أمس ... وبدأ نحو الساعة السابعة: a time of day alone, of the day that the report tells of."""
    own = found[number]
    if own is None or not _is_hour(own):
        return own
    day = _told_in_sentence(clock, scenes[number], own) or _dawn_after(clock, found, number) or _story_day(clock, found, number)
    return own if day is None else changed(own, when=changed(own.when, start=day, end=day))


def _dawn_after(clock: Clock, found: list[DateMention | None], number: int) -> date | None:
    """انفجرت سيارة مساء الجمعة. وتوفي أحد الجرحى | فجرا: the morning behind the evening that was told last."""
    before = (found[at] for at in islice(range(number - 1, -1, -1), _SCENES_BACK))
    own, last = found[number], next((one for one in before if one is not None), None)
    if own is None or last is None or clock.today is None or last.when.precision != "day":
        return None
    morning = own.when.span.text.removeprefix("ال").startswith(_MORNING)
    day = last.when.start + timedelta(days=1)
    return day if morning and last.when.span.text.startswith(_EVENING) and day == clock.today else None


_MORNING, _EVENING = ("فجر", "صباح"), ("مساء", "ليل")


def _is_hour(own: DateMention) -> bool:
    """فجرا, الساعة السابعة, منذ ساعات الصباح: a time of day with no day beside it."""
    since = own.when.rule == "dates.since" and own.when.precision == "day"
    return since or own.when.rule in _PARTS_OF_DAY


def _told_in_sentence(clock: Clock, scene: Scene, own: DateMention) -> date | None:
    """فاجأت القوات أمس المسلحين، حيث قامت في ساعات الصباح باقتحام القاعدة: the day that the sentence has told before."""
    before = [one for one in clock.ground.near(scene, clock.dates) if one.end <= own.start and not _is_hour(one)]
    told = before[-1] if before and clock.ground.told(scene, before[-1].start) else None
    if told is None or told.when.precision != "day" or clock.today is None or told.when.start != told.when.end:
        return None
    return told.when.start if 0 <= (clock.today - told.when.start).days <= _WEEK else None


def _story_day(clock: Clock, found: list[DateMention | None], number: int) -> date | None:
    """The day that the report has told of last, if it is of the last days."""
    before = (found[at] for at in islice(range(number - 1, -1, -1), _SCENES_BACK))
    day = next((one.when.start for one in before if one is not None and one.when.precision == "day"), None)
    return day if day is not None and clock.today is not None and 0 <= (clock.today - day).days <= _STORY else None


_PARTS_OF_DAY, _STORY, _WEEK = frozenset({"dates.part_of_day", "dates.clock"}), 1, 7


GOES_ON = word_list("goes on for days")
"""After so many days of these, not so many days after them; غداة | مواجهات is on the day after them."""
_MORROW = "غداه"


def shifted(clock: Clock, scenes: list[Scene], found: list[DateMention | None], number: int) -> DateMention | None:
    """So many days from what its paragraph has dated last (غداة القصف، بعد يوم من سيطرتهم)."""
    scene, layout = scenes[number], clock.ground.grammar.layout
    shift = shift_before(layout, min(scene.own)) or shift_before(layout, scene.index)
    if shift is None:
        return _day_after(clock, scenes, found, number)
    day, now = _dated_last(clock, scenes, found, number, shift.start), _comes_now(clock, scene, shift.start)
    if day is not None and now is not None and (now - day).days > _WEEK:  # a day that was only looked back to
        day = None
    day = day or _story_day(clock, found, number) or now
    if day is None:
        return None
    moved = day + timedelta(days=shift.days)
    counted = layout.norms[shift.start].removeprefix("و") != _MORROW
    goes_on = counted and moved < day and layout.tokens[scene.index].word.core in GOES_ON
    span = layout.span(shift.start, scene.index)
    when = When(moved, day if goes_on else moved, span, "range" if goes_on else "day", "dates.shifted")
    return DateMention(shift.start, scene.index, when)


def _comes_now(clock: Clock, scene: Scene, before: int) -> date | None:
    """ويأتي ذلك بعد يوم من هجوم, تبادلا الاتهامات، وذلك بعد يومين من لقاء: what comes now comes on the day of publication, where
    the report tells no other."""
    first = clock.ground.grammar.layout.sentence(scene.index).start
    comes = any(clock.tokens[at].norm.removeprefix("و") in _COMES for at in range(first, min(first + 2, before)))
    comes = comes or (before > first and clock.tokens[before - 1].norm == "وذلك" and clock.tokens[before].norm == "بعد")
    return clock.today if comes else None


_COMES = word_list("comes now")
COMING = _COMES | {"و" + word for word in _COMES}


def _day_after(clock: Clock, scenes: list[Scene], found: list[DateMention | None], number: int) -> DateMention | None:
    """وفي اليوم التالي هاجموا القرية, في اليوم نفسه: so many days after the day that was told last."""
    scene, layout, tokens = scenes[number], clock.ground.grammar.layout, clock.tokens
    sentence = layout.sentence(scene.index)
    for at in range(max(sentence.start, scene.index - _DAY_REACH), min(sentence.end - 1, scene.index + _DAY_REACH)):
        days = None if tokens[at - 1].word.core in _COUNTS else _days_later(tokens[at].word.core, tokens[at + 1].norm)
        if days is None or not clock.ground.told(scene, at):
            continue
        own, far = found[number], clock.ground.distance(scene, at, at + 2)
        said = own is not None and not own.end <= at < scene.index
        if far > _FAR_TURN or (own is not None and said and clock.ground.distance(scene, own.start, own.end) <= far):
            continue
        day = _dated_last(clock, scenes, found, number, at) or _lines_before(clock, scenes, found, number)
        day = day or _story_day(clock, found, number)
        if day is None:
            return None
        moved = day + timedelta(days=days)
        return DateMention(at, at + 2, When(moved, moved, layout.span(at, at + 2), "day", "dates.shifted"))
    return None


def _days_later(first: str, second: str) -> int | None:
    """اليوم | التالي, اليوم | نفسه, ذات | اليوم, تلك | الليلة: how many days after the day that was told last two words are."""
    if first in _SAME:
        return 0 if second in _DAYS else None
    if first not in _DAY_WORDS:
        return None
    return 0 if second in _ITSELF else 1 if second in _NEXT else None


_DAY_REACH, _DAY_WORDS, _DAYS = 12, frozenset({"يوم", "ليله"}), ("اليوم", "الليله")
_NEXT, _ITSELF = ("التالي", "التاليه"), word_list("the same day itself")
_SAME = ("ذات", "نفس", "ذلك", "تلك")
_COUNTS = ("منذ", "حتي", "قبل", "بعد")


def _lines_before(clock: Clock, scenes: list[Scene], found: list[DateMention | None], number: int) -> date | None:
    """اعتقل في 22 يوليو 2014. (a new line) كما اعتقلت معه | في اليوم نفسه مصورة: the last single day of the lines before."""
    sentence_of, published = clock.ground.grammar.layout.sentence_of, clock.published
    here = sentence_of[scenes[number].index]
    for at in range(number - 1, -1, -1):
        one = found[at]
        if here - sentence_of[scenes[at].index] > _LINES_BACK:
            return None
        if one is not None and one.when.start == one.when.end and (published is None or one.when.start <= published):
            return one.when.start
    return None


_LINES_BACK = 3


def _dated_last(clock: Clock, scenes: list[Scene], found: list[DateMention | None], number: int, end: int) -> date | None:
    """The last single day that is said before a token: in its sentence by the same teller, else of a claim of the paragraph."""
    scene, layout = scenes[number], clock.ground.grammar.layout
    here = (one for one in clock.ground.near(scene, clock.dates) if one.start < end and clock.ground.told(scene, one.start))
    paragraph = layout.sentence(scene.index).paragraph
    before = (
        found[at]
        for at in islice(range(number - 1, -1, -1), _SCENES_BACK)
        if layout.sentence(scenes[at].index).paragraph == paragraph
    )
    for one in chain(reversed(list(here)), before):
        past = one is not None and (clock.published is None or one.when.start <= clock.published)
        if one is not None and past and one.when.start == one.when.end:
            return one.when.start
    return None
