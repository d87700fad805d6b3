"""The whole way of a claim: raw bytes, captures, text layer, runs, the claim in each reading, decisions, exports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from riwaya.ledger.decisions import decisions, full_id
from riwaya.ledger.query import DocumentQuery, EventQuery, StatementQuery, documents, events, statements
from riwaya.ledger.raw import Store
from riwaya.ledger.schema import CAPTURE, COPY, DECISION, DOCUMENT, EVENT, FIGURE, LOG, RAW, READING, RUN, STATEMENT, SUBJECT
from riwaya.model.capture import Capture
from riwaya.model.document import Document
from riwaya.model.errors import LedgerError
from riwaya.model.ids import PREFIXES
from riwaya.model.kept import Custody, Decision, KeptCapture, KeptEvent, KeptStatement, LogEntry, Original, Rules, Run

Readings = tuple[tuple[str, Run], ...]
_MOST_LOG = 1000
_CHUNK = 500
_CLAIMS = ("stmt", "event", "fig")


def custody(connection: Connection, beginning: str) -> Custody:
    """The way of the thing whose id begins so. Raises LedgerError where there is none or several."""
    identity = full_id(connection, beginning)
    prefix = identity.partition("-")[0]
    number, document = _document_of(connection, prefix, identity)
    kept = next(documents(connection, DocumentQuery(id=document, current=None)))
    found = readings_of(connection, number)
    shown = tuple(
        _claims(connection, prefix, identity, found) if prefix in _CLAIMS else _all_claims(connection, document, identity, found)
    )
    captures = tuple(captures_of(connection, number))
    copies = connection.execute(
        select(DOCUMENT.c.id).join(COPY, COPY.c.document == DOCUMENT.c.number).where(COPY.c.original == number)
    )
    names = {identity, document, *(one.id for one in captures), *(reading for reading, _ in found)}
    if prefix in _CLAIMS:
        names |= {one.id for one in shown} | {figure for one in shown if isinstance(one, KeptEvent) for figure in one.figure_ids}
    made = _decisions(connection, names)
    log = tuple(_log(connection, names | {one.id for one in made} | {run.id for _, run in found}))
    return Custody(identity, PREFIXES[prefix], kept, captures, tuple(copies.scalars()), found, shown, made, log)


def _document_of(connection: Connection, prefix: str, identity: str) -> tuple[int, str]:
    """Number and id of the document behind an id."""
    by_reading = {"stmt": STATEMENT, "event": EVENT, "fig": FIGURE}
    query = select(DOCUMENT.c.number, DOCUMENT.c.id)
    if prefix == "doc":
        query = query.where(DOCUMENT.c.id == identity)
    elif prefix == "cap":
        query = query.join(CAPTURE, CAPTURE.c.document == DOCUMENT.c.number).where(CAPTURE.c.id == identity)
    elif prefix == "read":
        query = query.join(READING, READING.c.document == DOCUMENT.c.number).where(READING.c.id == identity)
    elif prefix in by_reading:
        table = by_reading[prefix]
        query = query.join(READING, READING.c.document == DOCUMENT.c.number)
        query = query.join(table, table.c.reading == READING.c.number).where(table.c.id == identity)
    elif prefix == "dec":
        subject = select(SUBJECT.c.id).join(DECISION, DECISION.c.number == SUBJECT.c.decision)
        first = connection.execute(subject.where(DECISION.c.id == identity, SUBJECT.c.place == 0)).scalar_one()
        return _document_of(connection, first.partition("-")[0], first)
    else:
        raise LedgerError(f"{identity}: a run has no chain of its own: riwaya log --object {identity} tells what it did")
    row = connection.execute(query.limit(1)).one()
    return row.number, row.id


def _claims(connection: Connection, prefix: str, identity: str, found: Readings) -> Iterator[KeptStatement | KeptEvent]:
    """A claim as each version of the rules reads it."""
    everything = DocumentQuery(current=None)
    event = _event_of_figure(connection, identity) if prefix == "fig" else identity
    for _, run in found:
        if prefix == "stmt":
            yield from statements(connection, StatementQuery(id=identity, rules=run.rules.version, documents=everything))
        else:
            yield from events(connection, EventQuery(id=event, rules=run.rules.version, documents=everything))


def _all_claims(connection: Connection, document: str, identity: str, found: Readings) -> Iterator[KeptStatement | KeptEvent]:
    """All claims of a document, as its newest reading has them, or the reading that is asked for."""
    rules = next((run.rules.version for reading, run in found if reading == identity), None)
    where = DocumentQuery(id=document, current=None)
    yield from statements(connection, StatementQuery(rules=rules, documents=where))
    yield from events(connection, EventQuery(rules=rules, documents=where))


def _event_of_figure(connection: Connection, identity: str) -> str:
    same = (EVENT.c.reading == FIGURE.c.reading) & (EVENT.c.place == FIGURE.c.event)
    query = select(EVENT.c.id).join(FIGURE, same).where(FIGURE.c.id == identity).limit(1)
    return str(connection.execute(query).scalar_one())


def captures_of(connection: Connection, number: int) -> Iterator[KeptCapture]:
    """Where the document with this number was found, the first place first."""
    query = (
        select(CAPTURE, DOCUMENT.c.id.label("document_id"), RAW.c.sha256, RAW.c.size, RUN.c.operator)
        .join(DOCUMENT, CAPTURE.c.document == DOCUMENT.c.number)
        .join(RAW, DOCUMENT.c.raw == RAW.c.number)
        .join(RUN, CAPTURE.c.run == RUN.c.number)
        .where(CAPTURE.c.document == number)
        .order_by(CAPTURE.c.number)
    )
    for row in connection.execute(query):
        yield KeptCapture(
            row.id, row.document_id, row.sha256, row.size, _capture(row), row.part, row.outlet, row.url, row.operator, row.seq
        )


def _capture(row: Row[Any]) -> Capture:
    headers = tuple((name, value) for name, value in json.loads(row.headers))
    when = datetime.fromisoformat(row.retrieved)
    return Capture(row.requested, row.final, when, row.media_type, headers, row.tool, row.record_id)


def originals(connection: Connection, store: Store, document: str | None) -> Iterator[Original]:
    """Text layers in the order in which they were kept, each with its bytes and its first capture."""
    any_of = CAPTURE.alias("any_of")
    first = select(func.min(any_of.c.number)).where(any_of.c.document == DOCUMENT.c.number).scalar_subquery()
    names = ("requested", "final", "retrieved", "media_type", "headers", "tool", "record_id")
    texts = ("id", "name", "title", "text", "layer")
    query = (
        select(RAW.c.sha256, *(DOCUMENT.c[name] for name in texts), *(CAPTURE.c[name] for name in names))
        .join(RAW, DOCUMENT.c.raw == RAW.c.number)
        .join(CAPTURE, CAPTURE.c.number == first)
        .order_by(DOCUMENT.c.number)
    )
    chosen = query if document is None else query.where(DOCUMENT.c.id == document)
    for row in connection.execution_options(yield_per=_CHUNK).execute(chosen):
        one = Document(row.name, row.title, row.text)
        yield Original(row.id, one, row.layer, row.sha256, store.get(connection, row.sha256), _capture(row))


def readings_of(connection: Connection, number: int) -> Readings:
    """The readings of the document with this number, each with the run that made it, the oldest first."""
    query = select(READING.c.id.label("reading_id"), RUN).join(RUN, READING.c.run == RUN.c.number)
    rows = connection.execute(query.where(READING.c.document == number).order_by(READING.c.number))
    return tuple((row.reading_id, run_of(row)) for row in rows)


def run_of(row: Row[Any]) -> Run:
    """The run of a row that has its columns."""
    names = ("rules", "tool", "code", "tables", "gazetteer", "actors")
    rules = Rules(*(getattr(row, name) for name in names))
    return Run(row.id, row.kind, row.started, row.operator, rules, row.seq)


def _decisions(connection: Connection, names: set[str]) -> tuple[Decision, ...]:
    found = {one.id: one for name in names for one in decisions(connection, standing=False, subject=name)}
    found |= {one.id: one for one in decisions(connection, standing=False) if one.id in names}
    return tuple(sorted(found.values(), key=lambda one: one.seq))


def _log(connection: Connection, names: set[str]) -> Iterator[LogEntry]:
    """The entries about these ids: as their object, and where an export or a sighting lists them."""
    lists = LOG.c.action.in_(("export", "download", "sighting"))
    named = or_(*(LOG.c.detail.contains(f'"{name}"', autoescape=True) for name in sorted(names)))
    query = select(LOG).where(or_(LOG.c.object.in_(names), lists & named)).order_by(LOG.c.seq).limit(_MOST_LOG)
    for row in connection.execute(query):
        yield LogEntry(*row)
