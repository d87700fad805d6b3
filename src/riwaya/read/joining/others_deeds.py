"""Attacks behind which something was done: whoever did that did not attack."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.roles.exposed import whose_undergoing
from riwaya.read.telling.claims import Claim

_BEHIND = word_list("behind an attack of others")


def by_others(grammar: Grammar, claims: list[Claim]) -> bool:
    """انسحب الجيش | بعد | هجوم على ثكنة, حجبت السلطات المواقع | عقب | تفجير سروج: who takes ground behind an attack made it; others
    answer one."""
    claim, mark = claims[-1], claims[-1].mark
    actor, target = claim.roles.actor, claim.roles.target
    if (
        mark.is_verb
        or mark.entry.type != "ASSAULT"
        or mark.entry.group != "attack"
        or mark.entry.frame == "M"
        or mark.found.pronoun
    ):
        return False
    if actor is None or actor[1] >= mark.index:
        return False
    if undergoes(grammar, mark):
        return True
    if grammar.tokens[mark.index - 1].word.core not in _BEHIND:
        return False
    if target is None or target[0] < mark.end or actor[0] < grammar.layout.sentence(mark.index).start:
        return False
    before = claims[-2] if len(claims) > 1 else None
    takes = before is not None and (before.mark.entry.type == "CONTROL" or before.mark.entry.kind == "taken")
    return before is None or not takes or before.mark.index < grammar.layout.sentence(mark.index).start


def undergoes(grammar: Grammar, mark: Mark) -> bool:
    """أغلق المستشفى أبوابه بعد | تعرضه | لقصف: what somebody is told to have undergone, he did not do."""
    return mark.found.preposition == "ل" and bool(whose_undergoing(grammar, mark.index - 1))
