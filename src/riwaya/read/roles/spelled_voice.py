"""The voice of a verb, as far as its spelling shows it."""

from __future__ import annotations

from riwaya.read.clauses.near import counted_noun
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range

_MARKED, _STEM = 5, 4


def is_passive(grammar: Grammar, mark: Mark) -> bool:
    """The spelling shows the passive, or the writer marks it: قُتل, اعتُقل."""
    if mark.passive:
        return True
    marked = "\u064f" in grammar.tokens[mark.index].raw[:_MARKED]
    return marked and mark.form is not None and mark.form.tense == "perfect"


def is_aboard(grammar: Grammar, mark: Mark, where: Range) -> bool:
    """أسقطت الطائرة المدنية وعلى متنها | 298 راكبا: people behind «أسقط» were in what was brought down."""
    return mark.entry.lemma == "أسقط" and "person" in grammar.tokens[counted_noun(grammar, *where)].word.labels


def shows_active(mark: Mark) -> bool:
    """وداهمت | منازل, وحاصرت القرية: the ا of such a perfect is an active's; the passive has و (دوهمت)."""
    perfect = mark.form is not None and mark.form.tense == "perfect"
    return perfect and mark.entry.lemma[1:2] == "ا" and len(mark.entry.lemma) == _STEM
