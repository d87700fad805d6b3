"""Figures of victims whose harm the manner of an attack tells: stabbed, run over, with their heads cut off."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.figures.counts import Count
from riwaya.read.figures.governors import PERSONS, Counted, Field
from riwaya.read.figures.tolls import is_direct_victim
from riwaya.spelling import folded

_WOUNDING = word_list("wounds as it is done")
_DEATH, _HEADS = word_list("died of it"), word_list("heads of the dead")


def stabbed(field: Field, count: Count) -> Counted | None:
    """طعن شاب | ثلاثة مستوطنين, دهس | أربعة جنود: hurt as long as no word behind them says that they died of it."""
    if count.group not in PERSONS or count.kind or count.group == "unit":
        return None
    mark = field.before(count) or field.adjacent(count)
    if mark is None or folded(mark.entry.lemma) not in _WOUNDING or mark.passive or mark.found.article:
        return None
    if count.is_singular and (not is_direct_victim(field, count, mark, "wounded") or _acts(field, count, mark.end)):
        return None
    return None if _died(field, count) else Counted(count, "wounded", mark, "figures.stabbed")


def _acts(field: Field, count: Count, first: int) -> bool:
    """طعن | شاب | جنديا: a singular right behind the verb with another count behind it, or with no sign of an object, acts."""
    return (
        count.where[0] == first
        and count.noun is not None
        and field.is_verb(first - 1)
        and not field.grammar.phrases.is_accusative(count.noun)
    )


def _died(field: Field, count: Count) -> bool:
    """طعن جنديا | حتى الموت, دهس جنديين | فقتلهما: a word of death behind the victims in their sentence."""
    behind = range(count.where[1], field.grammar.layout.sentence(count.where[0]).end)
    killed = (at in field.marks and field.marks[at].entry.kind == "killed" for at in behind)
    return any(killed) or any(field.grammar.tokens[at].norm in _DEATH for at in behind)


def beheaded(field: Field, count: Count) -> Counted | None:
    """قطع التنظيم رؤوس | ستة جنود, قطع رأس | أحد الرهائن: by whose heads were cut off."""
    before = count.where[0] - 1
    if before < 1 or count.is_singular or count.group not in PERSONS | {""} or field.grammar.tokens[before].word.core not in _HEADS:
        return None
    first = max(field.grammar.layout.sentence(before).start, before - _CUT_BACK)
    cut = next((field.marks[at] for at in range(before, first - 1, -1) if at in field.marks), None)
    if cut is None or cut.entry.type != "ASSAULT" or not field.grammar.tokens[cut.index].word.core.startswith(tuple(_CUTS)):
        return None
    return Counted(count, "killed", cut, "figures.beheaded")


_CUT_BACK, _CUTS = 6, word_list("cuts off")
