"""Drones that fire or come down: who fires is not what is fired, and a drone that falls on a house hits it."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL, VERB
from riwaya.lang.ar.thing_groups import HITTABLE
from riwaya.read.clauses.word_forms import forms_of
from riwaya.read.grammar import Grammar

_NEAR = 4


def is_drone(grammar: Grammar, index: int, at: int, needs: frozenset[str]) -> bool:
    """أطلقت طائرة | مسيرة | صاروخين, أطلقت | مسيرة | ثلاثة صواريخ: a drone that fires what stands behind it."""
    if at > index + 2 or not grammar.tokens[at].word.core.startswith("مسير") or VERB in grammar.parts[index + 1 : at]:
        return False
    for k in range(at + 1, min(at + _NEAR, grammar.limit(index))):
        word = grammar.tokens[k].word
        if grammar.parts[k] not in (NOUN, NUMERAL) or word.conjunction or word.preposition:
            return False
        if not needs.isdisjoint(forms_of(word)):
            return True
    return False


def comes_down(grammar: Grammar, at: int) -> bool:
    """سقطت | مسيرة على مبنى, سقوط طائرة | مسيرة فوق القرية: a drone before what it falls upon; not تحطمت مسيرة في الصحراء."""
    word = grammar.tokens[at].word
    if not word.core.startswith("مسير") or "thing" not in word.labels or word.preposition:
        return False
    for k in range(at + 1, min(at + _NEAR, grammar.limit(at) - 1)):
        if grammar.tokens[k].norm in _UPON:
            return k + 1 in grammar.place_at or grammar.group(k + 1, "thing") in HITTABLE
    return False


_UPON = ("علي", "فوق")
