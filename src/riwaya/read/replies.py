"""Deeds by which something is done: what somebody answers with (رد بقصف الموقع)."""

from __future__ import annotations

from riwaya.read.grammar import Grammar
from riwaya.read.triggers import Mark


def is_by(grammar: Grammar, mark: Mark) -> bool:
    """رد الجيش | بقصف الموقع, رد | بشن غارات: whether the deed, or the light noun before it, is what something is done by."""
    before = grammar.tokens[mark.index - 1].word.find("light", "noun") if mark.index else None
    return mark.found.preposition == "ب" or (before is not None and before.preposition == "ب")


def hits_back(grammar: Grammar, index: int) -> bool:
    """تعرضت الدورية لهجوم | فردت بقصف الموقع: a verb of answering with a deed; whoever was struck does it."""
    led = index + 1 < len(grammar.tokens) and grammar.tokens[index + 1].word.preposition == "ب"
    return led and any(
        getattr(found.sense.entry, "detail", "") == "reply" for found in grammar.tokens[index].word.all("cue", "verb")
    )
