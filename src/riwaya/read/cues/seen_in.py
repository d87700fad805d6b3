"""Judgements with رأى في: رأت الصحيفة في القرار محاولة لكسب الوقت says what the decision is, as اعتبرته محاولة does."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import NOUN, THAT, VERB
from riwaya.model.swift import changed
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.cues.judgements import in_relative
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT, Manner
from riwaya.read.sayings.attribution import Attribution, attribution, content_from
from riwaya.read.sayings.objects import is_judged_thing

_IN_IT = frozenset({"فيه", "فيها", "فيهم", "فيهما"})
_NEAR = 10
_PARTED = Manner(SUBJECT.stops | {"في"}, split=True)


def seen_in(grammar: Grammar, index: int) -> Iterator[Attribution]:
    """Somebody sees in a deed what he judges it to be (رأت الحركة في القرار محاولة لكسب الوقت، وهو ما رأت فيه تهديدا)."""
    found = grammar.tokens[index].word.find("cue", "verb")
    if found is None or not isinstance(found.sense.entry, Cue) or found.sense.entry.lemma != _SEES:
        return
    form = found.sense.form
    if found.pronoun or not isinstance(form, VerbForm) or grammar.parts[index] != VERB or grammar.negated(index):
        return
    where = _where(grammar, index)
    label = _label(grammar, index, where) if where is not None else None
    content = content_from(grammar, label, index, phrase=True) if label is not None else None
    if where is None or content is None or form.person == 1:
        return
    subject = _who(grammar, index, where, label or index, form)
    made = attribution((index, index + 1), found.sense.entry, "seen_in", in_relative(grammar, index, content[0]))
    yield changed(made, subject=subject, gender=form.gender, number=form.number, quoted=content[1])


_SEES = "رأى"


def _where(grammar: Grammar, index: int) -> int | None:
    """رأى | فيه, رأت الصحيفة | في القرار: the preposition that leads to what is judged, no verb and no mark before it."""
    for at in range(index + 1, min(grammar.limit(index), index + _NEAR)):
        if grammar.parts[at] in (VERB, THAT) or grammar.is_sign(at):
            return None
        if grammar.layout.norms[at] in _IN_IT:
            timed = grammar.tokens[index - 1].word.core == "مره" or "timeword" in grammar.tokens[index - 1].word.labels
            right_behind = at == index + 1 or (grammar.phrases.begins(index + 1) and _ends_before(grammar, index + 1, at))
            return at if right_behind and not timed else None  # أول مرة | يرى فيها
        if grammar.layout.norms[at] == "في":
            return at if _is_judged(grammar, at + 1) else None
    return None


def _ends_before(grammar: Grammar, start: int, at: int) -> bool:
    """رأى | الجنرال | فيها: whether a phrase that begins behind the verb ends right before a token."""
    return grammar.phrases.end(start, at, _PARTED) == at


def _is_judged(grammar: Grammar, at: int) -> bool:
    """في | القرار, في | قصف القرية; not في | الشارع: a deed or what is judged, no place where something is seen."""
    if at >= len(grammar.tokens) or at in grammar.phrases.placed:
        return False
    return grammar.phrases.is_event_noun(at) or grammar.phrases.is_masdar(at) or is_judged_thing(grammar, at)


def _label(grammar: Grammar, index: int, where: int) -> int | None:
    """رأى فيه الوزير | تهديدا, في القرار | محاولة لكسب الوقت: the indefinite noun behind it, what it is judged to be."""
    back = grammar.layout.norms[where] in _IN_IT
    limit = min(grammar.limit(index), where + _NEAR)
    for at in range(where + 1 if back else where + 2, limit):
        if grammar.parts[at] in (VERB, THAT) or (grammar.is_sign(at) and at not in grammar.layout.closing):
            return None
        marked = at in grammar.layout.closing
        noun = at + marked
        if noun < limit and _tells_what(grammar, noun):
            return at
    return None


def _tells_what(grammar: Grammar, at: int) -> bool:
    """تهديدا, محاولة, فرصة: an indefinite noun that is no person and describes nothing before it."""
    word = grammar.tokens[at].word
    if grammar.parts[at] != NOUN or word.conjunction or word.preposition or word.labels & {"person", "country", "medium"}:
        return False
    if grammar.group(at, "source") not in ("", "document"):
        return False
    if grammar.phrases.is_definite(at) or grammar.phrases.is_adjective(at) or at in grammar.phrases.placed:
        return False
    behind_whole = grammar.layout.norms[at - 1] in _IN_IT or at - 1 in grammar.layout.closing  # الحزب | "رسالة ترهيب"
    behind_whole = behind_whole or (grammar.parts[at - 1] == NOUN and grammar.phrases.is_definite(at - 1))
    accusative = grammar.phrases.is_accusative(at) or word.bare.endswith("ا")  # خرقا
    return accusative or (word.bare.endswith("ة") and (behind_whole or grammar.phrases.is_masdar(at)))


def _who(grammar: Grammar, index: int, where: int, label: int, form: VerbForm) -> Range | None:
    """Whoever judges: between the verb and في, behind فيه, or before the verb."""
    start = where + 1 if where == index + 1 else index + 1
    end = label if start > where else where
    if start < end and grammar.phrases.begins(start):
        return start, min(end, grammar.phrases.end(start, end, _PARTED))
    return preverbal_subject(grammar, index, form)


RULES = (seen_in,)
"""The rules for what somebody sees in a deed."""
