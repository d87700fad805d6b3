"""A carrier named once carries what the same speaker says next: نقلت الصحيفة عن الوزير أن ... . وأضاف أن."""

from __future__ import annotations

from itertools import takewhile

from riwaya.lang.ar.parts import RELATIVE, THAT, VERB
from riwaya.model.swift import changed
from riwaya.read.clauses.papers import is_carrier, is_paper
from riwaya.read.cues.listeners import medium_told
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.speakers.contents import Spoken

_ALONE = frozenset({"according", "label", "reporting_noun", "report_of", "colon", "relay"})


def carried_over(grammar: Grammar, spoken: list[Spoken]) -> list[Spoken]:
    """نقلت صحيفة عن الوزير أن القوات تقدمت. | وأضاف أن, قال لوكالة الأفق إن ..، | مشيرا إلى: the carrier goes on."""
    made: list[Spoken] = []
    last: Spoken | None = None
    for one in spoken:
        if one.act.rule in _ALONE and not one.act.via:
            made.append(one)
            continue
        if not one.act.via and last is not None and _goes_on(grammar, last, one):
            one = changed(one, act=changed(one.act, via=last.act.via))
        inner = last is not None and last.act.content[0] <= one.act.cue[0] < last.act.content[1]
        last = last if inner else one
        made.append(one)
    return made


def _goes_on(grammar: Grammar, last: Spoken, one: Spoken) -> bool:
    """Whether somebody goes on with what a carrier told before, here or in the next paragraph, and names no paper."""
    if not last.act.via or one.name is None or one.name != last.name:
        return False
    near = _paragraph(grammar, one) - _paragraph(grammar, last) <= 1 and _paragraph(grammar, last) > 0
    paper = any(grammar.phrases.is_channel(at) or is_paper(grammar, at) for at in range(one.act.cue[1], one.act.content[0]))
    return near and not paper


def _paragraph(grammar: Grammar, one: Spoken) -> int:
    return grammar.layout.sentence(one.act.cue[0]).paragraph


def paper_carried(grammar: Grammar, one: Spoken) -> Spoken:
    """قال | البيان الذي بثه التلفزيون الرسمي | إن: whoever broadcast or printed the paper carries what it says."""
    where = one.act.subject
    if where is None or one.act.via or not is_paper(grammar, where[0]):
        return one
    carrier = _publisher(grammar, where[0] + 1, one.act.content[0])
    return changed(one, act=changed(one.act, via=(carrier,))) if carrier is not None else one


def _publisher(grammar: Grammar, start: int, end: int) -> Range | None:
    """الذي | بثه | التلفزيون الرسمي: the medium right behind a verb that points back to the paper."""
    near = takewhile(lambda at: not grammar.is_comma(at), range(start, min(end, start + _NEAR)))
    relative = next((at for at in near if grammar.parts[at] == RELATIVE), None)
    if relative is None or relative + 2 >= end or not grammar.tokens[relative + 1].norm.endswith(("ه", "ها")):
        return None
    behind = relative + 2
    while behind < end and behind in grammar.date_at:
        behind = grammar.date_at[behind].end
    if behind >= end or not is_carrier(grammar, behind):
        return None
    return behind, grammar.phrases.end(behind, end, SUBJECT)


_NEAR = 4


def told_in_talk(grammar: Grammar, one: Spoken) -> Spoken:
    """وفي تصريحات | لقناة الأفق، | قال الوزير إن, قال في مقابلة مع | صحيفة: the medium that was told, before the verb or behind."""
    cue, first = one.act.cue[0], grammar.layout.sentence(one.act.cue[0]).start
    if one.act.via or one.act.content[0] < cue:
        return one
    fronted = (
        first + 2 < cue <= first + _FRONT and grammar.tokens[first].word.core == "في" and grammar.phrases.is_channel(first + 1)
    )
    fronted = fronted and not any(grammar.parts[at] in (VERB, THAT) for at in range(first, cue))
    medium = medium_told(grammar, first + 2, cue) or _talked_with(grammar, first + 2, cue) if fronted else None
    medium = medium or _talked_with(grammar, cue + 1, min(one.act.content[0], cue + _FRONT))
    if medium is None:
        return one
    return changed(one, act=changed(one.act, via=(medium,), addressee=one.act.addressee or medium))


def _talked_with(grammar: Grammar, start: int, end: int) -> Range | None:
    """في مقابلة خاصة مع | صحيفة الأفق: the medium right behind a talk with it."""
    for at in range(start, end - 1):
        talk = any(grammar.phrases.is_channel(k) for k in range(at - 2, at))
        if grammar.tokens[at].norm == "مع" and talk and is_carrier(grammar, at + 1):
            return at + 1, grammar.phrases.end(at + 1, end, SUBJECT)
    return None


_FRONT = 14
