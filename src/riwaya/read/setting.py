"""Where and when: the place and the time of a claim, from its own clause, else from the clause that it goes on from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from riwaya.read.dates import DateMention
from riwaya.read.grammar import Grammar, Range
from riwaya.read.places import SPECIFICITY, PlaceMention

_REACH = 40


@dataclass(frozen=True, slots=True)
class Scene:
    """What a claim's setting is looked for with: its trigger, its teller, its neighbours' triggers, its roles."""

    index: int
    statement: int | None
    left: int
    right: int
    actor: Range | None
    target: Range | None
    gains: bool
    """Whether the target itself is the place (what is taken or held)."""


def place_of(grammar: Grammar, scene: Scene, owners: list[int | None]) -> PlaceMention | None:
    """The most specific named place of the clause; of several that are joined the first."""
    usable = [one for one in grammar.places if _is_setting(scene, one)]
    if scene.gains and scene.target is not None:
        taken = [one for one in usable if scene.target[0] <= one.start < scene.target[1]]
        if taken:
            return _most_specific(taken)
    for region in _regions(grammar, scene, owners):
        inside = [one for one in usable if region(one.start)]
        if inside:
            return _most_specific(inside)
    return None


def _is_setting(scene: Scene, one: PlaceMention) -> bool:
    """A place, not a part of who acts: الجيش في سوريا may be where, رئيس سوريا is not."""
    if scene.actor is not None and scene.actor[0] <= one.start < scene.actor[1] and one.start - scene.actor[0] < 3:
        return False
    return one.located or one.specificity >= SPECIFICITY["admin1"]


def _most_specific(found: list[PlaceMention]) -> PlaceMention:
    return max(found, key=lambda one: (one.specificity, -one.start))


def date_of(grammar: Grammar, scene: Scene, owners: list[int | None]) -> DateMention | None:
    """The time in the clause; what stands between a cue and its content is the time of the announcement and no candidate."""
    for region in _regions(grammar, scene, owners):
        inside = [one for one in grammar.dates if region(one.start)]
        if inside:
            return inside[0]
    return None


def _regions(grammar: Grammar, scene: Scene, owners: list[int | None]) -> Iterator[Callable[[int], bool]]:
    """Where to look, nearest first: behind the trigger, before it, then the rest of the sentence in the same teller's words."""
    sentence = grammar.layout.sentence(scene.index)

    def told(at: int) -> bool:
        return sentence.start <= at < sentence.end and owners[at] == scene.statement

    yield lambda at: scene.index <= at < scene.right and told(at)
    yield lambda at: scene.left <= at < scene.index and told(at)
    yield lambda at: told(at) and abs(at - scene.index) < _REACH
