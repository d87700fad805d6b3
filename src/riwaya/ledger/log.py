"""The log: every step of every run and person, in order, each entry chained to the one before by its hash.

Nothing expires and no kind of entry can be switched off. An entry is written in the transaction of the step that it tells
of, so a step whose entry cannot be written does not happen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update

from riwaya.ledger.codec import canonical, digest
from riwaya.ledger.schema import LOG, META
from riwaya.model.errors import LedgerError
from riwaya.model.kept import LogEntry

ACTIONS = {
    "create": "the ledger was made",
    "migrate": "the ledger was brought to a newer schema",
    "run": "a run began",
    "finish": "a run came to its end, with what it kept",
    "stop": "a run was stopped before its end; what it kept stays",
    "ingest": "a text was kept for the first time",
    "capture": "a text was found at a place for the first time",
    "sighting": "texts were found again, the same bytes at the same place; their ids",
    "refuse": "something could not be taken or read, and why",
    "read": "a version of the rules read a text",
    "copy": "a text was recognised as a near-copy of an earlier one",
    "index": "the search index was made anew",
    "link": "incidents were made anew or brought up to date, from which entry on; how many there are",
    "decide": "a person decided something",
    "withdraw": "a person took a decision back",
    "export": "rows left the ledger in a file; their ids",
    "download": "a person took a file",
    "deny": "access was refused",
    "configure": "a setting was changed",
}
"""What an entry can tell of."""

OUTSIDE = ("export", "download", "deny", "configure")
"""Actions that the parts around the ledger tell of; the others only the ledger itself writes."""

FIELDS = ("seq", "made", "run", "user", "action", "object", "detail", "before", "after", "previous")
"""What the hash of an entry covers, in this order."""


def now() -> str:
    """The time in UTC, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def entry_hash(row: Mapping[str, object]) -> str:
    """The hash of an entry, from its fields."""
    return digest(*(row[field] for field in FIELDS))


class Pen:
    """Writes entries in one transaction, under the writer's lock, by one run or one person."""

    def __init__(self, connection: Connection, *, run: str | None = None, user: str | None = None) -> None:
        if (run is None) == (user is None):
            raise ValueError("an entry is by a run or by a person: give one of them")
        self._connection = connection
        self._by = {"run": run, "user": user}
        seq, _, self._hash = head(connection).partition(":")
        self.seq = int(seq)
        self._rows: list[dict[str, object]] = []

    def add(self, action: str, subject: str, *, detail: object = None, before: str = "", after: str = "") -> int:
        """One entry; its sequence number. It is stored by ``flush``."""
        if action not in ACTIONS:
            raise LedgerError(f"no action {action!r}: use one of {', '.join(ACTIONS)}")
        self.seq += 1
        row: dict[str, object] = {"seq": self.seq, "made": now(), **self._by, "action": action, "object": subject}
        row |= {"detail": "" if detail is None else canonical(detail), "before": before, "after": after, "previous": self._hash}
        self._hash = row["hash"] = entry_hash(row)
        self._rows.append(row)
        return self.seq

    def flush(self) -> None:
        """Store the entries, and pin the head."""
        if self._rows:
            self._connection.execute(insert(LOG), self._rows)
            pinned = update(META).where(META.c.name == "head").values(value=f"{self.seq}:{self._hash}")
            self._connection.execute(pinned)
            self._rows = []


def head(connection: Connection) -> str:
    """The last entry: its sequence number, a colon, its hash."""
    return str(connection.execute(select(META.c.value).where(META.c.name == "head")).scalar_one())


def entries(connection: Connection, since: int = 0) -> Iterator[LogEntry]:
    """The entries behind a sequence number, in order."""
    query = select(LOG).where(LOG.c.seq > since).order_by(LOG.c.seq)
    for row in connection.execution_options(yield_per=1000).execute(query):
        yield LogEntry(*row)
