"""The text of a reading cut at every boundary of evidence: flat pieces, each with what holds there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from riwaya.model.document import Span
from riwaya.model.event import Event
from riwaya.model.reading import Reading
from riwaya.model.statement import Statement

_DEEPEST = 24

KINDS = ("source", "cue", "content", "trigger", "figure", "place", "date")
"""Kinds of evidence that have a look of their own."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One piece of evidence: its span, the claim it belongs to (``c1`` a statement, ``v1`` an event), its kind or nothing."""

    span: Span
    claim: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in which the same evidence holds; ``opens`` and ``closes`` are marks that begin or end with it.

    ``marks`` are the innermost ones, a bounded number: hostile texts nest without end.
    """

    start: int
    end: int
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]
    closes: tuple[Mark, ...]


def marks(reading: Reading) -> Iterator[Mark]:
    """All evidence of a reading."""
    for number, statement in enumerate(reading.statements, 1):
        yield from _of_statement(statement, f"c{number}")
    for number, event in enumerate(reading.events, 1):
        yield from _of_event(event, f"v{number}")


def _of_statement(statement: Statement, claim: str) -> Iterator[Mark]:
    yield Mark(statement.content, claim, "content")
    yield Mark(statement.cue, claim, "cue")
    if statement.source is not None and statement.source.mention is not None:
        yield Mark(statement.source.mention, claim, "source")
    for span in (*statement.via, statement.addressee, statement.condition):
        if span is not None:
            yield Mark(span, claim)


def _of_event(event: Event, claim: str) -> Iterator[Mark]:
    yield Mark(event.trigger, claim, "trigger")
    for figure in event.figures:
        yield Mark(figure.span, claim, "figure")
    if event.place is not None:
        yield Mark(event.place.span, claim, "place")
    if event.date is not None:
        yield Mark(event.date.span, claim, "date")
    for mention in (event.actor, event.target):
        if mention is not None:
            yield Mark(mention.span, claim)


def pieces(found: list[Mark], cuts: list[int]) -> Iterator[Piece]:
    """The pieces between the first and the last cut; no piece reaches over a cut or over a boundary of evidence."""
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in found:
        opening.setdefault(mark.span.start, []).append(mark)
        closing.setdefault(mark.span.end, []).append(mark)
    here: dict[Mark, None] = {}
    for start, end in pairwise(sorted({*cuts, *opening, *closing})):
        for mark in closing.get(start, ()):
            here.pop(mark, None)
        here.update(dict.fromkeys(opening.get(start, ())))
        if cuts[0] <= start and end <= cuts[-1]:
            inner = tuple(islice(reversed(here), _DEEPEST))[::-1]
            yield Piece(start, end, inner, tuple(opening.get(start, ())), tuple(closing.get(end, ())))
