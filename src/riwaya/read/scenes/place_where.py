"""Places that stand right before what happens there: تعز، حيث قتل ثلاثة; and those that a pronoun means: قتلوا فيها."""

from __future__ import annotations

from bisect import bisect_left

from riwaya.lang.ar.parts import AUXILIARY, NEGATION, NOUN, NUMERAL, PERFECTIVE, QUANTIFIER, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.places.place_mentions import SPECIFICITY
from riwaya.read.places.places import PlaceMention
from riwaya.read.scenes.scene import Ground, Scene
from riwaya.read.scenes.scene_outcome import entry_at

_SKIPPED = (AUXILIARY, NEGATION, PERFECTIVE)
_LOOSE, _BEHIND, _SENTENCES_BACK = 5, 4, 1
_THERE = word_list("there, of a place named before")


def place_where(ground: Ground, scene: Scene) -> PlaceMention | None:
    """فضلا عن | تعز (جنوب غرب)، | حيث قتل 47 متمردا: the place right before حيث and the verb that tells what happened there."""
    grammar, verb = ground.grammar, min(scene.own)
    first, at = grammar.layout.sentence(verb).start, verb - 1
    while at > first and grammar.parts[at] in _SKIPPED:
        at -= 1
    if grammar.parts[verb] != VERB or at <= first or grammar.tokens[at].norm != "حيث":
        return None
    number = bisect_left(grammar.places, at, key=lambda one: one.start) - 1
    place = grammar.places[number] if number >= 0 else None
    while place is not None and number > 0 and _is_in_brackets(grammar, place.start):
        number -= 1
        place = grammar.places[number]
    if place is None or place.end <= first or at - place.end > _LOOSE or place.specificity < SPECIFICITY["admin1"]:
        return None
    between = (k for k in range(place.end, at) if not _is_in_brackets(grammar, k))
    return place if all(grammar.is_comma(k) or grammar.tokens[k].raw in "()" for k in between) else None


def _is_in_brackets(grammar: Grammar, at: int) -> bool:
    """تعز (جنوب | غرب): a token in brackets that open shortly before it."""
    opened = (grammar.layout.brackets.get(start, 0) for start in range(max(0, at - _LOOSE), at))
    return any(close > at for close in opened)


def place_meant(ground: Ground, scene: Scene) -> PlaceMention | None:
    """حاصروا مدينة ماريوبول، وقالت السلطات إن ألف مدني قتلوا | فيها: the last place before, meant by a pronoun behind a claim."""
    grammar, sentence = ground.grammar, ground.grammar.layout.sentence(scene.index)
    last = max(scene.own)
    there = _pronoun(grammar, scene, last, sentence.end)
    if there is None or not _goes_on(grammar, last, there):
        return None
    number = bisect_left(grammar.places, min(scene.own), key=lambda one: one.start) - 1
    while number > 0 and not (grammar.places[number].located or grammar.places[number].noun):
        number -= 1  # سيطروا على مدينة ليمان، وقالت | كييف إن القتال لم ينته فيها
    place = grammar.places[number] if number >= 0 else None
    if place is None or place.specificity < SPECIFICITY["admin1"] or not place.named:
        return None
    apart = grammar.layout.sentence_of[scene.index] - grammar.layout.sentence_of[place.start]
    same = grammar.layout.sentence(place.start).paragraph == sentence.paragraph
    if apart > _SENTENCES_BACK or not same or any(_may_be_meant(grammar, at) for at in range(place.end, there)):
        return None
    return place


def _goes_on(grammar: Grammar, last: int, there: int) -> bool:
    """قتلوا خمسة | فيها, القتال لم ينته | فيها: no comma and no verb up to the pronoun, but that of what is told."""
    first = last + 1 + (grammar.parts[last + 1] == NEGATION)
    own = grammar.parts[last] == NOUN and grammar.parts[first] == VERB and not _may_be_meant(grammar, last)
    breaks = (at for at in range(last + 1, there) if grammar.parts[at] == VERB or grammar.is_comma(at))
    return all(own and at == first for at in breaks)


def _pronoun(grammar: Grammar, scene: Scene, last: int, end: int) -> int | None:
    """قتلوا | فيها, انسحبوا | منها, طرد المسلحين | منها: what means a place behind a claim; with من where somebody leaves it."""
    near = range(last + 1, min(last + _BEHIND, end))
    there = next((at for at in near if grammar.tokens[at].norm in _THERE), None)
    if there is not None or scene.type not in _LEAVING:
        return there
    there = next((at for at in near if grammar.tokens[at].norm in _FROM_THERE), None)
    counted = there is not None and grammar.parts[there - 1] in (NUMERAL, QUANTIFIER)  # أفرجوا عن عشرة | منها
    return None if counted else there


_LEAVING, _FROM_THERE = frozenset({"RETREAT", "COERCE"}), ("منها", "عنها")


def _may_be_meant(grammar: Grammar, at: int) -> bool:
    """معركة | قتل فيها خمسة, معارك | قتل فيها: a noun that the pronoun may mean; not القتال | لم ينته فيها."""
    word = grammar.tokens[at].word
    if grammar.parts[at] != NOUN or "source" in word.labels:
        return False
    found = word.find("trigger") if entry_at(grammar, at) is not None else None
    return word.bare.endswith(("ة", "ات")) or (found is not None and getattr(found.sense.form, "number", "s") != "s")
