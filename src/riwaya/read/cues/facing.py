"""Whom somebody faces as he speaks: وأضاف متوجها إلى جنوده, قالت مخاطبة النواب."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.cues.complements import CHANNEL
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.walks import Walk

FACING = word_list("facing listeners")


def faced(grammar: Grammar, state: Walk, at: int) -> int:
    """وأضاف متوجها إلى جنوده, قالت مخاطبة النواب: a participle behind the verb, then whom the words are for."""
    inner = at + 1
    if inner < state.limit and grammar.tokens[inner].word.core in ("الي", "نحو"):
        inner += 1
    if inner >= state.limit or not grammar.phrases.begins(inner):
        return at + 1
    state.addressee = (inner, grammar.phrases.end(inner, state.limit, CHANNEL))
    return state.addressee[1]
