"""Versions of the schema: a new ledger is made at the newest, an old one is brought up step by step, all or nothing."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, insert, select, update

from riwaya.ledger.copies import Newcomer, bands, recognise, shingles
from riwaya.ledger.dialects import Dialect
from riwaya.ledger.linkschema import DERIVED
from riwaya.ledger.log import Pen
from riwaya.ledger.schema import APPEND_ONLY, BAND, COPY, DOCUMENT, META, METADATA
from riwaya.model.errors import LedgerError

Step = Callable[[Connection, Dialect, Pen], None]


def near_copies(connection: Connection, dialect: Dialect, pen: Pen) -> None:
    """Version 2: near-copies of a text are recognised; those already kept are looked through in their order."""
    METADATA.create_all(connection, tables=[COPY, BAND])
    dialect.protect(connection, [COPY])
    columns = (DOCUMENT.c.number, DOCUMENT.c.id, DOCUMENT.c.text, DOCUMENT.c.origin)
    for row in connection.execute(select(*columns).order_by(DOCUMENT.c.number)):
        recognise(connection, pen, Newcomer(*row, keys=bands(shingles(row.text)[0])))


def links(connection: Connection, dialect: Dialect, pen: Pen) -> None:
    """Version 3: room for incidents and what is found in comparing; ``riwaya link`` fills it."""
    METADATA.create_all(connection, tables=list(DERIVED))


MIGRATIONS: dict[int, Step] = {2: near_copies, 3: links}
"""Version → the step that leads to it."""

NEWEST = max(MIGRATIONS)


def make(connection: Connection, dialect: Dialect, user: str) -> None:
    """All tables, empty, at the newest version."""
    METADATA.create_all(connection)
    dialect.create_index(connection)
    dialect.protect(connection, APPEND_ONLY)
    connection.execute(insert(META), [{"name": "schema", "value": str(NEWEST)}, {"name": "head", "value": "0:"}])
    pen = Pen(connection, user=user)
    pen.add("create", "ledger", detail={"schema": NEWEST})
    pen.flush()


def bring_up(connection: Connection, dialect: Dialect, user: str) -> None:
    """The steps from the version that the ledger has to the newest. Raises LedgerError where it is newer than we are."""
    version = schema_version(connection)
    if version > NEWEST:
        raise LedgerError(f"was made by a newer Riwaya (schema {version}, this one knows {NEWEST}): update Riwaya")
    for number in range(version + 1, NEWEST + 1):
        pen = Pen(connection, user=user)
        MIGRATIONS[number](connection, dialect, pen)
        pen.add("migrate", "ledger", detail={"from": number - 1, "to": number})
        pen.flush()
        connection.execute(update(META).where(META.c.name == "schema").values(value=str(number)))


def schema_version(connection: Connection) -> int:
    """The version that the ledger has."""
    return int(connection.execute(select(META.c.value).where(META.c.name == "schema")).scalar_one())
