"""Moves that something else is done to prevent: nobody has moved."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim


def kept_from_coming(grammar: Grammar, claim: Claim) -> bool:
    """قصفت الحي لمنع | تقدم القوات, أقامت جدارا لوقف | تسلل المسلحين: what something else is done to prevent is no move."""
    mark = claim.mark
    if mark.is_verb or mark.entry.group not in ("move", "hold") or mark.index == 0 or claim.act in ("promise", "threaten"):
        return False
    at = mark.index - 1
    if grammar.tokens[at].word.core in ("محاوله", "محاولات", "عمليات", "عمليه"):
        at -= 1
    if at < 1 or grammar.tokens[at].word.core not in _PREVENTS:
        return False
    return grammar.tokens[at].word.preposition == "ل" or grammar.tokens[at - 1].word.core in _SO_THAT


_PREVENTS, _SO_THAT = word_list("prevents a move"), word_list("so as to prevent")
