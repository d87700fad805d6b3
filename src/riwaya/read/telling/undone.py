"""Deeds of which a negated verb of doing, undergoing or causing says that they did not come about."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.parts import NEGATION, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.telling.harmless import denies_harm
from riwaya.read.telling.missing import is_left_undone, is_not_there

_BACK = 6
_EXCEPT = word_list("except")


def not_carried_out(grammar: Grammar, mark: Mark) -> bool:
    """لم تشن غارات, لم تتمكن من السيطرة, لم يتم قصف المدينة: a negated verb of doing or undergoing; صدت تقدمهم: repelled;

    لم يسفر اللقاء عن | اتفاق, من غير أن تفضي الجولة إلى | هدنة: nor came what something did not lead to.
    """
    index = mark.index
    if is_not_there(grammar, index):
        return True
    for at in range(index - 1, max(grammar.clause_start(index), index - _BACK, 0) - 1, -1):
        recorded = grammar.tokens[at].word.core in _RECORDED
        if grammar.parts[at] != VERB and not recorded:
            continue
        if not _AMID.isdisjoint(grammar.layout.norms[at + 1 : index]):  # لم تقدم أي جديد خلال | اجتماع
            return False
        found = grammar.tokens[at].word.find("light", "verb")
        entry = found.sense.entry if found is not None else None
        if isinstance(entry, Closed) and entry.lemma in _REPELS and mark.entry.type in ("CONTROL", "MOBILIZE"):
            return True
        carries = recorded or (isinstance(entry, Closed) and (_carries(entry, mark) or _leads_to(grammar, entry, at, mark)))
        lacks = grammar.parts[at - 1] == NEGATION or is_left_undone(grammar, at)
        return carries and at > 0 and lacks and not (excepted(grammar, at) or denies_harm(grammar, at, mark))
    return False


def _carries(light: Closed, mark: Mark) -> bool:
    """Whether a light verb says that the event is carried out; a verb of cause says it of the result (لم يسفر الهجوم عن إصابات)."""
    return (
        light.group in ("actor", "event") or light.lemma in _UNDERGOES or (light.group == "cause" and mark.entry.group == "result")
    )


def _leads_to(grammar: Grammar, light: Closed, at: int, mark: Mark) -> bool:
    """لم يسفر | اللقاء عن اتفاق, لم تفض | جولاتها إلى هدنة: whether a deal, a truce or a talk is the outcome of a verb."""
    led = light.group == "cause" and mark.index - 1 > at and grammar.tokens[mark.index - 1].norm in ("عن", "الي")
    return led and mark.entry.type in ("AGREE", "RETREAT", "CONSULT")


_AMID = frozenset({"خلال", "اثناء", "عقب", "اثر", "قبل"})
_RECORDED = word_list("recorded or not")
"""لم تسجل إصابات, لم يبلغ عن وقوع إصابات: verbs of counting and telling whose negation says that nothing happened."""
_REPELS, _UNDERGOES = frozenset({"صد", "تصدى"}), frozenset({"تعرض", "خضع", "تلقى"})
"""لم تتعرض المدينة لقصف: verbs of undergoing whose negation says that nothing happened; لم تصد هجوما says the opposite."""


def excepted(grammar: Grammar, index: int) -> bool:
    """لم تقصف | الطائرات إلا الميناء: what somebody did nothing but, he did."""
    return any(token.norm in _EXCEPT for token in grammar.tokens[index + 1 : index + 6])
