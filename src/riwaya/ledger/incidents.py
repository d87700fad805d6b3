"""Incidents to filter, as ``riwaya link`` left them; nothing is compared here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select, text

from riwaya.ledger.codec import read_back
from riwaya.ledger.decisions import full_id as event_id
from riwaya.ledger.dialects import Dialect
from riwaya.ledger.linkschema import INCIDENT, MEMBER
from riwaya.ledger.query import Days
from riwaya.ledger.schema import EVENT
from riwaya.ledger.search import terms
from riwaya.ledger.words import name_key
from riwaya.model.errors import LedgerError
from riwaya.model.ids import make_id
from riwaya.model.incident import Incident

_CHUNK = 500

ORDERS = {
    "day": (func.coalesce(INCIDENT.c.first_day, INCIDENT.c.told), INCIDENT.c.id),
    "size": (INCIDENT.c.documents.desc(), INCIDENT.c.id),
}
"""In which order incidents are given: by the day (of the first report where nobody says), or the most told first."""


@dataclass(frozen=True, slots=True)
class IncidentQuery:
    """Which incidents: every field that is given must hold.

    ``place`` are words of the name or a row of the gazetteer, ``country`` is ISO 3166-1 alpha-2, ``days`` the first and last
    day (None: open) that the incident's days touch, ``actor`` words of the name of somebody who acts or suffers in it,
    ``type`` one of the nine, ``text`` a search over the reports (as in ``riwaya search``), ``texts`` how many texts that are
    no copies tell of it at least, ``order`` of ``ORDERS``, ``limit`` how many at most (0 all).
    """

    id: str | None = None
    place: str | None = None
    country: str | None = None
    days: Days = (None, None)
    actor: str | None = None
    type: str | None = None
    text: str | None = None
    texts: int = 1
    order: str = "day"
    limit: int = 0


EVERY_INCIDENT = IncidentQuery()
"""The query that asks for nothing in particular."""


def incidents(connection: Connection, dialect: Dialect, query: IncidentQuery) -> Iterator[Incident]:
    """The incidents that a query asks for. Raises LedgerError on an unknown order."""
    if query.order not in ORDERS:
        raise LedgerError(f"no order {query.order!r}: use one of {', '.join(ORDERS)}")
    chosen = select(INCIDENT.c.record).where(*_conditions(query), *_found_in(connection, dialect, query.text))
    chosen = chosen.order_by(*ORDERS[query.order])
    chosen = chosen.limit(query.limit) if query.limit else chosen
    for record in connection.execution_options(yield_per=_CHUNK).execute(chosen).scalars():
        yield read_back(Incident, record)


def _conditions(query: IncidentQuery) -> Iterator[ColumnElement[bool]]:
    names = {"id": INCIDENT.c.id, "country": INCIDENT.c.country, "type": INCIDENT.c.type}
    yield from (column == value for name, column in names.items() if (value := getattr(query, name)) is not None)
    if query.place is not None:
        named = INCIDENT.c.where_name.contains(name_key(query.place), autoescape=True)
        yield or_(INCIDENT.c.gazetteer == query.place, named)
    first, last = query.days
    yield from [INCIDENT.c.last_day >= first.isoformat()] if first else []
    yield from [INCIDENT.c.first_day <= last.isoformat()] if last else []
    if query.texts > 1:
        yield INCIDENT.c.texts >= query.texts
    if query.actor is not None:
        key = name_key(query.actor)
        acting = or_(*(column.contains(key, autoescape=True) for column in (EVENT.c.actor, EVENT.c.target)))
        yield exists().where(MEMBER.c.incident == INCIDENT.c.id, MEMBER.c.event == EVENT.c.id, acting)


def _found_in(connection: Connection, dialect: Dialect, words: str | None) -> Iterator[ColumnElement[bool]]:
    """The incidents of the documents that a search finds."""
    if words is not None:
        asked = terms(words)
        found = text(dialect.searching).bindparams(query=dialect.match(asked.wanted, asked.unwanted))
        numbers = [row.number for row in connection.execute(found)]
        inside: Select[Any] = select(MEMBER.c.incident).where(MEMBER.c.document.in_(numbers))
        yield INCIDENT.c.id.in_(inside)


def one_incident(connection: Connection, identity: str) -> Incident:
    """The incident with this id, or of the event with this id, or the beginning of either. Raises LedgerError for none."""
    if identity.startswith("event-"):
        event = event_id(connection, identity)
        found = connection.execute(select(MEMBER.c.incident).where(MEMBER.c.event == event)).scalar()
        if found is None:
            raise LedgerError(f"{event}: belongs to no incident: it is planned or asked for, or riwaya link was not run since")
    else:
        found = full_id(connection, identity)
    record = connection.execute(select(INCIDENT.c.record).where(INCIDENT.c.id == found)).scalar_one()
    return read_back(Incident, str(record))


def anchor(connection: Connection, identity: str) -> str:
    """The event that an incident has its id from; any other id stays as it is."""
    if not identity.startswith("inc-"):
        return identity
    found = one_incident(connection, identity)
    return next(event for event in found.events if make_id("inc", event) == found.id)


def full_id(connection: Connection, beginning: str) -> str:
    """The id of the incident that begins so. Raises LedgerError where there is none, or more than one."""
    query = select(INCIDENT.c.id).where(INCIDENT.c.id.startswith(beginning, autoescape=True)).limit(2)
    found = list(connection.execute(query).scalars())
    if len(found) != 1:
        why = (
            "several incidents begin so: give more of it"
            if found
            else "no such incident: riwaya link makes them, ids change with it"
        )
        raise LedgerError(f"{beginning}: {why}")
    return str(found[0])
