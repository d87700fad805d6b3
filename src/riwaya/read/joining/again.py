"""An attack that the next sentence speaks of again (دارت اشتباكات في تعز. وأسفرت الاشتباكات عن): its place and who fought."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, DEMONSTRATIVE, NUMERAL, PREPOSITION, THAT, VERB
from riwaya.model.swift import changed
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim


def speak_again(grammar: Grammar, claims: list[Claim]) -> None:
    """هاجم مسلحون الحاجز في البلدة. وأدى الهجوم إلى مقتل جندي: the attack with the article is the one told right before."""
    last: dict[tuple[int, str], Claim] = {}
    for claim in claims:
        if claim.mark.entry.type != "ASSAULT" or claim.mark.entry.group != "attack":
            continue
        key = grammar.layout.sentence(claim.mark.index).paragraph, claim.mark.entry.lemma
        before = last.get(key)
        if before is not None and _is_again(grammar, before, claim):
            _take_over(before, claim)
        last[key] = claim


def _is_again(grammar: Grammar, before: Claim, claim: Claim) -> bool:
    """Whether a noun with the article stands in the sentence of its like or the next one, told as what happened too."""
    mark, layout = claim.mark, grammar.layout
    if mark.is_verb or not mark.found.article or claim.modality != before.modality or claim.negated != before.negated:
        return False
    near = layout.sentence_of[mark.index] - layout.sentence_of[before.mark.index] <= 1
    return near and _points_back(grammar, before, claim)


def _points_back(grammar: Grammar, before: Claim, claim: Claim) -> bool:
    """Whether it is told as the one attack before it, and not several behind a single one."""
    if not tells_of_one(grammar, claim.mark.index, claim.mark.end) or claim.mark.found.preposition == "ل":
        return False
    return before.mark.is_verb or _are_several(grammar, before.mark.index) == _are_several(grammar, claim.mark.index)


def _are_several(grammar: Grammar, at: int) -> bool:
    """الغارات, تسع | غارات, 14 | ضربة: whether a noun tells of more than one attack."""
    return grammar.tokens[at].word.bare.endswith("ات") or (at > 0 and grammar.parts[at - 1] == NUMERAL)


def tells_of_one(grammar: Grammar, start: int, end: int) -> bool:
    """إن | الهجوم أدى, كان | الانفجار هائلا, في | الهجوم, تبنى التنظيم | الهجوم; not أعمال | التفجير, من | الهجمات, الهجوم | على
    المتحف or الهجمات | السابقة."""
    led = grammar.parts[start - 1] in _BEFORE and grammar.tokens[start - 1].norm != "من"
    if not (led or _is_owned_up_to(grammar, start)):
        return False
    return end >= len(grammar.tokens) or grammar.tokens[end].norm not in _ELSEWHERE


def _is_owned_up_to(grammar: Grammar, start: int) -> bool:
    """تبنى تنظيم الدولة | الهجوم: what somebody says he has done."""
    near = range(max(grammar.layout.sentence(start).start, start - _CLAIMED), start)
    return any(grammar.parts[at] == VERB and grammar.tokens[at].word.core.startswith(_OWNS_UP) for at in near)


_OWNS_UP, _CLAIMED = ("تبن", "يتبن", "تتبن"), 6
_BEFORE = frozenset({VERB, AUXILIARY, THAT, PREPOSITION, DEMONSTRATIVE})
_ELSEWHERE = frozenset({"علي", "ضد", "السابقه", "السابق"})


def _take_over(before: Claim, claim: Claim) -> None:
    """What the second mention does not say itself is as the first one had it; two sides go together."""
    if claim.place is None:
        claim.place = before.place
    roles, known = claim.roles, before.roles
    same = roles.target is not None and roles.target in (known.actor, known.target)
    if roles.actor is not None or known.actor is None or same:
        return
    if roles.target is None:
        claim.roles = changed(roles, actor=known.actor, target=known.target)
    elif claim.mark.entry.frame != "M":
        claim.roles = changed(roles, actor=known.actor)
