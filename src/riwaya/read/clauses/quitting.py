"""What somebody withdraws from: a place, a deal or a meeting."""

from __future__ import annotations

from riwaya.lang.ar.parts import QUANTIFIER, VERB
from riwaya.lang.ar.thing_groups import SITES
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar

_REACH = 14


def leaves_what(grammar: Grammar, index: int) -> str:
    """انسحبت القوات من | السويداء بموجب الاتفاق, انسحب عدد من الأعضاء من | الجلسة: the type of event that a withdrawal is.

    "none" where somebody walks out of a meeting or a race; empty where nothing behind من tells.
    """
    last = min(grammar.limit(index), index + _REACH) - 1
    for at in range(index + 1, last):
        if grammar.parts[at] == VERB:
            return ""
        if grammar.tokens[at].norm != "من":
            continue
        head = at + 1 + (grammar.parts[at + 1] == QUANTIFIER and at + 1 < last)
        core = grammar.tokens[head].word.core
        if core in _MEETINGS:
            return "none"
        if head in grammar.place_at or grammar.group(head, "thing") in SITES:
            return "RETREAT"
    return ""


def refusal_before(grammar: Grammar, index: int) -> int:
    """رفضت | الميليشيات الخروج من المستشفى: where the verb stands that says who will not leave, or -1."""
    first = max(grammar.layout.sentence(index).start, index - _BACK)
    for at in range(index - 1, first - 1, -1):
        if grammar.parts[at] == VERB:
            return at if grammar.tokens[at].word.core in _REFUSES else -1
        if grammar.is_comma(at) or grammar.tokens[at].word.preposition:
            return -1
    return -1


_BACK = 6
_REFUSES = word_list("will or begins to leave")
_MEETINGS = word_list("no place to withdraw from")
