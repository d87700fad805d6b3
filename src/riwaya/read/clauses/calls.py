"""Calls of one party to another: told by the verb that makes or takes them, whatever the name of the other."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.parts import VERB
from riwaya.read.grammar import Grammar

_REACH, _MADE = 9, frozenset({"أجرى", "تلقى"})


def is_made(grammar: Grammar, index: int) -> bool:
    """أجرى الوزيران | اتصالا بنظيرهما, أجرى ماكرون | اتصالا مع بوتين: a call that somebody makes, with whom it is behind it.

    أجرت القناة | اتصالا مع الوزير is an interview; أجرى الطيار | اتصالا ببرج المراقبة calls nobody.
    """
    other = _other(grammar, index)
    if not other or not grammar.tokens[other].word.labels.isdisjoint(_NOBODY):
        return False
    for at in range(index - 1, max(grammar.layout.sentence(index).start, index - _REACH) - 1, -1):
        if grammar.is_comma(at):
            return False
        if grammar.parts[at] == VERB:
            light = grammar.tokens[at].word.find("light", "verb")
            entry = light.sense.entry if light is not None else None
            called = isinstance(entry, Closed) and entry.lemma in _MADE
            return called and grammar.tokens[at + 1].word.labels.isdisjoint(_NOBODY)
    return False


_NOBODY = frozenset({"medium", "thing"})


def _other(grammar: Grammar, index: int) -> int:
    """Where the other party of a call stands, behind مع or with ب; 0 where none does."""
    behind, limit = index + 1, grammar.limit(index)
    while behind < limit and grammar.phrases.is_adjective(behind) and not grammar.phrases.preposition_of(grammar.tokens[behind]):
        behind += 1
    if behind < limit and grammar.phrases.preposition_of(grammar.tokens[behind]) == "ب":
        return behind
    return behind + 1 if behind + 1 < limit and grammar.tokens[behind].norm == "مع" else 0
