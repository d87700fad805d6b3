"""Ground that is the aim of a battle, which nobody has taken yet."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.triggers import Mark


def has_begun(grammar: Grammar, mark: Mark) -> bool:
    """بدأت معركة | تحرير المدينة, بدء عملية | استعادة السد: ground is the aim of a battle that begins or goes on."""
    at = mark.index - 1
    if mark.entry.type != "CONTROL" or mark.found.preposition or mark.found.conjunction or at < 1:
        return False
    if grammar.tokens[at].word.core not in _BATTLES:
        return False
    first = max(grammar.layout.sentence(mark.index).start, at - _NEAR)
    return any(grammar.tokens[k].word.core in _BEGINS for k in range(first, at))


_NEAR = 3
_BATTLES, _BEGINS = word_list("battle for ground"), word_list("battle begins")
