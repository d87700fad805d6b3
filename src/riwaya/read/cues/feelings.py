"""Feelings that somebody voices or that come over him: أعربت عن قلقها, يساور السكان القلق بشأن عودة القتال."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Closed, Cue
from riwaya.lang.ar.parts import PREPOSITION, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Analysis
from riwaya.model.swift import changed
from riwaya.read.clauses.around import named_after, own_subject, phrase_after
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.attribution import Attribution, attribution, content_from
from riwaya.read.sayings.conditions import is_condition
from riwaya.read.sayings.insertions import before_main

_REACH = 9


def seized(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """A feeling comes over somebody, and the noun of feeling decides the act (يساور السكان القلق من القصف)."""
    limit = min(grammar.limit(index), index + _REACH)
    at = next((k for k in range(index + 2, limit) if "emotion" in grammar.tokens[k].word.labels), None)
    if at is None or found.pronoun or any(grammar.parts[k] in (VERB, THAT) for k in range(index + 1, at)):
        return None
    noun, who = grammar.tokens[at].word.find("emotion"), phrase_after(grammar, index + 1, at)
    content = content_from(grammar, at, index, phrase=True)
    if who is None or who[1] != at or content is None or noun is None or not isinstance(noun.sense.entry, Closed):
        return None
    made = attribution((index, index + 1), cue, "seized", content[0])
    return changed(made, act=noun.sense.entry.group, subject=who, quoted=content[1])


def emotion(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """Somebody voices a feeling, and the noun of feeling decides the act (أعرب عن قلقه، أبدى استعداده)."""
    if index and grammar.tokens[index - 1].norm.lstrip("وف") in _IF:
        return None  # إذا | أبدى الطرفان رغبة
    limit = min(grammar.limit(index), index + 30)
    voiced = next((k for k in range(index + 1, limit) if grammar.tokens[k].norm == "عن"), None)
    first = index + 1 if voiced is None or "emotion0" in cue.frames else voiced
    led = voiced is not None and first == voiced  # أبدوا مرونة، وذلك | بموافقة الأطراف voices no consent
    words = [grammar.tokens[k].word for k in range(first, limit)]
    bare = (k for k, word in enumerate(words) if "emotion" in word.labels and (led or word.preposition not in ("ب", "ل")))
    at = next((first + k for k in bare), None)
    if at is None or any(grammar.parts[k] == THAT for k in range(index + 1, at)):
        return None
    if (grammar.parts[index] == PREPOSITION or cue.lemma == "عبر") and "عن" not in grammar.layout.norms[index + 1 : at]:
        return None  # عبرت | الحدود
    if led and any(grammar.phrases.is_participle_cue(k) for k in range(index + 1, first)):
        return None  # عبر وسطاء، | معبرا عن أمله
    noun = grammar.tokens[at].word.find("emotion")
    subject = own_subject(grammar, index, found) or named_after(grammar, index + 1, at)
    marked = with_warmth(grammar, at) - (at - 1 in grammar.layout.closing)  # عن | "استيائه" من الهجوم, عن | خالص تعازيه
    start = next((k + 1 for k in range(at + 1, min(at + 4, limit)) if _tells_that(grammar, k)), marked)
    content = content_from(grammar, start, index, phrase=start <= at)
    if content is None or noun is None or not isinstance(noun.sense.entry, Closed):
        return None
    made = attribution((index, index + 1), cue, "emotion", before_main(grammar, index, content[0]))
    return changed(made, act=noun.sense.entry.group, subject=subject, quoted=content[1])


_IF = frozenset({"اذا", "لو"})


def _tells_that(grammar: Grammar, at: int) -> bool:
    """أعربت عن أملها في | أن تعود; but in استعدادها للحوار | إن طلب منها إن opens a condition."""
    return grammar.parts[at] == THAT and not is_condition(grammar, at)


def with_warmth(grammar: Grammar, at: int) -> int:
    """قدم | خالص العزاء, جزيل | الشكر: where a feeling begins, with the word that says how warm it is, which is nobody."""
    return at - (grammar.tokens[at - 1].word.core in _WARM)


_WARM = word_list("how warm a feeling is")


def feels(grammar: Grammar, at: int) -> bool:
    """كما أعرب الاتحاد | عن صدمته: what somebody feels behind عن, which he tells besides and does not bear out."""
    return grammar.tokens[at].norm == "عن" and at + 1 < len(grammar.tokens) and "emotion" in grammar.tokens[at + 1].word.labels
