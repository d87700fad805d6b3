"""Times of what is told again: of a happening that the sentence before, or another teller before, has dated."""

from __future__ import annotations

from bisect import bisect_left

from riwaya.lang.ar.parts import VERB
from riwaya.read.dates import DateMention
from riwaya.read.grammar import Grammar
from riwaya.read.scene import Ground, Scene
from riwaya.read.scene_outcome import entry_at, is_another, is_outcome, names_one, opens_with_cue

_TOLD_AGAIN = frozenset({"ASSAULT", "COERCE", "CONTROL", "PROTEST", "CONSULT"})
_SCENES_BACK, _SENTENCES_BACK = 20, 3


def retold(ground: Ground, scenes: list[Scene], found: list[DateMention | None], number: int) -> DateMention | None:
    """انفجرت سيارة أمس في السوق. وقال شاهد إن الانفجار قتل ثلاثة: the time of what is told again, in more words."""
    scene, before = scenes[number], told_before(ground, scenes, number)
    if before is None or scene.modality != "actual" or scene.type not in _TOLD_AGAIN:
        return None
    own, first = found[before], scenes[before]
    if own is None or own.when.precision not in ("day", "night") or first.modality != "actual":
        return None
    if is_outcome(ground, first, scene) and not names_one(ground, first, scene, ground.grammar.dates):
        return own
    if _has_other_time(ground, own, scene) or is_another(ground, scene) or not _is_same(ground, first, scene):
        return None
    return own


def told_before(ground: Ground, scenes: list[Scene], number: int) -> int | None:
    """The last claim of the same type, in this sentence or few before it in the paragraph."""
    layout, scene = ground.grammar.layout, scenes[number]
    here = layout.sentence_of[scene.index]
    for at in range(number - 1, max(-1, number - _SCENES_BACK), -1):
        there = layout.sentence_of[scenes[at].index]
        if here - there > _SENTENCES_BACK or layout.sentences[there].paragraph != layout.sentences[here].paragraph:
            return None
        if scenes[at].type == scene.type:
            return at
    return None


def _has_other_time(ground: Ground, own: DateMention, scene: Scene) -> bool:
    """Whether another time is told behind the one that was told, up to the end of the claim's sentence."""
    dates = ground.grammar.dates
    behind = bisect_left(dates, own.end, key=lambda one: one.start)
    return behind < len(dates) and dates[behind].start < ground.grammar.layout.sentence(scene.index).end


def _is_same(ground: Ground, first: Scene, scene: Scene) -> bool:
    """Whether a claim tells the first one again: by a definite attack noun, or by its word in the mouth of another teller."""
    grammar = ground.grammar
    apart = grammar.layout.sentence_of[scene.index] - grammar.layout.sentence_of[first.index]
    other = first.statement != scene.statement
    if points_back(grammar, scene):
        return apart > 0 or other or grammar.tokens[min(scene.own) - 1].norm in _WITHIN
    cited = (apart == 1 and opens_with_cue(grammar, scene)) or (apart == 0 and other)
    return cited and bool(lemmas(grammar, first) & lemmas(grammar, scene) or _names_again(grammar, first, scene))


_WITHIN = frozenset({"في", "خلال", "اثناء", "جراء"})


def points_back(grammar: Grammar, scene: Scene) -> bool:
    """الهجوم, قتل في الحادث: a definite noun of what happened, not of those whom it hit (القتلى)."""
    if any(norm in _INCIDENTS for norm in grammar.layout.norms[scene.index : max(scene.own) + _INCIDENT_REACH]):
        return True
    for at in scene.own:
        word = grammar.tokens[at].word
        entry = entry_at(grammar, at)
        if grammar.parts[at] != VERB and word.article and entry is not None and entry.group != "result":
            return True
    return False


_INCIDENTS, _INCIDENT_REACH = ("الحادث", "الحادثه"), 5


def lemmas(grammar: Grammar, scene: Scene) -> set[str]:
    """The words that tell a claim."""
    return {entry.lemma for at in scene.own if (entry := entry_at(grammar, at)) is not None}


def _names_again(grammar: Grammar, first: Scene, scene: Scene) -> bool:
    """مسلحون, then المسلحين: somebody who is named again, now with the article."""
    known = {
        grammar.tokens[at].word.core for role in first.roles if role for at in range(*role) if not grammar.tokens[at].word.article
    }
    now = (grammar.tokens[at].word for role in scene.roles if role for at in range(*role))
    return any(word.article and word.core in known for word in now)
