"""Those who are left, or what somebody has: a clause that ما or من opens and that stands where a noun phrase could."""

from __future__ import annotations

from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUFFERER


def what_is_left(grammar: Grammar, at: int) -> int:
    """دمر الجيش | ما تبقى من منازل القرية, طرد | من بقي من السكان, صادروا | ما معهم من مال: the token behind it; else the same."""
    behind, limit = at + 2, grammar.limit(min(at + 1, len(grammar.tokens) - 1))
    left = grammar.phrases.is_left_over(at)
    if behind > limit or not (left or _has(grammar, at)):
        return at
    if behind + 1 < limit and grammar.tokens[behind].norm == "من" and grammar.phrases.begins(behind + 1):
        return grammar.phrases.end(behind + 1, limit, SUFFERER)
    return behind if left else at


def past_own_words(grammar: Grammar, at: int, own: Range | None) -> int:
    """لم تصل | أي مساعدات إلى المدينة: the token behind what is kept for the deed itself, no argument; else the same."""
    if own is None:
        return at
    first = own[0] - (grammar.tokens[at].norm == "اي")
    return own[1] if first <= at < own[1] else at


def _has(grammar: Grammar, at: int) -> bool:
    """ما | بحوزتهم من أجهزة, ما | معه من مال: what somebody has with him."""
    if at + 1 >= len(grammar.tokens) or grammar.tokens[at].norm != "ما":
        return False
    word = grammar.tokens[at + 1].word
    led = word.find("prep")
    return word.norm.startswith("بحوزت") or (led is not None and bool(led.pronoun))
