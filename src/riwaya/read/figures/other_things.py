"""Others in the feminine stand for the things that were told of last (أربع دبابات، و6 أخرى); a third may be one more of them."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN
from riwaya.read.figures.groups import counted_entry
from riwaya.read.grammar import Grammar

_OTHERS = frozenset({"اخري", "اخريين", "اخريان"})
_BACK = 25


def class_of_others(grammar: Grammar, noun: int | None, given: str) -> str:
    """دمر 4 دبابات للجماعة، و6 | أخرى: the class of the last indefinite noun that is counted; else the given one."""
    if noun is None or grammar.tokens[noun].word.core not in _OTHERS:
        return given
    first = max(grammar.layout.sentence(noun).start, noun - _BACK)
    for at in range(noun - 1, first - 1, -1):
        word = grammar.tokens[at].word
        entry = None if word.article or word.preposition or at in grammar.phrases.placed else counted_entry(word)
        if entry is not None:
            return entry.group
    return given


def numbers_noun(grammar: Grammar, index: int) -> bool:
    """إصابة ثالث | صاروخ: of what a word before says the how many-th it is; no time (جرح ثالث | ظهر الثلاثاء), nothing with ب."""
    if grammar.parts[index : index + 1] != [NOUN] or index in grammar.phrases.dated:
        return False
    return not grammar.phrases.preposition_of(grammar.tokens[index])
