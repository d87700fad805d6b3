"""Results that are told besides others, behind words of adding."""

from __future__ import annotations

from riwaya.lang.ar.parts import NUMERAL
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar


def besides(grammar: Grammar, index: int) -> bool:
    """قتلوا وأصيب تسعة، إضافة إلى | تدمير دبابة, فضلا عن خمسة | جرحى: one more result, or its number, behind words of adding."""
    at = index - 1 - (grammar.parts[index - 1] == NUMERAL)
    return grammar.tokens[at].norm in ("الي", "عن") and grammar.tokens[at - 1].word.core in _ADDING


_ADDING = word_list("one more result")
