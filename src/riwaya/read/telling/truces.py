"""Truces that are named beside the verb that ends or begins them, and operations that are halted and not begun."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, NOUN, RELATIVE, THAT, VERB
from riwaya.model.swift import changed
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.telling.harmless import without_harm
from riwaya.read.telling.only_names import is_only_name

_REACH = 9


def ends_there(grammar: Grammar, mark: Mark, marks: list[Mark]) -> bool:
    """الهدنة الإنسانية | انتهت أمس, وقف إطلاق النار | انهار: the verb behind a truce tells its end, in one event."""
    if mark.is_verb or mark.entry.group != "stop" or mark.entry.mode != "ceasefire":
        return False
    return any(_ends(grammar, mark, one) for one in marks)


def _ends(grammar: Grammar, mark: Mark, verb: Mark) -> bool:
    """Whether a verb of ending has the truce before it as its subject, with no other clause between them."""
    if not (verb.is_verb and verb.entry.group == "breach" and verb.entry.frame == "V"):
        return False
    if not mark.end <= verb.index < mark.end + _REACH or verb.companion > verb.index:
        return False
    return not any(grammar.parts[at] in (VERB, THAT, RELATIVE) or grammar.is_comma(at) for at in range(mark.end, verb.index))


def begins_there(grammar: Grammar, at: int) -> bool:
    """قال إن الهدنة | دخلت حيز التنفيذ فجر اليوم, الهدنة | قد بدأت أمس: a verb that says that a known truce is in force."""
    at += at < len(grammar.tokens) and grammar.parts[at] == AUXILIARY
    if at >= len(grammar.tokens) or grammar.parts[at] != VERB:
        return False
    return any(entry.group == "stop" and entry.frame == "N" for entry in entries_at(grammar, at))


def goes_on_yet(grammar: Grammar, mark: Mark, marks: list[Mark]) -> bool:
    """إن القصف | لم يتوقف طوال الليل: that an attack did not cease tells the attack, and no truce."""
    before = grammar.layout.norms[max(0, mark.index - 2) : mark.index]
    ceases = mark.is_verb and mark.entry.group == "stop" and mark.entry.lemma == "توقف"
    if not ceases or before[-1:] not in (["لم"], ["لا"]) or before[:1] in (["اذا"], ["ان"], ["حتي"]):
        return False
    first = max(grammar.clause_start(mark.index), mark.index - _REACH)
    attacks = (one for one in marks if first <= one.index < mark.index and one.entry.type == "ASSAULT" and not one.is_verb)
    return next(attacks, None) is not None and grammar.parts[mark.end : mark.end + 1] != [NOUN]


def not_kept(mark: Mark, negated: bool) -> Mark:
    """قوات لم | تلتزم بالهدنة: whoever does not keep a truce breaks it."""
    if not (negated and mark.entry.lemma in _KEEPS and mark.entry.mode == "ceasefire"):
        return mark
    return changed(mark, entry=changed(mark.entry, type="AGREE", mode="", frame="A"))


_KEEPS = ("التزم", "احترم")


def only_halted(mark: Mark, marks: list[Mark]) -> bool:
    """الهدنة التي بدأت أمس تقضي | بوقف العمليات: the operations that are to be halted are not what began."""
    if mark.entry.group != "start" or mark.companion <= mark.index:
        return False
    return any(one.entry.group == "stop" and mark.index < one.index < one.companion == mark.companion for one in marks)


def named_else(grammar: Grammar, mark: Mark, marks: list[Mark]) -> bool:
    """الهدنة | انتهت, بدأت ... | وقف العمليات, دون أن | توقع ضحايا: what is no event beside another that its sentence tells."""
    if is_only_name(grammar, mark):
        return True
    halted = only_halted(mark, marks) or goes_on_yet(grammar, mark, marks)
    return halted or without_harm(grammar, mark, marks) or ends_there(grammar, mark, marks)
