"""Two holders of one office: the dual that a genitive follows has lost its nun and looks like an accusative."""

from __future__ import annotations

from collections.abc import Container, Sequence

from riwaya.lang.ar.parts import NOUN
from riwaya.read.text.tokens import Token


def is_dual(tokens: Sequence[Token], parts: Sequence[str], placed: Container[int], index: int) -> bool:
    """التقى | رئيسا الوزراء, بحث | وزيرا خارجية مصر والأردن: two of them, with a genitive that no accusative in tanwin has."""
    word, behind = tokens[index].word, index + 1
    if "source" not in word.labels or not word.bare.endswith("ا") or parts[behind : behind + 1] != [NOUN]:
        return False
    genitive = tokens[behind]
    if genitive.norm.startswith("ال"):
        return True
    bare = not (genitive.word.conjunction or genitive.word.preposition or genitive.word.bare.endswith("ا"))
    return (
        bare
        and behind not in placed
        and (behind + 1 in placed or (behind + 1 < len(tokens) and bool(tokens[behind + 1].word.article)))
    )
