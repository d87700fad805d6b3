"""Whoever is believed to be something, before what he did."""

from __future__ import annotations

from riwaya.lang.ar.parts import VERB
from riwaya.read.clauses.between import past_belief
from riwaya.read.clauses.pointed_back import antecedent
from riwaya.read.grammar import Grammar, Range

_BELIEF = 9


def believed(grammar: Grammar, index: int) -> Range | None:
    """طائرات حربية يعتقد أنها روسية | قصفت: whoever is believed to be something, before the verb that tells what he did."""
    for at in range(index - 2, max(grammar.layout.sentence(index).start, index - _BELIEF) - 1, -1):
        if grammar.parts[at] == VERB and past_belief(grammar, at, index) == index:
            found = antecedent(grammar, at, None)
            return (found[0], index) if found is not None else None
    return None
