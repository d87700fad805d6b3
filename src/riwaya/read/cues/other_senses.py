"""Reporting verbs in a sense that tells nothing: رصد مكافأة sets money aside, تمنى الشفاء wishes well, تقيم علاقات keeps ties."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Analysis
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.attribution import Attribution


def sets_aside(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """رصدت الوزارة مكافأة لمن يثبت أن: money that is set aside; رصد المركز أن observes."""
    return any(grammar.tokens[at].word.core.removesuffix("ا") in _MONEY for at in range(made.cue[1], made.content[0]))


def wishes_well(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """تمنى للجرحى الشفاء العاجل: good wishes to somebody hope for nothing that happens; تمنى أن ينتهي القتال does."""
    near = range(made.cue[1], min(grammar.limit(made.cue[0]), made.cue[1] + _TO_WISH))
    return made.rule != "verb_that" and any(grammar.tokens[at].word.core in _WISHES for at in near)


def keeps_up(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """الخلية التي تقيم علاقات مع التنظيم: what somebody keeps up or holds; قيم الخبراء أن judges."""
    return made.rule != "verb_that"


_MONEY, _WISHES, _TO_WISH = word_list("set aside"), word_list("wished to somebody"), 5
OTHER_SENSES = ((frozenset({"رصد"}), sets_aside), (frozenset({"تمني"}), wishes_well), (frozenset({"قيم"}), keeps_up))
"""Lemmas, folded → the question whether one of them has that sense."""
