"""Totals that count what was told before as well: ليرتفع عدد | القتلى منذ بدء الحرب إلى 170."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim


def sums_up(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """قتل جندي في كمين، ليرتفع عدد | القتلى منذ بدء الحرب إلى 170: a total since some time counts what was before as well."""
    at = claim.mark.index
    if "منذ" not in grammar.layout.norms[at : min(grammar.limit(at), at + _TOTAL)]:
        return False
    near = range(max(host.mark.end, at - _TOTAL), at)
    return any(grammar.tokens[k].word.core.startswith(tuple(_REACHES)) for k in near)


_TOTAL = 10
_REACHES = word_list("toll reaches")
