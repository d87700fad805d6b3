"""Nouns of victims whose total is told, or who are brought to a hospital: عدد | الموقوفين, استقبل المستشفى 60 | مصابا."""

from __future__ import annotations

from riwaya.lang.ar.parts import NUMERAL, QUANTIFIER
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar

_TALLIES, _TREATED, _NEAR = word_list("tally"), word_list("hospital") | word_list("grave"), 6


def is_tallied(grammar: Grammar, index: int, needs: frozenset[str]) -> bool:
    """عدد | الموقوفين, إجمالي | المصابين: behind a tally, or counted near a hospital or a grave state; زار الموقوفين tells none."""
    if "#tally" in needs and grammar.phrases.has_article(index) and grammar.tokens[index - 1].word.core in _TALLIES:
        return True
    counted = grammar.parts[index - 1] in (NUMERAL, QUANTIFIER) or grammar.layout.norms[index - 1] == "من"
    sentence = grammar.layout.sentence(index)
    behind = index + 1 < sentence.end and grammar.tokens[index + 1].word.preposition == "ب"
    if "#hospital" not in needs or not counted or behind:
        return False
    near = range(max(sentence.start, index - _NEAR), min(sentence.end, index + _NEAR))
    return any(grammar.layout.norms[at] in _TREATED for at in near)
