"""Is everything as it was? Bytes, texts, claims and their evidence, captures, decisions, references, and the log over all.

Each check is a function that yields what is wrong and where; ``CHECKS`` lists them in order. Every row that matters is named
by one entry of the log with a hash over the row, and every entry is chained to the one before: a row or an entry that was
changed, removed, moved or added from outside shows. Whoever can rewrite the whole log can also make a new chain, so pin its
head elsewhere (``riwaya verify`` prints it) and give it back with ``--head``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import exists, select, text

from riwaya.ledger.checking import Subject, as_told, left
from riwaya.ledger.copies import copy_hash
from riwaya.ledger.decisions import decision_hash, withdrawal_hash
from riwaya.ledger.intake import capture_hash, document_hash, run_hash
from riwaya.ledger.log import entries, entry_hash, head
from riwaya.ledger.schema import (
    APPEND_ONLY,
    CAPTURE,
    COPY,
    DECISION,
    DOCUMENT,
    METADATA,
    RAW,
    RUN,
    SUBJECT,
    WITHDRAWAL,
)
from riwaya.ledger.search import missing
from riwaya.ledger.verify_claims import evidence
from riwaya.ledger.verify_findings import findings
from riwaya.ledger.verify_links import incidents
from riwaya.model.document import Document
from riwaya.model.ids import document_id
from riwaya.model.kept import Fault


def database(subject: Subject) -> Iterator[Fault]:
    """The database file itself, as SQLite sees it."""
    if subject.connection.dialect.name == "sqlite":
        for row in subject.connection.execute(text("PRAGMA integrity_check")):
            if row[0] != "ok":
                yield Fault("database", f"{row[0]}: restore the ledger from a copy")


def references(subject: Subject) -> Iterator[Fault]:
    """Every row that another names is there."""
    for table in METADATA.sorted_tables:
        for key in table.foreign_keys:
            named = key.column.table.alias("named")
            there = exists().where(named.c[key.column.name] == key.parent)
            for row in subject.connection.execute(select(key.parent).where(key.parent.is_not(None), ~there).limit(10)):
                yield Fault(f"{table.name}.{key.parent.name}", f"names {key.column.table.name} {row[0]}, which is not there")


def chain(subject: Subject) -> Iterator[Fault]:
    """The log: no entry changed, missing, moved or cut off at the end."""
    expected, previous, pinned = 1, "", subject.pinned.partition(":")
    seen = not subject.pinned
    for entry in entries(subject.connection):
        where = f"log entry {entry.seq}"
        if entry.seq != expected:
            yield Fault(where, f"entries {expected} to {entry.seq - 1} are missing")
        if entry.previous != previous:
            yield Fault(where, "does not follow the entry before it: an entry was changed, removed or moved")
        row = {name: getattr(entry, name) for name in entry.__slots__}
        if entry_hash(row) != entry.hash:
            yield Fault(where, f"was changed: {entry.action} {entry.object} of {entry.made}")
        seen = seen or (str(entry.seq), entry.hash) == (pinned[0], pinned[2])
        expected, previous = entry.seq + 1, entry.hash
    if head(subject.connection) != f"{expected - 1}:{previous}":
        yield Fault(
            "log", f"ends at entry {expected - 1}, its head says {head(subject.connection).partition(':')[0]}: the end is missing"
        )
    if not seen:
        yield Fault("log", f"does not hold the entry {subject.pinned} that was pinned: it was cut off or written anew")


def raw(subject: Subject) -> Iterator[Fault]:
    """The bytes of every text, by size and SHA-256."""
    for row in subject.rows(select(RAW.c.sha256, RAW.c.size).order_by(RAW.c.number)):
        fault = subject.store.fault(subject.connection, row.sha256, row.size)
        if fault:
            yield Fault(f"raw {row.sha256}", fault)


def texts(subject: Subject) -> Iterator[Fault]:
    """Every text layer: its hash, its id, and what the log says of it."""
    told = subject.told("ingest")
    query = select(DOCUMENT, RAW.c.sha256.label("raw_sha256")).join(RAW, DOCUMENT.c.raw == RAW.c.number)
    for row in subject.rows(query.order_by(DOCUMENT.c.number)):
        document = Document(row.name, row.title, row.text)
        if document.sha256 != row.sha256:
            yield Fault(
                row.id, f"the text was changed: its SHA-256 is {document.sha256}, kept was {row.sha256}; its claims are orphans"
            )
        elif row.id != _id_of(row):
            yield Fault(row.id, "the text, its layer or its day was changed: the id does not fit")
        yield from as_told(told, row.id, document_hash(row._asdict(), row.raw_sha256))
    yield from left(told, "text layer")


def _id_of(row: Any) -> str:
    day = _Day(row.published) if row.published else None
    return document_id(row.raw_sha256, row.layer, Document(row.name, row.title, row.text, day))  # type: ignore[arg-type]


class _Day(str):
    """A day as it is stored, also one that no calendar has."""

    def isoformat(self) -> str:
        """As it is stored."""
        return str(self)


def captures(subject: Subject) -> Iterator[Fault]:
    """Every capture record against the log."""
    told = subject.told("capture")
    query = select(CAPTURE, DOCUMENT.c.id.label("of")).join(DOCUMENT, CAPTURE.c.document == DOCUMENT.c.number)
    for row in subject.rows(query.order_by(CAPTURE.c.number)):
        yield from as_told(told, row.id, capture_hash(row._asdict(), row.of))
    yield from left(told, "capture")


def people(subject: Subject) -> Iterator[Fault]:
    """Every decision and withdrawal against the log."""
    told, back = subject.told("decide"), subject.told("withdraw")
    for row in subject.rows(select(DECISION).order_by(DECISION.c.number)):
        query = select(SUBJECT.c.id).where(SUBJECT.c.decision == row.number).order_by(SUBJECT.c.place)
        subjects = list(subject.connection.execute(query).scalars())
        yield from as_told(told, row.id, decision_hash(row.id, row.kind, subjects, row.user, row.reason, row.made))
    query = select(WITHDRAWAL, DECISION.c.id).join(DECISION, WITHDRAWAL.c.decision == DECISION.c.number)
    for row in subject.rows(query):
        yield from as_told(back, row.id, withdrawal_hash(row.id, row.user, row.reason, row.made))
    yield from left(told | back, "decision or withdrawal")


def runs(subject: Subject) -> Iterator[Fault]:
    """Every run against the log."""
    told = subject.told("run")
    for row in subject.rows(select(RUN).order_by(RUN.c.number)):
        yield from as_told(told, row.id, run_hash(row._asdict()))
    yield from left(told, "run")


def near_copies(subject: Subject) -> Iterator[Fault]:
    """Every near-copy against the log."""
    told, original = subject.told("copy"), DOCUMENT.alias("original")
    query = (
        select(COPY, DOCUMENT.c.id, original.c.id.label("of"))
        .join(DOCUMENT, COPY.c.document == DOCUMENT.c.number)
        .join(original, COPY.c.original == original.c.number)
    )
    for row in subject.rows(query):
        yield from as_told(told, row.id, copy_hash(row.id, row.of, row.similarity, row.method))
    yield from left(told, "near-copy")


def searchable(subject: Subject) -> Iterator[Fault]:
    """Every document is in the search index."""
    for identity in missing(subject.connection, subject.dialect):
        yield Fault(identity, "is not in the search index: the next riwaya ingest or reread makes it anew")


def guarded(subject: Subject) -> Iterator[Fault]:
    """The database itself still refuses to change or delete what was kept."""
    there = {row[0] for row in subject.connection.execute(text(subject.dialect.guarding))}
    for table in APPEND_ONLY:
        if not {name.format(table.name) for name in subject.dialect.guards} <= there:
            yield Fault(f"table {table.name}", "its guard against changes was taken away")


Check = Callable[[Subject], Iterator[Fault]]
CHECKS: dict[str, Check] = {
    "database": database,
    "references": references,
    "log chain": chain,
    "runs": runs,
    "raw bytes": raw,
    "text layers": texts,
    "captures": captures,
    "evidence": evidence,
    "near-copies": near_copies,
    "decisions": people,
    "incidents": incidents,
    "findings": findings,
    "search index": searchable,
    "guards": guarded,
}
"""What is checked, in order."""
