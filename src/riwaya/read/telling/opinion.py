"""Opinion: a column or an essay, in which a writer speaks in his own voice, tells no events, as the coding guide wants it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from riwaya.lang.ar.parts import VERB
from riwaya.read.clauses.clauses import verb_form
from riwaya.read.grammar import Grammar
from riwaya.read.statements import Told
from riwaya.read.telling.subject import tells_of_arms
from riwaya.read.text.datelines import dateline_end
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
    A long text that has hardly a day and cites hardly anybody is an essay too.
    An interview is none: in it a speaker answers, and says what he claims. What happened on this day in past years is no report.
    """
    if _is_calendar(grammar):
        return True
    if len(grammar.tokens) < _SHORTEST:
        return False
    voice, days = counted(grammar, told)
    cited = sum(one.statement.source is not None for one in told)
    speaks = voice >= _LEAST and voice * _ONE_IN >= len(grammar.tokens)
    if not (speaks and voice > days + cited) and not _is_essay(grammar, told, voice, (days, cited)):
        return False
    return not _is_interview(grammar)


def _is_calendar(grammar: Grammar) -> bool:
    """1944 - بداية تمرد في المدينة: five sentences or more, and half of them, that begin with a year and a dash."""
    starts = [one.start for one in grammar.layout.sentences if one.end - one.start > 1]
    years = sum(_opens_with_year(grammar, at) for at in starts)
    return years >= _YEARS and 2 * years >= len(starts)


def _opens_with_year(grammar: Grammar, at: int) -> bool:
    norm = grammar.tokens[at].norm
    return len(norm) == _DIGITS and norm.isdigit() and grammar.tokens[at + 1].raw in _DASHES


_YEARS, _DIGITS, _DASHES = 5, 4, frozenset("-–—:")


def _is_essay(grammar: Grammar, told: Sequence[Told], voice: int, reported: tuple[int, int]) -> bool:
    """Three hundred tokens or more that tell of no day and cite hardly anybody; or that tell of hardly a day, in a loud voice.

    What armed men do in the title is no essay's title, unless its writer speaks. Here verbs of the first person are his voice too.
    ``reported``: how many days there are, and how many that somebody else says.
    """
    length, (days, cited) = len(grammar.tokens), reported
    if length < _LONG or days * _DAYS > length or cited * _CITED_ALOUD > length:
        return False
    voice += _first_persons(grammar, told)
    quiet = voice * _QUIET < length and tells_of_arms(grammar)
    if days == 0 and not quiet and cited * _CITED <= length and len(grammar.dates) * _DATED <= length:
        return not (asks(grammar) or _has_dateline(grammar))
    return voice >= _LEAST and voice * _ALOUD >= length


def _first_persons(grammar: Grammar, told: Sequence[Told]) -> int:
    """سأصدق, نحتاج: how many verbs of the first person stand outside quotations and what others say."""
    others = {index for one in told for index in range(*one.content)}
    spoken = (at for at in range(len(grammar.tokens)) if grammar.parts[at] == VERB and at not in others)
    forms = (verb_form(grammar, at) for at in spoken if grammar.layout.quote_around(at) is None)
    return sum(form is not None and form.person == 1 for form in forms)


def _has_dateline(grammar: Grammar) -> bool:
    """صنعاء - وكالات: a report is sent from somewhere, an essay is not."""
    starts = (one.start for one in grammar.layout.sentences[:_HEADS])
    return any(dateline_end(grammar.tokens, start, len(grammar.tokens)) > start for start in starts)


_LONG, _HEADS = 300, 3
_CITED, _DATED, _QUIET = 100, 150, 400
_ALOUD, _CITED_ALOUD, _DAYS = 150, 55, 450
"""One in so many tokens: who is cited, what is dated, the voice beside arms in an essay; voice, cited and days in a loud one."""


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
