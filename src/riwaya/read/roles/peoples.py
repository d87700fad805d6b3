"""Whose deed or help it is, told by an adjective of nationality alone: غارة | أميركية, مساعدات | كويتية وقطرية."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.able import is_faction
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.genitives import is_downing
from riwaya.read.words.place_terms import is_nationality
from riwaya.spelling import folded

_FORCED = word_list("forces somebody")
_ADJECTIVES, _MARKS = 5, frozenset('"«»“”')


def nationality(grammar: Grammar, mark: Mark) -> Range | None:
    """A bare adjective of nationality is who acts in an attack, if nothing fuller stands there (غارة أميركية)."""
    if mark.entry.group in ("result", "arrest", "free", "state") or is_downing(mark):
        return None  # إسقاط طائرة | أميركية: whose it was
    accusative = grammar.phrases.is_accusative(mark.index)
    for at in range(mark.end, min(mark.end + _ADJECTIVES, grammar.limit(mark.index))):
        word = grammar.tokens[at].word
        if mark.entry.frame == "AO" and word.groups.get("thing", "") == "vehicle":
            return None  # استهداف | مدمرة أميركية
        inflected = is_nationality(grammar.tokens, at) or (accusative and at > mark.end and word.bare.endswith("ا"))
        inflected = inflected or (
            bool(word.article) and not word.preposition and grammar.phrases.has_article(at - 1)
        )  # الغارات | السعودية
        if is_faction(grammar, at):
            return (at, at + 1)
        forced = mark.entry.lemma == "طرد" or folded(mark.entry.lemma) in _FORCED
        people = forced and word.bare.endswith("ين")  # تهجير | الفلسطينيين
        if "demonym" in word.labels and ("country" not in word.labels or inflected) and not (word.conjunction or people):
            return (at, _with_people(grammar, at)) if word.article or not mark.found.pronoun else None  # طعنه جنديا | إسرائيليا
        adjective = grammar.phrases.is_adjective(at) or (accusative and grammar.phrases.is_accusative(at))
        adjective = adjective or (word.bare.endswith("ية") and not word.article)  # ضربات | مدفعية وصاروخية أوكرانية
        if grammar.tokens[at].raw not in _MARKS and (grammar.parts[at] != NOUN or not adjective):
            return None
    return None


def _with_people(grammar: Grammar, at: int) -> int:
    """مساعدات | كويتية وقطرية, المناورات | الروسية الصينية: the token behind the adjectives of peoples that go together."""
    end, shown = at + 1, _shown(grammar, at)
    while end < grammar.limit(at) and (_is_another(grammar, end, shown) or grammar.tokens[end].word.core in _SIDES):
        end += 1
    return end


def _is_another(grammar: Grammar, at: int, shown: tuple[bool, bool]) -> bool:
    """الكويتية | والقطرية: another people's adjective with the article and ending of the one before it."""
    word = grammar.tokens[at].word
    people = "demonym" in word.labels or word.core in _KOREAN
    return people and word.conjunction in ("", "و") and _shown(grammar, at) == shown


def _shown(grammar: Grammar, at: int) -> tuple[bool, bool]:
    """Whether a word has the article, and whether it ends in ة."""
    word = grammar.tokens[at].word
    return bool(word.article), word.bare.endswith("ة")


_KOREAN = ("كوريه", "كوري")
_SIDES = ("جنوبيه", "شماليه", "جنوبي", "شمالي")
"""الكورية | الجنوبية."""
