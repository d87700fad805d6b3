"""A truce that is only talked of: محادثات | الهدنة begin and end, and with them no truce."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, NUMERAL
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar


def only_talked_of(grammar: Grammar, at: int, entry: Trigger) -> bool:
    """بدأت محادثات | الهدنة, انتهت صياغة اتفاق | الهدنة: what begins or ends is what is about a truce, not the truce."""
    if entry.group not in ("stop", "breach") or at == 0:
        return False
    head = at - 1 - (at > 1 and grammar.tokens[at - 1].word.core in _PACTS)
    word = grammar.tokens[head].word
    return grammar.parts[head] == NOUN and not word.article and word.core in _ABOUT


_PACTS = ("اتفاق", "اتفاقيه")
_ABOUT = word_list("about a truce")


def counted_breach(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """ارتكب الجيش 591 | خرقا, بلغ عدد الخروقات 282 | خرقا: counted breaches are of a truce, not 15 خرقا للأجواء."""
    if entry.lemma != "خرق" or entry.group != "breach" or index == 0 or grammar.parts[index - 1] != NUMERAL:
        return False
    return index + 1 >= grammar.limit(index) or not grammar.phrases.preposition_of(grammar.tokens[index + 1])
