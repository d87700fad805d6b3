"""Operations that stand before the verb that says that they began (إن العملية بدأت فجرا)."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.word_forms import forms_of
from riwaya.read.grammar import Grammar

_NEAR, _TITLED = 4, 8


def begun_before(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """إن | العملية بدأت فجر اليوم, المرحلة الثانية من | عملية السهم، التي حررت الميناء، ستنطلق: what began leads its clause."""
    if entry.group != "start" or entry.lemma not in _BEGINS or not _ends_it(grammar, index) or not _of_her(grammar, index):
        return False
    if grammar.parts[index - 1] == RELATIVE:  # توسيع | عملية الفجر التي بدأت أمس
        first = max(grammar.layout.sentence(index).start, index - _TITLED)
        head = index - 2
        if grammar.phrases.has_article(head) and grammar.phrases.is_event_noun(head) and not _is_operation(grammar, head):
            return False  # حملة قمع للاحتجاجات التي بدأت أمس
        near = (at for at in range(index - 2, first - 1, -1) if grammar.parts[at] in (VERB, THAT) or _is_operation(grammar, at))
        at = next(near, -1)
        return at >= 0 and _is_operation(grammar, at) and index + 1 in grammar.date_at
    return _is_operation(grammar, _topic(grammar, index))


def _ends_it(grammar: Grammar, index: int) -> bool:
    """بدأت | فجر اليوم, ستنطلق | في الجبل: nothing stands behind the verb that somebody begins."""
    behind = index + 1
    if behind >= grammar.limit(index) or behind in grammar.date_at:
        return True
    norm = grammar.tokens[behind].norm
    if norm in ("في", "من", "شمال", "جنوب", "شرق", "غرب"):
        return behind + 1 == len(grammar.tokens) or not grammar.phrases.is_masdar(behind + 1)
    return norm in _AT_A_TIME


def _of_her(grammar: Grammar, index: int) -> bool:
    """بدأت, ستبدأ: the verb of a feminine subject."""
    forms = [one.sense.form for one in grammar.tokens[index].word.analyses if isinstance(one.sense.form, VerbForm)]
    return any(form.person == 3 and form.gender == "f" and form.number == "s" for form in forms)


def _topic(grammar: Grammar, index: int) -> int:
    """قال إن | العملية ... بدأت: the first word behind أن, or of the sentence."""
    start = grammar.layout.sentence(index).start
    at = next((k + 1 for k in range(index - 1, start - 1, -1) if grammar.parts[k] == THAT), start)
    while at < index and grammar.is_sign(at):
        at += 1
    return at


def _is_operation(grammar: Grammar, at: int) -> bool:
    """العملية, حملة; المرحلة الثانية من | عملية السهم: an operation, or a stage of one."""
    word = grammar.tokens[at].word
    if word.core == "مرحله":
        return any(grammar.tokens[k].word.core in _OPERATIONS for k in range(at + 1, min(grammar.limit(at), at + 1 + _NEAR)))
    return word.core in _OPERATIONS and not word.preposition and not _is_attack(grammar, at)


def _is_attack(grammar: Grammar, at: int) -> bool:
    """العملية | العسكرية بدأت: an operation that is told as an attack by itself."""
    behind = forms_of(grammar.tokens[at + 1].word) if at + 1 < len(grammar.tokens) else ()
    entries = (one.sense.entry for one in grammar.tokens[at].word.all("trigger"))
    return any(isinstance(one, Trigger) and one.type == "ASSAULT" and not one.needs.isdisjoint(behind) for one in entries)


_BEGINS = frozenset({"بدأ", "انطلق", "أطلق"})
_OPERATIONS, _AT_A_TIME = word_list("operation that begins"), word_list("begins at a time")
