"""What was done to the topic of its sentence: الصواريخ تم | اعتراضها, المسيرة التي جرى | إسقاطها."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, SUBORDINATOR, THAT, VERB
from riwaya.read.clauses.word_forms import forms_of
from riwaya.read.grammar import Grammar

_TWO, _REACH = 2, 8
_WAYS = frozenset({"destroy", "seize", "arrest"})
_DONE = frozenset({"تم", "تمت", "يتم", "جري", "جرت"})


def done_to_topic(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """إن الصواريخ تم | اعتراضها, المسيرة التي جرى | إسقاطها: what a row asks for stands before the auxiliary as the topic."""
    if index < _TWO or entry.mode not in _WAYS or grammar.tokens[index - 1].word.core not in _DONE:
        return False
    first = max(grammar.layout.sentence(index).start, index - _REACH)
    for at in range(index - _TWO, first - 1, -1):
        if grammar.parts[at] in (VERB, THAT, SUBORDINATOR) or grammar.is_comma(at):
            return False
        if grammar.parts[at] == NOUN and not entry.needs.isdisjoint(forms_of(grammar.tokens[at].word)):
            return True
    return False
