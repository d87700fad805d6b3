"""Forms that are another word than the event word they are written like: interests, dimensions, journeys, changes, calming."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, VERB
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
    """قالت الصحيفة | نقلا عن مصدر في الجيش, مدرعات | لنقل الجنود: whoever cites moves nobody, nor what a vehicle is for."""
    if found.preposition == "ل" and index and grammar.group(index - 1, "thing") == "vehicle":
        return True
    return grammar.layout.norms[index : index + 2] in (["نقلا", "عن"], ["ونقلا", "عن"])


def _drone(grammar: Grammar, index: int, found: Analysis) -> bool:
    """استهدف الجيش المصلين | بمسيّرة, حلقت | مُسيرات: with its signs a drone, no march, which has none of them."""
    raw = grammar.tokens[index].raw
    return "سي\u0651ر" in raw or "م\u064fس" in raw


def _breaks(grammar: Grammar, index: int, found: Analysis) -> bool:
    """أخلّت الحكومة بالاتفاق, دمشق | أخلت ببنود الاتفاق: whoever breaks terms leaves no place."""
    if "خل\u0651" in grammar.tokens[index].raw:
        return True
    rows = [one.sense.entry for one in grammar.tokens[index].word.all("trigger") if isinstance(one.sense.entry, Trigger)]
    terms = frozenset(need for row in rows if row.type == "AGREE" for need in row.needs)
    return any(token.word.preposition == "ب" and token.norm in terms for token in grammar.tokens[index + 1 : index + _TERMS])


def _of_captives(grammar: Grammar, index: int, found: Analysis) -> bool:
    """تسلم الصليب الأحمر | الدفعة الثانية من الأسرى: a batch of captives is no help."""
    entry = found.sense.entry
    if not isinstance(entry, Trigger) or entry.type != "AID":
        return False
    behind = range(index + 2, min(grammar.limit(index), index + _BATCH))
    return any(grammar.tokens[at].norm in entry.rejects and grammar.tokens[at - 1].norm == "من" for at in behind)


def _holds(grammar: Grammar, index: int, found: Analysis) -> bool:
    """فرضت القوات | سيطرتها على الحي وأحكمت الحصار: control that is imposed is no siege."""
    entry = found.sense.entry
    behind = grammar.tokens[index + 1 : index + _NEXT]
    first = next((token for token in behind if token.word.core.startswith(("سيطر", "حصار", "طوق", "قيود"))), None)
    return isinstance(entry, Trigger) and entry.type == "COERCE" and first is not None and first.word.core.startswith("سيطر")


def _militia(grammar: Grammar, index: int, found: Analysis) -> bool:
    """الجيش ومليشيا | الحشد, مقاتلو | الحشد: a force by its name, that masses nobody."""
    if not found.article or found.preposition or index == 0 or grammar.parts[index - 1] != NOUN:
        return False
    before = grammar.tokens[index - 1].word
    return bool(before.labels & {"person", "source"}) and not before.article


def _people(grammar: Grammar, index: int, found: Analysis) -> bool:
    """خرج السكان لغرض | تأمينهم: people who are brought into safety are no ground."""
    return found.pronoun in ("هم", "هن", "هما")


def _unit(grammar: Grammar, index: int, found: Analysis) -> bool:
    """اللواء 444 | قتال: by what a unit is called behind its number."""
    numbered = index > 1 and grammar.parts[index - 1] == NUMERAL and found.sense.part == "noun"
    return numbered and grammar.group(index - 2, "person") == "unit"


_TERMS, _BATCH, _NEXT = 4, 12, 5
_BY_FORM = {"مصالحة": _interests, "أبعد": _dimensions, "رحل": _journey, "مسيرة": _drone, "أخلى": _breaks}
_BY_NEIGHBOURS = {"أغار": _changes, "تهدئة": _calms, "نقل": _cites, "حشد": _militia, "فرض": _holds}
_GIVING = {"تسلم": _of_captives, "سلم": _of_captives, "تأمين": _people, "قاتل": _unit}
_RULES = _BY_FORM | _BY_NEIGHBOURS | _GIVING
"""Lemma of an event word → the rule that says whether a form is another word."""
