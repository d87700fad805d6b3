"""The voice of a verb, as far as its spelling shows it."""

from __future__ import annotations

from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar

_MARKED, _STEM = 5, 4


def is_passive(grammar: Grammar, mark: Mark) -> bool:
    """The spelling shows the passive, or the writer marks it: قُتل, اعتُقل."""
    if mark.passive:
        return True
    marked = "\u064f" in grammar.tokens[mark.index].raw[:_MARKED]
    return marked and mark.form is not None and mark.form.tense == "perfect"


def shows_active(mark: Mark) -> bool:
    """وداهمت | منازل, وحاصرت القرية: the ا of such a perfect is an active's; the passive has و (دوهمت)."""
    perfect = mark.form is not None and mark.form.tense == "perfect"
    return perfect and mark.entry.lemma[1:2] == "ا" and len(mark.entry.lemma) == _STEM
