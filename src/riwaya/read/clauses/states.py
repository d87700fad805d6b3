"""Words that stand for a state."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import state_of_capital
from riwaya.read.grammar import Grammar


def is_state(grammar: Grammar, at: int) -> bool:
    """أوكرانيا, كييف, القاهرة: a country, or the capital that stands for it."""
    word = grammar.tokens[at].word
    return "country" in word.labels or (at in grammar.place_at and bool(state_of_capital(word.core, word.article)))
