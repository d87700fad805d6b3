"""What a sentence opens with before its verb: وفي مدينة تعز | قتل مسلحون ثلاثة جنود."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION
from riwaya.read.text.tokens import SIGN, Token
from riwaya.read.words.place_terms import place_noun

_LONGEST = 4


def behind_place(tokens: list[Token], parts: list[str], index: int) -> bool:
    """وفي مدينة تعز | قتل, في بلدة عين عيسى | قصف: whether a named place behind في stands right before, heading a clause."""
    for start in range(index - 3, max(-1, index - _LONGEST - 1), -1):
        if parts[start] != PREPOSITION or tokens[start].word.core != "في":
            continue
        kind, name = tokens[start + 1], range(start + 2, index)
        heads = start == 0 or tokens[start - 1].kind == SIGN
        named = place_noun(kind) is not None and not kind.word.article
        plain = all(parts[at] == NOUN and not (tokens[at].word.preposition or tokens[at].word.conjunction) for at in name)
        return heads and named and plain
    return False
