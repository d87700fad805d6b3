"""What the checks of a ledger share: the subject, and rows held against what the log says of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from riwaya.ledger.dialects import Dialect
from riwaya.ledger.raw import Store
from riwaya.ledger.schema import LOG
from riwaya.model.kept import Fault

CHUNK = 500
"""Rows that are held at a time."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is checked: the ledger as one snapshot, its raw store, and a head of the log pinned elsewhere ("" for none)."""

    connection: Connection
    dialect: Dialect
    store: Store
    pinned: str = ""

    def rows(self, query: Select[Any]) -> Iterator[Row[Any]]:
        """The rows of a query, streamed."""
        yield from self.connection.execution_options(yield_per=CHUNK).execute(query)

    def told(self, action: str) -> dict[str, str]:
        """What the log says of the rows of one kind: id → hash. An id that is told twice keeps its first hash."""
        query = select(LOG.c.object, LOG.c.after).where(LOG.c.action == action).order_by(LOG.c.seq.desc())
        return {row.object: row.after for row in self.rows(query)}


def as_told(told: dict[str, str], identity: str, found: str) -> Iterator[Fault]:
    """A row held against the log; what was compared is taken out of ``told``."""
    if identity not in told:
        yield Fault(identity, "the log does not know it: it was put in from outside, or the end of the log is missing")
    elif told.pop(identity) != found:
        yield Fault(identity, "is not as the log says: it was changed")


def left(told: dict[str, str], what: str) -> Iterator[Fault]:
    """What the log tells of and no row is there for."""
    for identity in told:
        yield Fault(identity, f"the log tells of this {what}, and it is gone")
