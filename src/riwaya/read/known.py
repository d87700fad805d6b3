"""The parts of speech that no rule looks around for: of most words, which are always of one part, and of signs and numbers."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.fixed import fixed_parts
from riwaya.read.layout import Layout
from riwaya.read.spelled import in_acronyms
from riwaya.read.tokens import LATIN, NUMBER, SIGN, WORD

MANNERS = word_list("phrase of manner")
_OTHERS = {NUMBER: NUMERAL, SIGN: "sign", LATIN: NOUN}
"""What a token is that is no Arabic word."""


def known_parts(layout: Layout) -> list[str]:
    """The part of speech of every token that its form alone settles; empty where the words around it decide."""
    tokens = layout.tokens
    known = [(token.word.sure or "") if token.kind == WORD else _OTHERS[token.kind] for token in tokens]
    if not MANNERS.isdisjoint(layout.cores):
        for behind in [at for at, core in enumerate(layout.cores[:-1], 1) if core in MANNERS]:
            known[behind] = "" if tokens[behind].kind == WORD else known[behind]
    for index in in_acronyms(tokens):
        known[index] = NOUN
    for index, part in fixed_parts(layout).items():
        known[index] = part
    return known
