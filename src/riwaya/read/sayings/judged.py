"""Whether a noun phrase beside يعتبر or يعد judges something, or is judged itself."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.gazetteer import capital_names
from riwaya.lang.ar.parts import DEMONSTRATIVE, NOUN, PREPOSITION, PRONOUN, RELATIVE, THAT
from riwaya.read.clauses.around import FREE
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import Manner


def two_phrases(grammar: Grammar, subject: Range, at: int) -> bool:
    """Whether a judge before his verb judges something: object and label behind it; with one phrase he is judged himself."""
    if subject[0] < at and grammar.parts[at] == PREPOSITION and grammar.phrases.begins(at + 1):
        at = grammar.phrases.end(at + 1, grammar.limit(at), Manner(FREE.stops, split=True, attach=False))
    if subject[0] >= at:
        behind = subject[1]
        label = grammar.parts[behind : behind + 1] == [NOUN] and grammar.phrases.is_accusative(behind)
        label = label or (grammar.phrases.is_title(subject[0]) and _is_label_alone(grammar, behind))
        itself = grammar.parts[behind : behind + 1] == [PRONOUN] or "بمثابه" in grammar.layout.norms[at : behind + 1]
        return not (label or itself or _is_ranked(grammar, subject))
    if not grammar.phrases.begins(at):
        return True
    end = _object_end(grammar, at)
    label = end < grammar.limit(at) and (_begins_label(grammar, end) or end in grammar.layout.closing)
    label = label and not grammar.phrases.preposition_of(grammar.tokens[end])  # تعد ركيزة | للاستقرار
    return label or _these_in_marks(grammar, at)


def _object_end(grammar: Grammar, at: int) -> int:
    """البناء | هناك | غير شرعي: where what is judged ends, with where it is behind it."""
    limit = grammar.limit(at)
    end = grammar.phrases.end(at, limit, Manner(FREE.stops, split=True, attach=False))
    return end + (end + 1 < limit and grammar.tokens[end].norm in _THERE)


_THERE = frozenset({"هناك", "هنا", "هنالك"})


def _begins_label(grammar: Grammar, at: int) -> bool:
    """الاستيطان | انتهاكا, الاستيطان | غير شرعي: a phrase, or what something is said not to be."""
    return grammar.phrases.begins(at) or (grammar.tokens[at].norm == "غير" and grammar.phrases.begins(at + 1))


def is_alone(grammar: Grammar, index: int, subject: Range) -> bool:
    """القائد الذي يعتبر المسؤول الأول | عن الهجوم, تعتبر إيران | من أكبر المصدرين: with no second phrase but what a preposition
    leads, the phrase behind the verb is what is judged, or what somebody is judged to be; تعتبر مصر | من جهتها الهدنة نصرا.
    """
    at = subject[1]
    if subject[0] != index + 1 or at + 1 >= grammar.limit(index) or grammar.parts[at] != PREPOSITION:
        return False
    if grammar.parts[index - 1] == RELATIVE:
        return True
    return grammar.tokens[at].norm in ("من", "ضمن") and not grammar.phrases.is_owned(at + 1) and grammar.phrases.begins(at + 1)


def behind_that(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """قال إن | فرنسا | تعتبر الجماعة منظمة إرهابية: between أن and the verb who judges, with object and label behind it."""
    before = preverbal_subject(grammar, index, form)
    if before is None or before[1] != index or grammar.parts[before[0] - 1] != THAT or index + 1 >= grammar.limit(index):
        return None
    body = can_judge(grammar, before[0]) and "person" not in grammar.tokens[before[0]].word.labels
    return before if body and (two_phrases(grammar, before, index + 1) or _called_in_marks(grammar, index + 1)) else None


def label_in_marks(grammar: Grammar, at: int, limit: int) -> int:
    """اعتبره نقابيون في الاتحاد | "سابقة خطيرة": where whoever stands here ends, at marks that hold a label and no name of his."""
    end = grammar.phrases.end(at, limit, FREE)
    marks = (k for k in range(at + 1, end) if k in grammar.layout.closing)
    return next((k for k in marks if grammar.phrases.is_complete(k - 1) and not grammar.phrases.has_article(k + 1)), end)


def _called_in_marks(grammar: Grammar, at: int) -> bool:
    """تعتبر حزب العمال | «منظمة إرهابية»: behind what is judged, words in marks without article are the label, no name of it."""
    limit = grammar.limit(at)
    end = grammar.phrases.end(at, limit, FREE) if grammar.phrases.begins(at) else at
    return end > at and label_in_marks(grammar, at, limit) < end


def _these_in_marks(grammar: Grammar, at: int) -> bool:
    """اعتبر | تلك المطالب "تعجيزية": what is pointed at, and in marks what it is judged to be."""
    return grammar.parts[at] == DEMONSTRATIVE and _called_in_marks(grammar, at)


def _is_label_alone(grammar: Grammar, at: int) -> bool:
    """يعتبر القائد | رجل المرحلة: behind whoever is judged one phrase without article; in اعتبر | نشر القوات عدوانا stand two."""
    phrases = grammar.phrases
    if at >= len(grammar.tokens):
        return False
    known = phrases.is_definite(at) or phrases.is_proper(at) or grammar.parts[at] == DEMONSTRATIVE
    if not phrases.begins(at) or known or phrases.preposition_of(grammar.tokens[at]):
        return False
    end = phrases.end(at, grammar.limit(at), Manner(FREE.stops, split=True, attach=False))
    return not phrases.is_masdar(at) and (end >= grammar.limit(at) or not (phrases.begins(end) or end in grammar.layout.closing))


def has_one_phrase(grammar: Grammar, at: int) -> bool:
    """إدلب التي تعتبر | أكبر مدن الشمال, تعد | من ضحاياه: one phrase, indefinite or with a preposition, is what that before is."""
    phrases = grammar.phrases
    if not phrases.begins(at):
        return grammar.parts[at] == PREPOSITION
    end = _object_end(grammar, at)
    if (end < grammar.limit(at) and end in grammar.layout.closing) or _these_in_marks(grammar, at):
        return False
    known = phrases.is_definite(at) or phrases.is_definite(end - 1) or phrases.is_proper(end - 1)
    second = end < grammar.limit(at) and _begins_label(grammar, end) and not phrases.preposition_of(grammar.tokens[end])
    return not (known and second)


def _is_ranked(grammar: Grammar, subject: Range) -> bool:
    """يعتبر العميد سالم | أعلى ضابط في الحرس: the superlative behind one whole phrase is what that phrase is judged to be."""
    behind = subject[1] < len(grammar.tokens) and not grammar.phrases.is_definite(subject[1])
    last = subject[1] + int(behind)  # a surname that the phrase was cut before
    for at in range(subject[0] + 1, min(last + 1, grammar.limit(subject[0]) - 1)):
        core = grammar.tokens[at].word.core
        shaped = len(core) == _SUPERLATIVE and core.startswith("ا") and not grammar.phrases.is_name(at)
        best = core in _RANKS or shaped
        if best and grammar.parts[at + 1] == NOUN and not grammar.phrases.has_article(at) and grammar.phrases.is_complete(at - 1):
            return True
    return False


_RANKS = frozenset({"اول", "اهم"})
_SUPERLATIVE = 4


def goes_on_judging(grammar: Grammar, index: int, form: VerbForm) -> bool:
    """قال الوزير ... | واعتبر الهجوم تصعيدا, وعدّ ذلك نصرا: who spoke before judges a deed, or what is pointed at."""
    limit, at, phrases = grammar.limit(index), index + 1, grammar.phrases
    if form.tense != "perfect" or form.number == "p" or at + 1 >= limit:
        return False
    pointed = grammar.parts[at] == DEMONSTRATIVE and not phrases.has_article(at + 1)
    if not (pointed or (phrases.has_article(at) and phrases.is_event_noun(at))):
        return False
    end = at + 1 if pointed else phrases.end(at, limit, Manner(FREE.stops, split=True, attach=False))
    label = end < limit and phrases.begins(end) and not phrases.preposition_of(grammar.tokens[end])
    return label and not phrases.is_definite(end) and not phrases.is_proper(end) and not grammar.tokens[end].word.conjunction


def judges_of_relative(grammar: Grammar, subject: Range, index: int) -> bool:
    """المجتمع الدولي الذي | يعتبر الاستيطان غير شرعي, القوميون الذين | يعتبرون الهدنة خيانة: an antecedent that no table knows,
    no place, before something definite and, indefinite, what it is judged to be."""
    phrases, at = grammar.phrases, index + 1
    if index == 0 or grammar.parts[index - 1] != RELATIVE or grammar.tokens[subject[0]].word.labels or subject[0] in phrases.placed:
        return False
    if at >= grammar.limit(index) or not phrases.begins(at) or not phrases.is_definite(at):
        return False
    end = _object_end(grammar, at)
    if end >= grammar.limit(at) or not _begins_label(grammar, end) or grammar.tokens[end].word.conjunction:
        return False
    return not (phrases.preposition_of(grammar.tokens[end]) or phrases.is_definite(end))


def can_judge(grammar: Grammar, index: int) -> bool:
    """أنقرة, الحكومة: whoever speaks, a country or a capital; no other place (تعد حضرموت | أكبر معقل)."""
    word = grammar.tokens[index].word
    place = grammar.place_at.get(index)
    if place is not None and place.known == "country":  # الولايات | المتحدة
        return True
    if index in grammar.phrases.placed and "country" not in word.labels:
        pair = f"{word.core} {grammar.layout.norms[index + 1]}" if index + 1 < len(grammar.tokens) else ""
        return word.core in capital_names() or pair in capital_names()
    known = index in grammar.phrases.named or index in grammar.phrases.called  # حماس, الدعم السريع
    return known or bool(word.labels & {"source", "country", "person", "medium"})
