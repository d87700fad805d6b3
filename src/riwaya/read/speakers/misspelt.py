"""A name that one report spells in two ways: one letter more, fewer, changed, or two of them swapped (أوغلو, أغولو)."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.read.clauses.naming import Naming
from riwaya.read.grammar import Grammar

_ALONE, _BESIDE = 6, 5
"""So many letters has a name at least that is compared: a surname alone, and one beside a first name that is the same."""


def misspelt(grammar: Grammar, short: Naming, spoken: Iterable[Naming]) -> list[Naming]:
    """The mentions of those who speak that are fuller than a name if one of its words is misspelt in one of the two."""
    if short.group or short.rest or any(grammar.tokens[at].word.labels for at in range(*short.where)):
        return []
    return [full for full in spoken if full.size > short.size and _but_one(short.words, {*full.words, *full.rest})]


def _but_one(words: tuple[str, ...], others: set[str]) -> bool:
    """Whether all words but one stand among others, and that one misspelt."""
    left = [word for word in words if word not in others]
    least = _ALONE if len(words) == 1 else _BESIDE
    return len(left) == 1 and any(min(len(left[0]), len(other)) >= least and one_letter_apart(left[0], other) for other in others)


def one_letter_apart(one: str, other: str) -> bool:
    """Whether a word becomes another by one letter added, left out or changed, or by two neighbours swapped.

    What only stands before the other word is no letter of the name: لكوناتي is "to" كوناتي.
    """
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or one == other:
        return False
    at = next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return at > 0 and one[at:] == other[at + 1 :]
    swapped = one[:at] + one[at + 1 : at + 2] + one[at : at + 1] + one[at + 2 :]
    return one[at + 1 :] == other[at + 1 :] or swapped == other
