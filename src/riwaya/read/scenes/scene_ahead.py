"""Times of what is only planned, demanded or conditional: they run from publication on, not until it."""

from __future__ import annotations

from datetime import date

from riwaya.model.swift import changed
from riwaya.read.dates.dates import DateMention
from riwaya.read.scenes.scene import Scene

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
