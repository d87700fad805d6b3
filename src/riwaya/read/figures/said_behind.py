"""Figures of people of whom only what stands behind them says what became of them: they are among the dead, they were seized."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.figures.counts import Count
from riwaya.read.figures.governors import PERSONS, Counted, Field, fits, given_kind
from riwaya.read.figures.groups import counted_entry

_UNDERGONE = frozenset({"killed", "wounded", "captured", "released", "displaced", "missing"})
_EVENTS = frozenset({"ASSAULT", "COERCE", "RETREAT"})
_VERB_REACH = 6


def among_behind(field: Field, count: Count) -> Counted | None:
    """ثلاثة أمريكيين | من بين الضحايا, إن اثنين من القادة | كانا بين القتلى: the victims among whom they are said to be."""
    if count.group not in PERSONS or count.kind:
        return None
    tokens, parts = field.grammar.tokens, field.grammar.parts
    limit = field.grammar.layout.sentence(count.where[0]).end - 1
    if "بين" not in field.grammar.layout.norms[count.where[0] : limit]:
        return None
    at = field.group_end(count)
    at += at < limit and parts[at] == AUXILIARY
    at += at < limit and tokens[at].norm == "من"
    if at >= limit or tokens[at].norm != "بين" or not field.grammar.phrases.has_article(at + 1):
        return None
    entry = counted_entry(tokens[at + 1].word)
    if entry is None or entry.kind not in _UNDERGONE:
        return None
    mark = field.marks.get(at + 1) or field.nearest(count, _EVENTS)
    return Counted(count, entry.kind, mark, "figures.among_behind") if mark is not None else None


def cases(field: Field, count: Count) -> Counted | None:
    """14 حالة | اختطاف, 120 حالة | إعدام, 48 حالة | قصف: how many cases there were of what is done to people, or of attacks."""
    if count.noun is None or field.grammar.tokens[count.noun].word.core not in _CASES:
        return None
    mark = field.marks.get(count.where[1])
    if mark is None or mark.is_verb or mark.found.article or mark.found.conjunction:
        return None
    kind = given_kind(mark) or ("attacks" if mark.entry.group == "attack" else "")
    return Counted(count, kind, mark, "figures.cases") if kind == "attacks" or kind in _UNDERGONE else None


_CASES = word_list("case of something done")


def driven_by(field: Field, count: Count) -> Counted | None:
    """مليون نازح | جراء المعارك: displaced people behind whom stands what drove them out."""
    if count.kind != "displaced" or count.is_singular or count.noun is None or (own := field.marks.get(count.noun)) is None:
        return None
    if (governor := field.before(count)) is not None and given_kind(governor):
        return None
    end = field.group_end(count)
    limit = min(field.grammar.layout.sentence(count.where[0]).end, end + 1)
    caused = _is_caused(field, count.where[0]) or any(norm in _BECAUSE for norm in field.grammar.layout.norms[end:limit])
    mark = field.nearest(count, frozenset({"ASSAULT"})) if own.found.article else own  # خلفت المعارك | آلاف النازحين
    return Counted(count, "displaced", mark, "figures.driven_by") if caused and mark is not None else None


def _is_caused(field: Field, start: int) -> bool:
    """خلفت المعارك | آلاف النازحين, أدت الحرب إلى | أكثر من مليون نازح: a verb of leading to stands before them."""
    grammar = field.grammar
    first = max(grammar.clause_start(start), start - _VERB_REACH)
    return any(grammar.parts[at] == VERB and grammar.light(at) == "cause" for at in range(first, start))


def fell_victim(field: Field, count: Count) -> Counted | None:
    """وقع تفجير ذهب ضحيته | 51 شخصا: those who fell victim to what the pronoun means."""
    norms, start = field.grammar.layout.norms, count.where[0]
    gone = start > 1 and norms[start - 1].startswith("ضحيت") and norms[start - 2].endswith(("ذهب", "ذهبت", "يذهب"))
    mark = field.nearest(count, frozenset({"ASSAULT"})) if gone and fits("killed", count) else None
    if mark is not None and mark.index == start - 1:
        first = max(field.grammar.layout.sentence(start).start, start - 2 - _BEFORE)
        mark = next((field.marks[at] for at in range(start - 2, first - 1, -1) if at in field.marks), mark)
    return Counted(count, "killed", mark, "figures.fell_victim") if mark is not None else None


_BEFORE = 10
_BECAUSE = word_list("because of what drove them")


def told_number(field: Field, count: Count) -> Counted | None:
    """أفرجت عن المعتقلين وعددهم | 25, نزح السكان البالغ عددهم | ثلاثة آلاف: how many those are whom an event before it tells of."""
    norms, start = field.grammar.layout.norms, count.where[0]
    if start < _AHEAD or norms[start - 1].removeprefix("و") not in _THEIR_NUMBER or count.noun is not None:
        return None
    if not (norms[start - 1].startswith("و") or norms[start - 2].endswith("بالغ")):  # not بلغ عددهم
        return None
    first = max(field.grammar.layout.sentence(start).start, start - _NUMBERED)
    mark = next((field.marks[at] for at in range(start - 2, first - 1, -1) if at in field.marks), None)
    if mark is None or not given_kind(mark) or mark.end > start - _AHEAD:
        return None
    if not _PART.isdisjoint(norms[mark.end : start]):  # قتل | نصف السكان البالغ عددهم ألفين
        return None
    return Counted(count, given_kind(mark), mark, "figures.told_number")


_PART = frozenset({"نصف", "ثلث", "ربع", "معظم", "بعض"})
_THEIR_NUMBER, _AHEAD, _NUMBERED = frozenset({"عددهم", "عددها", "عددهن"}), 2, 12


def as_it_struck(field: Field, count: Count) -> Counted | None:
    """أغار الطيران على المخيم مدمرا | ثلاثة مبان, قاتلا | ستة من سكانها: what an attack did, by a participle right before it."""
    before = field.grammar.tokens[count.where[0] - 1].norm if count.where[0] else ""
    kind = next((kind for kind, forms in _AS_IT_STRUCK.items() if before in forms), "")
    if not kind or not fits(kind, count) or not (count.group or count.rule == "counts.number_of_them"):
        return None
    first = field.grammar.layout.sentence(count.where[0]).start
    back = (field.marks[at] for at in range(count.where[0] - 2, first - 1, -1) if at in field.marks)
    attack = next((mark for mark in back if mark.entry.group == "attack"), None)
    return Counted(count, kind, attack, "figures.as_it_struck") if attack is not None else None


_AS_IT_STRUCK = {kind: word_list(f"{kind} as it struck") for kind in ("killed", "wounded", "destroyed")}
