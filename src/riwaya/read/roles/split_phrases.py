"""Phrases of a verb that only look like its object: who is among its subject, what describes it, how long it lasts."""

from __future__ import annotations

from riwaya.lang.ar.calendar import units
from riwaya.lang.ar.parts import NUMERAL
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.roles.arguments import Arguments

_DONE_TO = frozenset({"arrest", "result", "free"})
_ONE_OF_THEM = word_list("one of those told before")
_SAID_TO_HAVE = ("ذات", "ذو", "ذوي")


def mended(grammar: Grammar, mark: Mark, found: Arguments) -> Arguments:
    """The phrases of a transitive verb without an object that is none, by one of the rules below."""
    if found.object is None:
        return found
    if found.subject is not None and _tells_of_subject(grammar, found):
        return Arguments((found.subject[0], found.object[1]), None)
    among = mark.entry.group in _DONE_TO and _is_among(grammar, found)
    return changed(found, object=None) if among or _is_while(grammar, mark, found) else found


def _is_among(grammar: Grammar, found: Arguments) -> bool:
    """قتل | اثنان على الأقل | أحدهما شرطي: one of those who are counted right before; not خطفت دورية | أحدهم."""
    subject, behind = found.subject, found.object
    if subject is None or behind is None or subject[1] > behind[0]:
        return False
    counted = NUMERAL in grammar.parts[subject[0] : subject[1]] or grammar.tokens[subject[0]].word.bare.endswith("ان")
    return counted and grammar.tokens[behind[0]].word.core in _ONE_OF_THEM


def _tells_of_subject(grammar: Grammar, found: Arguments) -> bool:
    """طوقت | قاعدة الوادي الجوية | ذات الأهمية: what is said to have something is the phrase right before it."""
    subject, behind = found.subject, found.object
    if subject is None or behind is None or subject[1] != behind[0] or behind[1] - behind[0] < len(_SAID_TO_HAVE) - 1:
        return False
    word = grammar.tokens[behind[0]].norm
    return word in _SAID_TO_HAVE and (word != "ذات" or grammar.gender(subject[0]) in ("f", ""))


def _is_while(grammar: Grammar, mark: Mark, found: Arguments) -> bool:
    """احتجزت | عاما في غرفة: how long somebody was held, in one bare word."""
    where = found.object
    if where is None or mark.entry.group not in _DONE_TO or where[1] - where[0] > 1:
        return False
    word = grammar.tokens[where[0]].word
    return not word.article and word.core.removesuffix("ا") in units() and word.bare.endswith(("ا", "اً", "ين"))


def is_aimed_at(grammar: Grammar, mark: Mark, found: Arguments) -> bool:
    """كان القائد قد | استهدف بضربة جوية: somebody before a verb of targeting that has no object was targeted himself."""
    subject = found.subject
    if mark.entry.lemma != "استهدف" or subject is None or found.object is not None or mark.found.pronoun:
        return False
    if subject[0] > mark.index or grammar.phrases.is_event_noun(subject[0]):
        return False
    word = grammar.tokens[subject[0]].word
    somebody = "person" in word.labels or grammar.phrases.is_name(subject[0]) or (word.article and not word.labels)
    behind = grammar.tokens[mark.end].word if mark.end < len(grammar.tokens) else None
    return somebody and behind is not None and behind.preposition == "ب"
