"""The noun phrases around a reporting verb with a frame of its own."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.words import Analysis
from riwaya.read.grammar import Grammar, Range
from riwaya.read.manners import Manner
from riwaya.read.subjects import preverbal_subject

FREE = Manner(stops=frozenset({"ب", "عن", "علي", "الي"}), split=True)
"""A phrase that ends before the prepositions which verbs ask for, and before another person."""


def own_subject(grammar: Grammar, index: int, found: Analysis) -> Range | None:
    """The subject before a verb; None for a participle."""
    form = found.sense.form
    return preverbal_subject(grammar, index, form) if isinstance(form, VerbForm) else None


def phrase_after(grammar: Grammar, at: int, limit: int) -> Range | None:
    """The noun phrase that begins at a token, if one does before the limit."""
    if at < limit and grammar.phrases.begins(at) and grammar.phrases.preposition_of(grammar.tokens[at]) != "ب":
        return (at, grammar.phrases.end(at, limit, FREE))
    return None


def named_after(grammar: Grammar, at: int, limit: int) -> Range | None:
    """The name in marks or the noun phrase that begins at a token, if one does before the limit."""
    return grammar.phrases.in_marks(at, limit) or phrase_after(grammar, at, limit)
