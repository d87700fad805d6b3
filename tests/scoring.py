"""How near a reading comes to a report's coding: F1 of statements, their sources, events and figures.

A statement is found where half of its content is; a source is the same where half of its words are; an event where its type is
the same and its word touches the coded one or stands in its sentence; a figure where kind and interval are the same there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from riwaya.model.document import Document
from riwaya.model.reading import Reading
from riwaya.read.reader import read_document
from riwaya.spelling import fold

MEASURES = ("statement", "statement+source", "statement+source+act", "event", "event+source", "figure", "figure+source")
Where = tuple[int, int]


@dataclass(frozen=True)
class Told:
    """A statement: where its content stands, who says it, and its act."""

    where: Where
    source: str | None
    act: str


@dataclass(frozen=True)
class Happening:
    """An event: its type, where its word stands, who tells it, and its figures."""

    type: str
    where: Where
    source: str | None
    figures: tuple[tuple[str, int | None, int | None], ...]


@dataclass
class Score:
    """How many were found, coded and read."""

    right: int = 0
    coded: int = 0
    read: int = 0

    @property
    def f1(self) -> float:
        """F1 in percent."""
        both = self.coded + self.read
        return 200 * self.right / both if both else 0.0


@dataclass
class Scores:
    """The scores of some reports."""

    by: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in MEASURES})

    def add(self, name: str, right: int, coded: int, read: int) -> None:
        """Count what one report adds to a measure."""
        score = self.by[name]
        score.right, score.coded, score.read = score.right + right, score.coded + coded, score.read + read


def scores(folders: Sequence[Path], read: Callable[[Document], Reading] = read_document) -> Scores:
    """The scores of the reports in some folders."""
    total = Scores()
    for folder in folders:
        text = json.loads((folder / "text.json").read_text(encoding="utf-8"))
        document = Document(text["id"], text["title"], text["text"], date.fromisoformat(text["published"]))
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        _compare(total, document, coded(document, gold), found(read(document)))
    return total


Coding = tuple[list[Told], list[Happening]]


def coded(document: Document, gold: dict[str, Any]) -> Coding:
    """What a coder wrote, with the places of its words."""
    told = [Told(_place(document, one, "content", None), one["source"], one["act"]) for one in gold["statements"]]
    events = []
    for one in gold["events"]:
        owner = told[one["statement"]] if one["statement"] is not None else None
        figures = tuple((figure["kind"], figure["low"], figure["high"]) for figure in one["figures"])
        where = _place(document, one, "trigger", owner.where if owner else None)
        events.append(Happening(one["type"], where, owner.source if owner else _OUTLET, figures))
    return told, events


_OUTLET = "-"
"""The outlet's own voice, which is no source without a name."""


def found(reading: Reading) -> Coding:
    """What the program read, in the same form."""
    told = [
        Told((one.content.start, one.content.end), one.source.name if one.source else None, one.act) for one in reading.statements
    ]
    events = []
    for one in reading.events:
        source = told[one.statement].source if one.statement is not None else _OUTLET
        figures = tuple((figure.kind, figure.low, figure.high) for figure in one.figures)
        events.append(Happening(one.type, (one.trigger.start, one.trigger.end), source, figures))
    return told, events


def _place(document: Document, one: dict[str, Any], key: str, within: Where | None) -> Where:
    """Where the words of a coding stand: inside the statement they belong to, else the place that ``n`` counts, else the first."""
    words = one[key]
    starts = [match.start() for match in re.finditer(re.escape(words), document.characters)]
    inside = [start for start in starts if within and within[0] <= start < within[1]]
    start = starts[one["n"] - 1] if one.get("n") and key == "trigger" else (inside or starts)[0]
    return start, start + len(words)


def _compare(total: Scores, document: Document, gold: Coding, read: Coding) -> None:
    ends = [match.end() for match in re.finditer(r"[.؟!\n]+", document.characters)]

    def sentence(where: Where) -> int:
        return sum(end <= where[0] for end in ends)

    told = _pairs(gold[0], read[0], lambda one, other: _overlap(one.where, other.where))
    total.add("statement", len(told), len(gold[0]), len(read[0]))
    same_source = [(one, other) for one, other in told if same(one.source, other.source)]
    total.add("statement+source", len(same_source), len(gold[0]), len(read[0]))
    total.add("statement+source+act", sum(one.act == other.act for one, other in same_source), len(gold[0]), len(read[0]))

    def alike(one: Happening, other: Happening) -> float:
        near = 1.0 * (sentence(one.where) == sentence(other.where)) + 2 * (_overlap(one.where, other.where) > 0)
        return near if one.type == other.type else 0.0

    events = _pairs(gold[1], read[1], alike)
    total.add("event", len(events), len(gold[1]), len(read[1]))
    total.add("event+source", sum(same(one.source, other.source) for one, other in events), len(gold[1]), len(read[1]))
    rows, others = (
        [(sentence(one.where), number, one.source) for one in side[1] for number in one.figures] for side in (gold, read)
    )
    figures = _pairs(rows, others, lambda one, other: float(one[:2] == other[:2]) * (2 if same(one[2], other[2]) else 1))
    total.add("figure", len(figures), len(rows), len(others))
    total.add("figure+source", sum(same(one[2], other[2]) for one, other in figures), len(rows), len(others))


def _pairs(gold: Sequence[Any], read: Sequence[Any], worth: Callable[[Any, Any], float]) -> list[tuple[Any, Any]]:
    """One-to-one pairs of what was coded and what was read, the best first; a worth under a half is no pair."""
    worths = ((worth(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(read))
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for value, i, j in sorted(worths, key=lambda row: (-row[0], row[1], row[2])):
        if value >= _HALF and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((gold[i], read[j]))
    return pairs


_HALF = 0.5


def _overlap(one: Where, other: Where) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def same(one: str | None, other: str | None) -> bool:
    """Whether two names share half of their words; nobody is the same as nobody only."""
    if not one or not other:
        return not one and not other
    words = [{_stem(word) for word in re.findall(r"[\w-]+", fold(name))} for name in (one, other)]
    shared = len(words[0] & words[1])
    return 2 * shared >= _HALF * (len(words[0]) + len(words[1])) or (shared > 1 and shared == min(map(len, words)))


def _stem(word: str) -> str:
    return re.sub(r"^[وف]?[بلك]?(ال|لل)?(?=..)", "", word)
