"""What has been said so far in a document: its acts in text order, and which of them stand in the content of another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from riwaya.model.swift import swift
from riwaya.read.grammar import Range
from riwaya.read.sayings.attribution import Attribution

_BACK = 200
"""So many acts back a speaker is looked for."""


@swift
@dataclass(frozen=True, slots=True)
class Spoken:
    """An attribution with its speaker: the mention at the cue, None if dropped, and the fullest one.

    ``body``: for whom he speaks, where it is named as the subject (قالت | الحكومة | على لسان وزيرها).
    """

    act: Attribution
    mention: Range | None
    name: Range | None
    body: Range | None = None


class Contents:
    """Contents, added in any order, asked how far those reach that have begun."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        """For each content the farthest end of it and of those that begin before it."""

    def add(self, content: Range) -> None:
        """One more content."""
        start, end = content
        at = bisect_right(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, max(end, self._ends[at - 1] if at else 0))
        for later in range(at + 1, len(self._ends)):
            if self._ends[later] >= end:
                break
            self._ends[later] = end

    def reach(self, index: int) -> int:
        """The farthest end of the contents that begin at or before a token; it lies in one of them if that is behind it."""
        at = bisect_right(self._starts, index)
        return self._ends[at - 1] if at else 0


@dataclass
class Said:
    """The acts of a document up to one of them, in text order."""

    spoken: list[Spoken] = field(default_factory=list)
    named: list[Spoken] = field(default_factory=list)
    """Those whose speaker is known."""
    cues: set[int] = field(default_factory=set)
    """The tokens of all cues."""
    inner: set[int] = field(default_factory=set)
    """The first tokens of the cues that stand in the content of an act before."""
    contents: Contents = field(default_factory=Contents)

    def add(self, one: Spoken) -> None:
        """The next act."""
        cue = one.act.cue
        if self.contents.reach(cue[0]) > cue[0]:
            self.inner.add(cue[0])
        self.contents.add(one.act.content)
        self.cues.update(range(*cue))
        self.spoken.append(one)
        if one.name is not None:
            self.named.append(one)

    def speakers(self) -> Iterator[tuple[Spoken, Range]]:
        """The acts whose speaker is known and their speakers, the last one first."""
        return ((one, one.name) for one in islice(reversed(self.named), _BACK) if one.name is not None)

    def named_between(self, start: int, end: int) -> list[Spoken]:
        """The last acts whose cue lies between two tokens and whose speaker is known, in text order."""
        first, last = bisect_left(self.named, start, key=_cue), bisect_left(self.named, end, key=_cue)
        return self.named[max(first, last - _NEAR) : last]

    def around(self, index: int) -> Spoken | None:
        """The innermost act in whose content a token stands; the first among equals."""
        best: Spoken | None = None
        shortest = 0
        for one in islice(reversed(self.spoken), _BACK):
            start, end = one.act.content
            if start <= index < end and (best is None or end - start <= shortest):
                best, shortest = one, end - start
        return best


_NEAR = 40
"""So many acts of one sentence are looked at."""


def _cue(one: Spoken) -> int:
    return one.act.cue[0]
