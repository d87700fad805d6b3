"""Words of holding and taking that tell of no ground: what is restored, what is contested, by what a place is called."""

from __future__ import annotations

from riwaya.lang.ar.parts import VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim

_NEAR = 4


def restored(grammar: Grammar, claim: Claim) -> bool:
    """What is no ground (استعادة الاستقرار، استعادت المدينة عافيتها): nothing is taken."""
    if claim.mark.entry.lemma not in ("استعاد", "استرد") or claim.mark.end >= len(grammar.tokens):
        return False
    if grammar.tokens[claim.mark.end].word.core in _NO_GROUND:
        return True
    behind = range(claim.mark.end, min(grammar.limit(claim.mark.index), claim.mark.end + _NEAR))
    return any(grammar.phrases.is_owned(at) and grammar.tokens[at].word.core in _NO_GROUND for at in behind)


_NO_GROUND = word_list("no ground")


def contested(grammar: Grammar, claim: Claim) -> bool:
    """Control as an aim, or as what a place is called by (تتنافسان على السيطرة، مناطق سيطرة الجماعة)."""
    if claim.mark.entry.type != "CONTROL" or claim.mark.is_verb:
        return False
    before = [grammar.tokens[at].word for at in range(max(0, claim.mark.index - _NEAR), claim.mark.index)]
    behind = [token.word.core for token in grammar.tokens[claim.mark.index + 1 : claim.mark.index + 6]]
    if any("contest" in word.labels for word in before) and not _PRIZES.isdisjoint(behind):
        return True
    if claim.mark.entry.lemma != "سيطر" or not before:
        return False
    if before[-1].core in ("مناطق", "منطقه", "لتعزيز"):
        return True
    lost = any(word.core in _LOST and grammar.parts[claim.mark.index - 1 - at] == VERB for at, word in enumerate(reversed(before)))
    after = len(before) > 1 and bool(before[-2].labels & {"timeword", "measure"})  # بعد يوم من | سيطرة المتمردين
    return before[-1].core == "من" and not (claim.mark.found.article or lost or after)


_PRIZES, _LOST = word_list("prize"), word_list("lost to control")
