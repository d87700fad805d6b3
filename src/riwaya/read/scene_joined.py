"""Times that a claim shares with the one before it: joined by و, in the meantime, its result."""

from __future__ import annotations

from typing import TypeVar

from riwaya.lang.ar.parts import RELATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.scene import Ground, Scene

_Time = TypeVar("_Time")


def joined(ground: Ground, scenes: list[Scene], found: list[_Time | None], number: int) -> _Time | None:
    """سيطروا أمس على الحي واعتقلوا سكانه: what is joined to a claim of its teller by و, as its result or in the meantime."""
    if number == 0:
        return None
    scene, before, layout = scenes[number], scenes[number - 1], ground.grammar.layout
    if layout.sentence_of[scene.index] != layout.sentence_of[before.index] or scene.statement != before.statement:
        return None
    if scene.modality != before.modality:
        return None
    shares = _is_joined(ground, scene) or _is_result(ground, scene, before) or _is_meanwhile(ground, scene, before)
    return found[number - 1] if shares else None


def _is_joined(ground: Ground, scene: Scene) -> bool:
    """واعتقلوا سكانه, واندلعت اشتباكات: a verb with و, the claim's own or the light one before its noun."""
    grammar, at = ground.grammar, scene.index
    if grammar.parts[at] == VERB:
        return bool(grammar.tokens[at].word.conjunction)
    before = grammar.tokens[at - 1].word
    light = at > 0 and grammar.parts[at - 1] == VERB and at - 1 not in ground.events and "cue" not in before.labels
    return light and bool(before.conjunction)


def _is_result(ground: Ground, scene: Scene, before: Scene) -> bool:
    """اشتباكات أدت إلى نزوح العائلات, مما أدى لإغلاق الطريق: what a verb of result leads to."""
    tokens, last, parts = ground.grammar.tokens, max(before.own), ground.grammar.parts
    if any(parts[at] == RELATIVE for at in range(last + _OWN_REACH, scene.index)):
        return False
    if any(ground.turns[max(0, min(before.own) - _TURN_REACH) : min(before.own)]):
        return False
    near = range(max(last + 1, scene.index - _RESULT_REACH), scene.index)
    return any(tokens[at].norm.removeprefix("و") in _RESULTS for at in near)


_RESULTS, _RESULT_REACH, _TURN_REACH, _OWN_REACH = word_list("scene result"), 3, 2, 4


def _is_meanwhile(ground: Ground, scene: Scene, before: Scene) -> bool:
    tokens, at = ground.grammar.tokens, scene.index
    near = range(max(ground.grammar.layout.sentence(at).start, before.index + 1, at - _MEANTIME_REACH), at)
    meantime = any(tokens[k].norm in (_MEANTIME if at - k <= _MEANTIME_NEAR else _WHEN) for k in near)
    meantime = meantime and not any(tokens[k].norm == "حين" and tokens[k - 1].norm == "في" for k in near)
    return meantime or any(token.norm in _DURING_IT for token in tokens[max(0, at - 1) : max(scene.own) + 2])


_DURING_IT = word_list("scene during it")
_MEANTIME, _MEANTIME_REACH, _MEANTIME_NEAR = word_list("scene meantime"), 6, 3
_WHEN = frozenset({"عندما", "حينما", "حين"})
