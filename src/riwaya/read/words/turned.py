"""Forms that are here what they are nowhere else: first names, names of bodies, adverbs of manner, what describes a noun."""

from __future__ import annotations

from riwaya.lang.ar.parts import ADVERB, NOUN, THAT
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.read.text.layout import Layout
from riwaya.read.text.tokens import WORD, Token
from riwaya.read.words.forenames import is_forename, may_be_forename
from riwaya.read.words.noverbs import describes_not, is_described, may_describe
from riwaya.read.words.spelled import is_noun_here, may_be_noun, may_say_again, says_again


def is_plain(tokens: list[Token], index: int) -> bool:
    """Whether none of the rules here, nor one of what heads a name, can hold of a token: a form of none of them, behind a word."""
    before, word = tokens[index - 1] if index else None, tokens[index].word
    if before is None or before.kind != WORD:
        return False
    known = word.plain
    if known is None:
        known = word.plain = _is_plain(word)
    return known and not _in_manner(tokens, index)


def _is_plain(word: Word) -> bool:
    """Whether a form is none of those that a rule asks for, as most."""
    turns = word.conjunction == "ف" or may_be_forename(word) or may_be_noun(word) or may_describe(word)
    return not (turns or word.labels >= {"adverb", "person"} or "namehead" in word.labels or word.norm == "ام")


def turned(layout: Layout, parts: list[str], index: int) -> str:
    """What a form is here, whatever it is elsewhere: somebody's name, how something is done; empty where nothing says."""
    tokens, token = layout.tokens, layout.tokens[index]
    asked = _is_asked_for(token.word)
    if index and _in_manner(tokens, index) and _says_how(token):
        return ADVERB
    if (asked and is_forename(tokens, index)) or (index != layout.sentence(index).start and is_noun_here(tokens, parts, index)):
        return NOUN
    if asked and says_again(tokens, index):
        return ADVERB
    return NOUN if asked and (describes_not(tokens, parts, index) or is_described(tokens, parts, index)) else ""


def _is_asked_for(word: Word) -> bool:
    """Whether a form is one of those that a rule here asks for, whatever stands before it."""
    known = word.asked_for
    if known is None:
        known = word.asked_for = _asks_for(word)
    return known


def _asks_for(word: Word) -> bool:
    return word.conjunction == "ف" or may_be_forename(word) or may_describe(word) or may_say_again(word)


def opens_as_whom(tokens: list[Token], parts: list[str], index: int) -> bool:
    """إن عسكريا | فرنسيا قتل: a form that may say how is whom a clause begins with, or a person with an adjective behind."""
    labels = tokens[index].word.labels
    if not {"adverb", "person"} <= labels or index + 1 >= len(tokens):
        return False
    behind = tokens[index + 1].word
    described = behind.bare.endswith("ا") and "demonym" in behind.labels and "country" not in behind.labels
    return described or (bool(parts) and parts[-1] == THAT)


def _in_manner(tokens: list[Token], index: int) -> bool:
    """بشكل | قاطع, بشكل غير | مسبوق: behind a word of manner, or the denial behind it."""
    first = index - 1 - (index > 1 and tokens[index - 1].norm == "غير")
    return tokens[first].word.core in MANNERS


def _says_how(token: Token) -> bool:
    """بشكل | قاطع، بصورة | مفاجئة: the adjective of a phrase of manner."""
    return not (token.norm.startswith("ال") or token.word.conjunction or token.word.preposition)


MANNERS = word_list("phrase of manner")
