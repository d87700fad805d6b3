"""Who is asked for a deed, or accused of it, in what somebody says; neither a paper that is told nor who only tells it is."""

from __future__ import annotations

from riwaya.model.swift import changed
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.declared import is_armed
from riwaya.read.roles.foregone import is_foregone
from riwaya.read.roles.roles import Roles
from riwaya.read.statements import Told, is_put_to


def whom_asked(grammar: Grammar, mark: Mark, told: Told | None) -> Range | None:
    """طالب الوزير الحركة | بالالتزام بالهدنة, اتهم الجماعة | بقصفها: who is accused of a deed, or asked for a new one."""
    whom = whom_put_to(grammar, mark, told)
    if told is None or whom is None:
        return None
    return whom if told.statement.act == "accuse" or not is_foregone(grammar, told.content[0], mark) else None


def whom_put_to(grammar: Grammar, mark: Mark, told: Told | None) -> Range | None:
    """دعا الوزير في تصريح لـ«الأفق» إلى | إرسال قوات: to whom a demand or charge is put; not the paper that is told of it."""
    if told is None or told.addressee is None or not is_put_to(told, mark.entry.type):
        return None
    return None if _is_paper_told(grammar, told.addressee) else told.addressee


def _is_paper_told(grammar: Grammar, where: Range) -> bool:
    """في تصريحات | لـ«الأفق», في حديث | لصحيفة الأفق: who is told something in an interview, behind ل."""
    head = where[0]
    if grammar.group(head, "source") == "media" or "medium" in grammar.tokens[head].word.labels:
        return True
    led = head - 1 - (head - 1 in grammar.layout.closing)
    if grammar.tokens[head].word.preposition == "ل":
        led = head
    elif led < 1 or grammar.tokens[led].norm != "ل":
        return False
    return any(grammar.tokens[at].word.core.startswith(_INTERVIEWS) for at in range(max(0, led - _NEAR), led))


_INTERVIEWS, _NEAR = ("تصريح", "حديث", "حوار", "مقابل", "لقاء"), 4


def only_tells(grammar: Grammar, mark: Mark, roles: Roles, told: Told | None) -> Roles:
    """الأزهر: | هدم المسجد جريمة, الأمم المتحدة: | قصف المستشفى: before a colon stands who tells, and acts only if armed.

    والجبهة تتهمها | بإعدام أسرى: whoever accuses did not do it, unless the deed is called his (بإفشال | هجومه).
    """
    if told is None or roles.actor is None:
        return roles
    beside = told.speaker is not None and (roles.actor[1] == told.cue[0] or roles.actor[0] == told.cue[1])
    accuses = told.statement.act == "accuse" and (beside or roles.actor == told.speaker) and roles.actor != told.addressee
    if accuses and not (mark.is_verb or mark.found.pronoun):
        return changed(roles, actor=None)
    stopped = mark.entry.group == "stop" and bool(mark.found.pronoun) and not mark.is_verb  # أدانت الغارات وطالبت | بوقفها
    if stopped and told.statement.act == "demand" and roles.actor == told.speaker:
        return changed(roles, actor=None)
    if roles.actor != told.speaker or mark.index != told.content[0] or not mark.is_verb:
        return roles
    noun = grammar.tokens[mark.index].word.find("trigger", "noun") is not None
    led = grammar.tokens[mark.index - 1].raw == ":" and not mark.found.pronoun
    return changed(roles, actor=None) if noun and led and not is_armed(grammar, roles.actor[0]) else roles
