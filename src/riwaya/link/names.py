"""Words and names as they are compared: without clitics, how rare they are, and names as they sound whatever their spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from riwaya.lang.ar.forms import frequency, verb_percent
from riwaya.lang.ar.gazetteer import place_nouns, without_article
from riwaya.lang.ar.words import analyse
from riwaya.spelling import INVISIBLE, MARKS, fold

_WORD = re.compile(f"[^\\W\\d_](?:[^\\W\\d_]|[{MARKS}{INVISIBLE}\u0640])*")
_CACHE = 1 << 18
_SHORTEST = 3
_LEAST_SOUNDS = 3

RARE, VERY_RARE, SELDOM = 150, 30, 500
"""Up to so many times in the counted news (about six million words) a word is rare, very rare, or still seldom."""


def words(text: str) -> Iterator[str]:
    """Each word of a text as it is compared."""
    return (core for match in _WORD.finditer(text) if len(core := compared(match.group())) >= _SHORTEST)


def names(text: str) -> Iterator[str]:
    """Words of a text that may tell one happening from another, and names of several words (خان بني سعد) as one."""
    head: list[str] = []
    last = 0
    for match in _WORD.finditer(text):
        form, core = match.group(), compared(match.group())
        head = head if text[last : match.start()].isspace() else []
        last = match.end()
        if "namehead" in analyse(form).labels:
            head = [*head, core]
        elif head:
            yield " ".join((*head, core))
            head = []
        elif len(core) >= _SHORTEST and telling(core):
            yield core


@lru_cache(_CACHE)
def compared(form: str) -> str:
    """A written word as it is compared: folded, without conjunction, preposition and article."""
    return analyse(form).core


@lru_cache(_CACHE)
def telling(word: str) -> bool:
    """Whether a word that ``compared`` gave may tell one happening from another: seldom, and neither verb nor in a table."""
    return rarity(word) > 0 and verb_percent(word) is None and not analyse(word).analyses


@lru_cache(_CACHE)
def times(word: str) -> int:
    """How often a word that ``compared`` gave was counted, with the article and without."""
    return frequency(word) + frequency("ال" + word)


@lru_cache(_CACHE)
def rarity(name: str) -> int:
    """How rare a word is: 3 very rare, 2 rare, 1 seldom, 0 common; a name of several words is rarer than its rarest."""
    words_ = name.split()
    count = min(map(times, words_))
    return min(_MOST, sum(count < bound for bound in (SELDOM, RARE, VERY_RARE)) + (len(words_) > 1))


_MOST = 3

_SOUNDS = str.maketrans(
    {
        **dict.fromkeys("اويءئؤآأإىةهع", None),
        **dict.fromkeys("جشچ", "ش"),
        **dict.fromkeys("تطدضذظ", "ت"),
        **dict.fromkeys("سصزثژ", "س"),
        **dict.fromkeys("قكگ", "ك"),
        **dict.fromkeys("بپ", "ب"),
        **dict.fromkeys("فڤ", "ف"),
        **dict.fromkeys("حخ", "ح"),
    }
)


@lru_cache(_CACHE)
def sound(word: str) -> str:
    """A name as it sounds: consonants of one class are one letter, long vowels are left out (سروج = سوروتش = سوروج).

    A name of fewer than three such consonants stays as it is written, for too much else sounds like it.
    """
    folded = fold(word)
    heard = folded.replace("تش", "ش").translate(_SOUNDS)
    heard = "".join(letter for at, letter in enumerate(heard) if at == 0 or heard[at - 1] != letter)
    return heard if len(heard) >= _LEAST_SOUNDS else folded


@lru_cache(_CACHE)
def place_words(name: str) -> tuple[str, ...]:
    """The words of a place's name without its kind and direction (شمال مدينة سروج → سروج), as they are compared.

    None is left where the name only describes (سوق البلدة).
    """
    return tuple(word for match in _WORD.finditer(name) if not _describes(word := compared(match.group())))


def _describes(word: str) -> bool:
    return without_article(word) in place_nouns() or word in place_nouns() or "direction" in analyse(word).labels
