"""Credits: an agency or paper named behind what somebody else says only carries it."""

from __future__ import annotations

from riwaya.model.swift import changed
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.attribution import Attribution


def credited(grammar: Grammar, acts: list[Attribution]) -> list[Attribution]:
    """اتهم الجيش الحركة بخرق الهدنة، وفقا لوكالة الأنباء: one statement, the agency its carrier."""
    ends: dict[int, list[Attribution]] = {}
    numbers = {id(act): number for number, act in enumerate(acts)}
    for act in acts:
        if act.rule != "according":
            ends.setdefault(act.content[1], []).append(act)
    carried: dict[int, Attribution] = {}
    gone: set[int] = set()
    for number, act in enumerate(acts):
        teller = _told_before(grammar, act, ends)
        if teller is not None and act.subject is not None:
            at = numbers[id(teller)]
            one = carried.get(at, teller)
            carried[at] = changed(one, via=(*one.via, act.subject))
            gone.add(number)
    return [carried.get(number, act) for number, act in enumerate(acts) if number not in gone]


def _carries(grammar: Grammar, at: int) -> bool:
    """An agency, paper or channel."""
    return bool(grammar.tokens[at].word.labels & {"medium", "addressee"})


def _told_before(grammar: Grammar, act: Attribution, ends: dict[int, list[Attribution]]) -> Attribution | None:
    """The act whose content ends right before a credit to an agency or paper; not one of nobody inside it (| مشتبه بانتمائهم)."""
    if act.rule != "according" or act.subject is None or not _carries(grammar, act.subject[0]):
        return None
    first = act.cue[0]
    told = next((ends[at] for at in (first, first - 1) if at in ends), [])
    covered = [one for one in told if one.cue[0] >= act.content[0]]
    return next((one for one in covered if not one.agentless), covered[-1] if covered else None)
