"""Nationalities and communities that stand behind a noun of speech as whoever speaks."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.read.grammar import Grammar, Range


def community_end(grammar: Grammar, at: int, limit: int, definite: bool = False) -> int:
    """دعوات | أممية لوقف القتال, إدانة | عربية ودولية للهجوم: behind the adjectives that say whose speech it is; else the token.

    ``definite``: whether they have the article, as their noun (الدعوات | الدولية إلى وقف القتال).
    """
    end = at
    while end < limit and _speaks(grammar, end, definite) and (end == at or grammar.tokens[end].word.conjunction == "و"):
        end += 1
    return end


def past_adjectives(grammar: Grammar, at: int, limit: int, whose: bool = False) -> int:
    """تحذيرات | حكومية متزايدة | من عملية: the preposition behind what describes a noun of speech, else the token.

    إدانة دولية | واسعة | للهجوم: so too one that is joined to its word, if it is said whose speech it is.
    """
    phrases, end = grammar.phrases, at
    while end < limit and grammar.parts[end] == NOUN and phrases.is_adjective(end) and not phrases.is_definite(end):
        end += 1
    plain = not any(grammar.tokens[k].word.conjunction or grammar.tokens[k].word.preposition for k in range(at, end))
    leads = end < limit and (grammar.parts[end] == PREPOSITION or (whose and phrases.preposition_of(grammar.tokens[end]) != ""))
    return end if plain and leads else at


def _speaks(grammar: Grammar, at: int, definite: bool) -> bool:
    """أميركية, دولية: an adjective that stands for a country or for many, with the article or without."""
    word = grammar.tokens[at].word
    if word.preposition or grammar.phrases.has_article(at) != definite:
        return False
    return "demonym" in word.labels or (word.core in _COMMUNITIES and grammar.phrases.is_adjective(at))


_COMMUNITIES = word_list("community that speaks")


def are_men(word: Word) -> bool:
    """المتظاهرين | المطالبين برحيله: whether a noun of speech is the participle of several people, who speak."""
    return word.bare.endswith(("ين", "ون")) and word.find("cue", "participle") is not None


def men_before(grammar: Grammar, index: int) -> Range | None:
    """مئات المتظاهرين | المطالبين برحيله: the people whom a participle describes, with how many they are."""
    at = index - 1
    if at < 0 or not grammar.tokens[at].word.labels & {"person", "source"} or grammar.tokens[index].word.conjunction:
        return None
    while at > 0 and grammar.parts[at - 1] in (NUMERAL, QUANTIFIER) and not grammar.tokens[at].word.preposition:
        at -= 1
    return at, index
