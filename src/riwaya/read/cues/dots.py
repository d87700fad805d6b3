"""Headlines in which two dots stand before what somebody says (الوزير يحذر البرلمان.. إلغاء الاتفاق خطر)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import VERB
from riwaya.model.swift import changed
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.manners import BEFORE_VERB, SUBJECT
from riwaya.read.sayings.attribution import Attribution, attribution
from riwaya.read.text.tokens import DOTS

_LONGEST = 8


def told_behind_dots(grammar: Grammar) -> Iterator[Attribution]:
    """A headline with a speaker, his verb and at most one who is told, then two dots and what he says (يؤكد.. الهدنة باقية)."""
    sentences = grammar.layout.sentences
    for one, behind in pairwise(sentences[:_LONGEST]):
        if one.paragraph or behind.paragraph or grammar.tokens[one.end - 1].raw not in DOTS or one.end - one.start > _LONGEST:
            continue
        if behind.end - behind.start < 2 or grammar.tokens[behind.start].word.conjunction:
            continue
        yield from _made(grammar, one.start, one.end - 1, (behind.start, behind.end))


def _made(grammar: Grammar, start: int, end: int, content: tuple[int, int]) -> Iterator[Attribution]:
    """The act of a verb that tells with أن or in marks, where nothing but its speaker and whom he tells stand beside it."""
    verb = next((at for at in range(start + 1, end) if grammar.parts[at] == VERB), None)
    found = grammar.tokens[verb].word.find("cue", "verb") if verb is not None else None
    if verb is None or found is None or not isinstance(found.sense.entry, Cue) or not isinstance(found.sense.form, VerbForm):
        return
    if not grammar.phrases.begins(start) or grammar.phrases.end(start, verb, BEFORE_VERB) != verb:
        return
    if not found.sense.entry.frames & {"that", "quote"}:
        return
    behind = verb + 1
    whom = (behind, grammar.phrases.end(behind, end, SUBJECT)) if behind < end and grammar.phrases.begins(behind) else None
    if behind < end and (whom is None or whom[1] != end or not found.sense.entry.whom):
        return
    made = attribution((verb, verb + 1), found.sense.entry, "told_behind_dots", content, found.sense.form)
    yield changed(made, subject=(start, verb), addressee=whom)


RULES = (told_behind_dots,)
"""The rules for headlines with dots."""
