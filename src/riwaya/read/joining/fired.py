"""Who fired what strikes: no event beside the strike; what was fired and then brought down was an attack of its own."""

from __future__ import annotations

from riwaya.lang.ar.parts import RELATIVE
from riwaya.read.clauses.lookalikes import FIRES
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim


def says_who_fired(grammar: Grammar, claims: list[Claim], number: int) -> bool:
    """استهدف صاروخ | أطلقه المتمردون | سفينة, أصيب برصاصة أطلقها قناص; not دمر صاروخا | أطلقه المتمردون."""
    claim = claims[number]
    if not claim.mark.is_verb or not claim.mark.found.pronoun or claim.mark.entry.lemma not in FIRES:
        return False
    before = claims[number - 1] if number else None
    if before is not None and _strikes(grammar, before, claim):
        return not any(grammar.is_comma(at) for at in range(before.mark.end, claim.mark.index))
    behind = claims[number + 1] if number + 1 < len(claims) else None
    relative = grammar.clause_start(claim.mark.index) - 1
    told = relative >= 0 and grammar.parts[relative] == RELATIVE
    return told and behind is not None and behind.mark.is_verb and _strikes(grammar, behind, claim)


def _strikes(grammar: Grammar, other: Claim, claim: Claim) -> bool:
    """Whether another claim of the sentence tells of a strike or its victims; a missile that is destroyed strikes nobody."""
    same = grammar.layout.sentence_of[other.mark.index] == grammar.layout.sentence_of[claim.mark.index]
    return same and other.mark.entry.type == "ASSAULT" and other.mark.entry.kind != "destroyed"
