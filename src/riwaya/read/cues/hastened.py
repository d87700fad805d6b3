"""Somebody hastens to say, behind a verb that only leads to a noun of saying: سارعت الحركة إلى نفي أي صلة لها بالهجوم."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import QUANTIFIER, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Analysis
from riwaya.model.swift import changed
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.attribution import Attribution, attribution, content_from


def hastened(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """سارعت الحركة إلى | نفي | أي صلة لها, بادر إلى | إدانة | القصف: what is behind the noun is its object, nobody who says it."""
    at, plain = index + 1, not (found.pronoun or found.article or found.preposition)
    if not plain or not cue.frames & _OF_OBJECTS or at >= grammar.limit(index) or not _is_led_to(grammar, index):
        return None
    if not (grammar.phrases.begins(at) or grammar.parts[at] == QUANTIFIER) or grammar.phrases.preposition_of(grammar.tokens[at]):
        return None
    content = content_from(grammar, at, index, phrase=True)
    if content is None:
        return None
    return changed(attribution((index, index + 1), cue, "reporting_noun", content[0]), quoted=content[1])


_OF_OBJECTS = frozenset({"masdar", "obj", "attack"})


def _is_led_to(grammar: Grammar, index: int) -> bool:
    """سارع الوزير | إلى, بادرت | إلى: behind إلى and whoever hastens, with no other verb and no mark between."""
    first = max(grammar.layout.sentence(index).start, index - _REACH)
    if index - 1 <= first or grammar.layout.norms[index - 1] != "الي":
        return False
    for at in range(index - 2, first - 1, -1):
        if grammar.parts[at] == VERB:
            return grammar.tokens[at].word.core in _HASTENS and not grammar.negated(at)
        if grammar.is_sign(at) or grammar.parts[at] == THAT:
            return False
    return False


_HASTENS, _REACH = word_list("hastens to say"), 12
