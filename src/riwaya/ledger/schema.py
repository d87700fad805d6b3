"""The tables, one schema for SQLite and PostgreSQL.

Numbers are given by the ledger under its one write lock, so they have no gaps and run in the order of the log. Times are
ISO 8601 in UTC, days ISO 8601, hashes SHA-256 in hexadecimal. ``seq`` is the log entry that tells of the row; ``record``
is the whole claim as canonical JSON, the columns beside it are what is filtered by, made from it.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()


def _to(target: str) -> ForeignKey:
    """A reference that is checked when the transaction ends."""
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True, autoincrement=False)


def _id() -> Column[str]:
    return Column("id", Text, nullable=False, unique=True)


def _seq() -> Column[int]:
    return Column("seq", Integer, _to("log.seq"), nullable=False)


META = Table("meta", METADATA, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))
"""The version of the schema, the head of the log, what the search index was made with."""

LOG = Table(
    "log",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("made", Text, nullable=False),
    Column("run", Text),
    Column("user", Text),
    Column("action", Text, nullable=False),
    Column("object", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    CheckConstraint('(run IS NULL) <> ("user" IS NULL)', name="machine_or_human"),
    Index("log_object", "object"),
)
"""Every step; ``hash`` covers the entry and ``previous``, the hash of the entry before."""

RUN = Table(
    "run",
    METADATA,
    _number(),
    _id(),
    Column("kind", Text, nullable=False),
    Column("started", Text, nullable=False),
    Column("operator", Text, nullable=False),
    Column("tool", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("tables", Text, nullable=False),
    Column("gazetteer", Text, nullable=False),
    Column("actors", Text, nullable=False),
    _seq(),
)
"""What ran: ``rules`` is the version of the rules, the hash over the four hashes behind it."""

RAW = Table(
    "raw",
    METADATA,
    _number(),
    Column("sha256", Text, nullable=False, unique=True),
    Column("size", BigInteger, nullable=False),
    Column("content", LargeBinary),
)
"""The bytes as received; ``content`` is empty where they lie as files beside the ledger."""

DOCUMENT = Table(
    "document",
    METADATA,
    _number(),
    _id(),
    Column("raw", Integer, _to("raw.number"), nullable=False),
    Column("layer", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("published", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("origin", Text, nullable=False),
    _seq(),
    Index("document_raw", "raw"),
    Index("document_origin", "origin", "number"),
    Index("document_seq", "seq"),
)
"""Text layers: what an extraction made of the bytes. ``origin`` is the address that versions of a report share."""

CAPTURE = Table(
    "capture",
    METADATA,
    _number(),
    _id(),
    Column("document", Integer, _to("document.number"), nullable=False),
    Column("requested", Text, nullable=False),
    Column("final", Text, nullable=False),
    Column("retrieved", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("headers", Text, nullable=False),
    Column("tool", Text, nullable=False),
    Column("record_id", Text),
    Column("part", Text, nullable=False),
    Column("outlet", Text),
    Column("url", Text),
    Column("run", Integer, _to("run.number"), nullable=False),
    _seq(),
    Index("capture_document", "document"),
)
"""Where and how the bytes were found first at each place; later sightings at the same place are log entries."""

READING = Table(
    "reading",
    METADATA,
    _number(),
    _id(),
    Column("document", Integer, _to("document.number"), nullable=False),
    Column("rules", Text, nullable=False),
    Column("run", Integer, _to("run.number"), nullable=False),
    Column("statements", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    _seq(),
    UniqueConstraint("document", "rules"),
    Index("reading_document", "document", "number"),
    Index("reading_seq", "seq"),
)
"""One version of the rules over one text layer; ``sha256`` covers all its claims."""

STATEMENT = Table(
    "statement",
    METADATA,
    Column("reading", Integer, _to("reading.number"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("entity", Text),
    Column("record", Text, nullable=False),
    PrimaryKeyConstraint("reading", "place"),
    Index("statement_id", "id"),
    Index("statement_entity", "entity"),
    sqlite_with_rowid=False,
)
"""``place`` is the position in the reading, ``source`` the name of the source as it is searched."""

EVENT = Table(
    "event",
    METADATA,
    Column("reading", Integer, _to("reading.number"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("statement", Integer),
    Column("type", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("negated", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("where_name", Text, nullable=False),
    Column("country", Text),
    Column("gazetteer", Text, nullable=False),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("record", Text, nullable=False),
    PrimaryKeyConstraint("reading", "place"),
    Index("event_id", "id"),
    Index("event_type_day", "type", "first_day"),
    Index("event_country_day", "country", "first_day"),
    sqlite_with_rowid=False,
)
"""``statement`` is the position of the statement that tells it; ``actor``, ``target`` and ``where_name``
are names as they are searched."""

FIGURE = Table(
    "figure",
    METADATA,
    Column("reading", Integer, _to("reading.number"), nullable=False),
    Column("event", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("low", BigInteger),
    Column("high", BigInteger),
    PrimaryKeyConstraint("reading", "event", "place"),
    Index("figure_id", "id"),
    sqlite_with_rowid=False,
)
"""``low`` and ``high`` are empty where the interval is open, or wider than 63 bits (the record has it in full)."""

DECISION = Table(
    "decision",
    METADATA,
    _number(),
    _id(),
    Column("kind", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("made", Text, nullable=False),
    _seq(),
    CheckConstraint("reason <> ''", name="reason_given"),
)
"""What a person decided, and why."""

SUBJECT = Table(
    "subject",
    METADATA,
    Column("decision", Integer, _to("decision.number"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("id", Text, nullable=False),
    PrimaryKeyConstraint("decision", "place"),
    Index("subject_id", "id"),
    sqlite_with_rowid=False,
)
"""What a decision is about, by id, in order."""

WITHDRAWAL = Table(
    "withdrawal",
    METADATA,
    Column("decision", Integer, _to("decision.number"), primary_key=True, autoincrement=False),
    Column("user", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("made", Text, nullable=False),
    _seq(),
    CheckConstraint("reason <> ''", name="reason_given_too"),
)
"""A decision taken back: a row of its own, the decision stays."""

COPY = Table(
    "copy",
    METADATA,
    Column("document", Integer, _to("document.number"), primary_key=True, autoincrement=False),
    Column("original", Integer, _to("document.number"), nullable=False),
    Column("similarity", Float, nullable=False),
    Column("method", Text, nullable=False),
    _seq(),
    Index("copy_original", "original"),
)
"""A text that is a near-copy of one kept before it: one text seen twice, no second witness."""

BAND = Table(
    "band",
    METADATA,
    Column("key", BigInteger, nullable=False),
    Column("document", Integer, _to("document.number"), nullable=False),
    PrimaryKeyConstraint("key", "document"),
    sqlite_with_rowid=False,
)
"""Fingerprints by which near-copies find each other; derived, can be made again."""

APPEND_ONLY = (LOG, RUN, RAW, DOCUMENT, CAPTURE, READING, STATEMENT, EVENT, FIGURE, DECISION, SUBJECT, WITHDRAWAL, COPY)
"""Tables whose rows the database itself refuses to change or delete."""
