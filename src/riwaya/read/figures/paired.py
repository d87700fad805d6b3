"""Two of something: events that come in two by the form of their noun, and what two do."""

from __future__ import annotations

from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN
from riwaya.read.grammar import Grammar


def two_events(grammar: Grammar, index: int) -> bool | None:
    """تفجيران، هجومين، عمليتي قصف: whether و is written on a noun that is two events by its form; None where it is not.

    تبنى الهجومين points back to what has been told; وقع الهجومان في ساعة tells of it.
    """
    for found in grammar.tokens[index].word.all("trigger"):
        form, known = found.sense.form, found.pronoun or (found.article and grammar.tokens[index].word.bare.endswith("ين"))
        if isinstance(form, NounForm) and form.number == "d" and not known and _is_whole(grammar, index, form):
            return bool(found.conjunction)
    return None


def two_do(grammar: Grammar, at: int) -> bool:
    """بينهم اثنان | يرتديان زيا: a verb of two behind their number, which counts no noun."""
    word = grammar.tokens[at]
    return at > 0 and word.norm.endswith("ان") and word.norm[0] == _TWO_DO.get(grammar.tokens[at - 1].norm)


_TWO_DO = {"اثنان": "ي", "اثنتان": "ت"}
"""Two, and how the verb of two that are so counted begins."""


def _is_whole(grammar: Grammar, index: int, form: NounForm) -> bool:
    """تفجيران, عمليتي | قصف: a dual with its ن, or one that lost it before the noun of an event."""
    if form.state != "construct":
        return form.state == "any"
    behind = grammar.tokens[index + 1].word if index + 1 < len(grammar.tokens) else None
    event = behind is not None and "trigger" in behind.labels and not (behind.conjunction or behind.preposition)
    return event and grammar.tokens[index].norm.endswith("تي") and grammar.parts[index + 1] == NOUN
