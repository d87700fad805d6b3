"""Feelings that come over somebody: يساور السكان القلق بشأن عودة القتال."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Closed, Cue
from riwaya.lang.ar.parts import THAT, VERB
from riwaya.lang.ar.words import Analysis
from riwaya.model.swift import changed
from riwaya.read.clauses.around import phrase_after
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.attribution import Attribution, attribution, content_from

_REACH = 9


def seized(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """A feeling comes over somebody, and the noun of feeling decides the act (يساور السكان القلق من القصف)."""
    limit = min(grammar.limit(index), index + _REACH)
    at = next((k for k in range(index + 2, limit) if "emotion" in grammar.tokens[k].word.labels), None)
    if at is None or found.pronoun or any(grammar.parts[k] in (VERB, THAT) for k in range(index + 1, at)):
        return None
    noun, who = grammar.tokens[at].word.find("emotion"), phrase_after(grammar, index + 1, at)
    content = content_from(grammar, at, index, phrase=True)
    if who is None or who[1] != at or content is None or noun is None or not isinstance(noun.sense.entry, Closed):
        return None
    made = attribution((index, index + 1), cue, "seized", content[0])
    return changed(made, act=noun.sense.entry.group, subject=who, quoted=content[1])
