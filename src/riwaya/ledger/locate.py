"""Where the words of a query stand in a text: a quick pattern of its letters in all their spellings, then the stem decides.

A stem stands in each word that it is the stem of, but for its last letter (مدينه in مدينتهم). So the pattern looks for the
stem without its last letter, whatever marks stand between, and only the words that hold it are taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice

from riwaya.ledger.words import stem, words
from riwaya.spelling import INVISIBLE, MARKS, fold

_BETWEEN = f"[{MARKS}{INVISIBLE}\u0640,٬]*"
_INSIDE = re.compile(f"[\\w{MARKS}{INVISIBLE},٬]")
_PRESENTED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_ALPHABET = (*range(0x30, 0x250), *range(0x620, 0x700))


def places(text: str, phrase: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each place where the stems of a phrase stand side by side; the last stem may end in ``*``."""
    behind = 0
    for at in _candidates(text, phrase[0]):
        if at < behind:
            continue
        stretch = list(islice(_words_from(text, at, behind), len(phrase)))
        behind = stretch[0][2] if stretch else len(text)
        if len(stretch) == len(phrase) and all(_same(one, want) for (one, _, _), want in zip(stretch, phrase, strict=True)):
            yield stretch[0][1], stretch[-1][2]


def _candidates(text: str, first: str) -> Iterable[int]:
    """Offsets in the words that may have this stem; of all words, where the text has presentation forms."""
    if _PRESENTED.search(text):
        return (start for _, start, _ in words(text))
    return (match.start() for match in _pattern(first).finditer(text))


def _words_from(text: str, at: int, behind: int) -> Iterator[tuple[str, int, int]]:
    """Stem, start and end of the word that holds an offset and of those after it; ``behind`` is the end of an earlier word."""
    begin = at
    while begin > behind and _INSIDE.match(text[begin - 1]):
        begin -= 1
    for form, start, end in words(text, begin):
        if end > at and (found := stem(form)):
            yield found, start, end


def _same(found: str, wanted: str) -> bool:
    return found.startswith(wanted[:-1]) if wanted.endswith("*") else found == wanted


@lru_cache(1000)
def _pattern(wanted: str) -> re.Pattern[str]:
    whole = wanted.rstrip("*")
    return re.compile(_BETWEEN.join(_spellings().get(letter, re.escape(letter)) for letter in whole[:-1] or whole))


@cache
def _spellings() -> dict[str, str]:
    """Folded letter → all that is folded to it, as a character class."""
    found: dict[str, str] = {}
    for one in map(chr, _ALPHABET):
        letter = fold(one).lower()
        if len(letter) == 1:
            found[letter] = found.get(letter, "") + re.escape(one)
    return {letter: f"[{spellings}]" for letter, spellings in found.items()}
