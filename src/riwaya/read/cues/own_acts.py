"""What a speaker says of his own side or lays on another: will do it, stands by somebody, somebody must do it."""

from __future__ import annotations

from riwaya.lang.ar.parts import NEGATION, PREPOSITION, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.forces import FORCES
from riwaya.read.clauses.near import person_group
from riwaya.read.clauses.papers import is_carrier
from riwaya.read.clauses.triggers import mark_at
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import BEFORE_VERB, SHORT
from riwaya.read.sayings.attribution import Attribution
from riwaya.read.sayings.performing import is_his_body

_HEAD = 6


def is_laid_on(grammar: Grammar, at: int, end: int) -> bool:
    """إن | على إيران أن توقف, على النظام ألا يتدخل, على الدولة وقف القصف: what is laid on somebody is demanded of him."""
    if at + 1 >= end or grammar.tokens[at].norm != "علي" or grammar.parts[at] != PREPOSITION:  # إن | علي سالم قتل
        return False
    if not grammar.phrases.begins(at + 1):
        return False
    if grammar.tokens[at + 1].word.core in _CERTAIN:
        return False
    behind = grammar.phrases.end(at + 1, end, SHORT)
    if behind >= end:
        return False
    refrain = grammar.parts[behind] == NEGATION and grammar.tokens[behind].norm == "الا"
    joined = bool(grammar.tokens[behind].word.conjunction)  # إنه على قيد الحياة | وإن الخبر إشاعة
    return refrain or (not joined and (grammar.parts[behind] == THAT or grammar.phrases.is_masdar(behind)))


_CERTAIN = word_list("certain of something")
"""إنني على | ثقة بأن, على | علم بأن: what one is, not what is laid on somebody."""


def must_be(grammar: Grammar, at: int, end: int) -> bool:
    """أضاف أن | الزعيم يجب أن يعين, أن "| الحرب يجب أن تنتهي": behind أن, and behind what it is about, what must be done.

    شدد على | ألا تعود القوات: or what must not be.
    """
    if _must_not(grammar, at, end):
        return True
    if _MUST.isdisjoint(grammar.layout.norms[at:end]):
        return False
    if not (grammar.parts[at - 1] == THAT or at - 1 in grammar.layout.closing) or not grammar.phrases.begins(at):
        return False
    if grammar.phrases.preposition_of(grammar.tokens[at]):
        return False
    behind = grammar.phrases.end(at, min(end, at + _HEAD), BEFORE_VERB)
    return behind + 1 < end and grammar.tokens[behind].norm in _MUST and grammar.parts[behind + 1] == THAT


def _must_not(grammar: Grammar, at: int, end: int) -> bool:
    """شدد على | ألا تعود القوات: behind على, before a verb."""
    if at + 1 >= end or grammar.tokens[at].raw != "ألا":
        return False
    return grammar.parts[at : at + 2] == [NEGATION, VERB] and grammar.tokens[at - 1].norm == "علي"


_MUST = frozenset({"يجب", "ينبغي", "يتعين", "يتوجب"})


def will_do(grammar: Grammar, made: Attribution, at: int, speaker: Range | None) -> bool:
    """أعلنت الحكومة أنها | ستقدم شكوى, إن بلاده | ستقدم شكوى: behind أن with his own pronoun or side, a deed and no mere state."""
    if made.act != "assert" or not made.rule.startswith(_TOLD) or any(grammar.tokens[at].norm.endswith(form) for form in _ONLY_IS):
        return False
    before = at - 1 - grammar.is_sign(at - 1)  # أكدت أنها "ستلاحق المهربين"
    that = grammar.tokens[before].norm if grammar.parts[before] == THAT else ""
    own = {"f": ("ها",), "m": ("نه", "هم")}.get(made.gender, ("ها", "نه", "هم"))
    if that.endswith("ها") and any(norm.startswith(_STATE) for norm in grammar.layout.norms[max(0, at - _BACK) : before]):
        own = ("ها",)  # إن بلاده ستمدد حملتها، مشيرا إلى أنها | ستستخدم المقاتلات
    if that.endswith("هما"):  # أكد الرئيسان أنهما | سيعززان جهودهما
        return speaker is not None and grammar.tokens[speaker[0]].word.bare.endswith("ان")
    return that.endswith(own) or _is_his_state(grammar, made.content[0], before, speaker)


