"""Chants and banners of a crowd that has been told of: part of its protest, no protest of their own."""

from __future__ import annotations

from riwaya.read.clauses.companions import entries_at
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim

_CHANTS = frozenset({"ردد", "هتف", "رفع"})


def only_chants(grammar: Grammar, claim: Claim) -> bool:
    """خرجت مسيرة في المدينة. ورفع المحتجون | لافتات; تظاهروا وأغلقوا الطريق | ورددوا هتافات: what a known crowd says at it."""
    mark, actor = claim.mark, claim.roles.actor
    if not mark.is_verb or mark.entry.group != "crowd" or mark.entry.lemma not in _CHANTS or claim.figures or actor is None:
        return False
    if not (actor[1] <= mark.index or grammar.phrases.has_article(actor[0])):
        return False
    return any(entry.group == "crowd" for at in range(mark.index) for entry in entries_at(grammar, at))
