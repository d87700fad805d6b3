"""Who only carried what somebody else said: credits to an agency, a paper or a channel beside a statement."""

from __future__ import annotations

from riwaya.lang.ar.parts import VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.attribution import Attribution

_CREDITS = frozenset({"according", "said_by"})
_CARRIERS = word_list("carrier")


def carried(grammar: Grammar, acts: list[Attribution]) -> list[Attribution]:
    """قالت الوزارة إن الجسر فتح، وفق وكالة الأنباء: a credit to a medium beside what another said names its carrier, no teller.

    The credit's medium becomes ``via`` of the statement that it stands beside, whose content ends before it.
    """
    made = list(acts)
    for credit in acts:
        if credit.rule not in _CREDITS or credit.subject is None:
            continue
        again = _is_same_paper(grammar, credit.subject)
        if not again and not is_carrier(grammar, credit.subject) and not _is_own_office(grammar, credit.subject):
            continue
        at = _beside(grammar, made, credit)
        at = _around(made, credit) if at is None else at
        if at is None:
            continue
        told = made[at]
        end = _before(grammar, told.content, credit)
        via = told.via if again else (*told.via, credit.subject)
        made[at] = changed(told, via=via, content=(told.content[0], end))
        made.remove(credit)
    return made


def passed_on(grammar: Grammar, acts: list[Attribution]) -> list[Attribution]:
    """أفادت الوكالة بأن الجسر فتح، نقلا عن الناطق: what a medium tells by the mouth of another is his, and it carries it."""
    made = list(acts)
    for credit in acts:
        teller = credit.subject
        if credit.rule not in _CREDITS or grammar.tokens[credit.cue[0]].norm not in _PASSED or teller is None:
            continue
        at = None if is_carrier(grammar, teller) else _beside(grammar, made, credit)
        paper = made[at].subject if at is not None else None
        if at is None or paper is None or not is_carrier(grammar, paper):
            continue
        told = made[at]
        content = told.content[0], _before(grammar, told.content, credit)
        made[at] = changed(told, subject=teller, via=(paper, *told.via), content=content)
        made.remove(credit)
    return made


_PASSED = frozenset({"نقلا", "ونقلا"})


def told_again(grammar: Grammar, acts: list[Attribution]) -> list[Attribution]:
    """قالت أنقرة إنها قصفت المخزن، وهو ما نفاه المالك: what another denies, confirms or is cited for behind it is what was said."""
    made = list(acts)
    for number, credit in enumerate(acts):
        at = _said_first(grammar, made, credit) if credit.rule in _CREDITS else None
        if at is not None:
            told, end = made[at], _before(grammar, made[at].content, credit)
            closes = told.content[1] - (credit.subject or credit.cue)[1] <= 1
            made[at] = changed(told, content=(told.content[0], end if closes else told.content[1]))
            made[number] = changed(credit, content=(told.content[0], end), quoted=told.quoted)
        elif (whole := _said_with_more(grammar, made[:number], credit)) is not None:
            made[number] = changed(credit, content=whole)
    return made


def _said_with_more(grammar: Grammar, before: list[Attribution], credit: Attribution) -> Range | None:
    """قال السكان إن الحركة طردتهم، وفرضت حظرا، وهو ما | نفاه الوالي: all that was said, not only what its last comma leads."""
    cue = credit.cue[0]
    points = cue > 1 and " ".join(grammar.layout.norms[cue - 2 : cue]) in _WHICH
    if credit.rule != "said_by" or credit.act != "deny" or not points:
        return None
    first, last = credit.content
    for act in reversed(before):
        start, end = act.content
        other = act.subject is None or act.subject != credit.subject
        if act.rule not in _CREDITS and other and start < first and last - _GAP <= end <= cue:
            return start, min(end, last)
    return None


_WHICH = ("وهو ما", "الامر الذي")


def _said_first(grammar: Grammar, acts: list[Attribution], credit: Attribution) -> int | None:
    """The statement whose verb opens what a credit behind it covers, if its content goes on up to the credit."""
    first, last = credit.content
    if credit.cue[0] < last:
        return None
    for at, act in enumerate(acts):
        if not act.rule.startswith("verb") or not first <= act.cue[0] < last:
            continue
        opens = not any(grammar.parts[k] == VERB for k in range(first, act.cue[0])) and act.cue[0] < act.content[0] < last
        reaches = last - _GAP <= act.content[1] and not act.agentless and act.subject != credit.subject
        return at if opens and reaches else None
    return None


