"""Help and support: which task or state behind the word means that somebody is given something."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, RELATIVE, VERB
from riwaya.lang.ar.thing_groups import SITES
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import answers
from riwaya.read.clauses.states import is_state
from riwaya.read.clauses.word_forms import forms_of
from riwaya.read.grammar import Grammar

_TASK, _BACK, _NEAR = 5, 5, 3
SENDS = ("أرسل", "سير", "أوفد", "بعث")
"""Verbs of sending: what stands behind them is sent, and gives nothing."""


def helps_nobody(grammar: Grammar, index: int, entry: Trigger, at: int) -> bool:
    """Whether a word of help or sending with what it needs at a token gives nothing to anybody."""
    if entry.group != "give" or index + 1 >= len(grammar.tokens):
        return False
    if entry.lemma == "ساعد":
        return _with_a_task(grammar, index)
    if entry.lemma in SENDS:
        return at > index and _sends_else(grammar, index, at)
    if entry.lemma == "آوى":
        return _only_houses(grammar, index)
    if entry.lemma == "سلح":
        return at > index + 1 and _is_only_state(grammar, index, entry, at)
    if entry.lemma != "دعم":
        return False
    return grammar.tokens[index + 1].norm == "السريع" or (at > index and _only_favours(grammar, index, entry, at))


def _with_a_task(grammar: Grammar, index: int) -> bool:
    """ساعد | في حل الأزمة, ساعدوا الجنود | على اقتحام القرية; not تساعد النازحين | في دارفور."""
    for at in range(index + 1, min(grammar.limit(index), index + _TASK) - 1):
        if grammar.tokens[at].norm in ("في", "علي"):
            there = at + 1 in grammar.place_at or at + 1 in grammar.date_at or grammar.group(at + 1, "thing") in SITES
            return at == index + 1 or not there
    return False


def _sends_else(grammar: Grammar, index: int, at: int) -> bool:
    """تأمين | سير الشاحنات, أرسلت مساعدات، ووزعت | خياما: how they go, and goods of another clause or of a word of help."""
    if grammar.tokens[index].word.core == "سير" and index > grammar.layout.sentence(index).start:
        return grammar.parts[index - 1] == NOUN
    between = range(index + 1, at)
    return any(grammar.is_comma(k) or grammar.tokens[k].word.core.startswith(("مساعد", "معون")) for k in between)


def _only_houses(grammar: Grammar, index: int) -> bool:
    """قصفوا مدرسة | تؤوي نازحين, المبنى الذي | يؤوي نازحين: what a building is used for."""
    if index and grammar.parts[index - 1] == RELATIVE:
        return True
    first = max(grammar.layout.sentence(index).start, index - _NEAR)
    return any(grammar.group(at, "thing") in SITES for at in range(first, index))


def _only_favours(grammar: Grammar, index: int, entry: Trigger, at: int) -> bool:
    """زيارة لدعم | تونس: a state that is supported, which says nothing of help, unless the support goes on or is promised."""
    if not _is_only_state(grammar, index, entry, at):
        return False
    beside = at == index + 1 or grammar.tokens[at].word.preposition == "ل"
    return not beside or not (_in_going_on(grammar, index) or _is_meant(grammar, index))


def _is_only_state(grammar: Grammar, index: int, entry: Trigger, at: int) -> bool:
    """دعم | تونس; not دعم أوكرانيا | عسكريا: what is found is a state, and nothing else that the row asks for stands near."""
    near, others = range(index + 1, min(grammar.limit(index), index + 1 + _NEAR)), entry.needs - {"#country"}
    return is_state(grammar, at) and not any(answers(grammar, k, others) for k in near if not grammar.tokens[k].word.conjunction)


def _in_going_on(grammar: Grammar, index: int) -> bool:
    """ستواصل | دعم أوكرانيا, التزام بلاده | بدعم كييف, لن توقف | دعم دمشق: support that goes on, is promised or is stopped."""
    for at in range(index - 1, max(grammar.layout.sentence(index).start, index - _BACK) - 1, -1):
        if not _GOES_ON.isdisjoint(forms_of(grammar.tokens[at].word)):
            return True
        if grammar.is_comma(at) or (grammar.parts[at] == VERB and at < index - 1):
            return False
    return False


def _is_meant(grammar: Grammar, index: int) -> bool:
    """سندعم | أوكرانيا, ندعم | كييف: a verb of the future or of the first person."""
    return grammar.parts[index] == VERB and grammar.tokens[index].norm.lstrip("وف").startswith(("س", "ن"))


_GOES_ON = word_list("goes on supporting")


def is_ready_to_help(grammar: Grammar, index: int) -> bool:
    """استعدادها | لدعم أوكرانيا, مستعدون | لمساعدة النازحين, استعداد بلاده | لتدريب الجنود: readiness that takes ل."""
    for at in range(index - 1, max(grammar.layout.sentence(index).start, index - _TASK) - 1, -1):
        word = grammar.tokens[at].word
        if not _READY.isdisjoint(forms_of(word)):
            return word.core != "استعدادا"
        if grammar.parts[at] != NOUN or word.preposition:
            return False
    return False


_READY = word_list("ready to help")
