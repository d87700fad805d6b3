"""What another version of the rules reads differently, claim by claim: added, gone, changed."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from riwaya.ledger.codec import canonical, written
from riwaya.ledger.query import DocumentQuery, readings
from riwaya.ledger.schema import READING
from riwaya.model.document import Span
from riwaya.model.errors import LedgerError
from riwaya.model.event import Event
from riwaya.model.kept import Change, KeptReading
from riwaya.model.statement import Statement


def versions(connection: Connection) -> list[str]:
    """The versions of the rules that have read here, in the order in which each read first."""
    query = select(READING.c.rules).group_by(READING.c.rules).order_by(func.min(READING.c.number))
    return list(connection.execute(query).scalars())


def chosen(connection: Connection, before: str | None, after: str | None) -> tuple[str, str]:
    """Two versions, given by their beginnings; by default the last two. Raises LedgerError where there are not two."""
    known = versions(connection)
    if before is None and after is None and len(known) < 2:
        raise LedgerError("only one version of the rules has read here: riwaya reread reads with the present rules")
    return _version(known, before, -2), _version(known, after, -1)


def _version(known: list[str], beginning: str | None, default: int) -> str:
    if beginning is None:
        found = known[default:][:1] if len(known) >= -default else []
    else:
        found = [one for one in known if one.startswith(beginning)]
    if len(found) != 1:
        raise LedgerError(f"{beginning}: no such version of the rules, or several: there are {', '.join(known) or 'none'}")
    return found[0]


def changes(connection: Connection, before: str, after: str, query: DocumentQuery) -> Iterator[Change]:
    """The claims that the two versions read differently in documents that both have read, in the order of the text."""
    old, new = readings(connection, query, before, also=after), readings(connection, query, after, also=before)
    for one, other in zip(old, new, strict=True):
        yield from _changes(one, other)


def _changes(before: KeptReading, after: KeptReading) -> Iterator[Change]:
    old, new = _by_id(before), _by_id(after)
    found = []
    for identity in old.keys() | new.keys():
        one, other = old.get(identity), new.get(identity)
        shown = other or one
        assert shown is not None
        kind = "statement" if isinstance(shown, Statement) else "event"
        quote = shown.cue if isinstance(shown, Statement) else shown.trigger
        if one is None or other is None:
            found.append(Change(after.document_id, identity, kind, "added" if one is None else "gone", quote))
        elif one != other:
            found.append(Change(after.document_id, identity, kind, "changed", quote, _fields(one, other)))
    yield from sorted(found, key=lambda change: (change.quote.start, change.id))


def _by_id(kept: KeptReading) -> dict[str, Statement | Event]:
    told: dict[str, Statement | Event] = dict(zip(kept.statement_ids, kept.reading.statements, strict=True))
    return told | dict(zip(kept.event_ids, kept.reading.events, strict=True))


def _fields(before: Statement | Event, after: Statement | Event) -> tuple[tuple[str, str, str], ...]:
    """Name, before and after of the fields that differ; spans are shown by their words and offsets."""
    old, new = json.loads(written(before)), json.loads(written(after))
    names = [name for name in dict.fromkeys([*old, *new]) if old.get(name) != new.get(name)]
    return tuple((name, _shown(before, name), _shown(after, name)) for name in names)


def _shown(claim: Statement | Event, name: str) -> str:
    value = getattr(claim, name)
    if isinstance(value, Span):
        return f"{value.text} [{value.start}:{value.end}]"
    plain = json.loads(written(claim)).get(name)
    return str(value) if plain is None or isinstance(plain, str | int) else canonical(plain)
