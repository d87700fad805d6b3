"""Figures of those who were hurt and live: whose state is grave, who were brought to hospital."""

from __future__ import annotations

from itertools import pairwise

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.figures.counts import Count
from riwaya.read.figures.governors import PERSONS, Counted, Field, given_kind

_GRAVE, _STATES, _WARDS = word_list("grave"), word_list("state of the wounded"), word_list("ward of the wounded")
_BROUGHT, _HOSPITALS = word_list("is brought to hospital"), word_list("hospital")
_AHEAD, _HARMS = 6, frozenset({"killed", "wounded", "casualties"})


def in_danger(field: Field, count: Count) -> Counted | None:
    """قتل ستة، ولا يزال | خمسة في حالة حرجة, حالة | اثنين منهم خطرة: those whose state is grave are not dead."""
    if not _may_live(field, count):
        return None
    norms, start = field.grammar.layout.norms, count.where[0]
    limit = min(field.grammar.layout.sentence(start).end, start + _AHEAD + 1)
    before = start > 0 and field.grammar.tokens[start - 1].word.core in _STATES
    for at in range(start - 1 if before else start + 1, limit):
        if field.grammar.is_comma(at) or (at in field.marks and at > start):
            return None
        grave = at + 1 < limit and norms[at].startswith(tuple(_STATES)) and any(norm in _GRAVE for norm in norms[at + 1 : limit])
        if grave or norms[at] in _WARDS:
            return _hurt(field, count, "figures.in_danger")
    return None


def to_hospital(field: Field, count: Count) -> Counted | None:
    """قتل ستة أشخاص ونقل | تسعة آخرون إلى المستشفى: those who are brought to hospital beside the dead are hurt."""
    norms, start = field.grammar.layout.norms, count.where[0]
    if not _may_live(field, count) or start == 0 or norms[start - 1].removeprefix("و") not in _BROUGHT:
        return None
    behind = norms[count.where[1] : min(count.where[1] + _AHEAD, field.grammar.layout.sentence(start).end)]
    there = any(to == "الي" and place in _HOSPITALS for to, place in pairwise(behind))
    return _hurt(field, count, "figures.to_hospital") if there else None


def _may_live(field: Field, count: Count) -> bool:
    """Whether people are counted behind others who were killed or wounded in the same sentence."""
    last = field.last
    if last is None or last.kind not in _HARMS or not field.same_sentence(last.count.where[0], count.where[0]):
        return False
    if count.is_singular or count.kind not in ("", "wounded") or not (count.group == "" or count.group in PERSONS):
        return False
    governor = field.before(count)
    return governor is None or governor.index <= last.count.where[0] or not given_kind(governor)


def _hurt(field: Field, count: Count, rule: str) -> Counted | None:
    return Counted(count, "wounded", field.last.mark, rule) if field.last is not None else None
