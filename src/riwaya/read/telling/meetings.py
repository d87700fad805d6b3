"""Meetings that are spoken of: with the article a visit or talks are known, unless their clause holds or refuses them."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, NOUN, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.joined_talks import joins_talks, meets_whom, of_city
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim
from riwaya.read.telling.deals import made_by_relative

_TALKING = ("وفد", "فريق", "طاقم", "شروط")
"""غادر وفد | التفاوض الفندق: who or what is called by talks."""
_DEEDS = word_list("deed of meeting")
"""Verbal nouns that say what somebody does, with the article too."""


def known_meeting(grammar: Grammar, claim: Claim) -> bool:
    """قال خلال الاجتماع, تناولت المحادثات: what was said at a meeting or what it was about tells no other one."""
    mark = claim.mark
    end = mark.end + of_city(grammar, mark)
    if mark.is_verb or mark.entry.group != "meet" or not (mark.found.article or end > mark.end) or mark.index == 0:
        return False
    if _is_deed(grammar, mark.index) or (claim.heads and claim.act in ("reject", "deny")) or joins_talks(grammar, mark):
        return False
    if _takes_no_part(grammar, claim) or _carries_on(grammar, mark.index):
        return False
    if _of_parties(grammar, mark.index, end) or _goes_on_with(grammar, end):
        return False
    if meets_whom(grammar, mark.index, mark.end):
        return False
    return not (_is_held(grammar, claim) or _one_of_several(grammar, mark.index) or _made_behind(grammar, end))


def _takes_no_part(grammar: Grammar, claim: Claim) -> bool:
    """رفضت اللجان المشاركة في | الحوار: talks that somebody will not join."""
    before = grammar.tokens[max(0, claim.mark.index - 2) : claim.mark.index]
    joins = len(before) > 1 and before[1].norm == "في" and before[0].word.core == "مشاركه"
    return joins and claim.act == "reject" and claim.negated


def _carries_on(grammar: Grammar, index: int) -> bool:
    """استأنف الوفدان | المفاوضات, بدأ الجانبان أمس | المحادثات: who takes them up stands between."""
    led = bool(grammar.tokens[index].word.preposition)
    for at in range(index - 1, max(grammar.clause_start(index), index - _TIME) - 1, -1):
        if grammar.parts[at] == VERB:
            return not led and at < index - 1 and grammar.tokens[at].word.core in _TAKES_UP
        if grammar.parts[at] != NOUN and at not in grammar.date_at:
            return False
    return False


_TAKES_UP = word_list("takes up talks")


def is_interview(grammar: Grammar, claim: Claim) -> bool:
    """قال في حوار | لـ«الأفق», في لقاء خاص | لصحيفة الأفق, أجرت الصحيفة | حوارا: what a paper is told, which meets nobody."""
    mark = claim.mark
    if mark.is_verb or mark.entry.group != "meet" or grammar.tokens[mark.index].word.core not in _TALKED_IN:
        return False
    if _asks_for_paper(grammar, mark.index):
        return True
    at = mark.end
    while at < len(grammar.tokens) and grammar.phrases.is_adjective(at):
        at += 1
    if at + 1 >= len(grammar.tokens):
        return False
    word, before = grammar.tokens[at].word, grammar.tokens[mark.index - 1].norm
    if grammar.tokens[at].norm == "ل" and at + 1 in grammar.layout.closing:
        return mark.index > 0 and before in ("في", "خلال")
    return word.preposition == "ل" and (grammar.group(at, "source") == "media" or "medium" in word.labels)


def _asks_for_paper(grammar: Grammar, index: int) -> bool:
    """سمحت السلطات لصحيفة الأفق بإجراء | حوار معه, نشرت الصحيفة | حوارا: talks that a medium named right before them holds."""
    for at in range(index - 1, max(grammar.clause_start(index), index - _TIME) - 1, -1):
        if grammar.is_comma(at) or grammar.parts[at] == RELATIVE:
            return False
        if grammar.group(at, "source") == "media" or "medium" in grammar.tokens[at].word.labels:
            return True
    return False


_TALKED_IN = ("حوار", "لقاء", "مقابله")


def _of_parties(grammar: Grammar, index: int, end: int) -> bool:
    """المحادثات | بين البلدين, اللقاء الأول | بين ممثلي الطرفين: whose it was; الحوار بين الأديان is an idea."""
    spoken_of = grammar.tokens[index - 1].word.core in ("شان", "بشان", "حول", "وضع")
    if spoken_of or grammar.tokens[index].word.core in ("حوار", "قمه"):
        return False
    while end < len(grammar.tokens) and grammar.phrases.is_adjective(end):
        end += 1
    return end < len(grammar.tokens) and grammar.tokens[end].norm == "بين"


def _goes_on_with(grammar: Grammar, end: int) -> bool:
    """المفاوضات | جارية مع الجانب الآخر, المشاورات متواصلة مع الوفد: talks that go on with somebody."""
    if end + 1 >= len(grammar.tokens) or grammar.tokens[end].word.article or grammar.tokens[end].word.core not in _GOING_ON:
        return False
    return any(token.norm == "مع" for token in grammar.tokens[end + 1 : end + _TIME])


_GOING_ON = word_list("talks going on")


def _is_deed(grammar: Grammar, index: int) -> bool:
    """حاولوا | التفاوض, سافر | للاجتماع مع نظيره: what somebody does; استدعت سفيرها | للتشاور only calls him back."""
    word = grammar.tokens[index].word
    if word.preposition == "ل" and word.core not in ("تفاوض", "تباحث"):
        return index + 1 < len(grammar.tokens) and grammar.tokens[index + 1].norm in ("مع", "الي")
    before = grammar.tokens[index - 1].word
    return word.core in _DEEDS and (before.core not in _TALKING or before.article)


def _is_held(grammar: Grammar, claim: Claim) -> bool:
    """عقد | الاجتماع, استؤنفت أمس | المحادثات, دعا إلى | الحوار: what carries it stands before it; or its day is to come."""
    if claim.date is not None and claim.modality == "planned":
        return True
    before = _behind_time(grammar, claim.mark.index) - 1
    if before < 0:
        return False
    word = grammar.tokens[before].word
    if grammar.parts[before] in (VERB, NOUN) and "light" in word.labels:
        return True
    if word.core.startswith("استؤنف"):
        return True
    if grammar.parts[before] == VERB:
        return not word.labels & _TELLS
    if grammar.parts[before] == AUXILIARY:
        return word.core not in _WAS
    called = claim.mark.found.preposition == "ل" and claim.heads and claim.act == "demand"  # دعا الوزير الفصائل | للحوار
    led = word.norm in ("الي", "علي") or called
    return (claim.modality == "demanded" and led) or word.core in _HOSTS


_HOSTS = word_list("hosts talks")


def _behind_time(grammar: Grammar, index: int) -> int:
    """بدأت | صباح أمس | المحادثات: where the time begins that stands right before a noun; the noun itself where none does."""
    starts = (at for at in range(max(0, index - _TIME), index) if at in grammar.date_at)
    return next((at for at in starts if grammar.date_at[at].end == index), index)


_TELLS = frozenset({"cue", "comment"})
_TIME = 5
_WAS = frozenset({"كان", "كانت", "يكون", "تكون"})


def _one_of_several(grammar: Grammar, index: int) -> bool:
    """سلسلة من | الاجتماعات, العديد من | اللقاءات, جولة من | المفاوضات: some of a kind are new."""
    if grammar.tokens[index - 1].word.core in word_list("one of a kind"):
        return True
    if index < 2 or grammar.tokens[index - 1].norm != "من" or grammar.parts[index - 1] != PREPOSITION:
        return False
    before = grammar.tokens[index - 2].word
    return grammar.parts[index - 2] in (QUANTIFIER, NUMERAL) or before.core in _SOME


_SOME = word_list("some meetings of")


def _made_behind(grammar: Grammar, end: int) -> bool:
    """الزيارة | التي قام بها الوزير, اللقاء | المرتقب مع نظيره, الاجتماع | أمس: what stands behind it says that it takes place."""
    at, last = end, min(len(grammar.tokens), end + _TIME)
    while at < last and grammar.phrases.is_adjective(at) and grammar.parts[at] != RELATIVE:
        at += 1
    if any(token.word.core in _COMING for token in grammar.tokens[end : at + 1]) or _will_be(grammar, at):
        return True
    brings = at + 1 < last and grammar.parts[at] == RELATIVE and grammar.tokens[at + 1].word.core in _BRINGS
    return at < last and (brings or at in grammar.date_at or made_by_relative(grammar, at))


def _will_be(grammar: Grammar, at: int) -> bool:
    """المحادثات | ستجري في نوران, الاجتماع | سيعقد: a verb that says that it will take place."""
    if at >= len(grammar.tokens) or grammar.parts[at] != VERB:
        return False
    return grammar.tokens[at].norm.startswith("س") and grammar.tokens[at].norm[2:] in _TAKES_PLACE


_TAKES_PLACE = frozenset({"جري", "عقد", "نطلق", "ستانف", "تم"})
_COMING = word_list("meeting to come")
_BRINGS = ("جمع", "جمعت", "يجمع", "تجمع")
