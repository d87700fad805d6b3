"""Mentions of what is known: when something was, what somebody calls it, a flight that failed; and what is heard anew."""

from __future__ import annotations

from riwaya.lang.ar.parts import NUMERAL, PREPOSITION
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.forces import is_force
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim
from riwaya.spelling import folded

_OUTSETS, _FLEES = word_list("outset"), word_list("flees")
_SINCE = ("بعد", "منذ", "عقب", "قبل", "من")
_AS = ("بانه", "بانها", "بانهما")
_WHAT = ("ما", "بما", "لما", "عما", "مما")
_CALLS = ("تسمي", "يسمي", "اسمي", "تعتبر", "يعتبر")
_HEARD = ("دوي", "اصوات", "صوت", "اصداء", "هدير")
_BACK = 6


def since_then(grammar: Grammar, claim: Claim) -> bool:
    """بعد العملية العسكرية الروسية, منذ بدء العملية: a known operation that only says since when, of no more than whose it was."""
    mark, target = claim.mark, claim.roles.target
    if mark.is_verb or target is not None or claim.date is not None or claim.modality != "actual" or mark.index < 1:
        return False
    actor = claim.roles.actor
    if mark.entry.group != "start" and actor is None:
        return False
    if actor is not None and "demonym" not in grammar.tokens[actor[0]].word.labels:
        return False
    companion = max(mark.companion, mark.index)
    if mark.entry.group not in ("attack", "start") or not grammar.tokens[companion].norm.startswith("ال"):
        return False
    before = mark.index - 1
    if grammar.tokens[before].word.core in _OUTSETS:
        before -= 1
    return before >= 0 and grammar.tokens[before].word.core in _SINCE and grammar.parts[before] == PREPOSITION


def since_begun(grammar: Grammar, claim: Claim) -> bool:
    """منذ بدء الحملة الجوية على المتمردين, بعد أسبوعين على بدء العملية: a beginning that only says since when."""
    mark, begun = claim.mark, claim.mark.index
    if mark.is_verb or claim.date is not None or mark.entry.group not in ("start", "attack"):
        return False
    if mark.entry.group == "attack":
        begun -= 1
        if begun < 1 or not mark.found.article or grammar.tokens[begun].word.core not in _OUTSETS:
            return False
    before = begun - 1
    return before >= 0 and grammar.tokens[before].word.core in _SINCE_BEGUN and grammar.parts[before] == PREPOSITION


_SINCE_BEGUN = word_list("telling since")


def so_called_deed(grammar: Grammar, claim: Claim) -> bool:
    """ما تسميه موسكو | عملية عسكرية, وصف الحادث بأنه | هجوم: how somebody calls what was told."""
    if claim.mark.is_verb:
        return False
    first = max(grammar.layout.sentence(claim.mark.index).start, claim.mark.index - _BACK)
    before = next((at for at in range(claim.mark.index - 1, first, -1) if not grammar.is_sign(at)), first)
    if grammar.tokens[before].norm in _AS and not claim.mark.found.article:
        return True
    for at in range(claim.mark.index - 1, first, -1):
        if grammar.tokens[at - 1].norm in _WHAT:
            return grammar.tokens[at].word.core.startswith(_CALLS)
        if grammar.is_comma(at) or grammar.parts[at] in (PREPOSITION, NUMERAL):
            return False
    return False


def fled_in_vain(grammar: Grammar, claim: Claim) -> bool:
    """لم يتمكنوا من الفرار: who could not flee, and is no force, neither withdrew nor was driven out."""
    mark, actor = claim.mark, claim.roles.actor
    if mark.is_verb or not claim.negated or folded(mark.entry.lemma) not in _FLEES:
        return False
    return actor is None or not is_force(grammar, actor)


def is_heard(grammar: Grammar, index: int) -> bool:
    """تسمع أصوات | الانفجارات: what is heard happens, though it has the article."""
    before = grammar.tokens[index - 1].word if index else None
    return before is not None and before.core in _HEARD and not before.article and not grammar.tokens[index].word.conjunction
