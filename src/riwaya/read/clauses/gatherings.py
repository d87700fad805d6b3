"""Deeds that are told by the way: people who come together and are hit, and a deed that و joins to another."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, PREPOSITION
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar


def is_gathering(grammar: Grammar, at: int) -> bool:
    """استهدفت الغارة | اجتماعا لقادة التنظيم: people who come together, as what is hit."""
    return grammar.tokens[at].word.core.removesuffix("ا") in _GATHERINGS and not grammar.phrases.is_definite(at)


_GATHERINGS = word_list("gathering that is hit")


def is_further_deed(grammar: Grammar, at: int) -> bool:
    """إحباط هجوم | والقبض على ثلاثة: a deed of another kind that و joins has its preposition for itself."""
    word, behind = grammar.tokens[at].word, at + 1
    if (
        word.conjunction != "و"
        or not word.article
        or grammar.parts[at] != NOUN
        or grammar.parts[behind : behind + 1] != [PREPOSITION]
    ):
        return False
    rows = [found.sense.entry for found in word.all("trigger", "noun")]
    own = grammar.tokens[behind].word.core
    return any(isinstance(row, Trigger) and row.type != "ASSAULT" and (own in row.preps or own in row.needs) for row in rows)
