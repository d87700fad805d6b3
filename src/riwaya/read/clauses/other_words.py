"""Forms that are another word than the event word they are written like: interests, dimensions, journeys, changes, calming."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, PREPOSITION, VERB
from riwaya.lang.ar.words import Analysis
from riwaya.read.grammar import Grammar


def is_another_word(grammar: Grammar, index: int, found: Analysis, entry: Trigger) -> bool:
    """Whether a form is another word here, by its spelling or by what stands behind it."""
    rule = _RULES.get(entry.lemma)
    return rule is not None and rule(grammar, index, found)


def _interests(grammar: Grammar, index: int, found: Analysis) -> bool:
    """دافع عن | مصالحه: his interests, no reconciliation, which ends in ة."""
    return grammar.tokens[index].raw.endswith("ه")


def _dimensions(grammar: Grammar, index: int, found: Analysis) -> bool:
    """للقرار | أبعاد كثيرة: dimensions; إبعاد is written with its hamza below, or with none."""
    return found.sense.part == "noun" and "أبعاد" in grammar.tokens[index].raw


def _journey(grammar: Grammar, index: int, found: Analysis) -> bool:
    """تأخرت | رحلتهم ساعتين, بعد | رحلتها الأولى: a journey; رحلتهم | السلطات: the authorities deported them."""
    word = grammar.tokens[index].norm
    if found.sense.part != "verb" or not found.pronoun or "رحلت" not in word:
        return False
    behind = index + 1
    doer = behind < grammar.limit(index) and grammar.phrases.is_definite(behind) and not grammar.phrases.is_adjective(behind)
    return not doer or bool(grammar.tokens[behind].word.preposition) or grammar.parts[index - 1] in (PREPOSITION, VERB)


def _changes(grammar: Grammar, index: int, found: Analysis) -> bool:
    """طائرة | تغير مسارها لحقيبة على متنها: she changes it; تغير الطائرات | على الميناء has no other preposition before على."""
    tense = getattr(found.sense.form, "tense", "")
    for at in range(index + 1, grammar.limit(index)) if tense == "imperfect" else ():
        if grammar.tokens[at].norm.startswith("علي"):
            return False
        if grammar.parts[at] == PREPOSITION or grammar.tokens[at].word.preposition or grammar.phrases.is_owned(at):
            return True
    return False


def _calms(grammar: Grammar, index: int, found: Analysis) -> bool:
    """سعى إلى | تهدئة قلق حلفائه, تهدئة الأوضاع: what is calmed stands right behind; التهدئة في القطاع, تهدئة عاجلة is a truce."""
    behind = index + 1
    if found.article or found.pronoun or behind >= grammar.limit(index) or grammar.parts[behind] != NOUN:
        return False
    word = grammar.tokens[behind].word
    if word.preposition or word.conjunction:
        return False
    of_it = behind + 1 < grammar.limit(index) and not word.norm.endswith("ه") and grammar.phrases.is_definite(behind + 1)
    return grammar.phrases.is_definite(behind) or (of_it and not grammar.phrases.is_adjective(behind))


def _cites(grammar: Grammar, index: int, found: Analysis) -> bool:
    """قالت الصحيفة | نقلا عن مصدر في الجيش: whoever cites moves nobody."""
    return grammar.layout.norms[index : index + 2] in (["نقلا", "عن"], ["ونقلا", "عن"])


_BY_FORM = {"مصالحة": _interests, "أبعد": _dimensions, "رحل": _journey}
_BY_NEIGHBOURS = {"أغار": _changes, "تهدئة": _calms, "نقل": _cites}
_RULES = _BY_FORM | _BY_NEIGHBOURS
"""Lemma of an event word → the rule that says whether a form is another word."""
