"""The voice of a verb, as far as its spelling shows it."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar

_MARKED, _STEM = 5, 4


def is_passive(grammar: Grammar, mark: Mark) -> bool:
    """The spelling shows the passive, or the writer marks it: قُتل, اعتُقل."""
    if mark.passive or _is_brought_down(grammar, mark):
        return True
    marked = "\u064f" in grammar.tokens[mark.index].raw[:_MARKED]
    return marked and mark.form is not None and mark.form.tense == "perfect"


def _is_brought_down(grammar: Grammar, mark: Mark) -> bool:
    """أسقطت الطائرة | فوق البحر: an aircraft right behind the verb, with nothing that it could bring down behind it."""
    at = mark.companion
    if mark.entry.lemma != "أسقط" or not mark.is_verb or at != mark.index + 1 or not grammar.phrases.has_article(at):
        return False
    if mark.index > 0 and not mark.found.conjunction and grammar.parts[mark.index - 1] == NOUN:  # الدفاعات | أسقطت الطائرة
        return False
    end = at + 1
    while end < grammar.limit(mark.index) and grammar.phrases.is_adjective(end) and grammar.phrases.has_article(end):
        end += 1
    return end >= len(grammar.tokens) or grammar.parts[end] != NOUN or bool(grammar.tokens[end].word.preposition)


def shows_active(mark: Mark) -> bool:
    """وداهمت | منازل, وحاصرت القرية: the ا of such a perfect is an active's; the passive has و (دوهمت)."""
    perfect = mark.form is not None and mark.form.tense == "perfect"
    return perfect and mark.entry.lemma[1:2] == "ا" and len(mark.entry.lemma) == _STEM
