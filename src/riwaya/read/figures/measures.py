"""What is no count although a number stands there: ages, dates, distances, money, shares, articles of law, models of weapons."""

from __future__ import annotations

from riwaya.lang.ar.calendar import months, ordinal_words
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN, NUMERAL, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.read.clauses.adverbials import WHEN
from riwaya.read.grammar import Grammar
from riwaya.read.numbers.numbers import Number
from riwaya.read.numbers.sums import is_framed
from riwaya.read.text.tokens import LATIN, NUMBER, Token

_HUNDREDTHS = word_list("hundredth")
_ERAS = word_list("era")
_MODELS = word_list("before a number of a model")
_YEARS = range(1900, 2101)


def is_no_count(grammar: Grammar, number: Number) -> bool:
    """Whether a number counts nothing that a figure could tell."""
    end = grammar.layout.sentence(number.start).end
    if any(index in grammar.phrases.dated for index in range(number.head, number.end)):
        return True
    rules = (_measures, _is_age, _is_share, _is_numbering, _is_called, _is_clock, _is_ordinal, _is_day, _is_tally)
    return any(rule(grammar, number, end) for rule in rules)


def is_year(number: Number, tokens: list[Token]) -> bool:
    """A bare number between 1900 and 2100 that no word makes approximate is a year."""
    return number.label is None and number.low in _YEARS and tokens[number.head].kind == NUMBER and number.end == number.head + 1


def _is_tally(grammar: Grammar, number: Number, end: int) -> bool:
    """بلغ | عدد من قتلوا 320: the number of those who did something is told behind its verb."""
    who = number.end + 1 < end and grammar.tokens[number.end].norm == "من" and grammar.parts[number.end + 1] == VERB
    return who and number.vague and grammar.tokens[number.head].word.core == "عدد"


def _is_day(grammar: Grammar, number: Number, end: int) -> bool:
    """استعادوا قصر 22 | مايو, ميدان 7 | أبريل: the day of a month in a name."""
    day = number.low is not None and number.low <= _LAST_DAY
    return day and number.end < end and grammar.tokens[number.end].norm in months()


_LAST_DAY = 31


def _measures(grammar: Grammar, number: Number, end: int) -> bool:
    """Days, kilometres, dollars, an age: a unit stands behind the number or behind its adjective."""
    for at in range(number.end, min(end, number.end + 2)):
        token = grammar.tokens[at]
        if "measure" in token.word.labels:
            bomb = at + 1 < end and grammar.tokens[at + 1].word.core.startswith("متفجر")  # 300 برميل متفجر
            return at not in grammar.phrases.dated and not bomb
        if grammar.parts[at] != NOUN or "person" in token.word.labels:  # عشرون مسلحا | نقطة للشرطة
            return False
    return False


def _is_age(grammar: Grammar, number: Number, end: int) -> bool:
    """في العشرين من عمره, في الـ 25 من العمر, ذات العشرين | ربيعا: how old somebody is."""
    at = number.end + 1
    if number.end < end and grammar.tokens[number.end].norm in ("ربيعا", "ربيع"):
        return True
    if at >= end or grammar.tokens[number.end].norm != "من":
        return False
    return grammar.tokens[at].word.core in ("عمر", "عمره", "عمرها", "عمرهم", "عمرهما")


def _is_share(grammar: Grammar, number: Number, end: int) -> bool:
    """30%, 30 في المئة, 30 بالمئة, 1/3."""
    tokens = grammar.tokens
    if tokens[number.head].norm in _HUNDREDTHS and number.start and tokens[number.start - 1].norm == "في":
        return True
    if number.end >= end:
        return False
    behind = tokens[number.end]
    if behind.raw in "%٪$€" or (behind.norm[:1] == "ب" and behind.norm[1:] in _HUNDREDTHS) or behind.norm in _ERAS:
        return True
    if number.end + 1 >= end:
        return False
    return (behind.norm == "في" and tokens[number.end + 1].norm in _HUNDREDTHS) or (
        behind.raw == "/" and tokens[number.end + 1].kind == NUMBER
    )


