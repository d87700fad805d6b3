"""Talks that somebody comes to: he sits down at their table, comes back to them, takes part in them, is called to meet somebody."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import capital_names
from riwaya.lang.ar.parts import NOUN, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar

_NEAR, _REACH = 6, 8


def joins_talks(grammar: Grammar, mark: Mark) -> bool:
    """عادت إلى طاولة | المفاوضات, فتح باب | الحوار, عاد إلى | المحادثات: known talks that somebody comes to are told of again."""
    if mark.entry.group != "meet" or mark.entry.mode == "visit" or mark.is_verb or mark.index < 1:
        return False
    if entering_word(grammar, mark) >= 0 or _opens_talks(grammar, mark.index):
        return True
    return _at_table(grammar, mark.index) and _led_to(grammar, mark.index - 1)


def entering_word(grammar: Grammar, mark: Mark) -> int:
    """Where the word stands that says that somebody comes to talks: عادت الحكومة إلى | المفاوضات, ستجلس إلى طاولة | الحوار; or -1.

    الدول التي شاركت في | القمة only says which states are meant.
    """
    at_table = _at_table(grammar, mark.index)
    leads = mark.index - 1 - at_table
    if mark.entry.group != "meet" or mark.entry.mode == "visit" or leads < 1:
        return -1
    if grammar.tokens[leads].norm not in _LEADING and not (at_table and _led_to(grammar, mark.index - 1)):
        return -1
    words = _ENTERS | _SITS if at_table else _ENTERS
    for at in range(
        leads - (grammar.parts[leads] == PREPOSITION), max(grammar.layout.sentence(mark.index).start, leads - _REACH) - 1, -1
    ):
        if grammar.tokens[at].word.core.removeprefix("س") in words:
            return -1 if at and grammar.parts[at - 1] == RELATIVE else at
        if grammar.parts[at] in (VERB, PREPOSITION, THAT) or grammar.is_comma(at):
            return -1
    return -1


def stays_away(grammar: Grammar, mark: Mark) -> bool:
    """لن تعود الحركة إلى | المفاوضات, لم يشاركوا في | الحوار: talks that somebody does not come to."""
    if mark.entry.group != "meet" or mark.is_verb:
        return False
    at = entering_word(grammar, mark)
    return at >= 0 and grammar.parts[at] == VERB and grammar.negated(at)


def _at_table(grammar: Grammar, index: int) -> bool:
    """طاولة | المفاوضات, مائدة | الحوار: the table at which talks are held."""
    return index > 0 and grammar.tokens[index - 1].word.core in ("طاوله", "مائده")


def _led_to(grammar: Grammar, table: int) -> bool:
    """إلى | طاولة المفاوضات, لطاولة المفاوضات: somebody comes to the table; على طاولة المفاوضات lies what is talked about."""
    return grammar.tokens[table].word.preposition == "ل" or (table > 0 and grammar.tokens[table - 1].norm == "الي")


def _opens_talks(grammar: Grammar, index: int) -> bool:
    """فتحت الحكومة باب | الحوار, فتح أبواب | التفاوض: talks to which a door is opened."""
    door = index - 1
    if grammar.tokens[door].word.core not in ("باب", "ابواب"):
        return False
    before = grammar.tokens[max(grammar.layout.sentence(door).start, door - _NEAR) : door]
    return any(token.word.core.removeprefix("س") in _OPENS for token in before)


def of_city(grammar: Grammar, mark: Mark) -> bool:
    """عقب اجتماع | الدوحة, قمة باريس: talks that are called by the city in which they were; زيارة باريس goes there."""
    city, last = mark.end, len(grammar.tokens) - 1
    if mark.found.pronoun or city >= last or grammar.tokens[mark.index].word.core not in _CALLED_BY_CITY:
        return False
    word = grammar.tokens[city].word
    placed = city in grammar.place_at or word.norm in capital_names()
    behind = grammar.tokens[city + 1]
    return placed and not word.preposition and "country" not in word.labels and not (behind.word.conjunction or behind.norm == "مع")


def meets_whom(grammar: Grammar, index: int, end: int) -> bool:
    """ضرورة الاجتماع | بممثلي القبائل, باللقاء | مع قادة الفصائل: with whom somebody is to meet stands right behind."""
    if grammar.tokens[index].word.core not in _MEETING or end >= len(grammar.tokens):
        return False
    behind = grammar.tokens[end]
    within = grammar.tokens[index - 1].word.core in _WITHIN  # رحب الوزير في بداية | اللقاء بالوفد
    by = behind.word.preposition == "ب" and grammar.parts[end] == NOUN and not (within or end in grammar.place_at)
    with_whom = behind.norm == "مع" or behind.norm.startswith(("معه", "معن"))
    return (by or with_whom) and end not in grammar.date_at


_LEADING = ("الي", "في", "علي", "حول")
_ENTERS, _SITS, _OPENS = word_list("enters talks"), word_list("sits at a table"), word_list("opens a door")
_MEETING = ("اجتماع", "لقاء", "اتصال", "التقاء")
_WITHIN = ("بدايه", "مستهل", "ختام", "نهايه")
_CALLED_BY_CITY = word_list("talks called by their city")
