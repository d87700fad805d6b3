"""What happens bears something out or shows it, and tells nobody anything: أكد الهجوم هشاشة الهدنة."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Analysis
from riwaya.read.clauses.voices import SPEAKERS
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.attribution import Attribution


def bears_out(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """أكدت | العملية أن, كشفت | الأزمة عن انقسام: a known deed behind its verb, or a crisis, shows something and tells nothing."""
    if made.subject is not None:
        return grammar.tokens[made.subject[0]].word.core in _UPHEAVALS
    at = made.cue[1]
    if at >= len(grammar.tokens) or not grammar.phrases.has_article(at) or not grammar.tokens[at].word.find("trigger", "noun"):
        return False
    return made.rule == "verb_that" or (made.content[0] == at and _shows_something(grammar, made))


def threatens_by_itself(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """الأزمة تهدد | بانهيار الهدنة, هدد التصعيد | بحرب: what happens may lead to something, and threatens nobody in words."""
    at = made.subject[0] if made.subject is not None else made.cue[1]
    if made.content[0] <= at and made.cue[1] <= made.content[0]:
        return False  # الذي هدد | بقتل الشهود: nobody stands before what is threatened
    phrases, word = grammar.phrases, grammar.tokens[at].word
    if grammar.parts[at] != NOUN or word.labels & (SPEAKERS | {"demonym"}):
        return False
    if phrases.is_proper(at) or at in phrases.placed or at in phrases.named:
        return False
    return phrases.is_deed_noun(at) or word.core in _UPHEAVALS or word.core in _DANGERS


_DANGERS = word_list("danger by itself")


def _shows_something(grammar: Grammar, made: Attribution) -> bool:
    """كشفت الغارة | عن ضعف الحراسة, أكد الهجوم المسلح | هشاشة الهدنة: عن with this verb, or one more noun, is what it shows."""
    at, end = made.content
    if "كشف" in grammar.tokens[made.cue[0]].norm and "عن" in grammar.layout.norms[at:end]:
        return True
    at += 1
    while at < end and grammar.phrases.has_article(at) and grammar.phrases.is_adjective(at):
        at += 1
    if at >= end or grammar.parts[at] != NOUN or at in grammar.date_at:
        return False
    word = grammar.tokens[at].word
    speaks = word.labels & {"source", "person", "country", "medium"} or grammar.phrases.is_proper(at)  # أكد الهجوم | شهود عيان
    return not (speaks or word.conjunction or grammar.phrases.preposition_of(grammar.tokens[at]))


_UPHEAVALS = word_list("shows something by itself")
