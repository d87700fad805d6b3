"""Whom an outlet cites before a colon: القناة عن مصدر أمني: ..."""

from __future__ import annotations

from riwaya.read.clauses.entities import entity_of
from riwaya.read.clauses.papers import is_carrier
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.envoys import TOLD_TO
from riwaya.read.phrases.manners import SUBJECT

_LONGEST = 14


def cited_before_colon(grammar: Grammar, first: int, colon: int) -> tuple[Range, Range] | None:
    """القناة الأولى | عن مصدر أمني |: , الهيئة | نقلا عن مسؤول |: the outlet that carries, and whoever it cites up to the colon."""
    about = next((at for at in range(first + 1, colon - 1) if grammar.layout.norms[at] == "عن"), None)
    if about is None:
        return None
    passed_on = grammar.layout.norms[about - 1] == "نقلا"
    carries = any(is_carrier(grammar, at) or grammar.group(at, "source") == "media" for at in range(first, about))
    if not (passed_on or carries):
        return None
    end = about - passed_on
    end -= end > first and grammar.is_comma(end - 1)
    cited = about + 1
    whole = grammar.phrases.begins(cited) and grammar.phrases.end(cited, colon, SUBJECT) == colon
    speaks = whole and grammar.tokens[cited].word.labels & {"source", "person"}
    return ((first, end), (cited, colon)) if speaks and end > first else None


def listener_before_colon(grammar: Grammar, first: int, colon: int) -> Range | None:
    """مصادر | للجزيرة |: , قيادي في الحزب | لوكالة الأفق |: , كوناتي | لأوباما |: : a medium that is told, or whom a leader tells.

    An office that serves a body (السفير | للأمم المتحدة |:) is named by it.
    """
    for at in range(first + 1, colon):
        word = grammar.tokens[at].word
        if word.preposition != "ل" or grammar.phrases.end(at, colon, SUBJECT) != colon:
            continue
        told = word.labels & {"medium", "addressee"} or word.norm in TOLD_TO
        if told or grammar.group(at, "source") == "media":
            return at, colon
        leader = at == first + 1 and entity_of(grammar, (first, at)) is not None and not grammar.phrases.has_article(first)
        whom = at in grammar.phrases.named or "country" in word.labels or entity_of(grammar, (at, colon)) is not None
        return (at, colon) if leader and whom else None
    return None


def is_in_head(grammar: Grammar, index: int) -> bool:
    """الهيئة | نقلا عن مسؤول: الهجوم فشل: a phrase of telling between an outlet and the colon covers what stands behind it."""
    first = grammar.layout.sentence(index).start
    colon = next(
        (at for at in range(index, min(grammar.layout.sentence(index).end, first + _LONGEST)) if grammar.tokens[at].raw == ":"),
        None,
    )
    return colon is not None and first < index and cited_before_colon(grammar, first, colon) is not None
