"""Who fired what strikes: no event beside the strike; what was fired and then brought down was an attack of its own."""

from __future__ import annotations

from riwaya.lang.ar.parts import PREPOSITION, RELATIVE
from riwaya.lang.ar.thing_groups import HARDWARE
from riwaya.model.swift import changed
from riwaya.read.clauses.lookalikes import FIRES
from riwaya.read.grammar import Grammar
from riwaya.read.roles.replies import in_answer
from riwaya.read.telling.claims import Claim


def says_who_fired(grammar: Grammar, claims: list[Claim], number: int) -> bool:
    """استهدف صاروخ | أطلقه المتمردون | سفينة, أصيب برصاصة أطلقها قناص; not دمر صاروخا | أطلقه المتمردون."""
    claim = claims[number]
    if (
        not claim.mark.is_verb
        or claim.mark.entry.lemma not in FIRES
        or not (claim.mark.found.pronoun or _was_fired(grammar, claim))
    ):
        return False
    if in_answer(grammar, claim.mark.index - 1):  # قصفت المدفعية الحقول ردا على صاروخ | أطلق من البلدة
        return False
    before = claims[number - 1] if number else None
    if before is not None and _strikes(grammar, before, claim):
        behind_time = claim.mark.index - bool(claim.mark.found.pronoun)  # سقط صاروخ مساء الخميس، | أطلقه المتمردون
        return not any(grammar.is_comma(at) for at in range(before.mark.end, behind_time))
    behind = claims[number + 1] if number + 1 < len(claims) else None
    relative = grammar.clause_start(claim.mark.index) - 1
    told = relative >= 0 and grammar.parts[relative] == RELATIVE
    return told and behind is not None and behind.mark.is_verb and _strikes(grammar, behind, claim)


def told_by_firing(before: Claim, claim: Claim) -> None:
    """سقط صاروخ | أطلقه المتمردون على السوق, انفجرت مسيرة أطلقوها: who fired what falls or goes off, and at whom, are its roles."""
    if before.mark.entry.lemma not in _GOES_DOWN or before.roles.actor is not None or not claim.mark.found.pronoun:
        return
    before.roles = changed(before.roles, actor=claim.roles.actor, target=before.roles.target or claim.roles.target)


_GOES_DOWN = ("سقط", "انفجر")


def _was_fired(grammar: Grammar, claim: Claim) -> bool:
    """قذيفة | أطلقت من السفينة, طائرة مسيرة | أطلقت: a verb that describes what was fired, and says from where."""
    at = claim.mark.index
    head = next((k for k in (at - 1, at - 2) if grammar.group(k, "thing") in HARDWARE), None)
    described = head is not None and not grammar.phrases.is_definite(head) and not claim.mark.found.conjunction
    return described and grammar.parts[at + 1 : at + 2] == [PREPOSITION]


def _strikes(grammar: Grammar, other: Claim, claim: Claim) -> bool:
    """Whether another claim of the sentence tells of a strike or its victims; a missile that is destroyed strikes nobody."""
    same = grammar.layout.sentence_of[other.mark.index] == grammar.layout.sentence_of[claim.mark.index]
    hit = other.roles.target is not None and other.roles.target[0] > claim.mark.index  # دمر صاروخ | أطلقه الجيش | المخزن
    return same and other.mark.entry.type == "ASSAULT" and (other.mark.entry.kind != "destroyed" or hit)
