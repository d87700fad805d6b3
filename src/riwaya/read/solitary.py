"""Speakers of whom nothing else in a report can tell more: a quick test before the other mentions of it are sought."""

from __future__ import annotations

from collections import Counter

from riwaya.lang.ar.lexicon import Noun
from riwaya.lang.ar.parts import NOUN
from riwaya.lang.ar.words import Word
from riwaya.read.grammar import Grammar, Range, per_document
from riwaya.read.naming import OTHER_NAMES, Naming, is_bare_role, key

LONGEST_MENTION = 14
"""So many tokens a mere mention has at most."""


def may_be_fuller(grammar: Grammar, short: Naming, spoken: frozenset[Range]) -> bool:
    """Whether a mention can be told more fully elsewhere; ``spoken``: the mentions of those who speak.

    Whatever tells more holds the first word of the short mention, of a bare role as its head (قال | الوزير: another وزير). So that
    word stands elsewhere too, or a longer mention holds the short one.
    """
    own = grammar.tokens[short.where[0]].word
    if is_bare_role(short):
        again = _heads(grammar)[short.head] > (short.head in _names_of(own))
    else:
        word = short.words[0]
        again = word in OTHER_NAMES or _keys(grammar)[word] > (key(own) == word)
    return again or _is_held(grammar, short, spoken)


@per_document
def _keys(grammar: Grammar) -> Counter[str]:
    """How often each word stands in a document, as mentions are compared by."""
    return Counter([key(token.word) for token in grammar.tokens])


@per_document
def _heads(grammar: Grammar) -> Counter[str]:
    """How often a mention of each head may begin in a document."""
    return Counter([name for token in grammar.tokens for name in _names_of(token.word)])


def _names_of(word: Word) -> set[str]:
    """The heads of the mentions that a word may begin: its own form, and its noun in the tables."""
    found = word.find("source") or word.find("person")
    entry = found.sense.entry if found is not None else None
    return {key(word), entry.lemma} if isinstance(entry, Noun) else {key(word)}


def _is_held(grammar: Grammar, short: Naming, spoken: frozenset[Range]) -> bool:
    """Whether a longer mention may hold a short one: one that begins before it, or at its first word and goes on behind it."""
    at, end = short.where
    speaks = short.where in spoken
    if _covers(grammar, spoken)[at] > speaks:
        return True
    if _is_source(grammar, at):
        goes_on = end < len(grammar.tokens) and (grammar.is_comma(end) or grammar.tokens[end].word.preposition == "ل")
        if goes_on or not speaks:
            return True
    return not is_bare_role(short) and any(_is_source(grammar, k) for k in range(max(0, at - LONGEST_MENTION), at))


def _covers(grammar: Grammar, spoken: frozenset[Range]) -> Counter[int]:
    """How many of the mentions of those who speak hold each token."""
    known = _covered(grammar)
    if spoken not in known:
        known[spoken] = Counter([at for one in spoken for at in range(*one)])
    return known[spoken]


@per_document
def _covered(grammar: Grammar) -> dict[frozenset[Range], Counter[int]]:
    """The mentions of those who speak → how many of them hold each token, kept with the document."""
    return {}


def _is_source(grammar: Grammar, at: int) -> bool:
    return grammar.parts[at] == NOUN and "source" in grammar.tokens[at].word.labels
