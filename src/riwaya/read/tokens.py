"""Tokens: words, numbers and signs of a document, each at its place in the text as received."""

from __future__ import annotations

import re

from riwaya.lang.ar.words import Word, analyse
from riwaya.spelling import INVISIBLE, LETTERS, MARKS, western

WORD = "word"
NUMBER = "number"
LATIN = "latin"
SIGN = "sign"

_INSIDE = f"{MARKS}{INVISIBLE}\u0640"
_TOKEN = re.compile(
    f"(?P<word>[{LETTERS}][{LETTERS}{_INSIDE}]*)"
    r"|(?P<number>\d+(?:[.,٫٬]\d+)*)"
    "|(?P<dash>\u0640+)"
    r"|(?P<latin>[^\W\d_]+)"
    rf"|(?P<sign>\.{{2,}}|[^\s\w{INVISIBLE}]|_)"
)
_EDGE = re.compile(f"[{INVISIBLE}]+$")


class Token:
    """One token: offsets, the characters, the folded form (``norm``) and, for an Arabic word, its analyses."""

    __slots__ = ("end", "index", "kind", "norm", "raw", "start", "word")

    def __init__(self, index: int, start: int, raw: str, kind: str) -> None:
        self.index = index
        self.start = start
        self.raw = raw
        self.end = start + len(raw)
        self.kind = kind
        self.word: Word = analyse(raw) if kind == WORD else NO_WORD
        self.norm = self.word.norm if kind == WORD else western(raw) if kind == NUMBER else raw

    def __repr__(self) -> str:
        return f"Token({self.index}, {self.raw!r})"


NO_WORD = Word("")
"""What a number or a sign has in place of an analysis."""


def tokenise(characters: str) -> list[Token]:
    """The tokens of a text in order; blanks and invisible characters are between tokens."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(characters):
        raw = match.group()
        kind = match.lastgroup or SIGN
        if kind == WORD:
            raw = _EDGE.sub("", raw)
        elif kind == "dash":
            kind = SIGN
        tokens.append(Token(len(tokens), match.start(), raw, kind))
    return tokens
