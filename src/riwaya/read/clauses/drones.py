"""Drones that fire: مسيرة beside a verb is who fires, not what is fired, where that stands behind it."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL, VERB
from riwaya.read.clauses.word_forms import forms_of
from riwaya.read.grammar import Grammar

_NEAR = 4


def is_drone(grammar: Grammar, index: int, at: int, needs: frozenset[str]) -> bool:
    """أطلقت طائرة | مسيرة | صاروخين, أطلقت | مسيرة | ثلاثة صواريخ: a drone that fires what stands behind it."""
    if at > index + 2 or not grammar.tokens[at].word.core.startswith("مسير") or VERB in grammar.parts[index + 1 : at]:
        return False
    for k in range(at + 1, min(at + _NEAR, grammar.limit(index))):
        word = grammar.tokens[k].word
        if grammar.parts[k] not in (NOUN, NUMERAL) or word.conjunction or word.preposition:
            return False
        if not needs.isdisjoint(forms_of(word)):
            return True
    return False
