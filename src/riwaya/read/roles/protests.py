"""Whom a protest stands against: behind ضد, asked by the protesters, named in what they shout."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.crowds import chants_with_others, protesters_before
from riwaya.read.clauses.forces import is_force
from riwaya.read.clauses.near import ACTOR, REACH, TARGET, after
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range


def against_whom(grammar: Grammar, mark: Mark) -> Range | None:
    """تظاهروا ضد | الحكومة, مطالبين | الحكومة, احتجاجا على | القرار: what a protest is about."""
    limit = min(grammar.limit(mark.index), mark.end + 2 * REACH)
    for at in range(mark.index, limit - 1):
        core = grammar.tokens[at].word.core
        if core == "ضد" and (marked := grammar.layout.marked(at + 1)) is not None:  # انتفضوا ضد | «الفجر»
            return marked
        if core == "ضد" and grammar.phrases.begins(at + 1):
            return at + 1, grammar.phrases.end(at + 1, grammar.limit(at), TARGET)
        if core.startswith(tuple(_ASKING)) and grammar.phrases.begins(at + 1) and is_force(grammar, (at + 1, at + 2)):
            asked = at + 1 not in grammar.place_at and not grammar.phrases.preposition_of(grammar.tokens[at + 1])
            if asked:
                return at + 1, grammar.phrases.end(at + 1, grammar.limit(at), ACTOR)
        against = _goes_against(grammar, at) or is_of_protest(grammar, mark, at)
        if against and (found := after(grammar, at + 1, _ABOUT)) is not None and found[0] <= at + 2:
            return found
        if core in _PROTESTING and (found := after(grammar, at + 1, _ABOUT)) is not None and found[0] <= at + 2:
            if _is_purpose(grammar, found[0]):
                continue
            return None if _is_where(grammar, found[0]) else found
    return None


def _is_purpose(grammar: Grammar, at: int) -> bool:
    """احتجاجات | للمطالبة برحيل الحكومة: what a protest is for, which is nobody."""
    word = grammar.tokens[at].word
    return word.preposition == "ل" and word.find("cue", "noun") is not None


def _is_where(grammar: Grammar, at: int) -> bool:
    """الاحتجاجات | بالسودان: a place with ب is where it is."""
    return at in grammar.place_at and grammar.phrases.preposition_of(grammar.tokens[at]) == "ب"


_ASKING = word_list("protesters ask")
"""مظاهرات تطالب | الحكومة بالإصلاح, مطالبين | الحكومة: of whom the protesters demand something."""


def _goes_against(grammar: Grammar, at: int) -> bool:
    """هتافات | مناهضة للحكومة, ينددون بالمحافظ: what is shouted goes against somebody; منظمة معادية للسود is who shouts."""
    shouted = at > 0 and grammar.tokens[at - 1].word.core.startswith(tuple(_SHOUTED))
    denounces = grammar.parts[at] == VERB
    return (shouted or denounces) and grammar.tokens[at].word.core.startswith(tuple(_AGAINST))


def is_of_protest(grammar: Grammar, mark: Mark, at: int) -> bool:
    """الاحتجاجات | المناهضة للجيش, مظاهرات حاشدة | رافضة للانقلاب: an adjective of the protest itself says against whom it goes."""
    beside = not mark.is_verb and mark.end <= at <= mark.end + 1 and grammar.parts[mark.end] == NOUN
    return beside and grammar.tokens[at].word.core.startswith(tuple(_AGAINST))


_SHOUTED = word_list("shouted")
_AGAINST = word_list("shouted against")
"""هتافات مناهضة | للحكومة, شعارات معادية | للرئيس, ينددون | بالمحافظ: against whom the shouting goes."""
_PROTESTING = word_list("protesting")
_ABOUT = frozenset({"علي", "ب", "ل"})


def opposed_at(grammar: Grammar, index: int) -> int | None:
    """تظاهروا في تونس تنديدا | بقصف القرية, وقفة للتنديد ب | اغتيال الكاتب: the word of protest right before its deed.

    Whoever protests did not do the deed, and it was done neither where nor when he protests.
    """
    if grammar.layout.lacks(_PROTESTING):
        return None
    for at in range(index - 1, max(-1, index - _OPPOSED_REACH), -1):
        if grammar.tokens[at].word.core in _PROTESTING and grammar.parts[at] != VERB:
            return at
        if grammar.parts[at] not in (PREPOSITION, QUANTIFIER, NUMERAL):
            return None
    return None


_OPPOSED_REACH = 4


def keeps_order(grammar: Grammar, where: Range) -> bool:
    """فرقت | الشرطة مظاهرة: whoever keeps order does not protest by what he does to a protest."""
    return grammar.tokens[where[0]].word.core in _ORDER


_ORDER = word_list("keeps order")


def is_shot_at(grammar: Grammar, mark: Mark) -> bool:
    """أطلق الجنود الغاز على | مسيرة مناهضة للاستيطان: whoever fires on a protest does not protest."""
    return mark.entry.type == "PROTEST" and mark.index > 0 and grammar.tokens[mark.index - 1].norm in ("علي", "صوب", "باتجاه")


def tells_of_fallen(grammar: Grammar, start: int, end: int) -> bool:
    """أعلنت الوزارة | سقوط قتيل في مظاهرات, إن | قمع المظاهرات: whoever tells what was done at a protest does not protest."""
    if start < end and grammar.parts[start - 1] == THAT:
        return True
    rows = (found.sense.entry for at in range(start, end) for found in grammar.tokens[at].word.all("trigger"))
    return any(isinstance(row, Trigger) and row.group == "result" for row in rows)


def crowd_protests(grammar: Grammar, mark: Mark) -> bool:
    """احتج مئات السكان على الجدار: what a crowd says by protesting it does too; احتجت الدولة على القرار is said only."""
    behind = mark.index + 1
    if mark.entry.group != "crowd" or not mark.is_verb or behind >= grammar.limit(mark.index):
        return False
    if protesters_before(grammar, mark.index) or (mark.entry.lemma == "هتف" and chants_with_others(grammar, mark.index)):
        return True
    return grammar.parts[behind] in (QUANTIFIER, NUMERAL) or grammar.tokens[behind].word.core in _CROWD


_CROWD = word_list("crowd that protests")
