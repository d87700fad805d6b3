"""Everything that a ledger holds as lines of JSON, sorted, without clocks: equal ledgers give equal bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, select

from riwaya.ledger.codec import canonical
from riwaya.ledger.schema import CAPTURE, COPY, DECISION, DOCUMENT, EVENT, FIGURE, LOG, RAW, READING, STATEMENT, SUBJECT, WITHDRAWAL

_CLOCKS = frozenset(("number", "seq", "run", "made", "retrieved", "headers", "content", "raw"))


def dump(connection: Connection) -> Iterator[str]:
    """The lines: bytes, texts, captures, readings, claims, copies, decisions, sightings and refusals; no times, no row numbers."""
    documents = _ids(connection, DOCUMENT)
    readings, decisions = _ids(connection, READING), _ids(connection, DECISION)
    names = {"document": documents, "original": documents, "reading": readings, "decision": decisions}
    raws = {row.number: row.sha256 for row in connection.execute(select(RAW.c.number, RAW.c.sha256))}
    order = ((RAW, "sha256"), (DOCUMENT, "id"), (CAPTURE, "id"), (READING, "id"), (STATEMENT, "id"), (EVENT, "id"))
    for table, key in (
        *order,
        (FIGURE, "id"),
        (COPY, "document"),
        (DECISION, "id"),
        (SUBJECT, "decision"),
        (WITHDRAWAL, "decision"),
    ):
        lines = []
        for row in connection.execute(select(table)):
            plain = {
                name: names[name][value] if name in names else value for name, value in row._mapping.items() if name not in _CLOCKS
            }
            plain |= {"raw": raws[row.raw]} if table is DOCUMENT else {}
            lines.append((str(plain[key]), canonical([table.name, plain])))
        yield from (line for _, line in sorted(lines))
    yield from sorted(_told(connection))


def _ids(connection: Connection, table: Table) -> dict[Any, str]:
    return {row.number: row.id for row in connection.execute(select(table.c.number, table.c.id))}


def _told(connection: Connection) -> Iterator[str]:
    """Sightings and refusals stand only in the log."""
    query = select(LOG.c.action, LOG.c.object, LOG.c.detail).where(LOG.c.action.in_(("sighting", "refuse")))
    for row in connection.execute(query):
        detail = json.loads(row.detail)
        for one in detail if row.action == "sighting" else [[row.object, detail]]:
            yield canonical([row.action, one])