def _is_same_paper(grammar: Grammar, where: Range) -> bool:
    """قالت القيادة إن ...، حسب البيان: the paper in which she said so, which carries nothing else."""
    if grammar.tokens[where[0]].word.core not in _PAPERS or not grammar.phrases.has_article(where[0]):
        return False
    return where[1] - where[0] == 1 or grammar.tokens[where[1] - 1].norm in ("نفسه", "ذاته")


_PAPERS = word_list("own paper")


def _is_own_office(grammar: Grammar, where: Range) -> bool:
    """ووعد الوزير، وفق بيان صادر عن | مكتبه | ، بفتح تحقيق: the office of whoever speaks, by its pronoun, carries him."""
    word = grammar.tokens[where[0]].word
    own = where[1] - where[0] == 1 and grammar.phrases.is_owned(where[0]) and word.core.endswith(("ه", "ها", "هم", "هما"))
    return own and word.core.startswith(_OFFICES)


_OFFICES = ("مكتب", "وزارت", "ديوان", "ادارت")


def is_carrier(grammar: Grammar, where: Range) -> bool:
    """Whether an agency, a paper, a channel or a site stands at the head of a phrase, or a name that is one, be it in marks."""
    first = where[0] + (where[0] in grammar.layout.closing)  # وفقا لـ|«الأناضول»
    head = grammar.tokens[first].word
    site = grammar.layout.norms[first + 1 : first + 2] == ["نت"]  # الجزيرة | نت
    return head.core in _CARRIERS or "medium" in head.labels or site


def _beside(grammar: Grammar, acts: list[Attribution], credit: Attribution) -> int | None:
    """The first statement in what the credit covers, if its content goes on up to the credit; None where there is none."""
    first, last = credit.content
    begun = min(credit.cue[0], first)
    for at, act in enumerate(acts):
        if act.rule in _CREDITS or not first <= act.cue[0] < last or act.agentless:
            continue
        if any(grammar.parts[k] == VERB for k in range(first, act.cue[0])):
            return None
        near = act.content[1] >= credit.cue[0] - _GAP or begun < act.cue[0]
        near = (
            near or (act.quoted and VERB not in grammar.parts[act.content[1] : credit.cue[0]]) or _goes_on(acts[at + 1 :], credit)
        )
        return at if near and act.subject != credit.subject else None
    return None


def _goes_on(acts: list[Attribution], credit: Attribution) -> bool:
    """قالت الوزيرة إن الهدنة انهارت، | مشيرة إلى مقتل جندي، وفق وكالة الأنباء: the participles behind it, up to the credit."""
    rest = [act for act in acts if act.cue[0] < credit.content[1] and act.rule not in _CREDITS]
    own = all(act.rule.startswith("participle") and act.subject is None for act in rest)
    return bool(rest) and own and rest[-1].content[1] >= credit.cue[0] - _GAP


def _around(acts: list[Attribution], credit: Attribution) -> int | None:
    """قالت القيادة إنهم تدربوا، وأقاموا في الجبل، وفق الوكالة: the statement whose last part the credit covers."""
    first, last = credit.content
    for at, act in enumerate(acts):
        if act.rule in _CREDITS or act.agentless or act.subject == credit.subject:
            continue
        if act.content[0] < first and last <= act.content[1] and act.content[1] >= credit.cue[0] - _GAP:
            return at
    return None


_GAP = 3
"""A comma and a particle may stand between the end of a content and the credit."""


def _before(grammar: Grammar, content: Range, credit: Attribution) -> int:
    """The end of a content before the credit that stands behind it in its sentence."""
    start = credit.cue[0]
    while start > content[0] + 1 and (grammar.is_comma(start - 1) or grammar.tokens[start - 1].norm in _LINKS):
        start -= 1
    return start if content[0] < start < content[1] else content[1]


_LINKS = word_list("before a credit")
