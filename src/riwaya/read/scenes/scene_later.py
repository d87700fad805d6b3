"""Times behind a claim that count on from the time told last: انسحبوا بعد يومين, أغاروا بعد ذلك بساعات."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.lang.ar.calendar import units
from riwaya.lang.ar.parts import CONTRAST, RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.event import When
from riwaya.read.dates.date_counted import counted_unit
from riwaya.read.dates.dates import DateMention
from riwaya.read.dates.timeline import Timeline
from riwaya.read.scenes.scene import Ground, Scene, last_before

_UNIT_DAYS = {"hour": 1 / 24, "day": 1, "week": 7}
_SOON = word_list("soon after")
_REACH, _SENTENCES_BACK, _STORY = 8, 1, 2
_OPENERS = ("بعد", "بعدها")
_FROM = frozenset({"من", "علي", "عن"})


def so_long_after(ground: Ground, scene: Scene) -> DateMention | None:
    """هاجموا القرية في 3 مايو ثم انسحبوا منها | بعد يومين, أغار الطيران | بعد ذلك بساعات: from the day that was told last."""
    published = ground.grammar.layout.document.published
    if scene.modality != "actual" or published is None:
        return None
    at = _opener(ground, scene)
    counted = _counted(ground, at) if at is not None else None
    if at is None or counted is None:
        return None
    days, end, pointed = counted
    told = _told(ground, at, published, _STORY if pointed and days == 0 else None)
    if told is None or not _is_of_one_before(ground, scene, told):
        return None
    day = told.when.start + timedelta(days=days)
    if day > published:
        return None
    return DateMention(at, end, When(day, day, ground.grammar.layout.span(at, end), "day", "dates.looked_back"))


def _is_of_one_before(ground: Ground, scene: Scene, told: DateMention) -> bool:
    """هاجموا | في 3 مايو | وانسحبوا, في 3 مايو | هاجموا | وانسحبوا: another claim stands before this one and has the time."""
    first = ground.grammar.layout.sentence(told.start).start
    return told.end <= min(scene.own) and any(at in ground.events for at in range(first, min(scene.own)))


def _opener(ground: Ground, scene: Scene) -> int | None:
    """انسحبوا منها | بعد يومين: the word of time behind a claim, before anything else is told."""
    grammar, first = ground.grammar, scene.index + 1
    for at in range(first, min(first + _REACH, grammar.layout.sentence(scene.index).end - 1)):
        if at in scene.own:
            continue
        if grammar.tokens[at].norm in _OPENERS:
            day_by_day = grammar.layout.norms[at - 1].removesuffix("ا") in units()  # يوما | بعد يوم
            return at if ground.told(scene, at) and not day_by_day else None
        opens = grammar.parts[at] in (VERB, RELATIVE, THAT, SUBORDINATOR, CONTRAST)
        if opens or grammar.is_comma(at) or at in ground.events or at in grammar.date_at or grammar.tokens[at].word.conjunction:
            return None
    return None


def _counted(ground: Ground, at: int) -> tuple[int, int, bool] | None:
    """How many days بعد يومين, بعدها بيومين, بعد ذلك بساعات are, the token behind, and whether the words point back; None where it
    is counted from something that is named (بعد ساعات | من المعارك)."""
    layout = ground.grammar.layout
    behind, pointed = at + 1, layout.norms[at] == "بعدها"
    if layout.norms[behind] == "ذلك":
        behind, pointed = behind + 1, True
    if behind >= layout.sentence(at).end or (pointed and layout.norms[behind][:1] != "ب"):
        return None
    if layout.norms[behind].removeprefix("ب" if pointed else "") in _SOON:
        days, end = 0, behind + 1
    else:
        unit = units().get(layout.norms[behind][1:]) if pointed else None
        counted = (unit[1], unit[0], behind + 1) if unit is not None else counted_unit(Timeline(layout, behind, None), behind)
        if counted is None or counted[1] not in _UNIT_DAYS:
            return None
        days, end = int(counted[0] * _UNIT_DAYS[counted[1]]), counted[2]
    end += end < layout.sentence(at).end and layout.norms[end] in _ONLY
    return (days, end, pointed) if pointed or _is_closed(ground, end) else None


_ONLY = ("فقط", "تقريبا", "قليله", "قصير")


def _is_closed(ground: Ground, end: int) -> bool:
    """بعد يومين |، بعد ساعات | في هجوم; not بعد يوم | دام, بعد يومين | من القتال, unless من ذلك."""
    grammar = ground.grammar
    if end >= grammar.layout.sentence(end - 1).end or grammar.is_comma(end):
        return True
    token = grammar.tokens[end]
    if token.norm in _FROM:
        return end + 1 < len(grammar.tokens) and grammar.tokens[end + 1].norm == "ذلك"
    return "prep" in token.word.labels or bool(token.word.conjunction) or not token.norm.isalpha()


def _told(ground: Ground, at: int, published: date, story: int | None) -> DateMention | None:
    """The last single day told before a token, in its sentence or the one before; the day of the story from farther back."""
    grammar = ground.grammar
    told = last_before(grammar.dates, at)
    if told is None or told.when.start != told.when.end or told.when.end > published:
        return None
    layout = grammar.layout
    near = layout.sentence_of[at] - layout.sentence_of[told.start] <= _SENTENCES_BACK
    same = layout.sentence(at).paragraph == layout.sentence(told.start).paragraph
    if near and same:
        return told
    return told if story is not None and (published - told.when.end).days <= story else None


def said_after(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """قال الرئيس | أمس | عقب اجتماع مع قادة الجيش إن: talks after which somebody speaks were on the day on which he speaks."""
    grammar, tokens = ground.grammar, ground.grammar.tokens
    first = grammar.layout.sentence(one.start).start
    if scene.type != "CONSULT" or grammar.parts[scene.index] == VERB or one.when.precision != "day" or one.end >= scene.index:
        return False
    if (tokens[one.end].word.core not in _AFTER and tokens[one.end].norm != "بعد") or scene.index - one.end > _RIGHT_BEHIND:
        return False
    verb = next((at for at in range(one.start - 1, first - 1, -1) if grammar.parts[at] == VERB), None)
    return verb is not None and verb not in ground.events and "cue" in tokens[verb].word.labels


_AFTER, _RIGHT_BEHIND = word_list("right after"), 3
