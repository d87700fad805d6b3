"""What somebody deems likely to come: رجح الخبير أن | يكثف التنظيم هجماته."""

from __future__ import annotations

from riwaya.lang.ar.parts import THAT, VERB
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.roles.foregone import is_background
from riwaya.read.statements import Told


def is_likely(grammar: Grammar, mark: Mark, told: Told) -> bool:
    """رجح الخبير أن | يشن التنظيم هجمات, رجح | سقوط قتلى: it may be; أن يكون الهجوم انتقاما judges what happened.

    رجح المحقق أن تكون الحركة وراء | التفجير: nor is it known whose deed it was.
    """
    first = told.content[0]
    behind = "وراء" if not mark.is_verb and mark.index else ""
    if behind and told.statement.detail == "estimate" and grammar.tokens[mark.index - 1].norm == behind:
        return True
    if told.statement.detail == "estimate" and first == mark.index and not (mark.is_verb or mark.found.article):
        return True
    if told.statement.detail != "estimate" or first < 1 or grammar.parts[first - 1] != THAT or grammar.parts[first] != VERB:
        return False
    forms = (found.sense.form for found in grammar.tokens[first].word.analyses)
    coming = any(getattr(form, "tense", "") == "imperfect" for form in forms)
    return coming and not any(is_background(grammar, at) or grammar.is_comma(at) for at in range(first, mark.index))


def is_inferred(grammar: Grammar, mark: Mark) -> bool:
    """سمع دوي، ما يشير إلى | انفجار مخزن, مما يدل على | قصف المعسكر: a deed that something else only points to."""
    led = mark.index > _POINTER and grammar.tokens[mark.index - 1].norm in ("الي", "علي")
    pointing = led and grammar.tokens[mark.index - 2].word.core in _POINTS and not mark.is_verb
    return pointing and grammar.tokens[mark.index - _POINTER].norm in ("ما", "مما")


_POINTS, _POINTER = ("يشير", "يدل", "يوشر", "يؤشر"), 3
