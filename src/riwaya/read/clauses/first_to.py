"""Who was the first to do something, or is the one who did it: كانت الصحيفة أول من كشف عن القرار, الجيش هو من أطلق النار."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, PRONOUN, THAT, VERB
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT

_REACH, _WHO = 12, frozenset({"اول", "هو", "هي", "هم"})
_RANKED = ("اول", "ثاني", "اخر")
_OF_ITS_KIND = ("دوله", "بلد", "جهه", "قوه", "منظمه")


def is_first(grammar: Grammar, index: int) -> bool:
    """أول من | أعلن, أول دولة | قصفت, هو من | أطلق: whether a verb says what somebody was the first to do, or that it was he."""
    if index < 2:
        return False
    kind, rank = grammar.tokens[index - 1].norm, grammar.tokens[index - 2].norm
    return (kind == "من" and rank in _WHO) or (kind in _OF_ITS_KIND and rank in _RANKED)


def the_one_who(grammar: Grammar, index: int) -> Range | None:
    """كانت الصحيفة أول من | كشف, إن | الجيش | هو من | أطلق النار: whoever did it, where the verb stands so."""
    return first_to(grammar, index) if is_first(grammar, index) else None


def first_to(grammar: Grammar, index: int) -> Range | None:
    """كانت | صحيفة المدار | أول من أعلن, إن | الوزير | هو من: whom كان or أن leads, right before أول من and the verb."""
    first = index - 2
    first -= grammar.parts[first - 1] == PRONOUN
    start = max(grammar.layout.sentence(index).start, first - _REACH)
    was = next((at for at in range(first - 1, start - 1, -1) if grammar.parts[at] in (AUXILIARY, THAT, VERB)), None)
    if was is None or grammar.parts[was] == VERB:
        return None
    at = was + 1
    named = grammar.phrases.in_marks(at, first)
    if named is not None:
        return named if named[1] + 1 == first else None
    whole = at < first and grammar.phrases.begins(at) and grammar.phrases.end(at, first, SUBJECT) == first
    return (at, first) if whole else None
