"""Evidence is exact or it is an error: the check that every span stands where it says."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.model.document import Document, Span
from riwaya.model.event import Event
from riwaya.model.reading import Reading
from riwaya.model.statement import Statement

Part = tuple[str, Span]
"""A piece of evidence: what it is of its claim, as the output's field has it, and the span."""


def statement_parts(statement: Statement) -> Iterator[Part]:
    """Every span that a statement rests on."""
    yield "cue", statement.cue
    yield "content", statement.content
    yield from (("via", span) for span in statement.via)
    mention = statement.source.mention if statement.source else None
    for name, span in (("source", mention), ("addressee", statement.addressee), ("condition", statement.condition)):
        if span is not None:
            yield name, span


def event_parts(event: Event) -> Iterator[Part]:
    """Every span that an event rests on."""
    yield "trigger", event.trigger
    yield from (("means", span) for span in event.means)
    for name, held in (("actor", event.actor), ("target", event.target), ("place", event.place), ("date", event.date)):
        if held is not None:
            yield name, held.span
    for figure in event.figures:
        yield "figure", figure.span
        if figure.of is not None:
            yield "figure of", figure.of


def statement_spans(statement: Statement) -> Iterator[Span]:
    """The spans of ``statement_parts``."""
    return (span for _, span in statement_parts(statement))


def event_spans(event: Event) -> Iterator[Span]:
    """The spans of ``event_parts``."""
    return (span for _, span in event_parts(event))


def names(reading: Reading) -> Iterator[str]:
    """Every name that must be a substring of the document."""
    for statement in reading.statements:
        if statement.source is not None:
            yield statement.source.name
    for event in reading.events:
        yield from (mention.name for mention in (event.actor, event.target) if mention is not None)


def faults(reading: Reading) -> list[str]:
    """What is wrong with the evidence of a reading, one line a fault; an empty list is the normal answer."""
    document = reading.document
    found = [line for statement in reading.statements for line in _faulty(document, statement_spans(statement))]
    found += [line for event in reading.events for line in _faulty(document, event_spans(event))]
    found += [f"{document.id}: the name {name!r} is not in the text" for name in names(reading) if name not in document.characters]
    for number, event in enumerate(reading.events):
        if event.statement is not None and not 0 <= event.statement < len(reading.statements):
            found.append(f"{document.id}: event {number} points to statement {event.statement}, which is not there")
    return found


def _faulty(document: Document, spans: Iterator[Span]) -> Iterator[str]:
    characters = document.characters
    for span in spans:
        if not span.text or characters[span.start : span.end] != span.text:
            yield f"{document.id}: {span.start}:{span.end} does not read {span.text!r}"
