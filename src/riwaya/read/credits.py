"""Credits: an agency or paper named behind what somebody else says only carries it."""

from __future__ import annotations

from riwaya.model.swift import changed
from riwaya.read.attribution import Attribution
from riwaya.read.grammar import Grammar


def credited(grammar: Grammar, acts: list[Attribution]) -> list[Attribution]:
    """اتهم الجيش الحركة بخرق الهدنة، وفقا لوكالة الأنباء: one statement, the agency its carrier."""
    ends: dict[int, int] = {}
    for number, act in enumerate(acts):
        if act.rule != "according":
            ends[act.content[1]] = number
    carried: dict[int, Attribution] = {}
    gone: set[int] = set()
    for number, act in enumerate(acts):
        teller = _told_before(grammar, act, ends)
        if teller is not None and act.subject is not None and acts[teller].cue[0] >= act.content[0]:
            one = carried.get(teller, acts[teller])
            carried[teller] = changed(one, via=(*one.via, act.subject))
            gone.add(number)
    return [carried.get(number, act) for number, act in enumerate(acts) if number not in gone]


def _carries(grammar: Grammar, at: int) -> bool:
    """An agency, paper or channel."""
    return bool(grammar.tokens[at].word.labels & {"medium", "addressee"})


def _told_before(grammar: Grammar, act: Attribution, ends: dict[int, int]) -> int | None:
    """The act whose content ends right before a credit to an agency or paper."""
    if act.rule != "according" or act.subject is None or not _carries(grammar, act.subject[0]):
        return None
    first = act.cue[0]
    return next((ends[at] for at in (first, first - 1) if at in ends), None)
