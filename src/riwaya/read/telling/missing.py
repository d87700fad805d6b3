"""What did not come about: what somebody failed to reach, what was not there."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.parts import NEGATION, RELATIVE, THAT, VERB
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar

_BACK, _SOON = 12, 6


def has_failed(grammar: Grammar, mark: Mark) -> bool:
    """فشلت الجولة الأولى من المحادثات في | التوصل إلى اتفاق: what a verb of failing, however far, says that nobody reached.

    مدن خارج | سيطرة الجيش: what is out of somebody's hands he does not hold.
    """
    index = mark.index
    if index > 0 and grammar.tokens[index - 1].norm == "خارج" and mark.entry.lemma == "سيطر":
        return True
    if index == 0 or grammar.tokens[index - 1].norm not in _MANAGED:
        return False
    verb = _main_verb(grammar, index)
    at_last = "الا" in grammar.layout.norms[index : min(grammar.limit(index), index + _SOON)]  # من دخول الحي | إلا بعد ساعات
    return verb is not None and not at_last and _fails(grammar, verb, grammar.tokens[index - 1].norm)


_MANAGED = {"في": "نجح", "من": "تمكن"}
"""نجح | في, تمكن | من: the preposition of a verb of managing."""


def _main_verb(grammar: Grammar, index: int) -> int | None:
    """لم تتمكن القوات التي يقودها اللواء | من دخول: the verb before a preposition, past one that only describes whoever acts."""
    first, last = grammar.clause_start(index), index - 2
    if first > 0 and grammar.parts[first - 1] == RELATIVE and grammar.parts[last] != VERB:
        first, last = grammar.clause_start(first - 1), first - 1
    return next((at for at in range(last, max(first, index - _BACK) - 1, -1) if grammar.parts[at] == VERB), None)


def _fails(grammar: Grammar, verb: int, led: str) -> bool:
    """فشلوا في, لم ينجحوا في, لم تتمكن من: a verb of failing, or one of managing that is negated."""
    word = grammar.tokens[verb].word
    if led == "في" and word.core.startswith(("فشل", "اخفق")):
        return True
    some = grammar.layout.norms[verb + 1 : verb + 2] in (["سوي"], ["الا"])  # لم يتمكن | سوى ثلاثة من الفرار
    found = word.find("light", "verb") if grammar.negated(verb) and not some else None
    return found is not None and isinstance(found.sense.entry, Closed) and found.sense.entry.lemma == _MANAGED[led]


def is_not_there(grammar: Grammar, index: int) -> bool:
    """لم تكن هناك | انفجارات, ليس هناك أي | هجوم: what is said not to have been there."""
    there = index - 1 - (grammar.tokens[index - 1].word.core == "اي")
    if there < 1 or grammar.tokens[there].norm != "هناك":
        return False
    was, denied = grammar.tokens[there - 1].norm.removeprefix("و"), grammar.parts[there - 2] == NEGATION if there > 1 else False
    return was in ("ليس", "ليست") or (denied and was in ("تكن", "يكن", "يعد", "تعد", "يكون", "تكون"))


def is_left_undone(grammar: Grammar, index: int) -> bool:
    """عقدا جلستين دون أن | يتوصلا إلى اتفاق, انسحب من دون أن | يقصف القرية: what is done without a verb behind أن is not done."""
    return index > 1 and grammar.tokens[index - 1].norm == "ان" and grammar.tokens[index - 2].word.core in ("دون", "بدون")


def is_none_at_all(grammar: Grammar, mark: Mark) -> bool:
    """إن ما من | هجوم وقع, أنه ما من | قصف على القرية: behind ما من at the head of its clause there was none."""
    head = mark.index - 2
    if mark.is_verb or head < 0 or grammar.layout.norms[head : head + 2] != ["ما", "من"]:
        return False
    return head == grammar.layout.sentence(head).start or grammar.parts[head - 1] == THAT or grammar.is_sign(head - 1)
