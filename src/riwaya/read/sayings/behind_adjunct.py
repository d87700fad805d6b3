"""Whoever speaks, where a phrase of place, time or channel stands between him and his verb."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION, THAT, VERB
from riwaya.model.swift import changed
from riwaya.read.clauses.clauses import guessed_form
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.sayings.offices import is_his_name
from riwaya.read.sayings.walks import Walk


def before_speaker(grammar: Grammar, state: Walk, inner: int, end: int) -> int:
    """أعلن في دمشق | المتحدث باسم الجيش, قال في مؤتمر صحافي | قائد الشرطة: behind a phrase that is whole a speaker begins."""
    if state.subject is not None or not state.needs_subject or _awaits_guest(grammar, state, inner):
        return end
    if inner + 1 < end and _issued_it(grammar, state, inner):
        return inner + 1
    return next((at for at in range(inner + 1, end) if _speaks(grammar, at) and _is_whole(grammar, inner, at)), end)


def _is_his_name(grammar: Grammar, at: int) -> bool:
    """قال في بيان صحفي | سامر الكناني | إن, أعلن أمام البرلمان | أوباما | أن: a name up to أن, one word if he is known."""
    phrases, end = grammar.phrases, at
    while end < min(at + _NAME, len(grammar.tokens) - 1) and grammar.parts[end] == NOUN and not phrases.is_adjective(end):
        end += 1
    said = grammar.parts[end] == THAT or grammar.tokens[end].raw == ":" or end in grammar.layout.closing
    if not said or grammar.tokens[end].word.conjunction or phrases.has_article(at):
        return False
    known = at in phrases.named and at - 1 not in phrases.named
    full = end > at + 1 and not any(grammar.tokens[k].word.labels - _NAMELIKE for k in range(at, end))
    return known or (full and (phrases.is_name(at) or "namehead" in grammar.tokens[at].word.labels))


_NAME, _NAMELIKE = 5, frozenset({"namehead", "unplaced"})


def _issued_it(grammar: Grammar, state: Walk, inner: int) -> bool:
    """أعلن في بيان | المتحدث باسم الجيش أن: whose paper it is speaks, if the verb agrees with him."""
    at, phrases = inner + 1, grammar.phrases
    if grammar.tokens[inner].norm not in PAPERS or not _speaks(grammar, at) or "medium" in grammar.tokens[at].word.labels:
        return False
    if _is_his_name(grammar, at):
        return True
    office = (phrases.is_title(at) or grammar.group(at, "source") in _IN_OFFICE) and phrases.that_comes(at + 1)
    behind = at + 1 < state.limit and (phrases.has_article(at + 1) or at + 1 in phrases.placed) and at + 1 not in phrases.dated
    whole = phrases.has_article(at) or ((office or behind) and not grammar.tokens[at].norm.endswith("ي"))  # في بيان صحفي | المتحدث
    return whole and grammar.agrees(guessed_form(grammar, state.start), at, before=False)


PAPERS = frozenset({"بيان", "تصريح", "تصريحات", "تغريده"})


def _awaits_guest(grammar: Grammar, state: Walk, inner: int) -> bool:
    """قال خلال استقباله في عمان | وزير الخارجية: behind a meeting with its host stands whom he met."""
    met = range(state.start + 1, inner + 1)
    return any(grammar.phrases.is_owned(at) and grammar.phrases.is_event_noun(at) for at in met)


def past_guest(grammar: Grammar, state: Walk, at: int) -> int:
    """قال عقب اتصاله بأمير البلاد | الشيخ سالم الهاني | إن, أكد بعد لقائه | وزير الخارجية | أن: behind him whom he met.

    He stands right behind the phrase that tells of it; else the token.
    """
    met = state.adjunct
    if state.subject is not None or met is None or met[1] != at or not grammar.phrases.begins(at):
        return at
    host = met[1] == met[0] + 1 and grammar.phrases.is_owned(met[0]) and grammar.phrases.is_event_noun(met[0])
    guest = host and (grammar.phrases.is_title(at) or "person" in grammar.tokens[at].word.labels)
    return grammar.phrases.end(at, state.limit, SUBJECT) if guest or is_his_name(grammar, met, at) else at


def past_met(grammar: Grammar, state: Walk, at: int) -> int:
    """دعا الوزير عقب لقائه | الرئيس | الأطراف إلى: behind him whom the speaker met, who is not called on."""
    met, phrases = state.adjunct, grammar.phrases
    if not state.cue.whom or state.addressee is not None or met is None or met[1] != at or not phrases.begins(at):
        return at
    host = met[1] == met[0] + 1 and phrases.is_owned(met[0]) and phrases.is_event_noun(met[0]) and phrases.is_title(at)
    if host:
        return phrases.end(at, state.limit, changed(SUBJECT, split=True))
    return _past_guest_in_commas(grammar, state, at)


def _past_guest_in_commas(grammar: Grammar, state: Walk, at: int) -> int:
    """اتهم الوزير، خلال لقائه في المدينة | وفدا من التجار|، الجيش بالقصف: the guest, between the commas that hold the meeting."""
    comma = state.subject[1] if state.subject is not None else state.limit
    meeting = comma + 2
    if meeting >= at or not grammar.is_comma(comma) or grammar.parts[comma + 1] != PREPOSITION:
        return at
    if not (grammar.phrases.is_owned(meeting) and grammar.phrases.is_event_noun(meeting)):
        return at
    if any(grammar.is_comma(k) or grammar.parts[k] in (VERB, THAT) for k in range(meeting, at)):
        return at
    end = grammar.phrases.end(at, state.limit, changed(SUBJECT, split=True))
    return end if end < state.limit and grammar.is_comma(end) else at


def _speaks(grammar: Grammar, at: int) -> bool:
    """المتحدث, رئيس الوزراء, وكالة الأنباء: an office or body, not joined to anything."""
    word, office = grammar.tokens[at].word, grammar.phrases.is_title(at)
    body = bool(word.labels & {"source", "medium"}) and not grammar.phrases.is_adjective(at)
    named = (office or body) and not word.conjunction and not word.preposition
    return named or _is_his_name(grammar, at)


def _is_whole(grammar: Grammar, inner: int, at: int) -> bool:
    """في دمشق |, في مؤتمر صحافي |, في وقت لاحق |: a place by its name, or an indefinite noun with its adjective."""
    last, phrases = at - 1, grammar.phrases
    if last in phrases.placed:
        return phrases.has_article(at) or _is_his_name(grammar, at)
    if phrases.has_article(last):
        return _begins_anew(grammar, inner, at)
    if last == inner:
        return bool(grammar.tokens[inner].word.labels & {"timeword", "measure"})  # قال قبل ساعات | الوزير
    if phrases.has_article(inner):
        return False
    strange = phrases.is_channel(inner) and not (grammar.tokens[last].word.labels or phrases.is_masdar(last))
    strange = strange and not grammar.tokens[last].norm.endswith(("ه", "ها"))  # في بيان تلاه | المتحدث
    return phrases.is_adjective(last) or (strange and phrases.is_title(at))  # في خطاب متلفز | زعيم الجماعة


def _begins_anew(grammar: Grammar, inner: int, at: int) -> bool:
    """قال أمام البرلمان | متحدث باسم الجيش, أعلن عبر الهاتف | الجنرال سالم: an office behind a thing that is whole."""
    office = (grammar.phrases.is_title(at) or grammar.group(at, "source") in _IN_OFFICE) and not grammar.phrases.is_adjective(at)
    office = office and grammar.phrases.that_comes(at + 1)
    people = any(grammar.group(k, "source") in _IN_OFFICE or grammar.phrases.is_title(k) for k in range(inner, at))
    return (office or _is_his_name(grammar, at)) and not people


_IN_OFFICE = frozenset({"title", "rank", "anonymous", "witness"})
