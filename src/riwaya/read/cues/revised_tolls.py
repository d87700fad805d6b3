"""Tolls that somebody puts up or down: رفع المرصد العدد إلى تسعة قتلى tells the new toll as much as أعلن does."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lang.ar.parts import NUMERAL, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.clauses import guessed_form, postverbal_subject
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.cues.points_back import SPEAKING
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT, Manner
from riwaya.read.sayings.attribution import Attribution

_REVISES = word_list("revises a toll")
_TOLLS = frozenset({"حصيله", "عدد"})
_TELLER = Manner(SUBJECT.stops, split=True)
_NEAR, _TO_NUMBER, _HEAD = 12, 9, 2


def revised_toll(grammar: Grammar) -> Iterator[Attribution]:
    """Somebody puts a toll up or down to a number, and so tells it (رفعت الوزارة حصيلة القتلى إلى تسعة)."""
    if _REVISES.isdisjoint(grammar.layout.cores) or _TOLLS.isdisjoint(grammar.layout.cores):
        return
    for index, token in enumerate(grammar.tokens):
        if token.word.core in _REVISES and grammar.parts[index] == VERB and not grammar.negated(index):
            made = _made(grammar, index)
            if made is not None:
                yield made


def _made(grammar: Grammar, index: int) -> Attribution | None:
    toll = _toll_behind(grammar, index)
    subject = _teller(grammar, index, toll[0]) if toll is not None else None
    if toll is None or subject is None:
        return None
    form = guessed_form(grammar, index)
    gender = form.gender if form.gender != "c" else ""
    cue = (index, index + 1)
    return Attribution(cue, "assert", "report", "neutral", "revised_toll", toll, subject, gender=gender, number=form.number)


def _toll_behind(grammar: Grammar, index: int) -> Range | None:
    """رفع المرصد | العدد إلى تسعة قتلى, | حصيلة القتلى في بيان لاحق إلى تسعة: the toll and, behind إلى, its number."""
    limit = min(grammar.limit(index), index + _NEAR)
    for at in range(index + 1, limit):
        if grammar.parts[at] in (VERB, THAT):
            return None
        if grammar.tokens[at].word.core in _TOLLS and not grammar.tokens[at].word.conjunction:
            end = _reached(grammar, at)
            return (at, end) if end is not None else None
    return None


def _reached(grammar: Grammar, toll: int) -> int | None:
    """الحصيلة | إلى 12, عدد القتلى | إلى 12 رجلا: where the number ends; not عدد قواته | إلى 900 جندي, who are no victims."""
    limit = min(grammar.limit(toll), toll + _TO_NUMBER)
    to = next((at for at in range(toll + 1, limit - 1) if grammar.layout.norms[at] == "الي"), None)
    if to is None or to + 1 >= limit or grammar.parts[to + 1] != NUMERAL:
        return None
    own = grammar.tokens[toll].word.core == "حصيله"
    own = own or any("trigger" in grammar.tokens[at].word.labels for at in (*range(toll + 1, to), to + 2) if at < limit)
    return grammar.phrases.end(to + 1, grammar.limit(toll), SUBJECT) if own else None


def _teller(grammar: Grammar, index: int, toll: int) -> Range | None:
    """Whoever puts it up, before the verb or between it and the toll, if he can speak: no attack does (ما رفع العدد إلى تسعة)."""
    form = guessed_form(grammar, index)
    aim = grammar.tokens[index].word.preposition == "ل"
    subject = _came_back(grammar, index) if aim else preverbal_subject(grammar, index, form)
    if subject is None and toll > index + 1:
        subject = postverbal_subject(grammar, index, form, _TELLER)
        subject = (subject[0], min(subject[1], toll)) if subject is not None and subject[0] < toll else None
    if subject is None:
        return None
    words = [grammar.tokens[at].word for at in range(*subject)]
    happens = any(word.find("trigger", "noun") is not None for word in words[:_HEAD])  # | هذه الإصابات ترفع العدد
    return subject if not happens and any(word.labels & SPEAKING for word in words) else None


def _came_back(grammar: Grammar, index: int) -> Range | None:
    """عادت القيادة بعد ساعات | لترفع الحصيلة: the subject of عاد, whose purpose the verb tells."""
    first = max(grammar.layout.sentence(index).start, index - _NEAR)
    back = next((at for at in range(index - 1, first - 1, -1) if grammar.parts[at] == VERB), None)
    if back is None or not grammar.tokens[back].word.core.startswith(("عاد", "تعود", "يعود")):
        return None
    form = guessed_form(grammar, back)
    return postverbal_subject(grammar, back, form, _TELLER) or preverbal_subject(grammar, back, form)


RULES = (revised_toll,)
"""The rules for tolls that somebody revises."""
