"""Where an actor or target ends: before the place where it happened, which is no part of who or what he is."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, NOUN, NUMERAL, PREPOSITION, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.between import past_about
from riwaya.read.clauses.near import counted_noun, person_group, source_group, thing_group
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.envoys import OWNED_BY

_AREAS = word_list("area known by where it lies")
"""مناطق في المدينة, قرى في ريف حلب: what is known only by where it lies."""
_EXTENTS = word_list("how much of an area")


_BESIDES = "اضافه"
"""خمسون مقاتلا | إضافة إلى أسر آخرين: what comes besides is no part of whom a phrase names."""


def without_place(grammar: Grammar, where: Range) -> Range:
    """منزلا | في غزة, كمين للجيش | بأبين, طالبا | من المدرسة: a phrase without the place where it happened or out of which."""
    head = where[0]
    if where[1] - head > 1 and grammar.tokens[where[1] - 1].word.core == _BESIDES:
        where = head, where[1] - 1
    if (one := _one_of_them(grammar, where)) < where[1]:
        where = head, one
    group = source_group(grammar, head)
    if (named := _named_alone(grammar, where)) is not None:
        return head, named
    if _is_area(grammar, where):
        return where
    titled = group == "title" and grammar.phrases.is_definite(head)
    body = (group in ("group", "organ") and not thing_group(grammar, head)) or person_group(grammar, head) == "unit"
    for at in range(head + 1, where[1]):
        free = grammar.parts[at] == PREPOSITION and grammar.tokens[at].norm == "في" and _is_placed(grammar, at + 1, where[1])
        written = at in grammar.phrases.placed and grammar.phrases.preposition_of(grammar.tokens[at]) == "ب"
        written = written and not grammar.tokens[at - 1].word.core.startswith(_TIED)  # ميليشيات مرتبطة | بإيران
        left = written or (free and not body) or _is_left(grammar, at, where)
        if titled and not all(k in grammar.phrases.placed for k in range(at + 1, where[1])):
            continue
        if left and grammar.layout.around[at] == grammar.layout.around[head]:
            return head, at
    return where


_TIED = ("مرتبط", "محيط")


def before_next_deed(grammar: Grammar, where: Range) -> Range:
    """المتهم | ومحاكمة شركائه, المواقع | واستهداف القادة: a phrase without the deed that و joins to the one it belongs to.

    الحكومة | لرفضها الحوار, الفصائل | للحد من نفوذها: nor does why or what for somebody suffers say who he is.
    """
    for at in range(where[0] + 1, where[1]):
        if _is_why(grammar, where[0], at) or _is_next_deed(grammar, at, where[1]):
            return where[0], at
    return where


def _is_next_deed(grammar: Grammar, at: int, end: int) -> bool:
    """التنظيم | وتسهيل حركته, عناصر التنظيم | والمطالبة بخروجهم: a verbal noun behind و, with its own genitive or ب."""
    word, phrases = grammar.tokens[at].word, grammar.phrases
    if word.conjunction != "و" or at + 1 >= end or word.labels & {"person", "source", "thing"}:
        return False
    led = phrases.preposition_of(grammar.tokens[at + 1])
    if word.article:
        return led == "ب" and phrases.is_definite_masdar(at) and phrases.is_event_noun(at)
    known = phrases.is_definite(at - 1) or phrases.is_proper(at - 1)
    return known and not led and grammar.parts[at + 1] == NOUN and phrases.is_masdar(at)


def _is_why(grammar: Grammar, head: int, at: int) -> bool:
    """الحكومة | لعدم ردها, الوزارة | لرفضها, المقاتلين | للحد من: a verbal noun with ل behind those whom no thing is made for."""
    token, phrases = grammar.tokens[at], grammar.phrases
    if token.norm in _WHY:
        return True
    if phrases.preposition_of(token) != "ل" or thing_group(grammar, head):
        return False
    if grammar.tokens[at - 1].word.core.startswith(tuple(OWNED_BY)):  # القبائل الخاضعة | لسيطرتهم
        return False
    if phrases.is_owned_masdar(at) or (phrases.is_owned(at) and phrases.is_event_noun(at)):
        return True
    behind = grammar.tokens[at + 1].norm if at + 1 < len(grammar.tokens) else ""
    return behind in ("من", "علي") and phrases.is_event_noun(at)


_WHY = word_list("why or what for")


def _named_alone(grammar: Grammar, where: Range) -> int | None:
    """تحرير لحج | قصم ظهر الجماعة, زار بغداد | تلبية لدعوة: where a place ends before a bare word that says nothing of it."""
    place = grammar.place_at.get(where[0])
    if place is None or place.end >= where[1] or not place.known or place.pointing:
        return None
    word = grammar.tokens[place.end].word
    bare = grammar.parts[place.end] in (NOUN, VERB, AUXILIARY) and not word.article and not word.norm.startswith("و")
    led = bool(grammar.phrases.preposition_of(grammar.tokens[place.end])) or place.end in grammar.place_at
    says = word.labels & {"direction", "thing", "demonym", "trigger", "masdar"} or word.core in _SAYS_WHICH
    return place.end if bare and not led and not says else None


_SAYS_WHICH = word_list("says which town it is")


def _one_of_them(grammar: Grammar, where: Range) -> int:
    """قتل ثلاثة | أحدهم شرطي: where one of those is told of whom a phrase counts, else its end."""
    apart = (at for at in range(where[0] + 1, where[1]) if grammar.tokens[at].norm in _ONE and not _is_verb(grammar, at - 1))
    return next(apart, where[1])


def _is_verb(grammar: Grammar, at: int) -> bool:
    """منشأتين | تقع إحداهما في السوق: a clause that describes all of them."""
    return grammar.parts[at] == VERB or grammar.tokens[at].norm[:1] in ("ي", "ت")


_ONE = ("احدهم", "احدهما", "احداهما", "احداهن")


def _is_area(grammar: Grammar, where: Range) -> bool:
    """مناطق في ريف حلب, مناطق واسعة في البلاد: areas that no other word tells apart; not مناطق سكنية."""
    behind = where[0] + 1
    if grammar.tokens[where[0]].word.core not in _AREAS or behind >= where[1]:
        return False
    return not grammar.phrases.is_adjective(behind) or grammar.tokens[behind].word.core in _EXTENTS


def _is_placed(grammar: Grammar, at: int, end: int) -> bool:
    """Whether a named place stands at a token, or a settlement with its name (في | محافظة حلب, في | قرية السلامية)."""
    if at >= end or at in grammar.phrases.placed:
        return at < end
    return thing_group(grammar, at) == "settlement" and at + 1 < end and not grammar.phrases.has_article(at)


def _is_left(grammar: Grammar, at: int, where: Range) -> bool:
    """خطف مسلحون ثلاثين طالبا | من مدرسة, طرد الحوثيين | من عدن: out of which house or town people are taken or flee.

    قتل جنديان | بين عدن وأبين, جرح عشرة | داخل تعز: nor is the place in which they are hit any part of them.
    """
    if _is_from_side(grammar, at):
        return True
    people = grammar.parts[past_about(grammar, *where)] == NUMERAL or "person" in grammar.tokens[where[0]].word.labels
    if at + 1 < where[1] and _is_within(grammar, at, where[0], people):
        return True
    if not people or at + 1 >= where[1] or grammar.tokens[at].norm not in ("من", "داخل") or grammar.phrases.governs(at - 1):
        return False
    if thing_group(grammar, at + 1) == "building":
        return True
    placed = at + 1 in grammar.phrases.placed or thing_group(grammar, at + 1) == "settlement"
    return placed and grammar.phrases.has_article(where[0])


def _is_from_side(grammar: Grammar, at: int) -> bool:
    """المدينة | من جهة الشرق, القرى | الواحدة تلو الأخرى: from which side or in what order something is done is no part of it."""
    word, behind = grammar.tokens[at].word, grammar.tokens[at + 1].word if at + 1 < len(grammar.tokens) else None
    if behind is None:
        return False
    in_turn = word.core.startswith("واحد") and bool(word.article) and behind.norm == "تلو"
    return in_turn or (grammar.tokens[at].norm == "من" and behind.core in _SIDES)


_SIDES = ("جهه", "جانب", "ناحيه", "اتجاه", "محور")


def _is_within(grammar: Grammar, at: int, head: int, people: bool) -> bool:
    """جنديان | بين عدن وأبين, قافلة | بين حمص وتدمر, عشرة | داخل تعز: where people or those who drive are; not the road between.

    قوات برية | داخل أحياء المدينة, مدنيون | داخل المسجد: a part of a town or a building, for داخل, is such a place too.
    """
    inside = grammar.tokens[at].norm == "داخل"
    built = inside and thing_group(grammar, at + 1) in ("settlement", "building")
    if not (inside or grammar.tokens[at].norm == "بين") or not (built or at + 1 in grammar.phrases.placed):
        return False
    stays = grammar.phrases.has_article(at - 1) and grammar.tokens[at - 1].word.core.startswith("م")
    if stays or grammar.parts[at - 1] == VERB or grammar.phrases.governs(at - 1):  # الميليشيات الموجودة | داخل المعسكر
        return False
    moving = person_group(grammar, head) == "unit" or thing_group(grammar, head) == "vehicle"
    return people or moving


def harmed(grammar: Grammar, where: Range) -> Range | None:
    """أسفر الهجوم عن ستة قتلى من | الحركة: the dead and wounded are what came of an attack; who they were, it was aimed at."""
    head = counted_noun(grammar, past_about(grammar, where[0], where[1]), where[1])
    if grammar.parts[head] == NUMERAL and head + 1 == where[1]:
        return None
    if grammar.tokens[head].word.core not in _CASUALTIES:
        return where
    for at in range(head + 1, where[1] - 1):
        if grammar.tokens[at].norm == "من" and grammar.phrases.begins(at + 1):
            return at + 1, where[1]
    return where if _is_described(grammar, head, where[1]) else None


def _is_described(grammar: Grammar, head: int, end: int) -> bool:
    """ضحايا | مدنيين, قتلى | حوثيون: a word of the dead and wounded with another that says who they are."""
    behind = head + 1
    return behind < end and grammar.parts[behind] not in (PREPOSITION, NUMERAL) and not grammar.tokens[behind].word.conjunction


_CASUALTIES = word_list("dead and wounded")
