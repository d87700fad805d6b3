"""What a participle of an event says that somebody is: باتوا محاصرين, لا يزال الآلاف محتجزين."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import ADVERB, AUXILIARY, NOUN, NUMERAL, PREPOSITION, PRONOUN, QUANTIFIER, THAT
from riwaya.lang.ar.words import Analysis
from riwaya.read.grammar import Grammar

_BETWEEN, _OF_A_PHRASE = 9, frozenset({NOUN, NUMERAL, QUANTIFIER, PREPOSITION, ADVERB})


def is_predicate(grammar: Grammar, index: int, found: Analysis, entry: Trigger) -> bool:
    """Whether a participle says what somebody is (باتوا محاصرين, الوالد مصاب), or who made him so (المختطف من قبل الجماعة)."""
    if found.sense.part == "verb" or (entry.frame == "C" and not found.article):  # بعضهم | مصابون بجروح
        return True
    behind = [token.norm for token in grammar.tokens[index + 1 : index + 3]]
    if behind == ["من", "قبل"] or behind == ["علي", "يد"]:
        return True
    if found.article or found.preposition or index == 0:
        return False
    before = index - 1
    while before > 0 and (grammar.parts[before] == ADVERB or grammar.tokens[before].raw in '«“"'):
        before -= 1
    if entry.lemma == "موجود" and behind[:1] in (["في"], ["داخل"], ["علي"], ["قرب"]):  # خبراء من الحرس | موجودون في القاعدة
        return True
    if grammar.parts[before] in (AUXILIARY, THAT, PRONOUN) or grammar.tokens[before].norm in ("منهم", "منها"):
        return True
    if grammar.parts[before] == NOUN and grammar.phrases.is_definite(before) and not grammar.phrases.is_adjective(before):
        return True
    return grammar.tokens[index].norm.endswith("ين") and _still(grammar, before)


def _still(grammar: Grammar, before: int) -> bool:
    """لا يزال | الآلاف محتجزين, ما زالت | مئتا رهينة محتجزين: a counted phrase between the verb of being and the participle."""
    first = max(grammar.clause_start(before), before - _BETWEEN)
    at = before
    while at > first and (grammar.parts[at] in _OF_A_PHRASE or grammar.tokens[at].raw in '«“"»”'):
        at -= 1
    return (
        at < before
        and grammar.parts[at] == AUXILIARY
        and any(grammar.parts[k] in (NUMERAL, QUANTIFIER) for k in range(at, before + 1))
    )
