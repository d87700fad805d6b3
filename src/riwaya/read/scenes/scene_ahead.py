"""Times of what is only planned, demanded or conditional: they run from publication on, not until it."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.lang.ar.calendar import directions, thirds, weekdays
from riwaya.lang.ar.parts import AUXILIARY, NOUN, PREPOSITION
from riwaya.model.swift import changed
from riwaya.read.dates.dates import DateMention
from riwaya.read.scenes.scene import Ground, Scene

_TO_COME = ("planned", "demanded", "conditional")


def as_deadline(scene: Scene, one: DateMention, today: date | None) -> DateMention:
    """طالبهم بالانسحاب خلال يومين: so much time from today on is left for what is not told as done."""
    when = one.when
    if when.rule != "dates.within" or scene.modality == "actual" or when.end != today:
        return one
    return changed(one, when=changed(when, start=today, end=today + (when.end - when.start)))


def from_now(scene: Scene, one: DateMention, published: date | None) -> DateMention:
    """لن يهاجموا الجزيرة هذا العام: what is to come this week, month or year comes after publication."""
    when = one.when
    if published is None or scene.modality not in _TO_COME or not when.start < published <= when.end:
        return one
    return changed(one, when=changed(when, start=published))


def on_the_day(scene: Scene, one: DateMention) -> DateMention:
    """توصلوا | في 2 أبريل | إلى هدنة لمدة شهرين: an agreement is made on the day on which begins what it is about."""
    when = one.when
    if scene.type != "AGREE" or scene.modality != "actual" or when.precision != "range" or when.rule not in _DAYS:
        return one
    return changed(one, when=changed(when, end=when.start, precision="day"))


_DAYS = frozenset({"dates.absolute_day", "dates.numeric_day", "dates.relative_day", "dates.weekday"})


def until_then(ground: Ground, one: DateMention, today: date | None) -> DateMention:
    """ستواصل الطائرات ضرباتها | حتى مطلع 2017: what goes on until a day to come goes on from today."""
    when, before = one.when, ground.grammar.tokens[one.start - 1].norm.removeprefix("و") if one.start > 0 else ""
    if today is None or not (before == "حتي" or (before == "بحلول" and _is_end(ground, one))):
        return one
    if (when.start if before == "حتي" else when.end) <= today:
        return one
    return changed(one, when=changed(when, start=today, precision="range"))


def _is_end(ground: Ground, one: DateMention) -> bool:
    """سينسحبون بحلول | نهاية العام: what shall have come about when a stretch of time ends."""
    return thirds().get(ground.grammar.tokens[one.start].norm, "") in ("last", "end")


def as_called_for(ground: Ground, scene: Scene, one: DateMention, today: date | None) -> DateMention:
    """دعا الأمين العام إلى اجتماع طارئ | يوم الثلاثاء: the weekday for which something is called is the next one."""
    when = one.when
    if today is None or scene.modality not in _CALLED or scene.type not in _CALLED_FOR or when.rule != "dates.weekday":
        return one
    grammar = ground.grammar
    last = grammar.tokens[one.end - 1].norm
    near = ground.nearest(scene, one.start)
    behind = 0 <= one.start - near - 1 <= _CALLED_REACH and when.end < today
    if not behind or last in directions() or last not in weekdays():
        return one
    if any(grammar.parts[at] not in (NOUN, PREPOSITION) for at in range(near + 1, one.start)):
        return one
    first = grammar.layout.sentence(one.start).start
    if any(grammar.parts[at] == AUXILIARY for at in range(first, scene.index)):  # كانوا دعوا إلى مظاهرة الجمعة
        return one
    week = timedelta(days=7)
    return changed(one, when=changed(when, start=when.start + week, end=when.end + week))


_CALLED, _CALLED_FOR, _CALLED_REACH = ("planned", "demanded"), frozenset({"CONSULT", "PROTEST"}), 4
