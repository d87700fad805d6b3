"""Violence and fighting as such, which happen nowhere, violence that was used, and how suddenly it came."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar


def violence_in_general(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """نبذ | العنف, قادرون على | القتال: violence as such happens nowhere; أعمال | العنف may be what somebody was killed in."""
    if entry.lemma not in ("عنف", "قاتل") or not grammar.phrases.has_article(index):
        return False
    if entry.lemma == "قاتل":
        return index > 1 and grammar.tokens[index - 2].word.core.startswith("قادر")
    if is_excessive(grammar, index + 1):
        return False
    return index == 0 or grammar.tokens[index - 1].word.core not in _VIOLENT_DEEDS


_VIOLENT_DEEDS = word_list("violent deed")


def is_excessive(grammar: Grammar, at: int) -> bool:
    """العنف | المفرط ضد المحتجين: violence to excess is violence that was used."""
    return grammar.layout.norms[at : at + 1] == ["المفرط"]


def is_sudden(grammar: Grammar, at: int) -> bool:
    """هجوم | خاطف, بعد تقدم | خاطف أجبر السكان: a deed as fast as lightning, where nobody is kidnapped; not اعتقال | خاطف."""
    if grammar.tokens[at].norm not in _SUDDEN or at == 0 or not grammar.phrases.is_event_noun(at - 1):
        return False
    deed = grammar.tokens[at - 1].word
    entries = (one.sense.entry for one in deed.all("trigger", "noun"))
    return not deed.article and any(isinstance(one, Trigger) and one.group in ("attack", "move", "leave") for one in entries)


_SUDDEN = frozenset({"خاطف", "خاطفا", "خاطفه"})
