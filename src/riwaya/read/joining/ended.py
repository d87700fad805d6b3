"""Arms that fighters give up, and deeds that somebody ends: nothing is done to them."""

from __future__ import annotations

from riwaya.lang.ar.parts import DEMONSTRATIVE, NUMERAL, QUANTIFIER
from riwaya.model.swift import changed
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.roles.roles import Roles

_ARMS = ("سلاح", "اسلح")
_OPERATION = ("عمليه", "عمليت", "عمليات", "حمله", "حملت")


def laid_down(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """سلم المتمردون | أسلحتهم, رفض التخلي عن | سلاحه: the arms that fighters give up are no target; نزع سلاح | الحركة keeps it."""
    target = roles.target
    if target is None or not (mark.entry.mode == "disarm" or (mark.entry.group == "leave" and mark.entry.lemma == "تخلى")):
        return roles
    at = target[0] + (grammar.parts[target[0]] in (QUANTIFIER, DEMONSTRATIVE))
    whole = at < target[1] and (grammar.phrases.is_owned(at) or grammar.phrases.has_article(at))
    return changed(roles, target=None) if whole and grammar.tokens[at].word.core.startswith(_ARMS) else roles


def brought_to_an_end(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """علقت الجماعة | هجماتها, وقف | العمليات العسكرية: what somebody ends is no target; توقفت | الغارات tells what ended."""
    target = roles.target
    if mark.entry.group != "stop" or mark.entry.frame != "AO" or target is None or target[0] < mark.index:
        return roles
    if grammar.tokens[mark.index].word.core == "توقف" and target[0] == mark.index + 1 and not grammar.negated(mark.index):
        return roles  # إذا | توقف القصف
    at = target[0]
    while at + 1 < target[1] and grammar.parts[at] in (QUANTIFIER, NUMERAL, DEMONSTRATIVE):
        at += 1
    return changed(roles, target=None) if _is_fighting(grammar, at) else roles


def _is_fighting(grammar: Grammar, at: int) -> bool:
    """هجماتها, العمليات العسكرية, القصف: an attack or operation; a curfew that is lifted is none."""
    if grammar.tokens[at].word.core.startswith(_OPERATION):
        return True
    return grammar.phrases.is_event_noun(at) and any(entry.type in ("ASSAULT", "MOBILIZE") for entry in entries_at(grammar, at))
