"""Deeds that only say who somebody is: with what he is charged, of what he is suspected."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim

_CHARGED, _SUSPECTED = ("متهم", "تهمه", "تهم", "مدان"), "مشتبه"


def only_charged(grammar: Grammar, claim: Claim) -> bool:
    """أوقفت 12 متهما | بالقتل | والنهب, بتهمة | الخطف, مشتبه به في | هجوم حلب: a charge with no word of whom it hit."""
    mark = claim.mark
    if mark.is_verb or claim.figures or mark.index < 1 or mark.entry.type not in ("ASSAULT", "COERCE"):
        return False
    charge = _charge(grammar, mark.index - bool(mark.found.conjunction))
    if charge < 0:
        return False
    word = grammar.tokens[charge].word.core
    if claim.roles.target is not None and claim.roles.target[0] > mark.index:
        return False
    if word.startswith(_SUSPECTED):
        named = mark.end < len(grammar.tokens) and (grammar.phrases.has_article(mark.end) or mark.end in grammar.place_at)
        return bool(mark.found.article) or named
    return bool(mark.found.article) and word.startswith(_CHARGED)


def _charge(grammar: Grammar, head: int) -> int:
    """متهمين | بالقتل, تهمة | القتل, مشتبه به | في هجوم: the noun that a charge stands by; -1 where none does."""
    at = head - 1
    if at > 0 and grammar.parts[at] == PREPOSITION and not grammar.tokens[head].word.preposition:
        at -= 1
    if at > 0 and grammar.tokens[at].norm in ("به", "بهم", "فيه", "فيهم"):
        at -= 1
    return at if at >= 0 and grammar.parts[at] == NOUN else -1
