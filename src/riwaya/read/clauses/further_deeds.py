"""A deed that و joins to another, which it is not part of: إحباط هجوم والقبض على ثلاثة."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, PREPOSITION
from riwaya.lang.ar.words import Analysis
from riwaya.read.clauses.advances import FOILING
from riwaya.read.grammar import Grammar


def is_further_deed(grammar: Grammar, at: int) -> bool:
    """إحباط هجوم | والقبض على ثلاثة: a deed of another kind that و joins has its preposition for itself."""
    word, behind = grammar.tokens[at].word, at + 1
    noun = word.article and word.conjunction == "و" and grammar.parts[at] == NOUN
    if not noun or grammar.parts[behind : behind + 1] != [PREPOSITION]:
        return False
    rows = [found.sense.entry for found in word.all("trigger", "noun")]
    own = grammar.tokens[behind].word.core
    return any(isinstance(row, Trigger) and row.type != "ASSAULT" and (own in row.preps or own in row.needs) for row in rows)


def is_besides(grammar: Grammar, found: Analysis, index: int, at: int) -> bool:
    """إحباط هجوم | والقبض على ثلاثة: what was foiled stands right behind, and a definite deed that و joins was done.

    ``index``: the deed; ``at``: the word of foiling before it.
    """
    foils = grammar.tokens[at].word.core in FOILING and at + 1 < index
    return foils and found.conjunction == "و" and bool(found.article)
