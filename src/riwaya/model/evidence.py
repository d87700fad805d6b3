"""Evidence is exact or it is an error: the check that every span stands where it says."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.model.document import Document, Span
from riwaya.model.event import Event
from riwaya.model.reading import Reading
from riwaya.model.statement import Statement


def statement_spans(statement: Statement) -> Iterator[Span]:
    """Every span that a statement rests on."""
    yield statement.cue
    yield statement.content
    yield from statement.via
    mention = statement.source.mention if statement.source else None
    for span in (mention, statement.addressee, statement.condition):
        if span is not None:
            yield span


def event_spans(event: Event) -> Iterator[Span]:
    """Every span that an event rests on."""
    yield event.trigger
    yield from event.means
    for mention in (event.actor, event.target):
        if mention is not None:
            yield mention.span
    for located in (event.place, event.date):
        if located is not None:
            yield located.span
    for figure in event.figures:
        yield figure.span
        if figure.of is not None:
            yield figure.of


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
