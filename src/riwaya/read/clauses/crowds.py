"""Marches and stands that need a word beside them to be protests: whether the clause says that people take part in one."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar

_REACH = 16
_TAKES_PART = word_list("takes part in a march")


def is_held_here(grammar: Grammar, index: int) -> bool:
    """شارك آلاف في | مسيرة, نظموا | وقفة: a march or stand, of nothing, whose verb says that people take part in it or hold it."""
    if not grammar.tokens[index].word.core.startswith(("مسير", "وقف")):
        return False
    behind = index + 1
    of = behind < grammar.limit(index) and grammar.parts[behind] == NOUN and behind not in grammar.place_at
    of = of and behind not in grammar.phrases.dated
    first = max(grammar.clause_start(index), index - _REACH)
    verbs = (grammar.tokens[at].word.core for at in range(first, index) if grammar.parts[at] == VERB)
    return not of and any(core.startswith(tuple(_TAKES_PART)) for core in verbs)
