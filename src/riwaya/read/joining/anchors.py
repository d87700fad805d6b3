"""Whether the words of an event tell it as a happening of its own."""

from __future__ import annotations

from riwaya.lang.ar.parts import RELATIVE, VERB
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim

_OWN_PLACE, _CARRIED = 14, 3


def is_anchored(grammar: Grammar, claim: Claim) -> bool:
    """The clause tells the event as a happening of its own: it says when, where, how many or by whom (قصف الجيش القرية).

    A participant is enough only where a verb in the past (in a title any verb) tells it or carries its noun, not in a relative
    clause.
    """
    if _dates_itself(grammar, claim) or claim.figures or (claim.place and _near_place(grammar, claim)):
        return True
    if claim.roles.actor is None and claim.roles.target is None:
        return False
    start = grammar.clause_start(claim.mark.index)
    if start > 0 and grammar.parts[start - 1] == RELATIVE:
        return False
    if claim.mark.is_verb:
        past = claim.mark.form is not None and claim.mark.form.tense == "perfect"
        return past or grammar.layout.sentence(claim.mark.index).paragraph == 0
    carried = range(max(start, claim.mark.index - _CARRIED), claim.mark.index)
    return any(grammar.parts[at] == VERB and "light" in grammar.tokens[at].word.labels for at in carried)


def _dates_itself(grammar: Grammar, claim: Claim) -> bool:
    """Whether the event's own sentence says when, not the sentence that told it before."""
    sentence_of = grammar.layout.sentence_of
    return claim.date is not None and sentence_of[claim.date.start] == sentence_of[claim.mark.index]


def _near_place(grammar: Grammar, claim: Claim) -> bool:
    """Whether the place stands in the event's own clause or right before it, not shared from another claim."""
    if claim.place is None or grammar.layout.sentence_of[claim.place.start] != grammar.layout.sentence_of[claim.mark.index]:
        return False
    first, last = sorted((claim.mark.index, claim.place.start))
    return last - first <= _OWN_PLACE and not any(grammar.parts[at] == VERB for at in range(first + 1, last))
