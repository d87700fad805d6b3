"""What is only practised, supposed, asked, not confirmed or not planned: nobody says that it happened."""

from __future__ import annotations

from riwaya.lang.ar.parts import NEGATION, NOUN, PREPOSITION, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.roles.foregone import is_background
from riwaya.read.telling.claims import Claim

_REACH, _NEAR = 8, 3


def practised(grammar: Grammar, claim: Claim) -> bool:
    """مناورة تحاكي | هجوما, تدربت القوات على صد | هجوم: an attack that is practised, or that an exercise is about, is none."""
    mark = claim.mark
    if mark.is_verb or mark.entry.type not in ("ASSAULT", "CONTROL", "COERCE") or mark.found.conjunction:
        return False
    led = False
    for at in range(mark.index - 1, max(grammar.layout.sentence(mark.index).start, mark.index - _REACH) - 1, -1):
        if _practises(grammar, at):
            return (led or at == mark.index - 1) and not _is_dated(grammar, mark)
        if grammar.is_comma(at) or grammar.parts[at] in (VERB, THAT) or is_background(grammar, at):
            return False
        led = led or (grammar.tokens[at].norm == "علي" and mark.index - at < _NEAR)
    return False


def _practises(grammar: Grammar, at: int) -> bool:
    return grammar.tokens[at].word.core.startswith(tuple(_PRACTICE))


_PRACTICE = word_list("practises a deed")


def _is_dated(grammar: Grammar, mark: Mark) -> bool:
    """تكرار سيناريو | تدمير المدينة عام 2012: a deed that has its time was done."""
    return any(at in grammar.date_at for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _REACH)))


def would_be(grammar: Grammar, mark: Mark) -> bool:
    """أن | انسحاب القوات سيكون خطأ, أن | اقتحام المدينة سيؤدي إلى كارثة: a deed of which somebody says what it would bring."""
    if mark.is_verb or mark.found.article or mark.entry.type in ("AGREE", "CONSULT") or mark.index == 0:
        return False
    if grammar.parts[mark.index - 1] != THAT and mark.index != grammar.layout.sentence(mark.index).start:
        return False
    behind = range(mark.end, min(grammar.limit(mark.index), mark.end + _REACH))
    verb = next((at for at in behind if grammar.parts[at] in (VERB, THAT) or grammar.tokens[at].norm in _WOULD), None)
    return verb is not None and grammar.tokens[verb].norm in _WOULD


_WOULD = word_list("would be or bring")


def is_unconfirmed(grammar: Grammar, mark: Mark) -> bool:
    """لم يؤكد الجيش | مقتل القائد, تعذر التحقق من | قصف المستشفى: a deed that nobody confirms may have been done."""
    if mark.is_verb or mark.found.article or mark.index < _NEAR or grammar.layout.lacks(_CONFIRMS):
        return False
    first = max(grammar.clause_start(mark.index), mark.index - _REACH)
    sure = next((at for at in range(mark.index - 1, first - 1, -1) if grammar.tokens[at].word.core in _CONFIRMS), None)
    if sure is None:
        return False
    if grammar.parts[sure] == VERB:
        return grammar.parts[sure - 1] == NEGATION
    if grammar.tokens[mark.index - 1].norm != "من":
        return False
    before = range(max(grammar.layout.sentence(sure).start, sure - _REACH), sure)
    return any(grammar.parts[at] == NEGATION or grammar.tokens[at].word.core in _UNABLE for at in before)


_CONFIRMS, _UNABLE = word_list("confirms a deed"), word_list("could not be confirmed")


def is_not_planned(grammar: Grammar, mark: Mark) -> bool:
    """لا نية | لاقتحام المدينة, ليس هناك خطط | لنشر قوات: nobody plans it."""
    if mark.is_verb or grammar.layout.lacks(_PLANS):
        return False
    first = max(grammar.clause_start(mark.index), mark.index - _REACH)
    plan = next((at for at in range(mark.index - 1, first - 1, -1) if grammar.tokens[at].word.core in _PLANS), None)
    if plan is None or any(grammar.parts[at] not in (NOUN, PREPOSITION) for at in range(plan + 1, mark.index)):
        return False
    before = range(max(grammar.layout.sentence(plan).start, plan - _NEAR), plan)
    return any(grammar.parts[at] == NEGATION or grammar.tokens[at].word.core.startswith("ليس") for at in before)


_PLANS = frozenset({"نيه", "خطط", "خطه", "نوايا"})


def is_attempted_killing(grammar: Grammar, mark: Mark) -> bool:
    """تهمة الشروع في | قتل الوزير, نجا الوزير من | الاغتيال: a killing that was attempted, or that somebody escaped."""
    if mark.is_verb or mark.index < _NEAR - 1 or mark.entry.lemma not in ("قتل", "اغتال"):
        return False
    before = grammar.tokens[mark.index - 1].norm
    if before == "من":
        first = max(grammar.clause_start(mark.index), mark.index - _REACH)
        return any(grammar.tokens[at].word.core.startswith(_ESCAPES) for at in range(first, mark.index - 1))
    return before == "في" and grammar.tokens[mark.index - 2].word.core == "شروع"


_ESCAPES = ("نجا", "نجت", "نجو", "ينجو", "تنجو")


def is_asked_whether(grammar: Grammar, mark: Mark) -> bool:
    """لا يعرف ما إذا كان القائد قد | قتل, عما إذا كان الجيش | سينسحب: what somebody asks or does not know may be."""
    if grammar.layout.lacks(_IF):
        return False
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _REACH)
    for at in range(mark.index - 1, first, -1):
        if grammar.is_comma(at) or grammar.parts[at] in (VERB, THAT):
            return False
        if grammar.tokens[at].norm in _IF:
            return grammar.tokens[at - 1].norm in ("ما", "عما", "فيما") and mark.is_verb and not _is_asked_where(grammar, mark)
    return False


_IF = frozenset({"اذا"})


def _is_asked_where(grammar: Grammar, mark: Mark) -> bool:
    """ما إذا كان الضابط قد | قتل في الثكنة أم قرب الحدود: what is asked is where or by whom, and not whether."""
    behind = range(mark.end, min(grammar.layout.sentence(mark.index).end - 1, mark.end + 2 * _REACH))
    other = next((at for at in behind if grammar.tokens[at].norm == "ام"), None)
    return other is not None and grammar.parts[other + 1] not in (VERB, NEGATION) and not mark.found.future


def is_to_be_stopped(grammar: Grammar, mark: Mark) -> bool:
    """دعا إلى وقف | تهجير السكان, طالب بإنهاء | حصار المدينة: what somebody wants stopped goes on, and is not what he asks for."""
    return not mark.is_verb and mark.index > 0 and grammar.tokens[mark.index - 1].word.core in ("وقف", "انهاء", "ايقاف", "انتهاء")


def is_invited_to(grammar: Grammar, mark: Mark) -> bool:
    """دعوة | لزيارة العاصمة, دعوته | للقاء الوفد: a visit to which somebody is invited is asked for."""
    led = mark.found.preposition == "ل" and mark.entry.type == "CONSULT" and mark.index > 0
    return led and grammar.tokens[mark.index - 1].word.core.startswith("دعو")
