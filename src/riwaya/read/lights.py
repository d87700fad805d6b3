"""Light verbs: what their subject has to do with the event noun that they govern."""

from __future__ import annotations

from riwaya.read.companions import entries_at
from riwaya.read.grammar import Grammar
from riwaya.read.triggers import Mark

_RUNS = ("تجري", "وتجري", "ستجري")


def runs(grammar: Grammar, at: int) -> bool:
    """وتجري | معارك: what runs by itself; nobody who was named before does it."""
    return grammar.tokens[at].norm in _RUNS and at + 1 < len(grammar.tokens) and grammar.phrases.is_event_noun(at + 1)


def light_before(grammar: Grammar, index: int) -> bool:
    """Whether a light verb or noun stands before a token in its sentence (تعرضت القافلة | لقصف); quick, for the many without."""
    tokens = grammar.tokens[grammar.layout.sentence(index).start : index]
    return any(["light" in token.word.labels for token in tokens])


def takes_in(grammar: Grammar, verb: int) -> bool:
    """نجح في, شارك في: a verb that takes what it is about with في."""
    return grammar.light(verb) == "actor" or grammar.tokens[verb].word.core.startswith("استمر")


def answers(grammar: Grammar, verb: int) -> bool:
    """فرضت السلطات حظر التجول إثر | اشتباكات: whoever restricts, helps or decides something after a fight did not fight."""
    entries = entries_at(grammar, verb)
    mark = next((at for at in range(verb + 1, verb + _NEAR) if at < len(grammar.tokens) and entries_at(grammar, at)), verb)
    types = {one.type for one in entries or entries_at(grammar, mark)}
    return bool(types) and types <= _ANSWERS


_NEAR, _ANSWERS = 4, frozenset({"COERCE", "AID", "CONSULT", "AGREE"})


def goes_on_in(grammar: Grammar, verb: int, mark: Mark) -> bool:
    """استمر الجيش في | قصف, استمرار القوات ب | قصف: whether an event noun is what somebody goes on with."""
    at = mark.index - 1
    while at > verb + 1 and (grammar.phrases.is_event_noun(at) or grammar.tokens[at].norm in _BETWEEN):
        at -= 1
    return mark.found.preposition == "ب" or grammar.tokens[at].norm == "في"


_BETWEEN = frozenset({'"', "«", "“", "عمليه"})
