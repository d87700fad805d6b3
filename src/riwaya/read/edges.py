"""Where an actor or target ends: before the place where it happened, which is no part of who or what he is."""

from __future__ import annotations

from riwaya.lang.ar.parts import NUMERAL, PREPOSITION, QUANTIFIER
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.between import past_about
from riwaya.read.grammar import Grammar, Range
from riwaya.read.near import person_group, source_group

_AREAS = word_list("area known by where it lies")
"""مناطق في المدينة, قرى في ريف حلب: what is known only by where it lies."""


def without_place(grammar: Grammar, where: Range) -> Range:
    """منزلا | في غزة, كنيسة | في مدينة لاهور, كمين للجيش | بأبين: a phrase without the named place where it happened."""
    head = where[0]
    group = source_group(grammar, head)
    if grammar.tokens[head].word.core in _AREAS or group == "title":
        return where
    body = group in ("group", "organ") or person_group(grammar, head) == "unit"
    for at in range(head + 1, where[1]):
        free = grammar.parts[at] == PREPOSITION and grammar.tokens[at].norm == "في" and _is_placed(grammar, at + 1, where[1])
        written = at in grammar.phrases.placed and grammar.phrases.preposition_of(grammar.tokens[at]) == "ب"
        if written or (free and not body):
            return head, at
    return where


def _is_placed(grammar: Grammar, at: int, end: int) -> bool:
    """Whether a named place stands at a token or right behind its placing noun (في | محافظة حلب)."""
    return at < end and any(k in grammar.phrases.placed for k in range(at, min(end, at + 2)))


def harmed(grammar: Grammar, where: Range) -> Range | None:
    """أسفر الهجوم عن ستة قتلى من | الحركة: the dead and wounded are what came of an attack; who they were, it was aimed at."""
    head = past_about(grammar, where[0], where[1])
    while head + 1 < where[1] and (grammar.parts[head] in (NUMERAL, QUANTIFIER) or grammar.tokens[head].norm == "من"):
        head += 1
    if grammar.parts[head] == NUMERAL and head + 1 == where[1]:
        return None
    if grammar.tokens[head].word.core not in _CASUALTIES:
        return where
    for at in range(head + 1, where[1] - 1):
        if grammar.tokens[at].norm == "من" and grammar.phrases.begins(at + 1):
            return at + 1, where[1]
    return where if _is_described(grammar, head, where[1]) else None


def _is_described(grammar: Grammar, head: int, end: int) -> bool:
    """ضحايا | مدنيين, قتلى | حوثيون: a word of the dead and wounded with another that says who they are."""
    behind = head + 1
    return behind < end and grammar.parts[behind] not in (PREPOSITION, NUMERAL) and not grammar.tokens[behind].word.conjunction


_CASUALTIES = word_list("dead and wounded")
