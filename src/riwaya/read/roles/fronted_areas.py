"""Areas in front of a verb or behind it that say where something happens and do nothing themselves."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import place_words
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER
from riwaya.read.clauses.subjects import SIDES
from riwaya.read.grammar import Grammar


def is_setting(grammar: Grammar, head: int) -> bool:
    """في جانب آخر | قصف, شمال بغداد، | قتل عشرة: a side or a place behind a preposition, or the side of a place alone."""
    aside = head > 0 and grammar.parts[head - 1] == PREPOSITION
    if aside and (grammar.tokens[head].word.core in SIDES or head in grammar.place_at):
        return True
    if "direction" not in grammar.tokens[head].word.labels:
        return False
    if any(token.word.core in place_words("country") for token in grammar.tokens[head + 1 : head + 2]):  # شمال البلاد، | قتل جنديان
        return True
    named = grammar.place_at.get(head)
    return named is not None and named.place.precision != "country"


def is_where(grammar: Grammar, at: int) -> bool:
    """وفي مدينة تعز | هاجم مسلحون الحاجز, في بلدة عرسال | خطف: a named place that a preposition leads, right before a verb."""
    if at not in grammar.place_at and at not in grammar.phrases.placed:
        return False
    while at > 0 and grammar.parts[at - 1] == NOUN and not grammar.tokens[at].word.conjunction:
        at -= 1
    return at > 0 and grammar.parts[at - 1] == PREPOSITION


def past_area(grammar: Grammar, at: int) -> int:
    """قصف الجيش | شمالي الخرطوم | مواقع, من مواقعه | غرب المدينة | مقر القيادة: behind the side of a place, if a phrase follows.

    في مدينة منبج | شمالي سوريا |: and always right behind a place; else the side itself may be hit, and it is the same token.
    """
    word, limit = grammar.tokens[at].word, grammar.limit(at)
    if "direction" not in word.labels or word.article or word.conjunction or word.preposition or at + 1 >= limit:
        return at
    named = grammar.place_at.get(at)
    if named is not None and at - 1 in grammar.phrases.placed:
        return named.end
    if named is None and not grammar.phrases.has_article(at + 1):
        return at
    behind = named.end if named is not None else at + 2
    behind = grammar.date_at[behind].end if behind in grammar.date_at else behind
    if behind >= limit or grammar.parts[behind] not in (NOUN, NUMERAL, QUANTIFIER) or not grammar.phrases.begins(behind):
        return at
    joined = grammar.tokens[behind].word.conjunction or grammar.phrases.preposition_of(grammar.tokens[behind])
    other = (
        grammar.phrases.has_article(behind) or "direction" in grammar.tokens[behind].word.labels or grammar.phrases.is_aside(behind)
    )
    describes = named is None and grammar.phrases.is_adjective(behind)
    return at if joined or other or describes else behind
