"""What a deal that is known already is on: it only frames what is told (ضمن المرحلة الأولى من اتفاق تبادل الأسرى)."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim
from riwaya.read.telling.treaties import made_or_kept

_REACH, _BACK = 6, 4


def framed_by_deal(grammar: Grammar, claim: Claim) -> bool:
    """ضمن المرحلة الأولى من | اتفاق, في إطار صفقة | تبادل الأسرى: a deal that frames what is told, and what it is on."""
    mark = claim.mark
    if mark.is_verb:
        return False
    if mark.entry.group == "deal":  # بموجب | اتفاق is a circumstance
        staged = mark.index > 1 and grammar.tokens[mark.index - 1].word.core not in _FRAMES
        return staged and _frames(grammar, mark.index) and not made_or_kept(grammar, claim)
    deal = _deal_before(grammar, mark.index)
    return deal > 1 and _frames(grammar, deal)


def _deal_before(grammar: Grammar, index: int) -> int:
    """صفقة | تبادل الأسرى, اتفاق تبادل الأسرى | ووقف إطلاق النار: the deal that a deed right behind it is on, or -1."""
    for at in range(index - 1, max(grammar.clause_start(index), index - _REACH) - 1, -1):
        if grammar.parts[at] != NOUN:
            return -1
        if grammar.tokens[at].word.core in _DEALS:
            return at
    return -1


def _frames(grammar: Grammar, deal: int) -> bool:
    """ضمن | صفقة, بموجب | اتفاق, ضمن المرحلة الثانية من | الصفقة, في الدفعة السابعة من المرحلة الأولى | لاتفاق."""
    for at in range(deal - 1, max(grammar.layout.sentence(deal).start, deal - _BACK) - 1, -1):
        word = grammar.tokens[at].word
        if word.core in _FRAMES:
            return True
        if word.core in _STAGES:
            return at > 0 and (bool(word.preposition) or _is_led(grammar, at - 1))
        of_it = grammar.tokens[at].norm == "من" or grammar.phrases.is_adjective(at) or "adjective" in word.labels
        if not of_it:
            return False
    return False


def _is_led(grammar: Grammar, at: int) -> bool:
    """ضمن | المرحلة الأولى, في | الدفعة الثالثة: what leads to a stage, and does not tell that it has begun."""
    return grammar.tokens[at].word.core in _FRAMES or grammar.parts[at] == PREPOSITION


_FRAMES, _STAGES, _DEALS = word_list("frames by a deal"), word_list("stage of a deal"), word_list("deal that frames")
