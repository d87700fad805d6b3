"""Who is to do, or may do, what a verb behind أن says: على الحركة أن | تنسحب, سمح للجيش أن | يدخل."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import NEGATION, PREPOSITION, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.near import ACTOR
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import Manner
from riwaya.read.roles.own_will import own_will
from riwaya.read.words.parts import SIGN_PART

_WHOLE = Manner(ACTOR.stops, split=True, attach=False)
_FAR, _NEAR = 10, 6
_THAT = frozenset({"ان", "بان", "الا", "بالا"})
_PRESSED, _ASKED = word_list("pressed on"), word_list("asked from")
_LET, _RIGHT = word_list("let by li"), ("حق", "واجب", "مصلحه", "شان")


def bound_to(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """يجب على الحركة أن | تنسحب, طلب من الجيش أن | ينسحب, من حق الحركة أن | ترد: the phrase that names who is to do it."""
    if (own := own_will(grammar, index, form)) is not None:
        return own
    that = index - 1
    while that > 0 and grammar.parts[that] == NEGATION and grammar.tokens[that].norm not in _THAT:
        that -= 1
    if that < 2 or grammar.tokens[that].norm not in _THAT or form.tense == "perfect":
        return None
    first = grammar.layout.sentence(index).start
    for at in range(that - 1, max(first, that - _FAR) - 1, -1):
        if grammar.parts[at] in (VERB, THAT) or grammar.is_comma(at):
            return None
        if grammar.phrases.begins(at) and _is_bound(grammar, at, first):
            whole = grammar.phrases.end(at, that, _WHOLE) == that and grammar.agrees(form, at, before=True)
            return (at, that) if whole else None
    return None


def _is_bound(grammar: Grammar, at: int, first: int) -> bool:
    """Whether على, من, ل or a word of right before the phrase at a token makes it whose duty or right it is."""
    near = range(max(first, at - _NEAR), at)
    if grammar.tokens[at].word.preposition == "ل":
        return any(grammar.tokens[k].word.core in _LET for k in near)
    if at <= first:
        return False
    before = grammar.tokens[at - 1]
    if before.norm == "من":
        return any(grammar.tokens[k].word.core.startswith(tuple(_ASKED)) for k in near)
    if before.word.core == "علي" and grammar.parts[at - 1] == PREPOSITION:
        heads = at - 1 == first or grammar.parts[at - 2] in (THAT, SIGN_PART)
        return heads or any(grammar.tokens[k].word.core.startswith(tuple(_PRESSED)) for k in near)
    return before.word.core in _RIGHT
