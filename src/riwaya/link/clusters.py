"""Strands that are one happening, gathered so that no chain can swallow what does not belong: by the mean of their pairs.

Pairs are taken from the best down. Two groups become one where the mean over pairs of their fullest members reaches
``MEAN``, a veto counting far against it. Of equal ones the fuller go first, then ids decide, so that the
order of reports makes no difference.
What no pair joins, not even by others, cannot come together; so each such part of the whole can be gathered by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from riwaya.link.blocks import asked, keys
from riwaya.link.features import agreement, score
from riwaya.link.marks import Mark

MEAN = 5.0
"""The least mean over the pairs of two groups."""

ANCHORS = 12
"""How many of a group's members, the fullest, speak for it; so the cost of a group does not grow with its square."""


DECIDED = inf
"""The score of a tie that a person made."""


class Tie(NamedTuple):
    """Two strands that agree: their ids in order, and the score."""

    one: str
    other: str
    score: float


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided, as pairs of event ids in the order in which they decided: one happening, or not."""

    same: tuple[tuple[str, str], ...] = ()
    different: frozenset[frozenset[str]] = frozenset()


NOTHING = Decided()
"""Nobody decided anything."""


@dataclass(frozen=True, slots=True)
class Group:
    """Strands that are one happening, by id, and the ties that joined them; the person's are ``DECIDED``."""

    strands: tuple[str, ...]
    ties: tuple[Tie, ...] = ()


def ties(marks: Iterable[Mark]) -> list[Tie]:
    """Every two strands of different reports that share a key and agree."""
    blocks: defaultdict[Hashable, list[Mark]] = defaultdict(list)
    found: list[Tie] = []
    for one in marks:
        found += between(one, {other.id: other for key in asked(one) for other in blocks.get(key, ())}.values())
        for key in keys(one):
            blocks[key].append(one)
    return found


def between(one: Mark, others: Iterable[Mark]) -> Iterator[Tie]:
    """The ties of a strand with others that share a key with it."""
    for other in others:
        first, second = (one, other) if one.id < other.id else (other, one)
        if one.report != other.report and (value := agreement(first, second)) is not None:
            yield Tie(first.id, second.id, value)


def parts(strands: Iterable[str], found: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Strands that are joined at all, by ties of others too; each part sorted, the parts in order."""
    leader = {identity: identity for identity in strands}

    def lead(identity: str) -> str:
        while leader[identity] != identity:
            leader[identity] = leader[leader[identity]]
            identity = leader[identity]
        return identity

    for one, other in found:
        first, second = sorted((lead(one), lead(other)))
        leader[second] = first
    gathered: defaultdict[str, list[str]] = defaultdict(list)
    for identity in sorted(leader):
        gathered[lead(identity)].append(identity)
    return sorted(tuple(members) for members in gathered.values())


def gather(marks: Mapping[str, Mark], found: Iterable[Tie], decided: Decided = NOTHING) -> list[Group]:
    """The groups of some strands, in order; ``found`` are the ties between them.

    What people joined is joined last, as it then stands: so a join of theirs adds, and never takes anything away.
    """
    found = list(found)
    work = _Gathering(marks, _of_events(marks, decided.different), {(one, other): value for one, other, value in found})
    for tie in sorted(found, key=lambda tie: (-tie.score, marks[tie.one].fullness[0] + marks[tie.other].fullness[0], tie)):
        work.join(tie)
    strand = {event: mark.id for mark in marks.values() for event in mark.events}
    for one, other in decided.same:
        if one in strand and other in strand:
            work.join(Tie(min(strand[one], strand[other]), max(strand[one], strand[other]), DECIDED))
    return work.groups()


def _of_events(marks: Mapping[str, Mark], different: Collection[frozenset[str]]) -> frozenset[frozenset[str]]:
    """Pairs of strands, for pairs of events that are not one happening."""
    strand = {event: mark.id for mark in marks.values() for event in mark.events} if different else {}
    return frozenset(frozenset(strand[event] for event in pair) for pair in different if pair <= strand.keys())


@dataclass(slots=True)
class _Gathering:
    """Groups as they grow; each group's members are kept with the fullest first; ``scores`` holds what is known of pairs."""

    marks: Mapping[str, Mark]
    different: frozenset[frozenset[str]]
    scores: dict[tuple[str, str], float]
    members: dict[str, list[str]] = field(default_factory=dict)
    ties: dict[str, list[Tie]] = field(default_factory=dict)
    group: dict[str, str] = field(default_factory=dict)
    refused: set[tuple[str, str, int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.members = {identity: [identity] for identity in self.marks}
        self.ties = {identity: [] for identity in self.marks}
        self.group = {identity: identity for identity in self.marks}

    def join(self, tie: Tie) -> None:
        """Make one group of the two groups that a tie joins, if nothing keeps them apart."""
        left, right = sorted((self.group[tie.one], self.group[tie.other]))
        state = (left, right, len(self.members[left]), len(self.members[right]))
        if left == right or state in self.refused:
            return
        if self._parted(left, right) or (tie.score != DECIDED and self._mean(left, right) < MEAN):
            self.refused.add(state)
            return
        self.group.update(dict.fromkeys(self.members[right], left))
        self.members[left] = sorted((*self.members[left], *self.members.pop(right)), key=lambda one: self.marks[one].fullness)
        self.ties[left] += (*self.ties.pop(right), tie)

    def _parted(self, left: str, right: str) -> bool:
        """Whether a person said that something in the one is not what something in the other is."""
        return any({self.group[identity] for identity in pair} == {left, right} for pair in self.different)

    def _mean(self, left: str, right: str) -> float:
        """The mean score of the fullest of one group with the fullest of another."""
        mine, others = self.members[left][:ANCHORS], self.members[right][:ANCHORS]
        return sum(self._score(one, other) for one in mine for other in others) / (len(mine) * len(others))

    def _score(self, one: str, other: str) -> float:
        pair = (one, other) if one < other else (other, one)
        if pair not in self.scores:
            self.scores[pair] = score(self.marks[pair[0]], self.marks[pair[1]])
        return self.scores[pair]

    def groups(self) -> list[Group]:
        """The groups, sorted."""
        return sorted(
            (Group(tuple(sorted(members)), tuple(self.ties[name])) for name, members in self.members.items()),
            key=lambda group: group.strands,
        )
