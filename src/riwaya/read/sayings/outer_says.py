"""What an indefinite speaker is described by, between his verb of saying and its إن: قالت فصائل تعارض الحكومة إن."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.read.grammar import Grammar

_SPEAKER, _CLAUSE = 6, 14


def outer_that(grammar: Grammar, index: int) -> int | None:
    """وقالت فصائل تعارض الحكومة | إن: the أن for which the verb before a speaker waits, not the verb that describes him.

    ``index`` is the describing verb, in the imperfect; one that takes أن itself leaves only إن to قال.
    """
    found = grammar.tokens[index].word.find("cue", "verb")
    if found is None or not isinstance(found.sense.form, VerbForm) or found.conjunction:
        return None
    if found.sense.form.tense != "imperfect":
        return _that_behind_talk(grammar, index)
    inner, outer = found.sense.entry, _says_before(grammar, index)
    if outer is None or not isinstance(inner, Cue):
        return None
    takes = bool(inner.frames & {"that"} or inner.whom & {"that"})
    for at in range(index + 2, min(grammar.limit(index), index + _CLAUSE)):
        if grammar.parts[at] == THAT and not grammar.tokens[at].word.conjunction:
            says = outer.lemma == "قال" and grammar.tokens[at].raw.startswith("إن")
            return at if says or not (takes or outer.lemma == "قال") else None
        if grammar.parts[at] == RELATIVE or grammar.is_sign(at):
            return None
    return None


def _that_behind_talk(grammar: Grammar, index: int) -> int | None:
    """رجح خبير في شؤون الحدود | تحدث إلى الصحيفة | أن: to whom an indefinite speaker talked, as he is described, says nothing."""
    found = grammar.tokens[index].word.find("cue", "verb")
    entry = found.sense.entry if found is not None else None
    if not isinstance(entry, Cue) or entry.lemma != "تحدث" or index + 1 >= len(grammar.tokens):
        return None
    to = grammar.tokens[index + 1]
    if not (to.norm in ("الي", "مع") or to.word.preposition == "ل") or not _tells_before(grammar, index):
        return None
    for at in range(index + 2, min(grammar.limit(index), index + _SPEAKER)):
        if grammar.parts[at] == THAT:
            return None if grammar.tokens[at].word.conjunction else at
        if grammar.parts[at] != NOUN and not grammar.is_sign(at):
            return None
    return None


def _tells_before(grammar: Grammar, index: int) -> bool:
    """رجح | خبير في شؤون الحدود | تحدث: whether a perfect verb that takes أن stands before an indefinite speaker."""
    at = index - 1
    while at > max(0, index - _CLAUSE) and grammar.parts[at] in (NOUN, PREPOSITION):
        at -= 1
    found = grammar.tokens[at].word.find("cue", "verb") if grammar.parts[at] == VERB and at < index - 1 else None
    if found is None or getattr(found.sense.form, "tense", "") != "perfect" or grammar.phrases.has_article(at + 1):
        return False
    entry = found.sense.entry
    return isinstance(entry, Cue) and "that" in entry.frames and at + 1 not in grammar.phrases.placed


def _says_before(grammar: Grammar, index: int) -> Cue | None:
    """قالت | فصائل مسلحة: the perfect verb of saying before the indefinite noun phrase that ends right before a token."""
    at = index - 1
    if grammar.phrases.is_definite(at):
        return None
    while at > max(0, index - _SPEAKER) and grammar.parts[at] in (NOUN, NUMERAL, QUANTIFIER):
        at -= 1
    found = grammar.tokens[at].word.find("cue", "verb") if grammar.parts[at] == VERB and at < index - 1 else None
    if found is None or getattr(found.sense.form, "tense", "") != "perfect" or grammar.phrases.has_article(at + 1):
        return None
    entry = found.sense.entry
    return entry if isinstance(entry, Cue) and "that" in entry.frames else None
