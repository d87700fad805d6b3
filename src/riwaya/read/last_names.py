"""The last word of a foreign name that is also a word of ours: it stands between a name and أن."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION, THAT
from riwaya.read.grammar import Grammar
from riwaya.read.names import HELD

_RIGHT = "حق"
"""A right is in something, so أن is none of its own; ضرورة أن is what is told."""
_OTHER = frozenset({"thing", "channel", "attitude", "emotion", "timeword", "switch", "adverb", "country"})


def is_last_name(grammar: Grammar, at: int) -> bool:
    """قال مارك | روته | إن, أكد وانغ ون | بين | أن: one word right behind a name and before أن, where the verb addresses nobody.

    A verb with its pronoun or a preposition governs nothing there; a noun of a thing or of a feeling, or an owned one, does.
    """
    if not 0 < at < len(grammar.tokens) - 1 or grammar.parts[at + 1] != THAT or not grammar.phrases.is_name(at - 1):
        return False
    word = grammar.tokens[at].word
    if word.article or word.conjunction or at in grammar.phrases.dated or at - 1 in grammar.phrases.placed:
        return False
    if grammar.parts[at] == PREPOSITION:
        return word.core == "بين" and grammar.tokens[at + 1].raw.startswith(("أ", "إ"))
    if grammar.parts[at] != NOUN or word.preposition or grammar.phrases.is_accusative(at) or word.labels & _OTHER:
        return False
    if word.core in HELD and word.core != _RIGHT:
        return False
    verbal = any(found.sense.part == "verb" and found.pronoun for found in word.analyses)
    return verbal or not (grammar.phrases.is_owned(at) or "cue" in word.labels)
