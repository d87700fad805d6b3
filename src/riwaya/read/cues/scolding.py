"""Attacks in words: a paper or politician that attacks an agreement, a decision, a policy condemns it."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import DEMONSTRATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.clauses import guessed_form, postverbal_subject
from riwaya.read.clauses.forces import FORCES
from riwaya.read.clauses.near import person_group
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT, Manner
from riwaya.read.sayings.attribution import Attribution, content_from

_SCOLDED = word_list("attacked with words")
_SCOLDER = Manner(SUBJECT.stops, split=True)


def is_scolded(grammar: Grammar, at: int) -> bool:
    """هاجم الوزير | الاتفاق, | سياسة الحكومة: what can only be attacked in words."""
    return grammar.tokens[at].word.core in _SCOLDED and not grammar.tokens[at].word.preposition


def scolded(grammar: Grammar) -> Iterator[Attribution]:
    """Somebody attacks an agreement, a decision or a policy, and so condemns it (هاجمت الصحف الاتفاق)."""
    if _SCOLDED.isdisjoint(grammar.layout.cores):
        return
    for index, token in enumerate(grammar.tokens):
        if grammar.parts[index] == VERB and "trigger" in token.word.labels and _attacks(grammar, index):
            made = _made(grammar, index)
            if made is not None:
                yield made


def _attacks(grammar: Grammar, index: int) -> bool:
    """هاجم, تهاجم: the verb itself, with no pronoun of whom it is done to."""
    found = grammar.tokens[index].word.find("trigger", "verb")
    attacks = found is not None and isinstance(found.sense.entry, Trigger) and found.sense.entry.lemma == "هاجم"
    return attacks and found is not None and not found.pronoun and not grammar.negated(index)


def _made(grammar: Grammar, index: int) -> Attribution | None:
    form = guessed_form(grammar, index)
    subject: Range | None = preverbal_subject(grammar, index, form)
    at = index + 1
    if subject is None and (at >= grammar.limit(index) or not is_scolded(grammar, at)):
        subject = postverbal_subject(grammar, index, form, _SCOLDER)
        deeds = (k for k in range(subject[0] + 1, subject[1]) if is_scolded(grammar, k)) if subject else iter(())
        at = next(deeds, subject[1] if subject else at)
        subject = (subject[0], at) if subject else None
    head = at + (at < grammar.limit(index) and grammar.parts[at] == DEMONSTRATIVE)
    if head >= grammar.limit(index) or not is_scolded(grammar, head) or (subject and person_group(grammar, subject[0]) in FORCES):
        return None
    found = content_from(grammar, at, index, phrase=True)
    if found is None:
        return None
    gender = form.gender if form.gender != "c" else ""
    cue, quoted = (index, index + 1), found[1]
    made = Attribution(cue, "condemn", "criticise", "neutral", "scolded", found[0], subject, gender=gender, number=form.number)
    return changed(made, quoted=quoted)


RULES = (scolded,)
"""The rules for attacks in words."""
