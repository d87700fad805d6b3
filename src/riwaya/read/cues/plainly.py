"""A walk that stopped too soon: what looked like an object belongs to the speaker, since أن or a quotation comes behind it."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import DEMONSTRATIVE, NOUN, RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.model.swift import changed
from riwaya.read.clauses.papers import is_carrier
from riwaya.read.cues.complements import CHANNEL
from riwaya.read.cues.frames import walk
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.walks import Walk
from riwaya.read.words.given import HELD

_PLAIN = frozenset({"that", "quote"})
"""How whoever says something goes on, when he neither announces nor denies a deed."""


def walked(grammar: Grammar, index: int, cue: Cue, form: VerbForm | None, subject: Range | None, free: bool = True) -> Walk:
    """أكد شهود عيان | قرويون في النور | أن, صرح مصدر | بقاعة السد | أن: as with قال, where no deed is said and أن is to come."""
    state = walk(grammar, index, cue, form, subject, free)
    at = state.content
    if at is None or at >= len(grammar.tokens) or not cue.frames >= _PLAIN:
        return state
    if (words := _words_about(grammar, state, at)) is not None:
        state.found("quote", words)
        return state
    if not _may_be_speakers(grammar, state, at) or _is_deed(grammar, state, at) or not _goes_on_to_speech(grammar, state, at):
        return state
    plain = changed(cue, frames=_PLAIN, preps=frozenset(), whom=frozenset(), asked=frozenset())
    again = walk(grammar, index, plain, form, subject, free)
    if again.content is None or again.content <= at or again.joint not in ("that", "colon", "quote"):
        return state
    again.cue = cue
    _of_speaker(grammar, state, again, at)
    return again


def _words_about(grammar: Grammar, state: Walk, at: int) -> int | None:
    """قال الوزير عن الهجوم الذي أصاب السوق | «لا علم لنا به»: the words themselves, behind what they are about."""
    if state.joint != "about" or state.cue.lemma != "قال" or at in grammar.layout.closing:
        return None
    end = grammar.layout.sentence(state.start).end
    opened = next((k for k in range(at + 1, end) if k in grammar.layout.closing and grammar.tokens[k - 1].word.core != "ل"), None)
    if opened is None or any(grammar.parts[k] == THAT for k in range(at, opened)):
        return None
    close = grammar.layout.closing[opened]
    return opened if close - opened > 2 and close + 2 >= end else None


def _may_be_speakers(grammar: Grammar, state: Walk, at: int) -> bool:
    """Whether what begins here is an object, or hangs on ب, على or عن: أشار إلى كتاب, حذر من الحرب tell what they are about."""
    found = grammar.tokens[state.start].word.find("cue", "verb")
    if state.joint not in ("object", "about") or (found is not None and found.pronoun):
        return False
    return state.joint == "object" or bool(state.cue.preps & {"ب", "علي"}) or state.cue.detail in ("say", "announce")


def _is_deed(grammar: Grammar, state: Walk, at: int) -> bool:
    """Whether a verbal noun, an event or what is held of something stands here: what can be confirmed or announced."""
    phrases, word = grammar.phrases, grammar.tokens[at].word
    if _is_surname(grammar, state, at) or (state.joint == "object" and word.conjunction and grammar.parts[at] == NOUN):
        return False
    if grammar.parts[at] in (DEMONSTRATIVE, THAT, VERB) or word.core in HELD or at in grammar.layout.closing:
        return True
    if grammar.tokens[at].norm in _ANY:
        return True
    held = word.labels & {"cue", "emotion", "attitude", "trigger", "masdar"}
    return bool(held) or phrases.is_masdar(at) or phrases.is_event_noun(at) or phrases.is_owned(at) or phrases.is_owned_masdar(at)


def _is_surname(grammar: Grammar, state: Walk, at: int) -> bool:
    """المسؤول سالم | جامع | "رأينا الجنود": alone between a name and the words in marks."""
    behind = at + 1 + (grammar.is_comma(at + 1) if at + 1 < state.limit else False)
    spoken = grammar.layout.closing.get(behind, behind) - behind > _NAME
    return spoken and state.is_behind_subject(at) and grammar.phrases.is_name(at - 1) and not grammar.tokens[at].word.article


_ANY = frozenset({"اي", "ايه", "ما", "عدم"})
_WHICH_IS = frozenset({"هو", "هي"})


def _goes_on_to_speech(grammar: Grammar, state: Walk, at: int) -> bool:
    """Whether أن, or a quotation, comes before any verb and any other word of saying: أكد حقيقة هي | أن is no such thing."""
    for k in range(at + 1, state.limit):
        token, before = grammar.tokens[k], grammar.tokens[k - 1]
        which = grammar.tokens[k - 2 if before.raw == ":" else k - 1].norm in _WHICH_IS
        if grammar.parts[k] == THAT:
            return not token.word.conjunction and before.word.core not in HELD and not which
        if grammar.layout.closing.get(k, k) - k > _NAME:
            return before.raw == ":" or state.joint == "object" or state.cue.detail == "say"
        whoever = before.norm == "من" and token.word.find("cue", "verb") is not None  # هناك من | يرى أن
        if whoever or grammar.parts[k] in (VERB, RELATIVE, SUBORDINATOR) or grammar.phrases.is_participle_cue(k):
            return False
    return False


_NAME = 5
"""Words in marks that are longer are no name."""


def _of_speaker(grammar: Grammar, state: Walk, again: Walk, at: int) -> None:
    """خالد بن محمد | العطية | في الدوحة أن: right behind a name what was no object is more of it; nobody begins behind it."""
    if again.subject is not None and again.subject[0] >= at:
        again.subject = state.subject
    if again.addressee is not None and not _is_told(grammar, again, again.addressee[0]):
        again.addressee = state.addressee
    subject, phrases = again.subject, grammar.phrases
    if subject is None or subject != state.subject or subject[0] < state.start:
        return
    if subject[1] == at - 1 and grammar.tokens[at - 1].norm == "عن" and not phrases.is_name(at - 2):
        again.subject = subject[0], phrases.end(at, state.limit, CHANNEL)  # النائب | عن كتلة البناء | إن
    elif subject[1] == at and phrases.is_name(at - 1) and phrases.begins(at) and _stands_alone(grammar, at):
        again.subject = subject[0], at + 1


def _stands_alone(grammar: Grammar, at: int) -> bool:
    """Whether neither a preposition nor و is written onto a word."""
    return not grammar.phrases.preposition_of(grammar.tokens[at]) and not grammar.tokens[at].word.conjunction


def _is_told(grammar: Grammar, again: Walk, at: int) -> bool:
    """لـ«الأفق», لصحيفة الأفق, المتحدث | للصحافيين: a paper, or who stands right behind the speaker; not المرافقين | للبعثة."""
    told = grammar.is_sign(at - 1) or is_carrier(grammar, at)
    return told or (again.subject is not None and at <= again.subject[1])
