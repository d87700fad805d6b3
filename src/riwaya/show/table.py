"""A reading for a terminal: the label first, one Arabic string a line, so that no terminal mixes up directions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from riwaya.model.event import Event, Figure
from riwaya.model.reading import Reading
from riwaya.model.statement import Statement

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def clean(text: str) -> str:
    """Text for one line: control and bidirectional characters, which could repaint a terminal, become a blank."""
    return _CONTROL.sub(" ", text)


def line(label: str, value: str) -> str:
    """A label and its value."""
    return f"  {label:<11} {clean(value)}\n"


def table(reading: Reading) -> str:
    """The ledger of one report: each statement with the events it claims, then the events in the outlet's own voice."""
    document = reading.document
    out = [f"{clean(document.id)}  {document.outlet or ''}  {document.published or 'no day of publication'}\n"]
    if document.title:
        out.append(line("title", document.title))
    for number, statement in enumerate(reading.statements):
        out.append("\n" + "".join(statement_lines(number + 1, statement)))
        out += ["".join(event_lines(event)) for event in reading.events if event.statement == number]
    own = [event for event in reading.events if event.statement is None]
    if own:
        out.append("\n  --- in the outlet's own voice\n")
    out += ["".join(event_lines(event)) for event in own]
    out.append(f"\n{len(reading.statements)} statements, {len(reading.events)} events\n\n")
    return "".join(out)


def statement_lines(number: int, statement: Statement) -> Iterator[str]:
    """A statement: its act, who says it through whom, to whom, what, and on which condition."""
    yield f"  [{number}] {statement.act}{' (quoted)' if statement.quoted else ''}\n"
    yield line("source", statement.source.name if statement.source else "(not named)")
    for carrier in statement.via:
        yield line("via", carrier.text)
    yield line("cue", statement.cue.text)
    if statement.addressee:
        yield line("to", statement.addressee.text)
    yield line("says", statement.content.text)
    if statement.condition:
        yield line("if", statement.condition.text)


def event_lines(event: Event) -> Iterator[str]:
    """An event: type, words, participants, place, time, figures."""
    marks = [event.modality] if event.modality != "actual" else []
    marks += ["negated"] if event.negated else []
    yield f"    > {event.type}{' ' + event.mode if event.mode else ''}{' (' + ', '.join(marks) + ')' if marks else ''}\n"
    yield line("  trigger", event.trigger.text)
    for label, mention in (("  actor", event.actor), ("  target", event.target)):
        if mention is not None:
            yield line(label, mention.span.text)
    if event.place is not None:
        yield line("  place", event.place.span.text)
        yield line("  where", f"{event.place.precision}, {event.place.country or 'country unknown'}")
    if event.date is not None:
        yield line("  when", f"{event.date.start}" + (f" to {event.date.end}" if event.date.end != event.date.start else ""))
        yield line("  date words", event.date.span.text)
    for figure in event.figures:
        yield line("  " + figure.kind, interval(figure))
        yield line("  evidence", figure.span.text)


def interval(figure: Figure) -> str:
    """A figure's interval in plain words; an open end is said."""
    if figure.low == figure.high:
        return str(figure.low)
    if figure.high is None:
        return f"{figure.low} or more"
    return f"up to {figure.high}" if figure.low is None else f"{figure.low} to {figure.high}"
