"""What somebody deems likely to come: رجح الخبير أن | يكثف التنظيم هجماته."""

from __future__ import annotations

from riwaya.lang.ar.parts import THAT, VERB
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.roles.foregone import is_background
from riwaya.read.statements import Told


def is_likely(grammar: Grammar, mark: Mark, told: Told) -> bool:
    """رجح الخبير أن | يشن التنظيم هجمات: it may come; أن يكون الهجوم انتقاما judges what happened."""
    first = told.content[0]
    if told.statement.detail != "estimate" or first < 1 or grammar.parts[first - 1] != THAT or grammar.parts[first] != VERB:
        return False
    forms = (found.sense.form for found in grammar.tokens[first].word.analyses)
    coming = any(getattr(form, "tense", "") == "imperfect" for form in forms)
    return coming and not any(is_background(grammar, at) or grammar.is_comma(at) for at in range(first, mark.index))
