"""Bombs of which nobody is hit: found, taken or made safe, made ready, not gone off."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.lang.ar.parts import VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import entries_at
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim

_FAR, _BEHIND = 20, 4


def bomb_found(grammar: Grammar, claim: Claim) -> bool:
    """ضبطت عشرات العبوات الناسفة, فككت عبوة, عبوات معدة للتفجير: a bomb that is found, taken or made safe hits nobody."""
    if claim.mark.is_verb or claim.mark.entry.lemma not in _BOMBS:
        return False
    behind = range(claim.mark.end, min(grammar.limit(claim.mark.index), claim.mark.end + _BEHIND))
    if any(grammar.tokens[at].word.core in _READY for at in behind):
        return True
    first = max(grammar.clause_start(claim.mark.index), claim.mark.index - _FAR)
    return any(_finds(grammar, at) for at in range(first, claim.mark.index))


def _finds(grammar: Grammar, at: int) -> bool:
    return grammar.tokens[at].word.core in _FINDS or any(one.type == "COERCE" for one in entries_at(grammar, at))


_BOMBS = frozenset({"عبوة", "لغم", "سيارة"})
_FINDS, _READY = word_list("bomb found"), word_list("bomb made ready")


def nobody_hurt(grammar: Grammar, claim: Claim) -> bool:
    """قذائف لم تسفر عن أي | إصابات: that nobody was hurt is told of the attack, and is none of its own."""
    mark = claim.mark
    if mark.is_verb or not claim.negated or mark.entry.group != "result" or claim.figures or mark.found.article:
        return False
    before = range(max(0, mark.index - _CAUSED), mark.index)
    return any(grammar.parts[at] == VERB and grammar.light(at) == "cause" for at in before)


_CAUSED = 4


def not_gone_off(grammar: Grammar, claim: Claim) -> bool:
    """قنابل لم تنفجر: what has not gone off is what lies there, not an attack that is denied."""
    return claim.mark.is_verb and claim.negated and claim.mark.entry.lemma == "انفجر"


def driven(grammar: Grammar, claim: Claim) -> bool:
    """انتحاري يقود | سيارة مفخخة | فجر نفسه: what somebody drives is told of him, not of what happened."""
    mark = claim.mark
    bomb = mark.entry.lemma == "سيارة" and not mark.is_verb and mark.index > 0
    return bomb and grammar.tokens[mark.index - 1].norm in _DRIVES


_DRIVES = word_list("drives a car bomb")


ORDNANCE: tuple[Callable[[Grammar, Claim], bool], ...] = (bomb_found, nobody_hurt, not_gone_off, driven)
"""What keeps a mention of a weapon from being an attack; each is a rule with its reason."""
