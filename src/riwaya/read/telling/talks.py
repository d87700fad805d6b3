"""What efforts and talks are for, and what is discussed: a halt, exchange or withdrawal that is not told to have come about."""

from __future__ import annotations

from riwaya.lang.ar.parts import THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import entries_at
from riwaya.read.grammar import Grammar
from riwaya.read.telling.alike import DISCUSS
from riwaya.read.telling.claims import Claim
from riwaya.read.telling.treaties import made_then

_WIDE, _NEAR = 10, 4


def aim_of_efforts(grammar: Grammar, claim: Claim) -> bool:
    """وصل في مسعى | لإنهاء الحرب, محادثات في جنيف تهدف إلى | وقف القتال, سيركز على | إنهاء الحرب: what efforts or talks are for."""
    mark = claim.mark
    if mark.is_verb or mark.entry.group != "stop" or mark.found.conjunction or claim.negated:
        return False
    led = mark.found.preposition == "ل"
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _WIDE)
    for at in range(mark.index - 1, first - 1, -1):
        core = grammar.tokens[at].word.core
        if core in _FOCUSES:
            return grammar.tokens[mark.index - 1].norm == "علي"
        if core in _EFFORTS:
            return led
        led = led or core in _FOR or (core == "توصل" and grammar.tokens[at].word.preposition == "ل")
        if grammar.is_comma(at) or grammar.parts[at] == THAT or (grammar.parts[at] == VERB and core not in _FOR):
            return False
    return False


_EFFORTS, _FOCUSES, _FOR = word_list("effort or talks"), word_list("focuses"), word_list("says what talks are for")


def deed_discussed(grammar: Grammar, claim: Claim) -> bool:
    """الطرفان يناقشان إجراءات | تبادل الأسرى, بحث الوفدان | انسحاب القوات: what is discussed is not told to be done."""
    mark = claim.mark
    sent = mark.entry.type in ("MOBILIZE", "AID") and not mark.found.article  # بحث الوزيران | إرسال مراقبين
    if mark.is_verb or not (sent or mark.entry.group in ("free", "leave")) or mark.found.conjunction or claim.modality != "actual":
        return False
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _NEAR)
    for at in range(mark.index - 1, first - 1, -1):
        if grammar.parts[at] == VERB:
            return any(entry.lemma in DISCUSS for entry in entries_at(grammar, at))
        if grammar.is_comma(at) or grammar.parts[at] == THAT:
            return False
    return False


def topic_of_talks(grammar: Grammar, claim: Claim) -> bool:
    """المفاوضات حول | وقف إطلاق النار, محادثات بشأن | صفقة | تبادل الأسرى: what is talked about has not come about.

    بشأن تطبيق | الاتفاق الذي تم التوصل إليه في فبراير: a deal of which it is told when it was made has.
    شارك الوفد في محادثات | وقف إطلاق النار, تناول اللقاء سبل | وقف الحرب: nor what talks are called by, or ways to it.
    """
    mark = claim.mark
    if mark.is_verb or mark.entry.group not in ("stop", "free", "leave", "deal") or made_then(grammar, claim):
        return False
    first, about = max(grammar.layout.sentence(mark.index).start, mark.index - _WIDE), False
    called_by = grammar.tokens[mark.index - 1].word.core in (_TALKS | _WAYS if mark.entry.group == "stop" else _TALKS)
    if mark.index > first and called_by and not mark.found.preposition:
        return not mark.found.conjunction
    for at in range(mark.index - 1, first - 1, -1):
        if grammar.is_comma(at) or grammar.parts[at] in (VERB, THAT):
            return False
        core = grammar.tokens[at].word.core
        if about and core.removesuffix("ا") in _EFFORTS:
            return True
        about = about or core in _ABOUT
    return False


_ABOUT = word_list("about what talks are")
_TALKS = frozenset({"محادثات", "مفاوضات", "مباحثات", "مشاورات"})
_WAYS = frozenset({"سبل", "كيفيه", "اليات", "امكانيه"})
TALKS = (aim_of_efforts, deed_discussed, topic_of_talks)
"""What talks are for or about has not come about."""
