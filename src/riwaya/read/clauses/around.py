"""The noun phrases around a reporting verb with a frame of its own."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import NUMERAL, PREPOSITION
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Analysis
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import Manner

FREE = Manner(stops=frozenset({"ب", "عن", "علي", "الي"}), split=True)
"""A phrase that ends before the prepositions which verbs ask for, and before another person."""


def own_subject(grammar: Grammar, index: int, found: Analysis) -> Range | None:
    """The subject before a verb; None for a participle."""
    form = found.sense.form
    return preverbal_subject(grammar, index, form) if isinstance(form, VerbForm) else None


def phrase_after(grammar: Grammar, at: int, limit: int) -> Range | None:
    """The noun phrase that begins at a token, if one does before the limit."""
    if (called := so_called(grammar, at, limit)) is not None:
        return called
    at += _before_giver(grammar, at, limit)
    if at < limit and grammar.phrases.begins(at) and grammar.phrases.preposition_of(grammar.tokens[at]) != "ب":
        return (at, grammar.phrases.end(at, limit, FREE))
    return None


def speaker_after(grammar: Grammar, at: int, limit: int) -> Range | None:
    """ختم | حديثه بالقول إن, اختتم | كلمته قائلا: the phrase that begins at a token, unless it is what somebody ends."""
    phrase = phrase_after(grammar, at, limit)
    if phrase is None or grammar.tokens[phrase[0]].word.labels & {"source", "person"}:
        return phrase
    return None if grammar.phrases.is_owned(phrase[0]) or grammar.phrases.is_channel(phrase[0]) else phrase


def _before_giver(grammar: Grammar, at: int, limit: int) -> bool:
    """قدم | له صالح | التعازي: to whom, before somebody's name."""
    if at + 1 >= limit or grammar.tokens[at].norm not in ("له", "لها", "لهم"):
        return False
    return grammar.phrases.is_name(at + 1) or "person" in grammar.tokens[at + 1].word.labels


def phrases_between(grammar: Grammar, at: int, limit: int) -> list[Range]:
    """حمّل | المتحدث باسم الجيش | العقيد سالم الهاني، في بيان، | المسلحين | مسؤولية: the noun phrases in a row.

    Commas, times and what stands behind a preposition are passed over.
    """
    found: list[Range] = []
    while at < limit:
        governs = grammar.parts[at] == PREPOSITION and at + 1 < limit and grammar.phrases.begins(at + 1)
        if grammar.is_comma(at) or at in grammar.date_at or governs:
            past = grammar.phrases.end(at + 1, limit, FREE) if governs else at + 1
            at = grammar.date_at[at].end if at in grammar.date_at else past
            continue
        if (marked := grammar.phrases.in_marks(at, limit)) is not None:  # حمل | «الحشد» | الحكومة المسؤولية
            found.append(marked)
            at = marked[1] + 1
            continue
        phrase = phrase_after(grammar, at, limit)
        if phrase is None:
            break
        at = phrase[1]
        describes = (
            found and grammar.tokens[phrase[0]].word.labels & {"demonym", "people"} and grammar.phrases.is_accusative(phrase[0])
        )
        first = found.pop()[0] if describes else phrase[0]  # مسلحين | أكرادا
        found.append((first, min(at, limit)))
    return found


def so_called(grammar: Grammar, at: int, limit: int) -> Range | None:
    """تبنت ما يعرف | بالمقاومة الإسلامية الهجوم, أعلن ما يسمى | مجلس المدينة: whom the outlet calls so."""
    if at + 2 >= limit or grammar.tokens[at].norm != "ما" or grammar.tokens[at + 1].norm not in SO_CALLED:
        return None
    start = at + 2
    if grammar.tokens[start].norm == "ب" and (marked := grammar.phrases.in_marks(start + 1, limit)) is not None:
        return marked
    return (start, grammar.phrases.end(start, limit, FREE)) if grammar.phrases.begins(start) else None


SO_CALLED = word_list("so called")


def named_after(grammar: Grammar, at: int, limit: int) -> Range | None:
    """The name in marks or the noun phrase that begins at a token, if one does before the limit."""
    return grammar.phrases.in_marks(at, limit) or phrase_after(grammar, at, limit)


def names_terms(grammar: Grammar, at: int) -> bool:
    """ندد | بأشد العبارات | بالهجوم: in what terms, not what."""
    return grammar.tokens[at].word.core in _TERMS and grammar.layout.norms[at + 1 : at + 2] in (["العبارات"], ["عبارات"])


_TERMS = ("اشد", "اقوي", "اقسي")


def follows_number(grammar: Grammar, index: int) -> bool:
    """محاكمة 29 | متهما: right behind a number."""
    return index > 0 and grammar.parts[index - 1] == NUMERAL
