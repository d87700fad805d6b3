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
    f"(?P<word>[{LETTERS}](?:[{LETTERS}{_INSIDE}]*[{LETTERS}{MARKS}\u0640])?)"
    r"|(?P<number>\d+(?:[.,٫٬]\d+)*)"
    "|(?P<dash>\u0640+)"
    r"|(?P<latin>[^\W\d_]+)"
    rf"|(?P<sign>\.{{2,}}|[^\s\w{INVISIBLE}]|_)"
)


class Token:
    """One token: offsets, the characters, the folded form (``norm``) and, for an Arabic word, its analyses."""

    __slots__ = ("end", "index", "kind", "norm", "raw", "start", "word")

    def __init__(self, index: int, start: int, raw: str, shape: Shape) -> None:
        self.index = index
        self.start = start
        self.raw = raw
        self.end = start + len(raw)
        self.kind, self.norm, self.word = shape

    def __repr__(self) -> str:
        return f"Token({self.index}, {self.raw!r})"


Shape = tuple[str, str, Word]
"""What the characters of a token alone decide: its kind, its folded form, its analyses."""
_shapes: dict[str, Shape] = {}
_SHAPES_LIMIT = 200_000
NO_WORD = Word("")
"""What a number or a sign has in place of an analysis."""


def tokenise(characters: str) -> list[Token]:
    """The tokens of a text in order; blanks and invisible characters are between tokens."""
    tokens: list[Token] = []
    for index, match in enumerate(_TOKEN.finditer(characters)):
        raw = match.group()
        tokens.append(Token(index, match.start(), raw, _shapes.get(raw) or _shape(raw, match.lastgroup or SIGN)))
    return tokens


def _shape(raw: str, kind: str) -> Shape:
    """The shape of a token that was not seen before; the cache stays bounded on any input."""
    if len(_shapes) >= _SHAPES_LIMIT:
        _shapes.clear()
    if kind == WORD:
        word = analyse(raw)
        shape = kind, word.norm, word
    else:
        shape = SIGN if kind == "dash" else kind, western(raw) if kind == NUMBER else raw, NO_WORD
    _shapes[raw] = shape
    return shape
