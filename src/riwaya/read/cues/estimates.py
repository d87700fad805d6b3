"""Estimates: who puts a number to something, with a verb or behind what he says with a participle."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import NUMERAL, QUANTIFIER, SUBORDINATOR, THAT, VERB
from riwaya.lang.ar.words import Analysis
from riwaya.model.swift import changed
from riwaya.read.clauses.around import own_subject, phrase_after
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.attribution import Attribution, attribution, content_from


def estimate(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """Somebody puts a number to something (قدرت المنظمة عدد النازحين بألف)."""
    if found.sense.part == "participle":
        return _estimating(grammar, index, cue)
    if _is_put(grammar, index):
        return None
    counts = index + 1 < len(grammar.tokens) and grammar.tokens[index + 1].word.core == "عدد"
    if counts and getattr(found.sense.form, "gender", "") == "f" and own_subject(grammar, index, found) is None:
        counted = content_from(grammar, index + 1, index)  # وقدرت عدد القتلى بألف: she who spoke before puts it; وقدر is passive
        return changed(attribution((index, index + 1), cue, "estimate", counted[0]), quoted=counted[1]) if counted else None
    subject = own_subject(grammar, index, found) or phrase_after(grammar, index + 1, grammar.limit(index))
    if subject is None or not _counts(grammar, subject[0]):
        return None
    if "quantifier" in grammar.tokens[subject[0]].word.labels or grammar.tokens[subject[0]].word.core == "عدد":
        return None
    content = content_from(grammar, _counted_from(grammar, max(subject[1], index + 1)), index)
    if content is None or grammar.parts[content[0][0]] == SUBORDINATOR:
        return None
    return changed(attribution((index, index + 1), cue, "estimate", content[0]), subject=subject, quoted=content[1])


def _is_put(grammar: Grammar, index: int) -> bool:
    """قوات كبيرة | تقدر بـ120 آلية: with nobody but ب and a number behind the verb it says how many those before it are.

    وقف | قدرتها على البيع: what somebody is able to is no estimate.
    """
    behind = index + 1
    if grammar.layout.norms[behind : behind + 1] == ["علي"]:
        return True
    led = behind < grammar.limit(index) and grammar.phrases.preposition_of(grammar.tokens[behind]) == "ب"
    return led and _is_number(grammar, behind)


def _counts(grammar: Grammar, at: int) -> bool:
    """وقدرت | المنظمة, ويقدر | مختصون حمولة السفينة: whether a noun can put a number to something."""
    word = grammar.tokens[at].word
    people = not word.labels and len(word.core) > _PEOPLE and word.bare.endswith("ون") and _that_before_verb(grammar, at) is None
    return bool(word.labels & {"source", "person", "medium", "country"}) or people


_PEOPLE = 4


def _counted_from(grammar: Grammar, at: int) -> int:
    """Where what is counted begins behind whoever counts it: past where and when he said so, and past a clause about him."""
    if at >= len(grammar.tokens):
        return at
    if (that := _that_before_verb(grammar, at)) is not None:
        return that
    if at in grammar.date_at:
        return grammar.date_at[at].end
    return _number_behind_clause(grammar, at) if grammar.parts[at] == VERB else at


def _that_before_verb(grammar: Grammar, at: int) -> int | None:
    """قدرت المنظمة في بيان | أن النازحين ألف: أن, where no verb stands before it."""
    ahead = range(at, min(at + _TO_THAT, grammar.limit(at)))
    told = next((k for k in ahead if grammar.parts[k] in (VERB, THAT)), at)
    return told if told > at and grammar.parts[told] == THAT else None


def _number_behind_clause(grammar: Grammar, at: int) -> int:
    """قدرت دراسة أعدتها جامعات أميركية | عدد القتلى: past the clause that says whose study it is."""
    limit = next((k for k in range(at, grammar.limit(at)) if grammar.is_comma(k)), grammar.limit(at))
    return next((k for k in range(at, limit) if grammar.tokens[k].word.core == "عدد"), at)


_TO_THAT = 16


def _estimating(grammar: Grammar, index: int, cue: Cue) -> Attribution | None:
    """، | مقدرا عدد المقاتلين بألفين, مقدرة الخسائر بمليار: whoever spoke puts it; مقدرا جهود الوسطاء thanks for them."""
    behind = index + 1
    hangs = grammar.phrases.is_accusative(index) or grammar.is_comma(index - 1)
    if not hangs or behind >= grammar.limit(index) or not grammar.phrases.begins(behind):
        return None
    near = range(behind + 1, min(behind + _TO_NUMBER, grammar.limit(index)))
    put = any(grammar.phrases.preposition_of(grammar.tokens[k]) == "ب" and _is_number(grammar, k) for k in near)
    if not put and not _that_before_verb(grammar, behind):
        return None
    content = content_from(grammar, _counted_from(grammar, behind), index)
    return changed(attribution((index, index + 1), cue, "estimate", content[0]), quoted=content[1]) if content else None


def _is_number(grammar: Grammar, at: int) -> bool:
    """بألفين, بنحو ألفين, ب 20: a number on ب, or close behind it."""
    near = range(at, min(at + _ABOUT, len(grammar.tokens)))
    return any(grammar.parts[k] in (NUMERAL, QUANTIFIER) or grammar.tokens[k].word.labels & {"number", "measure"} for k in near)


_TO_NUMBER, _ABOUT = 8, 4


def rests_on_estimate(grammar: Grammar, made: Attribution) -> bool:
    """نزح مئة ألف شخص بحسب | تقديرات أممية: what covers an estimate is one."""
    behind = made.cue[1]
    return made.rule == "according" and behind < len(grammar.tokens) and grammar.tokens[behind].word.core in ("تقديرات", "تقدير")
