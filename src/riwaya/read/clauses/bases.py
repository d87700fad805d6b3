"""Bases and posts that a force sets up: a word for one with what says that it is military."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar


def is_base(grammar: Grammar, at: int) -> bool:
    """أقامت الدولة | قاعدة عسكرية, إنشاء | نقاط مراقبة; not قاعدة بيانات, تنظيم القاعدة."""
    word = grammar.tokens[at].word
    if word.core not in _BASES or word.article or word.preposition:
        return False
    behind, stems = grammar.tokens[at + 1 : at + 2], tuple(_MILITARY)
    return bool(behind) and (behind[0].word.core.startswith(stems) or behind[0].norm.startswith(stems))  # ب of بحرية


_BASES, _MILITARY = word_list("base or post"), word_list("what a base is for")
