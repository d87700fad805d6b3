"""Who is in a state, in touch with somebody, or under way: the phrase right before the word that says so."""

from __future__ import annotations

from riwaya.lang.ar.parts import THAT
from riwaya.model.swift import changed
from riwaya.read.clauses.near import phrase_behind
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.roles import Roles

_BACK = 10


def as_it_stands(grammar: Grammar, mark: Mark, roles: Roles) -> Roles | None:
    """الأسرى | مضربون عن الطعام, الوزير على | اتصال مع المبعوث, الدبابات | منتشرة: the roles of such a word; None for any other."""
    if mark.entry.group == "state" and mark.entry.type == "PROTEST":  # عشرات الأسرى | مضربون عن الطعام
        return changed(roles, actor=_is_there(grammar, mark.index))
    if mark.entry.lemma == "اتصال" and mark.companion >= 0:  # الوزير على | اتصال مع المبعوث
        return changed(roles, actor=_is_there(grammar, mark.index - 1), target=phrase_behind(grammar, mark.companion + 1))
    if mark.entry.group == "state" and mark.entry.type == "MOBILIZE":
        beyond = roles.actor is None or THAT in grammar.parts[roles.actor[1] : mark.index]  # أكد الضابط أن | الدبابات منتشرة
        beyond = beyond or _describes_men(grammar, mark.index)
        who = (_is_there(grammar, mark.index) if beyond else None) or roles.actor
        among = [at + 1 for at in range(*who) if grammar.tokens[at].word.core in ("بينها", "بينهم")] if who is not None else []
        return changed(roles, actor=(among[-1], who[1]) if who is not None and among else who, target=None)
    if mark.entry.group == "start" and mark.is_verb and mark.companion == mark.index and not mark.passive:
        return changed(roles, actor=None)  # إن عملية السهم | بدأت
    return None


def _describes_men(grammar: Grammar, index: int) -> bool:
    """التقى الوزير جنودا أميركيين | موجودين في القاعدة: an indefinite plural in ين right behind one says it of them."""
    here, before = grammar.tokens[index].word, grammar.tokens[index - 1].word
    return here.bare.endswith("ين") and before.bare.endswith(("ين", "ا")) and not (here.article or before.article)


def _is_there(grammar: Grammar, index: int) -> Range | None:
    """إن | خبراء من الحرس | موجودون في القاعدة, كانت | العربات | منتشرة: whoever is said to be somewhere stands right before it."""
    for at in range(max(grammar.clause_start(index), index - _BACK), index):
        if grammar.phrases.begins(at) and grammar.phrases.end(at, index) == index:
            return at, index
    return None
