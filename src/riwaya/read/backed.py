"""Who leads or backs a force, told in the middle of its name."""

from __future__ import annotations

from riwaya.lang.ar.parts import RELATIVE
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.manners import Manner


def leads(grammar: Grammar, at: int) -> bool:
    """تحالف | تقوده الدولة, القوات | التي تدعمها الدولة, القوات الموالية | والمدعومة من الدولة: what says who leads or backs it."""
    if grammar.tokens[at].word.core.startswith("مدعوم"):
        return True
    behind = at + (grammar.parts[at] == RELATIVE)
    return behind < len(grammar.tokens) and grammar.tokens[behind].word.core in _LEADS


def with_leader(grammar: Grammar, end: int) -> int:
    """التحالف | الذي تقوده الدولة, القوات | التي يقودها اللواء: where a mention ends with the clause that says who leads it."""
    at = end + 1
    if at + 1 >= len(grammar.tokens) or grammar.parts[end] != RELATIVE or grammar.tokens[end].word.conjunction:
        return end
    if grammar.tokens[at].word.core not in _LEADS or not grammar.phrases.begins(at + 1):
        return end
    return grammar.phrases.end(at + 1, grammar.limit(end), Manner(attach=False, join=False, split=True))


_LEADS = word_list("leads or backs")
