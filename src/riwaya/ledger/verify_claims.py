"""Claims checked: the rows against the log, each span against the text, what is filtered by against the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Table, select

from riwaya.ledger.checking import CHUNK, Subject, as_told, left
from riwaya.ledger.rows import claims, claims_hash, event_of, statement_of
from riwaya.ledger.schema import DOCUMENT, EVENT, FIGURE, READING, STATEMENT
from riwaya.model.document import Document
from riwaya.model.evidence import faults
from riwaya.model.ids import reading_id
from riwaya.model.kept import Fault
from riwaya.model.reading import Reading

Rows = list[dict[str, Any]]


def evidence(subject: Subject) -> Iterator[Fault]:
    """Every reading: the hash over its claims, and each claim where it says it stands."""
    told = subject.told("read")
    last = 0
    while chunk := _chunk(subject, last):
        stored = {table.name: _claims(subject, table, chunk) for table in (STATEMENT, EVENT, FIGURE)}
        for row in chunk:
            rows = [stored[table.name].get(row.number, []) for table in (STATEMENT, EVENT, FIGURE)]
            yield from as_told(told, row.id, claims_hash(row.of, rows[0], rows[1]))
            if row.id != reading_id(row.of, row.rules) or told.get(row.id, row.sha256) != row.sha256:
                yield Fault(row.id, "its id or its hash does not fit the document, the rules and the log")
            yield from _reading(row, rows)
        last = chunk[-1].number
    yield from left(told, "reading")


def _chunk(subject: Subject, last: int) -> Sequence[Row[Any]]:
    names = ("name", "title", "text", "published", "outlet", "url")
    query = select(READING, DOCUMENT.c.id.label("of"), *(DOCUMENT.c[name] for name in names)).join(DOCUMENT)
    return subject.connection.execute(query.where(READING.c.number > last).order_by(READING.c.number).limit(CHUNK)).all()


def _claims(subject: Subject, table: Table, chunk: Sequence[Row[Any]]) -> dict[int, Rows]:
    order = [table.c[name] for name in ("reading", "event", "place") if name in table.c]
    query = select(table).where(table.c.reading.in_([row.number for row in chunk])).order_by(*order)
    found: dict[int, Rows] = {}
    for row in subject.connection.execute(query):
        one = dict(row._mapping)
        found.setdefault(one.pop("reading"), []).append(one)
    return found


def _reading(row: Row[Any], rows: list[Rows]) -> Iterator[Fault]:
    try:
        document = Document(row.name, row.title, row.text, date.fromisoformat(row.published) if row.published else None)
        told = tuple(statement_of(one["record"]) for one in rows[0])
        found = Reading(document, told, tuple(event_of(one["record"]) for one in rows[1]))
        for line in faults(found):
            yield Fault(row.id, f"orphan: {line}")
        made = claims(row.of, found)
    except ValueError as error:
        yield Fault(row.id, f"a record cannot be read: {error}")
        return
    if (row.statements, row.events) != (len(made.statements), len(made.events)):
        yield Fault(row.id, f"says {row.statements} statements and {row.events} events; there are others")
    for stored, wanted in zip(rows, (made.statements, made.events, made.figures), strict=True):
        if len(stored) != len(wanted):
            yield Fault(row.id, f"{len(stored)} rows where its records tell of {len(wanted)}")
        for one, want in zip(stored, wanted, strict=False):
            wrong = sorted(name for name in want if one.get(name) != want[name])
            if wrong:
                yield Fault(one["id"], f"{', '.join(wrong)} and the record do not say the same")
