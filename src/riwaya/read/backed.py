"""Who leads or backs a force, told in the middle of its name."""

from __future__ import annotations

from riwaya.lang.ar.parts import RELATIVE
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar


def leads(grammar: Grammar, at: int) -> bool:
    """تحالف | تقوده الدولة, القوات | التي تدعمها الدولة, القوات الموالية | والمدعومة من الدولة: what says who leads or backs it."""
    if grammar.tokens[at].word.core.startswith("مدعوم"):
        return True
    behind = at + (grammar.parts[at] == RELATIVE)
    return behind < len(grammar.tokens) and grammar.tokens[behind].word.core in _LEADS


_LEADS = word_list("leads or backs")
