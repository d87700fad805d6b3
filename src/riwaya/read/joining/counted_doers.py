"""Counted people or things that do what an event tells, with whom or what it hits behind them, are not hit."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, NUMERAL, PREPOSITION, QUANTIFIER, VERB
from riwaya.read.clauses.between import past_aside
from riwaya.read.figures.counts import Count
from riwaya.read.figures.governors import Counted
from riwaya.read.grammar import Grammar, Range
from riwaya.read.telling.claims import Claim

_SUFFERED = frozenset({"killed", "wounded", "casualties", "captured", "taken", "destroyed", "displaced", "missing"})
_NEAR = 3


def without_doers(grammar: Grammar, claims: list[Claim], counted: list[Counted]) -> list[Counted]:
    """قتل | مسلحان | شرطيا, دمرت | ثلاث طائرات | مخازن أسلحة: the figures but those that count who did it."""
    by_index = {claim.mark.index: claim for claim in claims}
    return [one for one in counted if not (one.mark.index in by_index and _does_it(grammar, by_index[one.mark.index], one))]


def _does_it(grammar: Grammar, claim: Claim, one: Counted) -> bool:
    """Whether an active verb has the counted right behind it as its subject, and its object behind them."""
    actor, target, mark = claim.roles.actor, claim.roles.target, claim.mark
    if actor is None or target is None or one.kind not in _SUFFERED or not mark.is_verb or mark.passive:
        return False
    start, end = one.count.where
    if one.count.noun is None or not (mark.end <= actor[0] <= mark.end + _NEAR and actor[0] <= start + _NEAR and start < actor[1]):
        return False
    if target[0] < max(actor[1], end) or start < actor[0] - _NEAR:
        return False
    return _is_object(grammar, one.count, actor, target)


def _is_object(grammar: Grammar, count: Count, actor: Range, target: Range) -> bool:
    """A number, an accusative, or what stands right behind the counted and is no genitive of theirs: hit by them."""
    phrases, first = grammar.phrases, target[0]
    behind = past_aside(grammar, actor[1], grammar.limit(actor[0]), True)  # اغتال مسلحان، يستقلان دراجة، | ضابطا
    behind = behind if behind <= first else actor[1]
    if grammar.tokens[first].word.conjunction or any(_parts_them(grammar, at) for at in range(behind, first)):
        return False
    if grammar.parts[first] in (NUMERAL, QUANTIFIER):
        return not phrases.is_owned(first)
    if phrases.is_accusative(first):
        return True
    governs = grammar.tokens[actor[1] - 1].word.bare.endswith(("ي", "و"))
    described = all(phrases.is_adjective(at) for at in range(count.where[1], actor[1]))  # دمرت طائرة | مسيرة | دبابة
    return described and first - behind < _NEAR and not governs


def _parts_them(grammar: Grammar, at: int) -> bool:
    """قتل خمسة | وبات عشرون مفقودين, قتل عشرة | بينهم ضابط: what begins another clause or says who is among them."""
    return grammar.parts[at] in (PREPOSITION, VERB, AUXILIARY) or bool(grammar.tokens[at].word.conjunction) or grammar.is_comma(at)
