"""Who is killed or hurt in what the words before them name: where the event's phrase ends and the victim's begins."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import ADVERB, NOUN, PREPOSITION, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.read.phrases.called import Called

_LONGEST = 9
"""So many words the phrase of an event has at most, its place with it, before its victim."""
_HARMS = frozenset({"killed", "wounded"})


def befallen_here(phrases: Called) -> frozenset[int]:
    """قتل في هجوم مباغت | جندي, أصيب في انفجار عبوة ناسفة | شرطيان: where those whom it befell begin."""
    tokens = phrases.tokens
    verbs = [at for at, part in enumerate(phrases.parts) if part == VERB and "trigger" in tokens[at].word.labels]
    harmed = [at for at in verbs if _is_harmed(phrases, at)]
    return frozenset(victim for at in harmed if (victim := _behind_event(phrases, at)) is not None)


def _is_harmed(phrases: Called, at: int) -> bool:
    """قتل, أصيبت, لقي: a verb that says what befell somebody, without a pronoun."""
    found = phrases.tokens[at].word.all("trigger", "verb")
    entries = [one.sense.entry for one in found if isinstance(one.sense.entry, Trigger) and not one.pronoun]
    return any(entry.kind in _HARMS and entry.counted == "target" for entry in entries)


def _behind_event(phrases: Called, verb: int) -> int | None:
    """The victim behind the phrase of an event that a preposition leads right behind a verb, times and places aside."""
    at, last = verb + 1, phrases.layout.sentence(verb).end
    while at < last and (at in phrases.dated or phrases.parts[at] == ADVERB or _is_at_place(phrases, at)):
        at += 1
    if at < last and at - 1 in phrases.placed and _is_behind_place(phrases, at):
        return at
    led = at < last and phrases.parts[at] == PREPOSITION and phrases.tokens[at].word.core in _IN
    event = at + led
    if event >= last or not (led or phrases.tokens[event].word.preposition == "ب") or not _is_event(phrases, event):
        return None
    return next((k for k in range(event + 1, _event_end(phrases, event, last)) if _is_victim(phrases, event, k)), None)


def _event_end(phrases: Called, event: int, last: int) -> int:
    """Up to where a victim may begin: behind the words and the place of the event (في هجوم مسلح في كابول | شرطي)."""
    for index in range(event + 1, min(last, event + _LONGEST)):
        word = phrases.tokens[index].word
        if _is_at_place(phrases, index):
            continue
        plain = phrases.parts[index] == NOUN and not (word.conjunction or word.article or index in phrases.dated)
        if not plain or word.preposition not in ("", "ل", "ب"):
            return index
    return min(last, event + _LONGEST)


def _is_at_place(phrases: Called, at: int) -> bool:
    """قتل | في بلدة سرمين | في هجوم مباغت جندي: a place between a verb and the event, and the preposition before it."""
    return at in phrases.placed or (phrases.parts[at] == PREPOSITION and at + 1 in phrases.placed)


def _is_behind_place(phrases: Called, at: int) -> bool:
    """قتل في بلدة سرمين | جندي: one person or two right behind a place, of whose name no word without article is a part."""
    word = phrases.tokens[at].word
    forms = _persons(word)
    free = phrases.parts[at] == NOUN and not (word.conjunction or word.preposition or word.article or word.labels & {"country"})
    return free and bool(forms) and not any(form.accusative or word.bare.endswith("ين") for form in forms)


def _persons(word: Word) -> list[NounForm]:
    """The forms that a person's name can have, without a pronoun behind it."""
    return [one.sense.form for one in word.all("person") if isinstance(one.sense.form, NounForm) and not one.pronoun]


def _is_event(phrases: Called, at: int) -> bool:
    """هجوم, غارة, عملية: an event noun without article and pronoun."""
    word = phrases.tokens[at].word
    nouns = [one for part in ("noun", "phrase") for one in word.all("trigger", part)]
    assaults = any(isinstance(one.sense.entry, Trigger) and one.sense.entry.type == "ASSAULT" and not one.pronoun for one in nouns)
    return phrases.parts[at] == NOUN and not word.article and assaults


def _is_victim(phrases: Called, event: int, index: int) -> bool:
    """شرطيان, مدنيون: a subject by its ending; جندي: one person, no genitive of the noun before him."""
    word = phrases.tokens[index].word
    forms = _persons(word)
    if word.preposition or index in phrases.placed:
        return False
    if word.bare.endswith(("ان", "ون")) and forms and all(form.number != "s" for form in forms):
        return True
    if not forms or any(form.number != "s" or form.accusative for form in forms):
        return False
    describes = bool(word.labels & _DESCRIBING)
    if index - 1 in phrases.placed:
        return _is_behind_place(phrases, index)
    if index - 1 == event:
        return not describes and phrases.tokens[event].word.core not in _NAMES_VICTIM
    before = phrases.tokens[index - 1].word
    if before.bare.endswith("ين") and "person" in before.labels:
        return True
    if describes and before.bare.endswith("ة") == word.bare.endswith("ة"):
        return False
    return phrases.is_adjective(index - 1) or bool(before.labels & _DESCRIBING) or before.core in _ARMS


_DESCRIBING = frozenset({"adjective", "demonym"})
_IN, _ARMS = word_list("in which somebody is hurt"), word_list("what goes off")
_NAMES_VICTIM = word_list("assault on whom it names")
