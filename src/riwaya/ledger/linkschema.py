"""The tables of what comparing makes: derived rows, which can be thrown away and made again from the claims and decisions.

``strand``, ``block`` and ``tie`` are what is needed to add a day's reports without comparing all of them again;
``incident``, ``member`` and ``finding`` are the results. ``record`` is the whole as canonical JSON.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text

from riwaya.ledger.schema import METADATA


def _document() -> Column[int]:
    return Column("document", Integer, ForeignKey("document.number", deferrable=True, initially="DEFERRED"), nullable=False)


STRAND = Table(
    "strand",
    METADATA,
    Column("id", Text, nullable=False, primary_key=True),
    _document(),
    Column("record", Text, nullable=False),
    Index("strand_document", "document"),
    sqlite_with_rowid=False,
)
"""What one report tells of one happening; the id is that of its first event."""

BLOCK = Table(
    "block",
    METADATA,
    Column("key", BigInteger, nullable=False),
    Column("strand", Text, nullable=False),
    PrimaryKeyConstraint("key", "strand"),
    Index("block_strand", "strand"),
    sqlite_with_rowid=False,
)
"""By which keys strands find each other."""

TIE = Table(
    "tie",
    METADATA,
    Column("one", Text, nullable=False),
    Column("other", Text, nullable=False),
    Column("score", Float, nullable=False),
    PrimaryKeyConstraint("one", "other"),
    Index("tie_other", "other"),
    sqlite_with_rowid=False,
)
"""Two strands that agree, the lower id first."""

INCIDENT = Table(
    "incident",
    METADATA,
    Column("id", Text, nullable=False, primary_key=True),
    Column("type", Text, nullable=False),
    Column("where_name", Text, nullable=False),
    Column("country", Text),
    Column("gazetteer", Text, nullable=False),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("told", Text, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("texts", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Index("incident_day", "first_day"),
    Index("incident_country", "country"),
    sqlite_with_rowid=False,
)
"""Incidents; ``where_name`` is the name of the place as it is searched, ``told`` the day of the first report ("" unknown)."""

MEMBER = Table(
    "member",
    METADATA,
    Column("event", Text, nullable=False, primary_key=True),
    Column("incident", Text, nullable=False),
    _document(),
    Index("member_incident", "incident"),
    Index("member_document", "document"),
    sqlite_with_rowid=False,
)
"""Which event belongs to which incident, each to one."""

FINDING = Table(
    "finding",
    METADATA,
    Column("incident", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("record", Text, nullable=False),
    PrimaryKeyConstraint("incident", "kind", "place"),
    sqlite_with_rowid=False,
)
"""What was found in comparing the claims of an incident ("" for all of them): accounts, relations, tolls, promises …, in order."""

DERIVED = (STRAND, BLOCK, TIE, INCIDENT, MEMBER, FINDING)
"""All of them."""
