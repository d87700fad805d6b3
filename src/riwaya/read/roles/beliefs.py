"""Whoever is believed to be something, or backed by others, before what he did."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import RELATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.between import past_belief
from riwaya.read.clauses.pointed_back import antecedent
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT

_BELIEF = 12


def believed(grammar: Grammar, index: int) -> Range | None:
    """طائرات حربية يعتقد أنها روسية | قصفت: whoever is believed to be something, before the verb that tells what he did."""
    for at in range(index - 2, max(grammar.layout.sentence(index).start, index - _BELIEF) - 1, -1):
        if grammar.parts[at] == VERB and _past_whole(grammar, past_belief(grammar, at, index), index) == index:
            found = antecedent(grammar, at, None)
            return (found[0], index) if found is not None else None
    return None


def _past_whole(grammar: Grammar, at: int, index: int) -> int:
    """يعتقد أنها تابعة للتحالف | الذي تقوده واشنطن | قصفت: the token behind a clause about what somebody is believed to be."""
    verb = at + 1
    if at >= index or grammar.parts[at] != RELATIVE or grammar.parts[verb] != VERB or not grammar.phrases.begins(verb + 1):
        return at
    return grammar.phrases.end(verb + 1, index, SUBJECT)


def backed(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """وحدات من الجيش تدعمها طائرات أميركية | شنت, قوات يقودها ضباط | سيطرت: those who are backed or led, before what they did."""
    for at in range(index - 2, max(grammar.layout.sentence(index).start, index - _BELIEF) - 1, -1):
        if grammar.parts[at] != VERB:
            continue
        backs = grammar.tokens[at].word.core.startswith(tuple(_BACKS)) and grammar.parts[at - 1] != RELATIVE
        owned = any(one.pronoun in _THEM for one in grammar.tokens[at].word.analyses)
        if not backs or not owned or not grammar.phrases.begins(at + 1):
            return None
        found = antecedent(grammar, at, None) if grammar.phrases.end(at + 1, index, SUBJECT) == index else None
        return (found[0], index) if found is not None and grammar.agrees(form, found[0], before=True) else None
    return None


_BACKS, _THEM = word_list("backs or leads"), frozenset({"ه", "ها", "هم"})
