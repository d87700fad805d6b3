"""What is told of another matter: an attack that is only judged, the wounded among those who left or were freed."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL, RELATIVE, THAT
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import entries_at
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim

_AMONG, _FAR = 4, 24


def only_judged(grammar: Grammar, claim: Claim) -> bool:
    """إن الهجوم | لن يثني البعثة, إن القصف جاء ردا على الصواريخ, أن الاغتيال «رسالة»: a known attack and only what it means."""
    mark = claim.mark
    if mark.is_verb or mark.entry.type != "ASSAULT" or not mark.found.article or mark.found.preposition or mark.index == 0:
        return False
    if claim.figures or claim.date is not None or grammar.parts[mark.index - 1] != THAT:
        return False
    at, last = mark.end, min(grammar.limit(mark.index), mark.end + _AMONG)
    while at < last and grammar.phrases.is_adjective(at) and grammar.phrases.has_article(at):
        at += 1
    at += at in grammar.layout.closing
    if at + 1 >= last or any(one.index < at or one.entry.group == "result" for one in claim.absorbed):
        return False
    norm, behind = grammar.tokens[at].norm, grammar.tokens[at + 1].norm
    if norm in ("لن", "قد"):
        return behind in (_UNMOVED if norm == "لن" else _MAY_MEAN)
    if norm in ("جاء", "جاءت"):
        return behind not in ("من", "عبر")
    return norm in _MEANS or (grammar.parts[at] == NOUN and norm in _IS_CALLED)


_UNMOVED, _MAY_MEAN = word_list("does not deter"), word_list("may mean")
_MEANS, _IS_CALLED = word_list("means something"), word_list("is called by a judge")


def hurt_among_others(grammar: Grammar, claim: Claim) -> bool:
    """سلم 200 مقاتل أنفسهم، بينهم 80 | جريحا, أجلي 260 مقاتلا، منهم 53 | مصابا: some of those who left were hurt before."""
    mark = claim.mark
    if mark.is_verb or mark.entry.type != "ASSAULT" or not mark.entry.kind.startswith("wounded") or mark.found.article:
        return False
    start = grammar.layout.sentence(mark.index).start
    near = range(mark.index - 1, max(start, mark.index - _AMONG) - 1, -1)
    among = next((at for at in near if grammar.tokens[at].norm in _OF_THEM), None)
    if among is None or NUMERAL not in grammar.parts[among : mark.index]:
        return False
    for at in range(among - 1, max(start, among - _FAR) - 1, -1):
        types = {entry.type for entry in entries_at(grammar, at) if not entry.needs or entry.group in ("leave", "free", "arrest")}
        if types:
            return types.isdisjoint({"ASSAULT"})
    return False


def is_honoured(grammar: Grammar, claim: Claim) -> bool:
    """جنازة | شهيد الواجب, أسر | شهداء الوطن: what the fallen are called tells no death of its own."""
    mark = claim.mark
    called = not mark.is_verb and grammar.tokens[mark.index].word.core.startswith(_FALLEN)
    told = grammar.parts[mark.end + 1 : mark.end + 2] == [RELATIVE]  # شهيدا الواجب | اللذان قتلا أمس
    return called and not told and grammar.layout.norms[mark.end : mark.end + 1] in (["الواجب"], ["الوطن"])


_FALLEN = ("شهيد", "شهداء")


def found_nothing(grammar: Grammar, claim: Claim) -> bool:
    """لم | يعثر على أي عبوات: that nothing was found is no seizure that is denied."""
    return claim.negated and claim.mark.entry.lemma == "عثر"


def may_yet_die(grammar: Grammar, claim: Claim) -> bool:
    """الحصيلة مرشحة للارتفاع لوجود بعض | الجرحى تحت الركام: those for whom a toll may rise were told of before."""
    mark = claim.mark
    if mark.is_verb or not mark.entry.kind.startswith("wounded"):
        return False
    norms = grammar.layout.norms[max(grammar.layout.sentence(mark.index).start, mark.index - _AMONG) : mark.index]
    return norms[-2:] in (["وجود", "بعض"], ["لوجود", "بعض"]) and not _MAY_RISE.isdisjoint(norms)


_MAY_RISE = frozenset({"للارتفاع", "يرتفع", "ارتفاع", "الارتفاع"})
_OF_THEM = word_list("some of them")
