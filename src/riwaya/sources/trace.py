"""A text that remembers where each of its characters came from, through any number of steps of unescaping and cutting."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from itertools import accumulate
from typing import NamedTuple

BETWEEN = "\0"
"""What stands between strings that were written apart; no text of a report holds it."""


class Run(NamedTuple):
    """Characters from start to end, each of them ``width`` characters of the source, the first at ``begin``."""

    start: int
    end: int
    begin: int
    width: int


def _places() -> array[int]:
    return array("q")


@dataclass(slots=True)
class Trace:
    """A text in runs: ``at`` is where each begins in the text, ``begin`` where in the source, ``width`` as in ``Run``.

    ``put`` and ``take`` add to its end; ``text`` is made by ``close``. A run takes 24 bytes, and what goes on where the
    run before ends is one with it: a page of nothing but escapes needs little memory.
    """

    text: str = ""
    at: array[int] = field(default_factory=_places)
    begin: array[int] = field(default_factory=_places)
    width: array[int] = field(default_factory=_places)
    _parts: StringIO = field(default_factory=StringIO)
    _next: int = -2

    def put(self, text: str, begin: int, width: int = 1) -> None:
        """Add characters that stand in the source from a place on."""
        if begin != self._next or width != self.width[-1]:
            self.at.append(self._parts.tell())
            self.begin.append(begin)
            self.width.append(width)
        self._parts.write(text)
        self._next = begin + len(text) * width

    def take(self, other: Trace, start: int, end: int) -> None:
        """Add a piece of another trace of the same source."""
        if len(other.at) == 1:
            self.put(other.text[start:end], other.begin[0] + start, 1)
            return
        for run in other.runs(start, end):
            self.put(other.text[run.start : run.end], run.begin, run.width)

    def stop(self) -> None:
        """Add the sign that what comes was written apart."""
        self.put(BETWEEN, -1, 0)

    def close(self) -> Trace:
        """The trace with its text, when all is added."""
        self.text = self._parts.getvalue()
        self._parts = StringIO()
        return self

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """The runs of some of its characters."""
        at = bisect_right(self.at, start) - 1
        while start < end:
            until = min(end, self.at[at + 1]) if at + 1 < len(self.at) else end
            width = self.width[at]
            yield Run(start, until, self.begin[at] + (start - self.at[at]) * width, width)
            start, at = until, at + 1

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Where in the source a piece begins and ends."""
        runs = list(self.runs(start, end))
        return runs[0].begin, runs[-1].begin + (runs[-1].end - runs[-1].start) * runs[-1].width


def as_it_is(text: str) -> Trace:
    """The trace of a text that is its own source."""
    return Trace(text, array("q", [0]), array("q", [0]), array("q", [1]))


def picked(text: str, chosen: re.Pattern[str]) -> Trace:
    """The trace of those pieces of a text that a pattern matches; the text is its source."""
    begin = array("q", (found.start() for found in chosen.finditer(text)))
    words = chosen.findall(text)
    at = array("q", accumulate(map(len, words), initial=0))
    at.pop()
    return Trace("".join(words), at, begin, array("q", [1]) * len(at))
