"""Where a mere mention of somebody ends: before what is done, when, or to what aim, which his own name does not hold."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import without_article
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import DEMONSTRATIVE, NOUN, NUMERAL, PREPOSITION, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.voices import SPEAKERS
from riwaya.read.grammar import Grammar

_BODIES = ("organ", "group", "media")
_DEEDS = frozenset({"emotion", "trigger", "masdar"})
_ENVOYS = word_list("envoy with an aim")


def begins_other(grammar: Grammar, start: int, at: int) -> bool:
    """Whether a token of a mention that begins at ``start`` opens what is no part of it."""
    word = grammar.tokens[at].word
    if grammar.phrases.is_name(at - 1) and at in grammar.phrases.dated:  # الوزير أشرف العربي | اليوم السبت
        return True
    if grammar.parts[at] == PREPOSITION:
        return _is_circumstance(grammar, start, at)
    if word.preposition == "ل":
        return _is_aim(grammar, start, at) or _is_for_others(grammar, start, at) or _is_struck(grammar, start, at)
    if word.conjunction:
        return _is_sight(grammar, start, at) or _is_registered(grammar, at)
    return _is_object(grammar, start, at) if word.article else _is_other_noun(grammar, start, at)


def _is_circumstance(grammar: Grammar, start: int, at: int) -> bool:
    """الوزارة | في السنوات الماضية, الجيش | في تلك الأزمة, كاميرون | في الحصول: a time, or behind a body what it does."""
    inner = at + 1
    if grammar.tokens[at].norm in ("بشان", "حول", "خلال"):
        return True
    if grammar.tokens[at].norm == "لدي" and inner < len(grammar.tokens):
        return grammar.phrases.is_owned(inner)
    if inner >= len(grammar.tokens) or grammar.tokens[at].norm != "في":
        return False
    timed = grammar.phrases.has_article(inner) and bool(grammar.tokens[inner].word.labels & {"timeword", "measure"})
    timed = timed or grammar.parts[inner] == DEMONSTRATIVE
    body = grammar.group(start, "source") in _BODIES
    counted = grammar.parts[inner] == NUMERAL and inner + 1 < len(grammar.tokens)
    if body and grammar.phrases.is_event_noun(inner + counted):  # عناصر الشرطة | في ثلاث هجمات
        return True
    return timed or (body and (grammar.phrases.is_definite_masdar(inner) or grammar.phrases.is_owned(inner)))


def _is_aim(grammar: Grammar, start: int, at: int) -> bool:
    """خرجت القبائل | لقتال الغزاة: what somebody is up to; a body that does nothing here may be called by its aim."""
    phrases, tokens = grammar.phrases, grammar.tokens
    deed = phrases.is_masdar(at) or phrases.is_event_noun(at) or "trigger" in tokens[at].word.labels
    if not deed or phrases.has_article(at) or tokens[start].word.core in _ENVOYS:
        return False
    acts = start > 0 and grammar.parts[start - 1] == VERB
    acts = acts or phrases.called.get(start) == at  # برعاية الأمم المتحدة | لتشكيل حكومة
    acts = acts or (phrases.is_adjective(start) and not phrases.has_article(start))  # مقترح دولي | لهدنة
    return acts or grammar.group(start, "source") != "organ"


def _is_for_others(grammar: Grammar, start: int, at: int) -> bool:
    """شكر المدير سالم الهاني | لعمال البناء, خامنئي | لأنصاره: people behind a personal name are whom something is for."""
    phrases = grammar.phrases
    people = bool(grammar.tokens[at].word.labels & {"person"}) and not phrases.is_title(at)
    return people and (phrases.is_name(at - 1) or phrases.is_owned(at)) and grammar.group(start, "source") not in _BODIES


def _is_struck(grammar: Grammar, start: int, at: int) -> bool:
    """قصف من الجيش السوداني | لمواقع المتمردين: things that an attack by a body is aimed at, which it is no body for."""
    named = grammar.phrases.has_article(at - 1) and not grammar.phrases.has_article(at)
    struck = named and "thing" in grammar.tokens[at].word.labels and grammar.group(start, "source") in _BODIES
    return struck and start > 0 and grammar.tokens[start - 1].norm in ("من", "قبل", "جانب")


def _is_registered(grammar: Grammar, at: int) -> bool:
    """الجيش | والدعم السريع: another body that the register has by two words, the first of which else means a deed."""
    words = (grammar.tokens[at].word.core, *(without_article(token.norm) for token in grammar.tokens[at + 1 : at + 2]))
    return bool(grammar.tokens[at].word.article) and grammar.register.holds(words)


def _is_sight(grammar: Grammar, start: int, at: int) -> bool:
    """كيري | والارتياح ظاهر على وجهه: a thing joined to a person, right behind his name."""
    phrases = grammar.phrases
    person = phrases.is_name(at - 1) and grammar.group(start, "source") not in _BODIES
    thing = phrases.has_article(at) and phrases.is_noun(at) and not grammar.tokens[at].word.labels & SPEAKERS
    return person and thing and not (phrases.is_name(at) or grammar.tokens[at].word.bare.endswith(("ين", "ون")))


def _is_object(grammar: Grammar, start: int, at: int) -> bool:
    """رفع المجلس | الشكر, أدان الوزراء | الجرائم, سلط الموقع الأميركي | الضوء: a definite noun behind a whole mention."""
    phrases, word, before = grammar.phrases, grammar.tokens[at].word, grammar.tokens[at - 1].word
    if word.labels & SPEAKERS or phrases.is_adjective(at) or word.bare.endswith(("ي", "ية")) or at in phrases.placed:
        return False
    if not phrases.has_article(at - 1) or grammar.layout.norms[at - 2] == "عبد":
        return False
    if phrases.is_title(at - 1) and not are_many(grammar, at - 1):
        return bool(word.labels & _DEEDS)
    described = phrases.is_adjective(at - 1) and at - 1 > start and not before.labels & {"source"}
    noun = phrases.is_noun(at) or bool(word.labels & _DEEDS)
    return noun or (described and grammar.group(start, "source") in _BODIES)


def _is_other_noun(grammar: Grammar, start: int, at: int) -> bool:
    """استعرض الوزراء | جدول الأعمال, أرسل الرئيس بولك | مبعوثه, أكد السيد قادر | تحديد موعد: an indefinite noun, or his own."""
    phrases, word, before = grammar.phrases, grammar.tokens[at].word, grammar.tokens[at - 1].word
    if at - 1 == start:
        many = phrases.is_title(start) and phrases.has_article(start) and are_many(grammar, start)
        return many and phrases.is_noun(at)
    if before.labels & SPEAKERS or phrases.has_article(at - 1):
        return False
    his = phrases.is_owned(at) or (phrases.is_title(at) and any(found.pronoun for found in word.analyses))
    owned = phrases.is_name(at - 1) and his and not phrases.is_name(at)
    person = phrases.is_title(start) and not before.labels
    return owned or (person and phrases.is_masdar(at) and phrases.is_noun(at) and not word.labels & SPEAKERS)


def are_many(grammar: Grammar, at: int) -> bool:
    """الوزراء: whom no surname follows."""
    found = grammar.tokens[at].word.find("source") or grammar.tokens[at].word.find("person")
    form = found.sense.form if found is not None else None
    return isinstance(form, NounForm) and form.number == "p"


def whole_name(grammar: Grammar, start: int, end: int) -> int:
    """وزير الخارجية وليد | المعلم, القبطان محمد | إسحاق: behind an office and one first name a surname."""
    phrases, tokens = grammar.phrases, grammar.tokens
    if end >= len(tokens) or end - start < _OFFICE or not phrases.is_title(start):
        return end
    given, before = tokens[end - 1].word, end - 2
    lone = not (given.labels or given.article or given.preposition or end - 1 in phrases.placed)
    office = phrases.is_title(before) or phrases.has_article(before)
    if not lone or not office or not (phrases.is_name(end - 1) or phrases.is_given_name(start, end - 1)):
        return end
    word = tokens[end].word
    free = grammar.parts[end] == NOUN and not (word.conjunction or word.preposition or end in phrases.placed)
    one = phrases.has_article(end) and word.labels <= {"person"} and not word.bare.endswith(("ة", "ين", "ون", "ات"))
    return end + 1 if free and (one or phrases.is_name(end)) else end


_OFFICE = 3


def opens_mention(grammar: Grammar, index: int) -> bool:
    """Whether a noun that can speak begins a phrase: من جانبه | أوباما, مؤتمر صحفي | سامر turn to him, or say of what kind."""
    kind = grammar.tokens[index].norm in _OF_PRESS and index > 0 and grammar.phrases.is_channel(index - 1)
    return "switch" not in grammar.tokens[index].word.labels and not kind and grammar.phrases.begins(index)


_OF_PRESS = frozenset({"صحفي", "صحافي", "اعلامي"})
