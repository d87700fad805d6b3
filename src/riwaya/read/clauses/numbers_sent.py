"""Numbers of what somebody sends, as the word that an event word needs beside it."""

from __future__ import annotations

from riwaya.lang.ar.parts import NUMERAL
from riwaya.read.grammar import Grammar


def with_number(grammar: Grammar, at: int) -> bool:
    """دفعت القوات بـ | 60 عربة إلى المنطقة: a number in digits behind ب, which is parted from it by a stroke."""
    return at > 0 and grammar.parts[at] == NUMERAL and grammar.tokens[at - 1].norm == "ب"
