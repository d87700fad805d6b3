"""Deeds as such: what a law punishes, killing as a sin, terror that strikes the world, condolences that are conveyed."""

from __future__ import annotations

from itertools import pairwise

from riwaya.lang.ar.parts import RELATIVE
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim

_FAR = 14


def punished_by_law(grammar: Grammar, claim: Claim) -> bool:
    """يعاقب بالسجن كل من | هاجم موظفا, مدة لا تقل عن سنتين إذا أدى الاعتداء إلى الموت: what a law says of whoever should do it."""
    sentence = grammar.layout.sentence(claim.mark.index)
    cores, norms = (one[sentence.start : sentence.end] for one in (grammar.layout.cores, grammar.layout.norms))
    if _PUNISHES.isdisjoint(cores) or claim.date is not None:
        return False
    return not _WHOEVER.isdisjoint(map(" ".join, pairwise(norms)))


_PUNISHES, _WHOEVER = word_list("punishes by law"), word_list("whoever a law means")


def any_soul(grammar: Grammar, claim: Claim) -> bool:
    """حرم الإسلام | قتل النفس, نهى عن | قتل الأنفس البريئة: killing as a sin; قتل نفسه is done."""
    mark = claim.mark
    if mark.is_verb or mark.entry.lemma not in ("قتل", "أزهق") or mark.end >= len(grammar.tokens):
        return False
    return grammar.tokens[mark.end].norm in ("النفس", "الانفس", "الارواح", "الروح")


def as_terror_does(grammar: Grammar, claim: Claim) -> bool:
    """مواجهة الإرهاب الذي | يضرب المنطقة, التطرف الذي يستهدف شبابنا: what terror as such does, behind a relative."""
    mark, before = claim.mark, claim.mark.index - 1
    if not mark.is_verb or mark.form is None or mark.form.tense == "perfect" or before < 1 or claim.date is not None:
        return False
    return grammar.parts[before] == RELATIVE and grammar.tokens[before - 1].word.core in _EVILS


_EVILS = word_list("evil as such")


def conveys(grammar: Grammar, claim: Claim) -> bool:
    """نقل اللواء سالم | تعازي القيادة, نقل العميد تحيات الوزير: whoever conveys words moves no troops."""
    mark = claim.mark
    if mark.entry.lemma != "نقل" or mark.entry.type != "MOBILIZE":
        return False
    return not _WORDS.isdisjoint(grammar.layout.cores[mark.end : min(grammar.layout.sentence(mark.index).end, mark.end + _FAR)])


_WORDS = word_list("words that are conveyed")

IN_PRINCIPLE = (punished_by_law, any_soul, as_terror_does, conveys)
"""What keeps even a counted mention from being an event: nobody has done it."""
