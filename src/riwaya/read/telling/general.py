"""What is only spoken of: bodies to be recovered, what is not wanted, the best way, what is no remedy, help that does not come."""

from __future__ import annotations

from riwaya.lang.ar.parts import NEGATION, PRONOUN, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim
from riwaya.read.telling.imagined import practised
from riwaya.read.telling.in_principle import IN_PRINCIPLE
from riwaya.spelling import folded

_NEAR, _WIDE = 5, 9


def bodies_to_recover(grammar: Grammar, claim: Claim) -> bool:
    """أرسل فريقا | لانتشال الجثث, تعذر الوصول إلى بعض | الجثث: bodies that are still to be had tell no deaths of their own."""
    mark = claim.mark
    known = mark.companion if mark.companion > mark.index else mark.index
    if mark.is_verb or mark.entry.group != "result" or not grammar.tokens[known].word.core.startswith(("جثث", "جثامين", "جثه")):
        return False
    if grammar.tokens[mark.index].word.core == "انتشال" and (mark.found.preposition == "ل" or claim.modality != "actual"):
        return True
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _NEAR)
    return any(grammar.tokens[at].word.core in _OUT_OF_REACH for at in range(first, mark.index))


_OUT_OF_REACH = word_list("out of reach")


def not_wanted(grammar: Grammar, claim: Claim) -> bool:
    """لا نريد لبلدنا أن يتعرض | للقصف, ذلك لا يعني أن | الرد يكون عبر القصف: what is not wanted, what something is not."""
    index = claim.mark.index
    first = max(grammar.layout.sentence(index).start + 1, index - _WIDE)
    if _WISHES.isdisjoint(grammar.layout.cores[first:index]):
        return False
    that = False
    for at in range(index - 1, first - 1, -1):
        word = grammar.tokens[at].word
        if word.core in _WISHES and grammar.parts[at - 1] == NEGATION:
            return that
        that = that or word.norm in ("ان", "بان")
        if grammar.is_comma(at) or grammar.parts[at] == RELATIVE:
            return False
    return False


_WISHES = word_list("wish or meaning")


def best_way(grammar: Grammar, claim: Claim) -> bool:
    """السبيل الأنسب هو | مفاوضات سلام, الحل الوحيد هو | هدنة: what somebody holds to be the way out."""
    at = claim.mark.index - 1
    if claim.mark.is_verb or at < 1 or grammar.parts[at] != PRONOUN:
        return False
    first = max(grammar.layout.sentence(at).start, at - _NEAR)
    return any(grammar.tokens[k].word.core in _WAYS for k in range(first, at))


_WAYS = word_list("way out")


def no_remedy(grammar: Grammar, claim: Claim) -> bool:
    """إن | تسليح الحرس لن يكون وسيلة ردع, إن | القصف لن يحل الأزمة: a deed in general, of which is said what it will not do."""
    mark = claim.mark
    if mark.is_verb or mark.found.preposition or claim.date is not None:
        return False
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _WIDE) - 1):
        if grammar.tokens[at].norm == "لن":
            return grammar.tokens[at + 1].word.core in _REMEDIES and not _is_the(grammar, at + 2)
        if grammar.is_comma(at) or grammar.parts[at] in (VERB, RELATIVE, THAT):
            return False
    return False


def _is_the(grammar: Grammar, at: int) -> bool:
    """الهجوم لن يكون | الأخير tells of one; القصف لن يكون | الحل does not."""
    return (
        at < len(grammar.tokens)
        and grammar.tokens[at].word.article
        and grammar.tokens[at - 1].word.core in _IS
        and grammar.tokens[at].word.core not in _WAYS
    )


_IS = ("يكون", "تكون")
_REMEDIES = word_list("is no remedy")


def no_part_taken(grammar: Grammar, claim: Claim) -> bool:
    """أصروا على عدم | المشاركة في القتال: that somebody takes no part in a fight."""
    mark = claim.mark
    lack = mark.index > 0 and (grammar.tokens[mark.index - 1].word.core in _LACKS or claim.act == "reject")
    return lack and claim.negated and not mark.is_verb and mark.entry.lemma == "شارك" and mark.entry.type == "ASSAULT"


def no_help(grammar: Grammar, claim: Claim) -> bool:
    """تراجعوا في ظل عدم | مساعدة حليفتهم, بسبب عدم تقديم | المساعدات: that no help came, as the setting of something else."""
    mark = claim.mark
    if not claim.negated or mark.is_verb or mark.entry.type != "AID":
        return False
    first = max(grammar.layout.sentence(mark.index).start + 1, mark.index - _NEAR)
    lack = next((at for at in range(mark.index - 1, first - 1, -1) if grammar.tokens[at].word.core in _LACKS), 0)
    return bool(lack) and grammar.tokens[lack - 1].word.core in _AMID


_LACKS, _AMID = ("عدم", "غياب", "انعدام"), word_list("amid a lack")


def back_to_it(grammar: Grammar, claim: Claim) -> bool:
    """ويأتي حادث | القتل وسط توتر: a deed that was told, behind a word of happening and a verb that comments on it."""
    mark, before = claim.mark, claim.mark.index - 1
    if mark.is_verb or not mark.found.article or before < 1 or grammar.tokens[before].word.core not in _INCIDENTS:
        return False
    return grammar.parts[before - 1] == VERB and "comment" in grammar.tokens[before - 1].word.labels


_INCIDENTS = word_list("incident of")


def is_displacement(grammar: Grammar, claim: Claim) -> bool:
    """فضلا عن | النزوح الداخلي, تفاقم | النزوح: displacement that is told of as going on, though it has the article."""
    mark = claim.mark
    if mark.is_verb or folded(mark.entry.lemma) != "نزح":
        return False
    behind = grammar.tokens[mark.end : mark.end + 1]
    inner = bool(behind) and behind[0].word.core == "داخلي"
    return inner or (mark.index > 0 and grammar.tokens[mark.index - 1].word.core in _GROWS)


_GROWS = word_list("displacement grows")

GENERAL = (bodies_to_recover, not_wanted, best_way, no_remedy, no_part_taken, no_help, back_to_it, practised, *IN_PRINCIPLE)
"""What keeps even a counted mention from being an event: it is not told to have happened, or was told before."""
