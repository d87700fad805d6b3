"""The dateline at the head of a report: from where and through whom it comes (بيروت - رويترز: …, دمشق (سانا) - …)."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import capital_names
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.text.tokens import SIGN, WORD, Token

_LONGEST = 12
_DASHES = frozenset({"-", "–", "—", "ـ", "/"})
_MARKS = frozenset({"(", ")", "«", "»", "."})
_THROUGH = word_list("through whom a report comes")
_TELLING = frozenset({"cue", "trigger", "prep", "relative", "that", "light"})


def dateline_end(tokens: list[Token], first: int, end: int) -> int:
    """بيروت - وكالات: | قتل, دمشق (سانا) - | قتل, بيروت - أ ف ب - | قتل: behind the dateline; ``first`` where there is none."""
    parted = through = placed = False
    for at in range(first, min(end - 1, first + _LONGEST)):
        token = tokens[at]
        if token.raw == ":" or (token.raw in _DASHES and parted and through):
            return at + 1 if parted and (through or placed) else first
        if token.raw in _DASHES or token.raw in "()":
            parted = True
        elif not _names(token):
            return first
        through = through or _is_through(tokens, first, at)
        placed = placed or "country" in token.word.labels or token.norm in capital_names()
    return first


def _names(token: Token) -> bool:
    """A word that may be a place, an outlet or a reporter's name, or a mark around one; no word that tells."""
    if token.kind == SIGN:
        return token.raw in _MARKS
    short = len(token.norm) == 1 or token.norm in _THROUGH
    return token.kind == WORD and (short or not (token.word.preposition or token.word.labels & _TELLING))


def _is_through(tokens: list[Token], first: int, at: int) -> bool:
    """رويترز, وكالات, أ ف ب: an outlet, agencies, the letters of one, two of which stand in the same head."""
    letters = at > first and all(one.kind == WORD and len(one.norm) == 1 for one in tokens[at - 1 : at + 1])
    return letters or tokens[at].norm in _THROUGH or "medium" in tokens[at].word.labels
