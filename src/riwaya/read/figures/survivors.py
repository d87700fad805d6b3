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
    if not _may_live(field, count) or _hospital(field, count) is None:
        return None
    return _hurt(field, count, "figures.to_hospital")


def brought_after(field: Field, count: Count) -> Counted | None:
    """نقل | 19 شخصا إلى المستشفى بعد إطلاق نار: those who are brought to hospital because of an attack are hurt."""
    if count.group not in PERSONS or count.is_singular or count.kind or (there := _hospital(field, count)) is None:
        return None
    sentence = field.grammar.layout.sentence(there)
    for at in range(there, min(sentence.end, there + _CAUSED_AHEAD)):
        mark = field.marks.get(at)
        if mark is not None:
            caused = mark.entry.group == "attack" and field.grammar.layout.norms[at - 1] in _CAUSES
            return Counted(count, "wounded", mark, "figures.brought_after") if caused else None
        if field.is_verb(at):
            return None
    return None


_CAUSED_AHEAD = 8
_CAUSES = word_list("brings to hospital")


def _hospital(field: Field, count: Count) -> int | None:
    """نقل | تسعة إلى المستشفى: the hospital to which those who are counted are brought; None where there is none."""
    norms, start = field.grammar.layout.norms, count.where[0]
    if start == 0 or norms[start - 1].removeprefix("و") not in _BROUGHT:
        return None
    limit = min(count.where[1] + _AHEAD, field.grammar.layout.sentence(start).end)
    behind = pairwise(range(count.where[1], limit))
    return next((place for to, place in behind if norms[to] == "الي" and norms[place] in _HOSPITALS), None)


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
