"""Somebody hastens to say or leaves it at that, behind a verb that only leads to a noun of saying: سارعت الحركة إلى نفي أي صلة."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import QUANTIFIER, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Analysis
from riwaya.model.swift import changed
from riwaya.read.clauses.clauses import guessed_form, postverbal_subject
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.cues.feelings import emotion
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.manners import SUBJECT, Manner
from riwaya.read.sayings.attribution import Attribution, attribution, content_from


def hastened(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """سارعت الحركة إلى | نفي | أي صلة لها, بادر إلى | إدانة | القصف: what is behind the noun is its object, nobody who says it."""
    if cue.frames & _OF_FEELING:
        return _voiced(grammar, index, cue, found)
    at, plain = index + 1, not (found.pronoun or found.article or found.preposition)
    if not plain or not cue.frames & _OF_OBJECTS or at >= grammar.limit(index) or not _is_led_to(grammar, index, cue):
        return None
    if not (grammar.phrases.begins(at) or grammar.parts[at] == QUANTIFIER) or grammar.phrases.preposition_of(grammar.tokens[at]):
        return None
    content = content_from(grammar, at, index, phrase=True)
    if content is None:
        return None
    return changed(attribution((index, index + 1), cue, "reporting_noun", content[0]), quoted=content[1])


_OF_OBJECTS, _OF_FEELING = frozenset({"masdar", "obj", "attack"}), frozenset({"emotion"})


def _voiced(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """اكتفت الوزارة | بالإعراب | عن قلقها, سارعت إلى | الإعراب | عن أسفها: what somebody feels, behind the noun of voicing."""
    verb = _verb_before(grammar, index)
    if verb is None or found.pronoun or not (found.preposition == "ب" or grammar.layout.norms[index - 1] == "الي"):
        return None
    if grammar.tokens[verb].word.core not in (_LEAVES if found.preposition == "ب" else _HASTENS):
        return None
    made = emotion(grammar, index, cue, found)
    if made is None:
        return None
    form = guessed_form(grammar, verb)
    subject = preverbal_subject(grammar, verb, form) or postverbal_subject(grammar, verb, form, _BEFORE_NOUN)
    start, end = made.content
    besides = (at for at in range(start + 1, end) if _says_besides(grammar, at))
    return changed(made, rule="reporting_noun", subject=subject, content=(start, next(besides, end)))


def _says_besides(grammar: Grammar, at: int) -> bool:
    """الإعراب عن قلقها | ودعوة الطرفين إلى الهدوء: what is joined to the feeling is said besides, in its own statement."""
    return bool(grammar.tokens[at].word.conjunction) and grammar.tokens[at].word.find("cue", "noun") is not None


def _is_led_to(grammar: Grammar, index: int, cue: Cue) -> bool:
    """سارع الوزير | إلى, بادرت | إلى: behind إلى and whoever hastens, with no other verb and no mark between.

    تمكن المرصد | من توثيق: so too behind من and whoever manages to record something; تمكنت من كشف الخلية uncovers it.
    """
    before = grammar.layout.norms[index - 1] if index else ""
    led = _HASTENS if before == "الي" else _MANAGES if before == "من" and cue.detail == "record" else frozenset[str]()
    verb = _verb_before(grammar, index) if led else None
    return verb is not None and grammar.tokens[verb].word.core in led


def _verb_before(grammar: Grammar, index: int) -> int | None:
    """سارع | الوزير إلى نفي, اكتفت | الوزارة بالإعراب: the verb before a noun of saying, with no mark between, if it affirms."""
    first = max(grammar.layout.sentence(index).start, index - _REACH)
    for at in range(index - 1, first - 1, -1):
        if grammar.parts[at] == VERB:
            return at if not grammar.negated(at) else None
        if grammar.is_sign(at) or grammar.parts[at] == THAT:
            return None
    return None


_BEFORE_NOUN = Manner(SUBJECT.stops | {"ب", "الي"}, split=True)
_HASTENS, _LEAVES, _MANAGES = map(word_list, ("hastens to say", "leaves it at saying", "manages to say"))
_REACH = 12
