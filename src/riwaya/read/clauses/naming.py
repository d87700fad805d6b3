"""What a mention is compared by: its words of substance, its head, its class."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lang.ar.lexicon import Closed, Noun
from riwaya.lang.ar.words import Word
from riwaya.model.remembered import remembered
from riwaya.model.swift import swift
from riwaya.read.grammar import Range
from riwaya.read.phrases.envoys import TOLD_TO

_CACHE_LIMIT = 50_000
OF_UNITED = "امم"
_OF_NATIONS = frozenset("امم اممي امميه دولي دوليه".split())
"""المبعوث الأممي, القوة الدولية: of the United Nations (الأمم المتحدة)."""


_ALIKE = {"ناطق": "متحدث", "ناطقه": "متحدثه"}
"""الناطق, المتحدث: one office under two names."""


def alike(core: str) -> str:
    """What an office is compared by that goes by two names (الناطق باسم الجيش, المتحدث باسم الجيش)."""
    return _ALIKE.get(core, core)


_SAME = {"حكومه": "وزراء"}
"""رئيس الحكومة, رئيس الوزراء: one office under two names."""
RENAMED = frozenset(_SAME.values())


@swift
@dataclass(frozen=True, slots=True)
class Naming:
    """A mention with what it is compared by: the words of substance, the lemma of its head, whether it is definite."""

    where: Range
    words: tuple[str, ...]
    head: str
    group: str
    definite: bool
    number: str = ""
    """s or p where the form of a head that is often repeated (مصدر، مسؤول) shows it."""
    rest: tuple[str, ...] = ()
    """The words behind the first preposition: المستشار | في مكتب الوزير."""

    @property
    def size(self) -> int:
        """How many words of substance a mention has."""
        return len(self.words) + len(self.rest)


def key(word: Word) -> str:
    """What a word is compared by: its core; a country and its adjective alike (تركيا، التركي)."""
    known = word.key
    if known is None:
        known = word.key = _key(word)
    return known


def _key(word: Word) -> str:
    for label in ("demonym", "country"):
        found = word.find(label)
        if found is not None and isinstance(found.sense.entry, Closed):
            return found.sense.entry.group
    return OF_UNITED if word.core in _OF_NATIONS else alike(word.core)


def keys(words: list[Word]) -> tuple[str, ...]:
    """What the words of a mention are compared by, in their order; the head of the cabinet under either name alike."""
    found = [key(word) for word in words]
    for at in range(1, len(found)):
        found[at] = _SAME.get(found[at], found[at]) if found[at - 1] == "رئيس" else found[at]
    return _servants_joined(words, found)


def _servants_joined(words: list[Word], found: list[str]) -> tuple[str, ...]:
    """رامي | عبد الرحمن, رامي | عبدالرحمن: one name, whether it is written as two words or as one."""
    joined: list[str] = []
    for at, word in enumerate(words):
        if at and words[at - 1].norm == "عبد" and word.norm.startswith("ال"):
            joined[-1] = f"عبد{word.norm}"
        else:
            joined.append(found[at])
    return tuple(joined)


@remembered(_CACHE_LIMIT)
def points_back(word: Word) -> bool:
    """A definite place noun (المنطقة، المدينة) says nothing that tells one holder of an office from another."""
    found = word.find("thing")
    entry = found.sense.entry if found else None
    return isinstance(entry, Noun) and entry.group == "settlement" and bool(found and found.article)


def says_nothing(word: Word) -> bool:
    """محافظ | المنطقة; الجزيرة is no island where a channel of that name can be told something."""
    return points_back(word) and f"لل{word.core}" not in TOLD_TO


def is_bare_role(short: Naming) -> bool:
    """الوزير, المصدر: one word that says what somebody is."""
    return bool(short.group) and len(short.words) == 1 and not short.rest


Pools = tuple[dict[str, list[Naming]], dict[str, list[Naming]]]
"""Mentions by head, and by every word of substance."""


def pools(namings: list[Naming]) -> Pools:
    """Mentions by what a short one shares with them."""
    heads: dict[str, list[Naming]] = {}
    words: dict[str, list[Naming]] = {}
    for one in namings:
        heads.setdefault(one.head, []).append(one)
        for word in dict.fromkeys((*one.words, *one.rest)):
            words.setdefault(word, []).append(one)
    return heads, words
