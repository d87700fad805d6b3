"""Where what a relative clause tells takes place: in the place that it describes (تعز التي يحاصرها المسلحون)."""

from __future__ import annotations

from bisect import bisect_left

from riwaya.lang.ar.parts import AUXILIARY, NEGATION, RELATIVE, VERB
from riwaya.read.grammar import Grammar
from riwaya.read.places.places import PlaceMention
from riwaya.read.scenes.scene import Ground, Scene

_BEFORE_VERB, _LOOSE = 4, 2
_BACK = ("علي", "في", "من", "الي", "ب")
"""What stands before the pronoun that means the place: عليها، فيه، منها."""
_OWNERS = frozenset({"person", "source", "unplaced"})
"""قوات صنعاء التي هاجموها: what a place says of whom."""
_SEATS = ("مركز", "عاصمه")
"""زنجبار | مركز محافظة أبين: what a town is of a larger place."""
_SINGULAR = ("الذي", "التي")


def described_place(ground: Ground, scene: Scene) -> PlaceMention | None:
    """وصلوا إلى تعز التي | يحاصرها المسلحون, البلدة التي | يسيطر عليها الجيش: the place right before the relative, which a
    pronoun in the clause means."""
    grammar, verb = ground.grammar, min(scene.own)
    relative = _relative_before(grammar, verb)
    if relative is None or not _means_it(grammar, verb):
        return None
    at = bisect_left(grammar.places, relative, key=lambda one: one.start) - 1
    place = grammar.places[at] if at >= 0 else None
    if place is None or not _is_described(grammar, place, relative):
        return None
    seat = grammar.tokens[place.start].word.core in _SEATS and at > 0 and grammar.places[at - 1].end == place.start
    return grammar.places[at - 1] if seat else place


def _relative_before(grammar: Grammar, verb: int) -> int | None:
    """التي لا تزال | تسيطر عليها: the relative before a verb, with what makes it negative or past between."""
    if grammar.parts[verb] != VERB:
        return None
    for at in range(verb - 1, max(grammar.layout.sentence(verb).start, verb - _BEFORE_VERB) - 1, -1):
        if grammar.parts[at] == RELATIVE:
            return at if grammar.tokens[at].norm in _SINGULAR else None
        if grammar.parts[at] not in (AUXILIARY, NEGATION):
            return None
    return None


def _means_it(grammar: Grammar, verb: int) -> bool:
    """يحاصرها, يسيطرون عليها, دخل إليه: whether a verb or the preposition behind it has the pronoun of a place."""
    if any(found.pronoun in ("ها", "ه") for found in grammar.tokens[verb].word.analyses if found.sense.part == "verb"):
        return True
    behind = grammar.tokens[verb + 1].norm if verb + 1 < len(grammar.tokens) else ""
    return behind.endswith(("ها", "ه")) and behind.removesuffix("ها").removesuffix("ه") in _BACK


def _is_described(grammar: Grammar, place: PlaceMention, relative: int) -> bool:
    """Whether nothing but its adjectives stands between a place and a relative, and no other noun is what the place belongs to."""
    between = grammar.tokens[place.end : relative]
    if len(between) > _LOOSE or not all(one.word.article or grammar.is_comma(one.index) for one in between):
        return False
    if place.relation or place.noun:
        return True
    if place.start == 0 or not all(grammar.is_comma(one.index) for one in between):
        return False
    return not grammar.tokens[place.start - 1].word.labels & _OWNERS
