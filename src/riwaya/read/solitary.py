"""Speakers of whom nothing else in a report can tell more: a quick test before the other mentions of it are sought."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Noun
from riwaya.lang.ar.parts import NOUN
from riwaya.lang.ar.words import Word
from riwaya.read.grammar import Grammar, Range
from riwaya.read.naming import OTHER_NAMES, Naming, is_bare_role, key

LONGEST_MENTION = 14
"""So many tokens a mere mention has at most."""


def may_be_fuller(grammar: Grammar, short: Naming, spoken: list[Range]) -> bool:
    """Whether a mention can be told more fully elsewhere; ``spoken``: the mentions of those who speak.

    Whatever tells more holds the first word of the short mention, of a bare role as its head (قال | الوزير: another وزير). So that
    word stands elsewhere too, or a longer mention holds the short one.
    """
    at, tokens = short.where[0], grammar.tokens
    others = [token.word for token in (*tokens[:at], *tokens[at + 1 :])]
    if is_bare_role(short):
        again = any([_heads(word, short.head) for word in others])
    else:
        again = short.words[0] in OTHER_NAMES or short.words[0] in map(key, others)
    return again or _is_held(grammar, short, spoken)


def _heads(word: Word, head: str) -> bool:
    """Whether a mention of this head can begin with a word."""
    found = word.find("source") or word.find("person")
    entry = found.sense.entry if found is not None else None
    return key(word) == head or (isinstance(entry, Noun) and entry.lemma == head)


def _is_held(grammar: Grammar, short: Naming, spoken: list[Range]) -> bool:
    """Whether a longer mention may hold a short one: one that begins before it, or at its first word and goes on behind it."""
    at, end = short.where
    if any(one != short.where and one[0] <= at < one[1] for one in spoken):
        return True
    if _is_source(grammar, at):
        goes_on = end < len(grammar.tokens) and (grammar.is_comma(end) or grammar.tokens[end].word.preposition == "ل")
        if goes_on or short.where not in spoken:
            return True
    return not is_bare_role(short) and any(_is_source(grammar, k) for k in range(max(0, at - LONGEST_MENTION), at))


def _is_source(grammar: Grammar, at: int) -> bool:
    return grammar.parts[at] == NOUN and "source" in grammar.tokens[at].word.labels
