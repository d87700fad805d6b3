"""Deals that somebody is asked to make or keep, or says that he will: known ones too."""

from __future__ import annotations

from riwaya.lang.ar.parts import VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.word_forms import forms_of
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim

_NEAR, _ON = 4, 7


def asked_or_promised(claim: Claim) -> bool:
    """دعا إلى | المصالحة, تعهدت بتنفيذ | الاتفاق: what is asked for, promised, or made a condition."""
    return claim.modality in ("demanded", "planned", "conditional") and claim.act in ("demand", "promise", "threaten")


def to_be_kept(grammar: Grammar, claim: Claim) -> bool:
    """طالبوا الجماعة بتنفيذ | الاتفاق, دعاهم إلى الالتزام | باتفاق السلام, تعهدت بتطبيق بنود | الاتفاق: a known deal to be kept."""
    if not asked_or_promised(claim):
        return False
    first = max(grammar.layout.sentence(claim.mark.index).start, claim.mark.index - _NEAR)
    for at in range(claim.mark.index - 1, first - 1, -1):
        if grammar.is_comma(at) or grammar.parts[at] == VERB:
            return False
        if not _KEEPING.isdisjoint(forms_of(grammar.tokens[at].word)):
            return True
    return False


_KEEPING = word_list("keeps a deal")


def to_be_agreed(grammar: Grammar, claim: Claim) -> bool:
    """دعا الحركة إلى الاتفاق | مع الجيش على هدنة: a deal with somebody on something that is yet to be made."""
    mark = claim.mark
    if mark.entry.lemma != "اتفق" or claim.modality not in ("demanded", "planned", "conditional"):
        return False
    if grammar.layout.norms[mark.end : mark.end + 1] != ["مع"]:
        return False
    return "علي" in grammar.layout.norms[mark.end + 1 : min(grammar.limit(mark.index), mark.end + _ON)]
