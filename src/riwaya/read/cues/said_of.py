"""Verbs behind something indefinite that they only tell of: مناطق تقول موسكو إنها ضمتها."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN
from riwaya.read.cues.covered import past_dates
from riwaya.read.grammar import Grammar

_OF_IT = frozenset({"انها", "انه", "انهم", "انهما", "بانها"})


def another_says(grammar: Grammar, index: int) -> bool:
    """مناطق | تقول موسكو إنها ضمتها, رجل | يؤكد الجيش أنه: who says so of what is indefinite stands behind the verb."""
    before, at = index - 1, past_dates(grammar, index + 1, grammar.limit(index))  # جماعة | قالت أمس مصادر إنها وصلت
    if before < 0 or grammar.parts[before] != NOUN or grammar.phrases.is_definite(before) or not grammar.phrases.begins(at):
        return False
    end = grammar.phrases.end(at, grammar.limit(index))
    known = grammar.phrases.is_complete(end - 1) and not grammar.tokens[at].word.preposition
    return known and end < grammar.limit(index) and grammar.tokens[end].norm in _OF_IT
