"""Figures whose noun or verb is left out: a number before how people were hurt, a total of those who suffered something."""

from __future__ import annotations

from riwaya.lang.ar.parts import RELATIVE, THAT
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.figures.counts import Count
from riwaya.read.figures.governors import Counted, Field, fits, given_kind
from riwaya.read.figures.older import was_before
from riwaya.read.numbers.count_words import ANOTHER

_HARMS = frozenset({"killed", "wounded", "missing"})
_TALLIES, _REACHES = word_list("tally"), word_list("toll reaches")
_BACK, _REACH, _TALLY = 14, 28, 4


def hurt_by(field: Field, count: Count) -> Counted | None:
    """أصيب 40 شخصا بالرصاص | و75 بالاختناق: a number joined to the one before it, with only what hurt them behind it."""
    last, tokens, stop = field.last, field.grammar.tokens, count.where[1]
    if count.rule != "counts.number_alone" or last is None or last.kind not in _HARMS or stop >= len(tokens):
        return None
    start = count.where[0]
    if tokens[stop].word.preposition != "ب" or not field.joins(count) or start - last.count.where[1] > _BACK:
        return None
    if not field.same_sentence(last.count.where[0], start):
        return None
    between = range(last.count.where[1], start)
    if any(field.grammar.parts[at] == THAT or field.is_verb(at) for at in between):
        return None
    return Counted(count, last.kind, last.mark, "figures.hurt_by")


def another_destroyed(field: Field, count: Count) -> Counted | None:
    """دمر ثلاث عربات وأعطب | رابعة, إعطاب | ثالثة: one more of the things before it, right behind a word of destroying."""
    mark = field.marks.get(count.where[0] - 1)
    if mark is None or given_kind(mark) != "destroyed" or field.grammar.tokens[count.where[0]].norm not in ANOTHER:
        return None
    return Counted(count, "destroyed", mark, "figures.another_destroyed")


def those_who(field: Field, count: Count) -> Counted | None:
    """وصلت حصيلة الأطفال الذين قتلوا إلى | 103: the verb of those who suffered says what a total is of."""
    if count.rule not in ("counts.number_alone", "counts.number_and_noun", "counts.number_of_group") or not fits("killed", count):
        return None
    grammar, start = field.grammar, count.where[0]
    first = grammar.layout.sentence(start).start
    right_behind = start > first and grammar.tokens[start - 1].word.core.startswith(tuple(_REACHES))  # عدد الذين قتلوا بلغ | 320
    if start == first or not (right_behind or grammar.tokens[start - 1].norm == "الي"):
        return None
    for at in range(start - 1, max(first, start - _REACH) - 1, -1):
        if grammar.parts[at] == THAT:
            return None
        mark = field.marks.get(at + 1)
        who = grammar.parts[at] == RELATIVE or grammar.tokens[at].norm == "من"  # بلغ عدد | من قتلوا | 320
        if not who or mark is None or not mark.is_verb:
            continue
        kind, before = given_kind(mark), range(max(first, at - _TALLY), at)
        totals = any(grammar.tokens[k].word.core in _TALLIES for k in before)
        reached = any(grammar.tokens[k].word.core.startswith(tuple(_REACHES)) for k in range(max(first, at - _BACK), start))
        told = totals and reached and kind in _HARMS and count.kind in ("", kind)
        return Counted(count, kind, mark, "figures.those_who") if told else None
    return None


def compared(field: Field, count: Count) -> bool:
    """أسقطت 12 مسيرة من أصل | 20, ارتفع العدد إلى 20 بعد أن كان | 12: a number that another one is only compared with."""
    tokens, start = field.grammar.tokens, count.where[0]
    if was_before(field.grammar, start):
        return True
    return start > 1 and tokens[start - 1].word.core in ("اصل", "مجموع", "اجمالي") and tokens[start - 2].norm == "من"


def shares_genitive(field: Field, first: Count, second: Count) -> bool:
    """موقعي صاروخ وهاون, 88 إرهابيا وتكفيريا, 200 مطعم ومقهى: what is joined to the noun of a count shares its number."""
    if first.noun is None or not second.is_singular:
        return False
    if first.rule == "counts.number_and_noun" and second.noun is not None:
        shown = field.grammar.phrases.is_accusative(first.noun), field.grammar.phrases.is_accusative(second.noun)
        alike = all(shown) or (first.low or 0) >= _HUNDRED or _is_accusative_too(field, first, second, shown)
        return alike and _reaches(field, first, second)
    if first.rule != "counts.dual":
        return False
    return field.grammar.tokens[first.noun].word.core.endswith(("ي", "ا")) and field.group_end(first) == second.where[0]


def _reaches(field: Field, first: Count, second: Count) -> bool:
    """18 طفلا | وامرأة | ومسنا: whether nothing but people who are joined to it stands between a count and another."""
    at, tokens = field.group_end(first), field.grammar.tokens
    while at < second.where[0] and tokens[at].word.conjunction and "person" in tokens[at].word.labels:
        at += 1
    return at == second.where[0]


def _is_accusative_too(field: Field, first: Count, second: Count, shown: tuple[bool, bool]) -> bool:
    """23 امرأة | وطفلا, 18 طفلا | وامرأة: behind 11 to 99 a feminine whose ending shows no case beside one that does."""
    if not any(shown) or not _ELEVEN <= (first.low or 0) < _HUNDRED or first.noun is None or second.noun is None:
        return False
    bare = field.grammar.tokens[second.noun if shown[0] else first.noun].word.bare
    return bare.endswith("ة")


_ELEVEN = 11
_HUNDRED = 100
"""From this number on the counted noun is a genitive."""
