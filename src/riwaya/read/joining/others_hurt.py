"""The wounded among those who left, were freed or gave themselves up are counted with them."""

from __future__ import annotations

from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim
from riwaya.read.telling.judged import hurt_among_others


def count_hurt_with_others(grammar: Grammar, claims: list[Claim]) -> None:
    """سلم 200 مقاتل أنفسهم، بينهم | 80 جريحا: how many of them were hurt goes to the deed that the sentence tells of them."""
    for number, claim in enumerate(claims):
        if not claim.figures or not hurt_among_others(grammar, claim):
            continue
        sentence = grammar.layout.sentence_of[claim.mark.index]
        before = (one for one in reversed(claims[:number]) if grammar.layout.sentence_of[one.mark.index] == sentence)
        host = next((one for one in before if one.mark.entry.type != "ASSAULT"), None)
        if host is not None:
            host.figures = [*host.figures, *(one for one in claim.figures if one not in host.figures)]
