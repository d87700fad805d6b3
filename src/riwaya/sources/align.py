"""A text laid over the longer one that it was taken from: lines in their order, then pieces of lines (linear, within a budget).

Both are packed before: without white space and without characters that nobody sees, since extraction changes those. The longest
lines that stand once in the source are the anchors; every other line is looked for between its neighbours, so that a sentence
that a menu or a list of other reports repeats is found where the report has it. What is not found whole is looked for in pieces.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_ANCHORS = 24
_SHORTEST_ANCHOR = 12
_GRAMS = (16, 8, 4, 2)
_PER_CHARACTER = 256
_MOST = 2**28


class Block(NamedTuple):
    """So many characters from a place of the text on that stand from a place of the source on."""

    text: int
    source: int
    length: int


class Unit(NamedTuple):
    """A line of the text: its characters from start to end."""

    start: int
    end: int


@dataclass(slots=True)
class Aligner:
    """Lays lines of ``text`` over ``source``; ``budget`` is how many characters may still be searched."""

    text: str
    source: str
    budget: int = 0

    def __post_init__(self) -> None:
        self.budget = min(_MOST, _PER_CHARACTER * (len(self.text) + len(self.source)) + 100_000)

    def blocks(self, units: Sequence[Unit]) -> list[Block]:
        """The blocks of lines that stand in this order."""
        found: list[Block] = []
        low, begun = 0, 0
        for number, place in [*self._anchors(units), (len(units), len(self.source))]:
            found += self._between(units[begun:number], low, place, first=begun == 0 and number < len(units))
            if number < len(units):
                found.append(Block(units[number].start, place, _length(units[number])))
                low = place + found[-1].length
            begun = number + 1
        return found

    def alone(self, unit: Unit, before: int) -> list[Block]:
        """The block of a line that stands anywhere: the last place before another, else the first behind it."""
        place = self._last(self.text[unit.start : unit.end], 0, before)
        if place < 0:
            place = self.find(self.text[unit.start : unit.end], before, len(self.source))
        return [Block(unit.start, place, _length(unit))] if place >= 0 else []

    def find(self, words: str, start: int, end: int) -> int:
        """The first place of some words in a part of the source, -1 for none, or when the budget is spent."""
        if self.budget <= 0 or not words:
            return -1
        place = self.source.find(words, start, end)
        self.budget -= (place if place >= 0 else end) - start + len(words)
        return place

    def _last(self, words: str, start: int, end: int) -> int:
        """The last place, as ``find``."""
        if self.budget <= 0 or not words:
            return -1
        place = self.source.rfind(words, start, end)
        self.budget -= end - max(place, start) + len(words)
        return place

    def _anchors(self, units: Sequence[Unit]) -> list[tuple[int, int]]:
        """Lines that stand once in the source, and where: as many as keep their order."""
        longest = sorted(range(len(units)), key=lambda number: units[number].start - units[number].end)[:_ANCHORS]
        placed = []
        for number in sorted(longest):
            words = self.text[units[number].start : units[number].end]
            place = self.find(words, 0, len(self.source)) if len(words) >= _SHORTEST_ANCHOR else -1
            if place >= 0 and self.find(words, place + 1, len(self.source)) < 0:
                placed.append((number, place))
        kept: list[tuple[int, int]] = []
        for number, place in _rising(placed):
            if not kept or place >= kept[-1][1] + _length(units[kept[-1][0]]):
                kept.append((number, place))
        return kept

    def _between(self, units: Sequence[Unit], low: int, high: int, *, first: bool) -> Iterator[Block]:
        """Lines in a part of the source: whole ones as near as may be to the anchor before them (``first``: behind them),
        then pieces of the others between their neighbours."""
        places: dict[int, int] = {}
        start, end = low, high
        for number in reversed(range(len(units))) if first else range(len(units)):
            words = self.text[units[number].start : units[number].end]
            place = self._last(words, low, end) if first else self.find(words, start, high)
            if place >= 0:
                places[number] = place
                start, end = place + len(words), place
        begun = 0
        for number in [*sorted(places), len(units)]:
            yield from self._not_whole(units[begun:number], low, places.get(number, high))
            if number in places:
                yield Block(units[number].start, places[number], _length(units[number]))
                low = places[number] + _length(units[number])
            begun = number + 1

    def _not_whole(self, units: Sequence[Unit], low: int, high: int) -> list[Block]:
        """Lines that stand whole nowhere between two others: in pieces; where these leave some of the lines, and all that the
        lines lack is what an extraction left out, in the letters."""
        pieces: list[Block] = []
        at = low
        for unit in units:
            for block in self._pieces(unit, at, high, 0):
                pieces.append(block)
                at = block.source + block.length
        if sum(block.length for block in pieces) == sum(map(_length, units)):
            return pieces
        return self._letters(units, low, high) or pieces

    def _letters(self, units: Sequence[Unit], low: int, high: int) -> list[Block]:
        """Each letter of some lines at its first place behind the one before it, so that all are found if they stand there in
        this order, whatever stands between them; nothing if one is not found."""
        found: list[Block] = []
        for unit in units:
            at = unit.start
            while at < unit.end:
                place = self.find(self.text[at], low, high)
                if place < 0:
                    return []
                found.append(self._grown(at, place, unit.end, high))
                at += found[-1].length
                low = place + found[-1].length
        return found

    def _pieces(self, unit: Unit, low: int, high: int, level: int) -> Iterator[Block]:
        """The pieces of a line that stand in this order, longest first; what lies between two of them is looked for there."""
        if level == len(_GRAMS) or unit.end <= unit.start or high <= low or self.budget <= 0:
            return
        gram, at, done = _GRAMS[level], unit.start, Unit(unit.start, low)
        while at + gram <= unit.end:
            place = self.find(self.text[at : at + gram], done.end, high)
            if place < 0:
                at += 1
                continue
            block = self._grown(at, place, unit.end, high)
            yield from self._rest(Unit(done.start, at), done.end, place, level)
            yield block
            at = block.text + block.length
            done = Unit(at, block.source + block.length)
        yield from self._rest(Unit(done.start, unit.end), done.end, high, level)

    def _rest(self, unit: Unit, low: int, high: int, level: int) -> Iterator[Block]:
        """What is left between two pieces: whole, or in smaller pieces."""
        words = self.text[unit.start : unit.end]
        place = self.find(words, low, high) if len(words) < _GRAMS[level] else -1
        if place >= 0:
            yield Block(unit.start, place, len(words))
        else:
            yield from self._pieces(unit, low, high, level + 1)

    def _grown(self, text: int, source: int, text_end: int, source_end: int) -> Block:
        """As many characters as are the same from two places on."""
        most, length = min(text_end - text, source_end - source), 0
        step = 64
        while length < most and step:
            same = self.text[text + length : text + length + step] == self.source[source + length : source + length + step]
            if same and length + step <= most:
                length += step
            else:
                step //= 2
        self.budget -= length
        return Block(text, source, length)


def _length(unit: Unit) -> int:
    return unit.end - unit.start


def _rising(placed: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of a sequence whose places rise (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(placed):
        at = bisect_left(tails, place)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [place]
        ends[at : at + 1] = [index]
    found, index = [], ends[-1] if ends else -1
    while index >= 0:
        found.append(placed[index])
        index = before[index]
    return found[::-1]
