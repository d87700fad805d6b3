"""Names of bodies that hold a word of what they do (منظمة الإغاثة)."""

from __future__ import annotations

from riwaya.read.grammar import Grammar


def is_of_body(grammar: Grammar, at: int) -> bool:
    """قدمت منظمة | الإغاثة الدولية أغذية: a definite word behind a noun of a body that governs it is part of the name."""
    if at == 0 or not grammar.phrases.has_article(at) or grammar.tokens[at - 1].word.article:
        return False
    return grammar.group(at - 1, "source") in ("organ", "group")
