"""Whom a relative clause describes by what somebody says of him: المسلحين الذين قال الوزير إنهم | هاجموا الحاجز."""

from __future__ import annotations

from riwaya.lang.ar.parts import RELATIVE, THAT, VERB
from riwaya.read.clauses.clauses import owning
from riwaya.read.clauses.pointed_back import antecedent
from riwaya.read.grammar import Grammar, Range

_TELLS = 7
"""So many words tell who says it: الذين | قال قائد شرطة المحافظة في بيان | إنهم."""


def head_told_of(grammar: Grammar, that: int) -> Range | None:
    """المسلحين | الذين قالت السلطات إنهم | خطفوا تلاميذ: the head of a relative does what is said of him behind a pronoun."""
    if grammar.parts[that] != THAT:
        return None
    for at in range(that - 1, max(grammar.layout.sentence(that).start, that - _TELLS) - 1, -1):
        if grammar.parts[at] == THAT or grammar.is_comma(at):
            return None
        if grammar.parts[at] == RELATIVE:
            told = grammar.parts[at + 1] == VERB and "cue" in grammar.tokens[at + 1].word.labels
            pronoun = _pronoun_of(grammar.tokens[at].norm)
            meant = told and grammar.tokens[that].norm.endswith(pronoun)
            found = antecedent(grammar, at, owning(pronoun)) if meant else None
            return None if found is None else _past_deeds(grammar, *found)
    return None


def _pronoun_of(relative: str) -> str:
    """الذين ... إنهم, التي ... إنها, اللذان ... إنهما: the pronoun that means the head of a relative."""
    if relative.startswith("اللذ"):
        return "هما"
    if relative.endswith("ين"):
        return "هم"
    return "ها" if relative.endswith("التي") else "ه"


def _past_deeds(grammar: Grammar, start: int, end: int) -> Range:
    """بمحاسبة | الجماعة التي قال إنها قصفت السوق: whom a verbal noun governs is meant, and not what is done to him."""
    while start + 1 < end and grammar.phrases.is_masdar(start):
        start += 1
    return start, end
