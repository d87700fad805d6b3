"""Arrivals: matters and amounts that come to a point, things that come as visitors; none of them is troops or a visit."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import CLASSES
from riwaya.read.grammar import HONORIFICS, Grammar, Range
from riwaya.read.telling.claims import Claim

_AHEAD = 8
_COMES = frozenset({"وصل", "توجه", "انتقل", "اتجه"})


def comes_to_a_point(grammar: Grammar, claim: Claim) -> bool:
    """وصل الأمر إلى | حد الصدام, وصلت إلى | إقصائهم, بدءا بالمدينة وصولا إلى الميناء: how far a matter goes, not where anybody."""
    mark = claim.mark
    if mark.entry.lemma not in _COMES or mark.entry.type not in ("CONSULT", "MOBILIZE"):
        return False
    if not mark.is_verb and grammar.tokens[mark.index].norm.endswith("وصولا"):
        return True
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _AHEAD) - 1):
        if grammar.tokens[at].norm == "الي":
            deed = grammar.phrases.is_masdar(at + 1) and at + 1 not in grammar.place_at
            return deed or grammar.tokens[at + 1].word.core in _POINTS
        word = grammar.tokens[at].word
        if word.norm == "لحد" or (word.preposition == "ل" and word.core in _POINTS):  # وصل الأمر بها | لحد المواجهات
            return True
    return False


_POINTS = word_list("point that is come to")


def visits_nobody(grammar: Grammar, claim: Claim) -> bool:
    """وصلت | أجوبة الوزير إلى اللجنة, انتقل | الحكم إلى ابنه: what comes is no person who could visit."""
    mark, actor = claim.mark, claim.roles.actor
    if mark.entry.lemma not in _COMES or mark.entry.type != "CONSULT":
        return False
    if actor is not None:
        return not _could_visit(grammar, _head(grammar, actor))
    target = claim.roles.target
    if target is not None and _could_visit(grammar, target[0]):
        return True
    return any(grammar.group(at, "thing") == "vehicle" for at in range(mark.end, max(mark.end, mark.companion)))


def _head(grammar: Grammar, where: Range) -> int:
    """عدد من | الوزراء, أربعة | مبعوثين: the noun of a phrase behind what counts it."""
    at = where[0]
    while at < where[1] - 1 and (grammar.parts[at] in _COUNTING or grammar.tokens[at].word.core in _BEFORE):
        at += 1
    return at


_COUNTING = frozenset({NUMERAL, QUANTIFIER, PREPOSITION})
_BEFORE = frozenset({"عدد", "اول"}) | HONORIFICS


def _could_visit(grammar: Grammar, at: int) -> bool:
    """Whether a token names somebody: an official, people, a name that is no place."""
    word = grammar.tokens[at].word
    if at in grammar.place_at or grammar.group(at, "thing") == "vehicle" or word.core == "امر":
        return False
    if CLASSES["#official"](grammar, at) or "person" in word.labels or grammar.group(at, "source") == "rank":
        return True
    if grammar.tokens[at - 1].raw in _QUOTES:
        return True
    if grammar.parts[at] != NOUN or word.article:
        return False
    return "demonym" in word.labels or grammar.register.names_one(word.core) or grammar.phrases.is_name(at)


_QUOTES = frozenset('«"“')


NO_ARRIVALS = (comes_to_a_point, visits_nobody)
"""Comings of nobody, be they counted or not."""
