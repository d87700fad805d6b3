"""What somebody says ends where a clause begins that another source is cited for: ..., | وأصيب خمسة، بحسب المستشفى."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, THAT, VERB
from riwaya.model.swift import changed
from riwaya.read.cues.carriers import is_carrier
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.attribution import Attribution
from riwaya.read.sayings.landmarks import parts_added


def before_other_source(grammar: Grammar, acts: list[Attribution]) -> list[Attribution]:
    """قال الجيش إنه قصف المخزن|، ما أسفر -وفق مصدر طبي- عن مقتل خمسة: what one says ends before what another is cited for."""
    cited = [act for act in acts if act.rule in _CITED and act.subject is not None and not is_carrier(grammar, act.subject)]
    if not cited:
        return acts
    return [act if act.rule in _CITED else _cut(grammar, act, cited) for act in acts]


_CITED = frozenset({"according", "said_by"})


def _cut(grammar: Grammar, act: Attribution, cited: list[Attribution]) -> Attribution:
    start, end = act.content
    for other in cited:
        first = _clause_of(grammar, other)
        if first is None or not start < first - 1 < end or act.cue[0] >= first or act.subject == other.subject:
            continue
        if grammar.layout.quote_around(first) is not None or _goes_on_that(grammar, act, first, end):
            continue
        return changed(act, content=(start, first - 1))
    return act


def _clause_of(grammar: Grammar, act: Attribution) -> int | None:
    """Where the clause begins that a source is cited for: ، | ما أسفر -وفق مصدر- عن مقتل, ، | ومنحت ...، على حد قوله."""
    before, opens = min(act.content[0], act.cue[0]), grammar.layout.sentence(act.cue[0]).start
    first = max((part[0] for part in parts_added(grammar) if opens < part[0] <= before), default=None)
    if first is None or any(grammar.is_comma(at) for at in range(first, before)):
        return None
    inserted = act.cue[0] < act.content[0]
    return first if inserted or _others_act(grammar, first) else None


def _others_act(grammar: Grammar, at: int) -> bool:
    """، ومنحت | السلطات تأشيرات: a verb with its own subject, who can speak; وأصيب | خمسة and مما ألحق | أضرارا go on."""
    if grammar.parts[at : at + 2] != [VERB, NOUN]:
        return False
    return bool(grammar.tokens[at + 1].word.labels & {"source", "country"}) and not grammar.tokens[at + 1].word.preposition


def _goes_on_that(grammar: Grammar, act: Attribution, first: int, end: int) -> bool:
    return any(grammar.parts[at] == THAT and grammar.tokens[at].word.conjunction for at in range(first, end))
