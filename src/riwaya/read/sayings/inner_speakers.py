"""Reporting verbs inside what is said that are not the speaker's: somebody whom he tells of says something himself."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import NOUN, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.clauses import guessed_form, subject_of
from riwaya.read.grammar import Grammar


def of_inner_speaker(grammar: Grammar, index: int, start: int, cue: int) -> bool:
    """أضاف المصدر أن جهات حذرت ...، وطالبت: a verb that agrees with a reporting verb inside the content, not with the cue.

    قالت الشرطة إن الحارس انهار | واعترف بأنه شارك: he, where she speaks, and nobody is named behind the verb.
    قال الطبيب إن جنودا دخلوا | وطلبوا: several who did anything, where one speaks.
    """
    if _of_whom_he_saw(grammar, index, start, cue):
        return True
    outer, own = _gender(grammar, cue), _gender(grammar, index)
    if not outer or not own or outer == own:
        return False
    if outer[0] != own[0] and not _names_whom(grammar, index + 1) and not _goes_back(grammar, index, cue, own):
        return True
    if own.endswith("p") and outer.endswith("s") and _speaks_alone(grammar, cue):
        return any(guessed_form(grammar, k).number == "p" for k in range(start, index) if grammar.parts[k] == VERB)
    inner = (k for k in range(start, index) if grammar.parts[k] == VERB and "cue" in grammar.tokens[k].word.labels)
    return any(_gender(grammar, k) == own for k in inner)


def _names_whom(grammar: Grammar, at: int) -> bool:
    """وأكد | ناطق باسمها أن: whether somebody is named right behind a verb who may be its subject."""
    return grammar.parts[at : at + 1] == [NOUN] and not grammar.tokens[at].word.preposition


def _goes_back(grammar: Grammar, index: int, cue: int, own: str) -> bool:
    """قال السفير إن بلاده تدين الهجوم | وأضاف أنه: whoever spoke before the cue goes on, or nobody in particular speaks (وقيل)."""
    found = grammar.tokens[index].word.find("cue", "verb")
    entry, form = (found.sense.entry, found.sense.form) if found is not None else (None, None)
    if (isinstance(entry, Cue) and entry.detail == "add") or getattr(form, "voice", "") == "passive":
        return True
    before = range(grammar.layout.sentence(cue).start, cue)
    return any(_gender(grammar, at) == own for at in before if grammar.parts[at] == VERB)


def _of_whom_he_saw(grammar: Grammar, index: int, start: int, cue: int) -> bool:
    """قال مراسل القناة إن الجيش يحاصر القرية، | وهدد بهدم منازلها: whoever only saw it asks, threatens and promises nothing."""
    found = grammar.tokens[index].word.find("cue", "verb")
    entry = found.sense.entry if found is not None else None
    if not isinstance(entry, Cue) or not (entry.act in _PARTIES_ACTS or entry.lemma == "أعلن"):
        return False
    witness = grammar.tokens[cue + 1].word.core in _ONLY_SEES if cue + 1 < start else False
    if not witness or grammar.parts[start - 1] != THAT:
        return False
    verb = next((at for at in range(start, index) if grammar.parts[at] == VERB), None)
    subject = subject_of(grammar, verb) if verb is not None else None
    if verb is None or subject is None or subject[0] != start:
        return False
    form, own = guessed_form(grammar, verb), guessed_form(grammar, index)
    can = "source" in grammar.tokens[start].word.labels or "person" in grammar.tokens[start].word.labels
    return can and form.gender == own.gender and form.number == own.number


_ONLY_SEES = word_list("only sees")
_PARTIES_ACTS = frozenset({"demand", "threaten", "promise"})


def _speaks_alone(grammar: Grammar, cue: int) -> bool:
    """قال | الطبيب إن: one person right behind the verb; not قال | مسؤولون."""
    word = grammar.tokens[cue + 1].word if cue + 1 < len(grammar.tokens) else None
    found = (word.find("person") or word.find("source")) if word is not None else None
    return found is not None and getattr(found.sense.form, "number", "") == "s"


def _gender(grammar: Grammar, index: int) -> str:
    """Gender and number that a reporting verb shows; empty where it shows none."""
    found = grammar.tokens[index].word.find("cue", "verb")
    form = found.sense.form if found is not None else None
    return f"{form.gender}{form.number}" if isinstance(form, VerbForm) and form.gender != "c" else ""


def second_of_two(grammar: Grammar, index: int) -> bool:
    """وقعت مشاجرة بين الحراس | ومحتجين: the second of two sides is nobody's word."""
    near = grammar.layout.norms[max(0, index - _SIDES) : index]
    return bool(grammar.tokens[index].word.conjunction) and "بين" in near and not grammar.is_comma(index - 1)


_SIDES = 4
