"""What somebody calls a deed by which he condemns it: a crime, a breach, terror."""

from __future__ import annotations

from itertools import pairwise

from riwaya.lang.ar.parts import THAT
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.attribution import Attribution


def denounced(grammar: Grammar, made: Attribution) -> str:
    """وصف الهجوم بأنه | إجرامي, عمل إرهابي, | انتهاك للقانون: what is called so is condemned; تنظيم إرهابي only says what it is."""
    if made.rule != "label":
        return ""
    start, end = made.content
    words = [grammar.tokens[at].word.core for at in range(start, end)]
    first = next((at + 1 for at in range(start, end - 1) if grammar.parts[at] == THAT), start)
    first += first < end - 1 and grammar.is_sign(first)
    terror = any(deed in _DEEDS and what.startswith("ارهابي") for deed, what in pairwise(words))
    named = grammar.tokens[first].word.core in _CRIMES or any(_is_crime(grammar, at) for at in range(start, end))
    return "condemn" if terror or named or any(word in _DENOUNCING for word in words) else ""


def _is_crime(grammar: Grammar, at: int) -> bool:
    """وصفت أثينا العملية | بالقرصنة: the name of a crime on ب, which joins it to what is called so."""
    return grammar.tokens[at].word.preposition == "ب" and grammar.tokens[at].word.core in _CRIMES


_DENOUNCING, _CRIMES = word_list("denouncing label"), word_list("denouncing noun")
_DEEDS = ("عمل", "اعمال", "هجوم", "عدوان", "جريمه")
