"""Victims of accidents and disasters, which are no events of a conflict."""

from __future__ import annotations

from itertools import pairwise

from riwaya.lang.ar.lexicon import Trigger
from riwaya.read.claims import Claim
from riwaya.read.grammar import Grammar


def accident(grammar: Grammar, claim: Claim) -> bool:
    """Victims of an accident or a disaster (قتلى في حادث سير، في زلزال), whom it strikes and whom it drives away."""
    entry = claim.mark.entry
    suffered = entry.group == "result" or entry.lemma in ("ضرب", "اجتاح") or entry.mode == "deport"
    if not suffered or any(mark.entry.group == "attack" for mark in claim.absorbed):
        return False
    sentence = grammar.layout.sentence(claim.index)
    around = range(max(sentence.start, claim.index - _WIDE), min(sentence.end, claim.index + _WIDE))
    cores = [grammar.tokens[at].word.core for at in around]
    if any(core in _DISASTERS for core in cores):
        return True
    if any(core in _FIRES for core in cores) and not any(_attacks(grammar, at) for at in around if at != claim.index):
        return True
    return any(one in _MISHAPS and other in _ON_THE_ROAD for one, other in pairwise(cores))


def _attacks(grammar: Grammar, at: int) -> bool:
    """Whether a word of attack, a weapon or a word of setting fire stands at a token."""
    if grammar.group(at, "thing") in ("weapon", "munition") or grammar.tokens[at].norm.startswith(_SET_FIRE):
        return True
    return any(one.group == "attack" for one in rows_at(grammar, at))


_SET_FIRE = ("اشعل", "اضرم", "افتعل")


_WIDE = 12
_DISASTERS = frozenset("زلزال زلازل زلزالا فيضان فيضانات سيول سيل اعصار اعاصير تسونامي تدافع".split()) | frozenset(
    "جفاف صواعق امطار انهيارات وباء كوليرا".split()
)
_FIRES = frozenset({"حريق", "حرائق", "حريقا"})
"""Fires are accidents where nobody in the sentence attacks or sets them."""
_MISHAPS = frozenset("حادث حادثه حوادث تصادم اصطدام انقلاب انهيار جنوح غرق سقوط عاصفه".split())
_ON_THE_ROAD = (
    frozenset("سير مرور مروري مروريه مروريين مروع اليم حافله قطار قطارين عباره منجم ارضي ارضيه مركب".split())
    | frozenset("رمليه ثلجيه استوائيه هوجاء رعديه مداريه بحريه".split())
    | frozenset("مركبه مركبته مركبتهم مركبتين سيارته سيارتهم سيارتين شاحنه قارب قاربهم رافعه مبني عقار سقف تصادم".split())
)


def rows_at(grammar: Grammar, at: int) -> list[Trigger]:
    """The rows of triggers that a token can be."""
    return [one.sense.entry for one in grammar.tokens[at].word.all("trigger") if isinstance(one.sense.entry, Trigger)]
