"""A reading as rows and back: the whole record as canonical JSON, and beside it the columns that are filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from riwaya.ledger.codec import digest, read_back, written
from riwaya.ledger.words import name_key
from riwaya.model.event import Event, Figure
from riwaya.model.ids import ClaimIds
from riwaya.model.reading import Reading
from riwaya.model.statement import Statement

Row = dict[str, Any]
_WIDEST = 2**63


@dataclass(frozen=True, slots=True)
class Claims:
    """The rows of one reading without the reading's number, and the hash over all of them."""

    statements: tuple[Row, ...]
    events: tuple[Row, ...]
    figures: tuple[Row, ...]
    sha256: str


def claims(document: str, reading: Reading) -> Claims:
    """The rows of a reading of the document with this id."""
    ids = ClaimIds(document, reading)
    statements = tuple(_statement(place, *pair) for place, pair in enumerate(zip(ids.statements, reading.statements, strict=True)))
    events = tuple(_event(place, *pair) for place, pair in enumerate(zip(ids.events, reading.events, strict=True)))
    figures = tuple(_figures(ids, reading))
    return Claims(statements, events, figures, claims_hash(document, statements, events))


def claims_hash(document: str, statements: Iterable[Row], events: Iterable[Row]) -> str:
    """The hash over the records of a reading."""
    told = [[row["id"], row["record"]] for row in statements]
    return digest("claims", document, told, [[row["id"], row["record"]] for row in events])


def statement_of(record: str) -> Statement:
    """The statement of a row. Raises ValueError where it is none."""
    return read_back(Statement, record)


def event_of(record: str) -> Event:
    """The event of a row. Raises ValueError where it is none."""
    return read_back(Event, record)


def _statement(place: int, identity: str, one: Statement) -> Row:
    return {
        "place": place,
        "id": identity,
        "act": one.act,
        "source": name_key(one.source.name) if one.source else "",
        "entity": one.source.entity if one.source else None,
        "record": written(one),
    }


def _event(place: int, identity: str, one: Event) -> Row:
    return {
        "place": place,
        "id": identity,
        "statement": one.statement,
        "type": one.type,
        "modality": one.modality,
        "negated": int(one.negated),
        "actor": name_key(one.actor.name) if one.actor else "",
        "target": name_key(one.target.name) if one.target else "",
        "where_name": name_key(f"{one.place.span.text} {one.place.name}") if one.place else "",
        "country": one.place.country if one.place else None,
        "gazetteer": one.place.gazetteer if one.place else "",
        "first_day": one.date.start.isoformat() if one.date else None,
        "last_day": one.date.end.isoformat() if one.date else None,
        "record": written(one),
    }


def _figures(ids: ClaimIds, reading: Reading) -> Iterator[Row]:
    for number, (event, names) in enumerate(zip(reading.events, ids.figures, strict=True)):
        for place, (identity, one) in enumerate(zip(names, event.figures, strict=True)):
            yield {"event": number, "place": place, "id": identity, "kind": one.kind, **_interval(one)}


def _interval(one: Figure) -> Row:
    return {
        name: bound if bound is not None and bound < _WIDEST else None for name, bound in (("low", one.low), ("high", one.high))
    }