def _is_numbering(grammar: Grammar, number: Number, end: int) -> bool:
    """المادة 7, اللواء 35, إف-16, بي 10, #5: the number is part of a name."""
    tokens, at = grammar.tokens, number.start - 1
    if at < 0 or number.label is not None:
        return False
    at -= tokens[at].norm == "ال" and at > 0
    before = tokens[at]
    dated = at in grammar.phrases.dated and number.start not in grammar.phrases.dated
    if dated and not is_year(number, tokens):  # قتل هذا العام | عشرون جنديا
        return False
    if "numbered" in before.word.labels or before.kind == LATIN or before.raw in ("#", "@"):
        return True
    if before.word.core in _MODELS and tokens[number.head].kind == NUMBER:
        return True
    if before.raw == "(" and tokens[number.end - 1].raw != ")" and at and "numbered" in tokens[at - 1].word.labels:
        return True
    tight = before.end == tokens[number.start].start
    return before.raw in ("-", "/", "_") and tight and at > 0 and tokens[at - 1].end == before.start


def _is_called(grammar: Grammar, number: Number, end: int) -> bool:
    """شارع | الستين, دوار | الأربعين: a number with the article by which a place is called."""
    head = number.head
    inside = head > 0 and grammar.phrases.placed.issuperset((head - 1, head))
    return inside and head < end and bool(grammar.tokens[head].word.article)


def _is_clock(grammar: Grammar, number: Number, end: int) -> bool:
    """10:30."""
    tokens = grammar.tokens
    if tokens[number.head].kind != NUMBER:
        return False
    behind = number.end + 1 < end and tokens[number.end].raw == ":" and tokens[number.end + 1].kind == NUMBER
    before = number.start > 1 and tokens[number.start - 1].raw == ":" and tokens[number.start - 2].kind == NUMBER
    tight = behind and tokens[number.end].start == tokens[number.end - 1].end
    return tight or (before and tokens[number.start - 1].end == tokens[number.start].start)


def _is_ordinal(grammar: Grammar, number: Number, end: int) -> bool:
    """الثانية عشرة, اليوم الـ 12, الدقيقة 82, طنين اثنين: the number says which one, or counts a measure."""
    tokens, at = grammar.tokens, number.start - 1
    if at < 0:
        return False
    if tokens[number.head].word.core in ("عشر", "عشره") and tokens[at].word.core in ordinal_words():
        return True
    if tokens[number.head].word.conjunction and tokens[at].word.core in ordinal_words():
        return True
    if _is_behind_time(grammar, number, at, end):
        return False
    if "measure" in tokens[at].word.labels and (number.label is None and not number.joined):
        return at == 0 or grammar.parts[at - 1] != NUMERAL
    before = tokens[at - 1] if tokens[at].norm in ("ال", "لل", "بال") and at > 0 else tokens[at]
    definite = before is not tokens[at] or tokens[number.head].norm.startswith("ال")
    if before is not tokens[at] and _is_one_deed(before.word, number):
        return True
    return definite and bool(before.word.labels & {"timeword", "measure"})


def _is_behind_time(grammar: Grammar, number: Number, at: int, end: int) -> bool:
    """قتل صباح اليوم | 3 جنود, أمس | المئات, قبل أيام | سبعة جنود, للمرة الثانية | ستة جنود: a time, and then what is counted."""
    if at < 1:
        return False
    bare = grammar.tokens[at - 1].norm in WHEN and not grammar.phrases.has_article(at)
    again = grammar.tokens[at - 1].word.core == "مره" and grammar.tokens[at].word.core in ordinal_words()
    dated, counted = at in grammar.phrases.dated, grammar.parts[number.end : number.end + 1] == [NOUN]
    counted = counted or grammar.layout.norms[number.end : number.end + 1] == ["من"]
    if not (bare or again or dated):
        return False
    return number.low != number.high or (number.end < end if dated else counted)


def _is_one_deed(word: Word, number: Number) -> bool:
    """الهجوم الـ 266, الغارة الـ 30: one deed of a row, said by its number; الغارات الـ 30 are counted."""
    found = word.find("trigger", "noun") if word.article and (number.low or 0) > 2 else None
    return found is not None and isinstance(found.sense.form, NounForm) and found.sense.form.number == "s"


def stands_in_brackets(grammar: Grammar, number: Number) -> bool:
    """Whether the number stands alone in brackets behind a noun (an age, a number of a list): أحمد (34)."""
    return is_framed(grammar.tokens, number.head, len(grammar.tokens)) and grammar.tokens[number.head].raw in "(["
