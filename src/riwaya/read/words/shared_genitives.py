"""Deeds in a row that share what stands behind the last of them: قتل وخطف وتعذيب المدنيين."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN
from riwaya.lang.ar.words import Analysis
from riwaya.read.text.layout import Layout


def shares_genitive(layout: Layout, parts: list[str], index: int) -> bool:
    """قتل | وخطف وتعذيب المدنيين, باعتقال | وضرب الطلاب: a deed with و right behind another that nothing else stands behind.

    So it is a noun, and no verb (قتل الجندي | وخطف زميله).
    """
    tokens = layout.tokens
    if index == 0 or index + 1 >= len(tokens) or parts[index - 1] != NOUN or tokens[index].word.conjunction != "و":
        return False
    before, behind = tokens[index - 1].word, tokens[index + 1].word
    bare = not (before.article or before.bare.endswith("ا")) and any(_hits(found) for found in before.all("trigger", "noun"))
    noun = any(found.sense.part == "noun" and not found.pronoun for found in tokens[index].word.all("trigger"))
    return bare and noun and (bool(behind.article) or behind.conjunction == "و")


def _hits(found: Analysis) -> bool:
    """قتل, اعتقال: a deed that is done to somebody, whom nothing tells behind it; not هجوم."""
    return not found.pronoun and getattr(found.sense.entry, "group", "") in ("result", "arrest", "act")
