"""Marches and stands that need a word beside them to be protests: whether the clause says that people take part in one."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL, QUANTIFIER, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar

_REACH = 16
_TAKES_PART = word_list("takes part in a march")


def is_held_here(grammar: Grammar, index: int) -> bool:
    """شارك آلاف في | مسيرة, نظموا | وقفة: a march or stand, of nothing, whose verb says that people take part in it or hold it.

    شارك عشرات الآلاف في | مسيرة الأعلام: counted people take part in a march by its name too.
    """
    if not grammar.tokens[index].word.core.startswith(("مسير", "وقف")):
        return False
    origin = index - (index - 1 in grammar.layout.closing)  # شارك آلاف في | «مسيرة الأعلام»
    first = max(grammar.clause_start(origin), index - _REACH)
    verbs = (at for at in range(first, index) if grammar.parts[at] == VERB)
    verb = next((at for at in verbs if grammar.tokens[at].word.core.removeprefix("س").startswith(tuple(_TAKES_PART))), None)
    if verb is None:
        return False
    behind = index + 1
    of = behind < grammar.limit(index) and grammar.parts[behind] == NOUN and behind not in grammar.place_at
    return not of or behind in grammar.phrases.dated or not _COUNTS.isdisjoint(grammar.parts[verb + 1 : index])


_COUNTS = frozenset({NUMERAL, QUANTIFIER})
