"""Opinion: a column or an essay, in which a writer speaks in his own voice, tells no events, as the coding guide wants it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from riwaya.read.grammar import Grammar
from riwaya.read.statements import Told
from riwaya.spelling import folded
from riwaya.tables import language_folder, load_table

_SHORTEST = 150
_LEAST = 3
_ONE_IN = 200
_ASKED = 4


@cache
def _kinds() -> dict[str, str]:
    return {folded(row["form"]): row["kind"] for row in load_table(language_folder("ar"), "opinion.tsv")}


def own_voice(grammar: Grammar, told: Sequence[Told]) -> bool:
    """A text of 150 tokens or more in which the writer speaks more than he reports.

    He speaks in words of his own voice (نحن، لماذا، لعل) and in questions and exclamations, outside quotations and what others say:
    three or more of them, one in two hundred tokens. He reports what somebody else says, and what has its day (أمس، الأحد).
    An interview is none: in it a speaker answers, and says what he claims.
    """
    if len(grammar.tokens) < _SHORTEST:
        return False
    voice, days = counted(grammar, told)
    reported = days + sum(one.statement.source is not None for one in told)
    return voice >= _LEAST and voice * _ONE_IN >= len(grammar.tokens) and voice > reported and not _is_interview(grammar)


def counted(grammar: Grammar, told: Sequence[Told]) -> tuple[int, int]:
    """How many words and marks of the writer's own voice a text has, and how many days."""
    others = {index for one in told for index in range(*one.content)}
    kinds, voice, days = _kinds(), 0, 0
    for token in grammar.tokens:
        kind = kinds.get(token.norm) or kinds.get(token.word.core)
        if kind == "day":
            days += 1
        elif (kind == "voice" or token.raw in _CALLS) and token.index not in others:
            voice += grammar.layout.quote_around(token.index) is None
    return voice, days


_CALLS = frozenset("؟?!")


def _is_interview(grammar: Grammar) -> bool:
    """Four questions, half of which end their paragraph or stand before a dash; or four, and somebody who is asked."""
    asked = [token.index for token in grammar.tokens if token.raw in _QUESTION]
    if len(asked) < _ASKED:
        return False
    alone = sum(_ends_turn(grammar, at) for at in asked)
    return 2 * alone >= len(asked) or asks(grammar)


def asks(grammar: Grammar) -> bool:
    """ما تعليقكم, حدثنا, في حوار مع: whether somebody is asked."""
    return any(_kinds().get(token.norm) == "asked" for token in grammar.tokens)


_QUESTION = frozenset("؟?")


def _ends_turn(grammar: Grammar, at: int) -> bool:
    """هل … ؟ - …"""
    behind = at + 1
    if behind == len(grammar.tokens):
        return False
    layout = grammar.layout
    return layout.sentence(behind).paragraph != layout.sentence(at).paragraph or grammar.tokens[behind].raw in _TURNS


_TURNS = frozenset("-–—*•")