_TOLD = ("verb", "participle", "relay", "said_word", "repeated")
_ONLY_IS = word_list("only will be")


def _is_his_state(grammar: Grammar, start: int, last: int, speaker: Range | None) -> bool:
    """إن | بلاده ستقدم, أن | بكين ستبذل: right before the verb the speaker's country or government, by name, seat or pronoun."""
    start += start < last and grammar.is_sign(start)
    if grammar.tokens[start].word.core.startswith(_STATE) and start == last:
        return grammar.phrases.is_owned(start)
    if speaker is None or not is_his_body(grammar, start, speaker) or "trigger" in grammar.tokens[start].word.labels:
        return False
    if is_carrier(grammar, speaker[0]):  # قالت وكالة الصين الجديدة إن | بكين ستفرض
        return False
    army = grammar.group(start, "source") in ("organ", "group") and not grammar.tokens[start].word.core.startswith(_STATE)
    return not army and grammar.phrases.end(start, last + 1, SHORT) == last + 1


_STATE, _BACK = ("بلاده", "بلادنا", "حكومته", "حكومتنا"), 24


def did_not_do(grammar: Grammar, made: Attribution) -> bool:
    """قال القائد إن | رجاله لم ينسحبوا, إن تحالفه لم يوقع اتفاقا: what his own men or body did not do, and not what they have not
    done yet (لم تدخل البلدة بعد).
    """
    start, end = made.content[0] + grammar.is_sign(made.content[0]), made.content[1]
    if made.act != "assert" or start + 2 >= end or grammar.tokens[start + 1].norm != "لم" or grammar.parts[start + 2] != VERB:
        return False
    men = person_group(grammar, start) in FORCES
    body = grammar.group(start, "source") in ("organ", "group") and "person" not in grammar.tokens[start].word.labels
    yet = "بعد" in grammar.layout.norms[start + 3 : min(end, start + _HEAD + 2)]
    return grammar.phrases.is_owned(start) and (men or body) and not yet


def stands_by(grammar: Grammar, content: Range, speaker: Range | None) -> str:
    """إن | طهران تقف إلى جانب دمشق, | "نقف مع الشعب": support, where the speaker says so of himself or his side; else empty."""
    start = content[0] + grammar.is_sign(content[0])
    that = grammar.tokens[start - 1].norm if grammar.parts[start - 1] == THAT else ""
    for at in range(start, min(content[1] - 2, start + _HEAD)):
        if grammar.parts[at] == VERB:
            own = that.endswith(("نه", "ها", "هم", "هما", "نا")) or grammar.tokens[at].norm == "نقف"
            ours = own if at == start else _is_his_state(grammar, start, at - 1, speaker)
            beside = grammar.layout.norms[at + 1 : at + 3] == ["الي", "جانب"] or grammar.tokens[at + 1].norm == "مع"
            return "support" if beside and ours and grammar.tokens[at].norm in _STANDS else ""
    return ""


_STANDS = frozenset({"تقف", "يقف", "نقف", "يقفون"})


def blames(grammar: Grammar, content: Range) -> str:
    """إن هذه المجموعة | مسؤولة عن عدة جرائم, مسؤول عن | مقتل السائح: accuse, where a deed of violence is put down to others."""
    start = content[0] + grammar.is_sign(content[0])
    if start >= content[1] or _ANSWERABLE.isdisjoint(grammar.layout.norms[start : content[1]]):
        return ""
    if not grammar.phrases.begins(start) or grammar.phrases.is_owned(start):
        return ""
    behind = grammar.phrases.end(start, min(content[1], start + _HEAD), BEFORE_VERB)
    for at in range(start + 1, min(behind + 1, content[1] - 2)):
        if grammar.tokens[at].norm in _ANSWERABLE and grammar.tokens[at + 1].norm == "عن":
            return "accuse" if any(_is_crime(grammar, k) for k in range(at + 2, min(content[1], at + 5))) else ""
    return ""


def _is_crime(grammar: Grammar, at: int) -> bool:
    """جرائم, مقتل, تفجير: violence that somebody can be blamed for."""
    found = mark_at(grammar, at) if "trigger" in grammar.tokens[at].word.labels else None
    return grammar.tokens[at].word.core in ("جرائم", "جريمه") or (found is not None and found.entry.type == "ASSAULT")


_ANSWERABLE = frozenset({"مسؤول", "مسؤوله", "مسؤولون", "مسؤولين"})
