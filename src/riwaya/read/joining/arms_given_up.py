"""Arms that fighters give up: nothing is done to them."""

from __future__ import annotations

from riwaya.lang.ar.parts import DEMONSTRATIVE, QUANTIFIER
from riwaya.model.swift import changed
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.roles.roles import Roles

_ARMS = ("سلاح", "اسلح")


def laid_down(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """سلم المتمردون | أسلحتهم, رفض التخلي عن | سلاحه: the arms that fighters give up are no target; نزع سلاح | الحركة keeps it."""
    target = roles.target
    if target is None or not (mark.entry.mode == "disarm" or (mark.entry.group == "leave" and mark.entry.lemma == "تخلى")):
        return roles
    at = target[0] + (grammar.parts[target[0]] in (QUANTIFIER, DEMONSTRATIVE))
    whole = at < target[1] and (grammar.phrases.is_owned(at) or grammar.phrases.has_article(at))
    return changed(roles, target=None) if whole and grammar.tokens[at].word.core.startswith(_ARMS) else roles
