"""Tokens: words, numbers and signs of a document, each at its place in the text as received."""

from __future__ import annotations

import re
from itertools import pairwise
from unicodedata import combining

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.nouns import masdar_shape
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import KNOWN, Word, analyse
from riwaya.read.text.dots import dotted_names, is_undotted
from riwaya.spelling import INVISIBLE, LETTERS, MARKS, fold, western

WORD = "word"
NUMBER = "number"
LATIN = "latin"
SIGN = "sign"

DASHES = frozenset("-–—")
"""What newsrooms set an aside between."""

DOTS = frozenset({"..", "...", "…"})
"""What headlines set between two clauses."""

_INSIDE = f"{MARKS}{INVISIBLE}\u0640"
_TOKEN = re.compile(
    f"(?P<word>[{LETTERS}](?:[{LETTERS}{_INSIDE}]*[{LETTERS}{MARKS}\u0640])?)"
    r"|(?P<number>\d+(?:[.,٫٬]\d+)*)"
    "|\u0640+"
    rf"|(?P<latin>[^\W\d_{MARKS}]+)"
    rf"|\.{{2,}}|[^\s\w{INVISIBLE}]|_"
)


class Token:
    """One token: offsets, the characters, the folded form (``norm``) and, for an Arabic word, its analyses."""

    __slots__ = ("end", "index", "kind", "norm", "raw", "start", "word")

    def __init__(self, index: int, start: int, raw: str, kind: str) -> None:
        self.index = index
        self.start = start
        self.raw = raw
        self.end = start + len(raw)
        self.kind = kind
        if kind == WORD:
            self.word: Word = KNOWN.get(raw) or analyse(raw)
            self.norm = self.word.norm
        else:
            self.word = NO_WORD
            self.norm = western(raw) if kind == NUMBER else raw

    def cut(self, letters: int) -> int:
        """So many letters and the marks on the last, where the word as written opens with them and one is left behind; else 0."""
        if not letters or len(self.raw) <= letters + 1 or fold(self.raw[:letters]) != self.norm[:letters]:
            return 0
        behind = next((at for at in range(letters, len(self.raw)) if not combining(self.raw[at])), letters)
        return behind if len(self.raw) > behind + 1 else 0

    def __repr__(self) -> str:
        return f"Token({self.index}, {self.raw!r})"


NO_WORD = Word("")
"""What a number or a sign has in place of an analysis."""


def tokenise(characters: str) -> list[Token]:
    """The tokens of a text in order; blanks and invisible characters are between tokens."""
    tokens = [
        Token(index, match.start(), match[0], match.lastgroup or SIGN) for index, match in enumerate(_TOKEN.finditer(characters))
    ]
    norms = [token.norm for token in tokens]
    _join_and(tokens, norms)
    if not _IN_FAVOUR.isdisjoint(norms):
        _join_to(tokens)
    if _TAKING_PART in norms:
        _join_with(tokens)
    words = [token.word for token in tokens]
    if is_undotted(words):
        for index, word in dotted_names(words):
            tokens[index].word = word
    return tokens


def _join_and(tokens: list[Token], norms: list[str]) -> None:
    """قصف في الشرق | وغروندبرغ يتحدث: a name that no table has, with و before it, where the same name stands alone elsewhere."""
    unknown = [token for token in tokens if not token.word.analyses and token.norm[:1] == "و" and token.kind == WORD]
    for token in unknown:
        if token.norm[1:] in norms and _may_be_name(token.word):
            token.word = analyse(token.raw, joined="و")


def _join_to(tokens: list[Token]) -> None:
    """القوات الموالية | لصالح: behind a word of siding with somebody the man, and no "in favour of"."""
    for before, token in pairwise(tokens):
        if token.norm in _IN_FAVOUR and before.word.core.startswith(tuple(_SIDING)):
            token.word = analyse(token.raw, joined="ل")


def _join_with(tokens: list[Token]) -> None:
    """أشاد الخطيب | بمشاركة العشائر: what is praised or condemned, and no "together with"."""
    for index, token in enumerate(tokens):
        if token.norm == _TAKING_PART and _is_judged(tokens, index):
            token.word = analyse(token.raw, joined="ب")


def _is_judged(tokens: list[Token], index: int) -> bool:
    """منددا | بمشاركة الجيش, أشاد الخطيب | بمشاركة العشائر: whether a word of praise or blame waits for its بـ shortly before."""
    for before in reversed(tokens[max(0, index - _NEAR) : index]):
        word = before.word
        cues = [one.sense.entry for one in word.all("cue") if isinstance(one.sense.entry, Cue)]
        if cues:
            return all(cue.act in ("support", "condemn") and "ب" in cue.preps for cue in cues)
        if word.preposition == "ب" or before.kind != WORD or "prep" in word.labels:
            return False
    return False


_NEAR, _TAKING_PART = 4, "بمشاركه"
_IN_FAVOUR = word_list("in favour of, or a man")
_SIDING = word_list("siding with a man")


def _may_be_name(word: Word) -> bool:
    """وغروندبرغ; not والوقاية, وجوابه, وتسفير, ولمزيد: neither article, preposition nor pronoun, nor the shape of a verbal noun."""
    rest = word.norm[1:]
    if rest[:1] in _PREFIXED and (analyse(rest[1:]).analyses or frequency(rest[1:])):
        return False
    return len(rest) >= _NAME and not (word.bare.endswith(_NO_NAME) or rest.startswith("ال") or masdar_shape(rest))


_PREFIXED = frozenset("لبك")
_NAME, _NO_NAME = 4, ("ه", "ها", "هم", "ة", "ات")
