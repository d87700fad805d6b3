"""Deeds by which something is done (رد بقصف الموقع), and for which (ردا على مقتله)."""

from __future__ import annotations

from riwaya.lang.ar.parts import NUMERAL, QUANTIFIER, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar


def is_by(grammar: Grammar, mark: Mark) -> bool:
    """رد الجيش | بقصف الموقع, رد | بشن غارات: whether the deed, or the light noun before it, is what something is done by."""
    before = grammar.tokens[mark.index - 1].word.find("light", "noun") if mark.index else None
    return mark.found.preposition == "ب" or (before is not None and before.preposition == "ب")


def hits_back(grammar: Grammar, index: int) -> bool:
    """تعرضت الدورية لهجوم | فردت بقصف الموقع: a verb of answering with a deed; whoever was struck does it."""
    led = 0 <= index < len(grammar.tokens) - 1 and grammar.tokens[index + 1].word.preposition == "ب"
    return led and grammar.tokens[index].norm.lstrip("وف") in _ANSWERS


def answered_between(grammar: Grammar, first: int, last: int) -> bool:
    """تعرض الموقع لقصف | ورد الجيش | بقصف القرية: a word of answering, with و or ف, parts what is answered from the answer."""
    words = grammar.layout.norms[max(first, last - _ANSWER_REACH) : last]
    return not _JOINED.isdisjoint(words) and any(word[:1] in ("و", "ف") and word[1:] in _ANSWERS for word in words)


_ANSWERS, _ANSWER_REACH = word_list("answers with a deed"), 20
_JOINED = frozenset(joint + word for joint in "وف" for word in _ANSWERS)


def is_answered(grammar: Grammar, index: int) -> bool:
    """رد الجيش على | إطلاق الصواريخ بقصف الموقع: the attack behind على, which is another one than what it is answered with."""
    upon = index - 1
    while upon > 0 and upon > index - _COUNTED and grammar.parts[upon] in (NUMERAL, QUANTIFIER):
        upon -= 1
    if grammar.tokens[upon].norm != "علي":
        return False
    for at in range(upon - 1, max(grammar.layout.sentence(index).start, upon - _SUBJECT) - 1, -1):
        if any(getattr(found.sense.entry, "detail", "") == "reply" for found in grammar.tokens[at].word.all("cue")):
            return True
        if grammar.parts[at] in (VERB, THAT) or grammar.is_comma(at):
            return False
    return False


_SUBJECT, _COUNTED = 9, 3


def in_answer(grammar: Grammar, index: int) -> bool:
    """قصفوا القرية ردا على | مقتل جندي, انتقاما | لمقتل قائدهم, على خلفية | مقتل شاب: a deed for which another was done."""
    for_it = grammar.tokens[index].word.preposition == "ل" or grammar.tokens[index - 1].norm == _BACKGROUND
    before = index - (1 if for_it else 2)
    if before < 0 or not (for_it or grammar.tokens[index - 1].norm in _UPON):
        return False
    return grammar.tokens[before].norm in _IN_ANSWER and grammar.layout.sentence(index).start <= before


_IN_ANSWER, _UPON, _BACKGROUND = word_list("done in answer"), ("علي", "من"), "خلفيه"
