"""What can be asked: documents, their readings, statements and events, filtered by the database, streamed in order.

Unless another version of the rules is asked for, claims come from the newest reading of each text; unless ``current`` is
None, from the newest version of each report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, and_, exists, func, or_, select
from sqlalchemy.sql.elements import KeyedColumnElement

from riwaya.ledger.rows import event_of, statement_of
from riwaya.ledger.schema import COPY, DOCUMENT, EVENT, FIGURE, RAW, READING, RUN, STATEMENT
from riwaya.ledger.words import name_key
from riwaya.model.document import Document, Span
from riwaya.model.kept import KeptDocument, KeptEvent, KeptReading, KeptStatement
from riwaya.model.reading import Reading

Days = tuple[date | None, date | None]
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class DocumentQuery:
    """Which documents: every field that is given must hold.

    ``published`` are the first and last day of publication (None: open); ``origin`` the address; ``current`` True the
    newest versions only, False the older ones only, None all; ``copies`` False leaves near-copies out; ``since`` a
    sequence number of the log, documents that were kept or read behind it.
    """

    id: str | None = None
    outlet: str | None = None
    origin: str | None = None
    published: Days = (None, None)
    current: bool | None = True
    copies: bool = True
    since: int = 0


@dataclass(frozen=True, slots=True)
class StatementQuery:
    """Which statements: ``act`` of the thirteen, ``source`` words of the source's name, ``entity`` its id in the register.

    ``rules`` is a version of the rules, None the newest reading of each text; ``since`` a sequence number of the log,
    statements read behind it; ``documents`` the documents they stand in.
    """

    id: str | None = None
    act: str | None = None
    source: str | None = None
    entity: str | None = None
    rules: str | None = None
    since: int = 0
    documents: DocumentQuery = DocumentQuery()


@dataclass(frozen=True, slots=True)
class EventQuery:
    """Which events: ``type`` of the nine, ``modality``, ``negated``; ``place`` words of its name or a row of the gazetteer.

    ``country`` is ISO 3166-1 alpha-2; ``days`` the first and last day (None: open) that the event's own days touch;
    ``actor`` and ``target`` words of a name, whole words in any spelling. The rest as in ``StatementQuery``.
    """

    id: str | None = None
    type: str | None = None
    modality: str | None = None
    negated: bool | None = None
    place: str | None = None
    country: str | None = None
    days: Days = (None, None)
    actor: str | None = None
    target: str | None = None
    rules: str | None = None
    since: int = 0
    documents: DocumentQuery = DocumentQuery()


EVERY_DOCUMENT, EVERY_STATEMENT, EVERY_EVENT = DocumentQuery(), StatementQuery(), EventQuery()
"""Queries that ask for nothing in particular."""


def documents(connection: Connection, query: DocumentQuery) -> Iterator[KeptDocument]:
    """The documents, in the order in which they were kept."""
    chosen = _document_rows().where(*_about_documents(query)).order_by(DOCUMENT.c.number)
    if query.since:
        newer = exists().where(READING.c.document == DOCUMENT.c.number, READING.c.seq > query.since)
        chosen = chosen.where(or_(DOCUMENT.c.seq > query.since, newer))
    for row in connection.execution_options(yield_per=_CHUNK).execute(chosen):
        yield _kept_document(row)


def readings(
    connection: Connection, query: DocumentQuery, rules: str | None = None, also: str | None = None
) -> Iterator[KeptReading]:
    """The newest reading of each document (or that of one version of the rules), in the order of the documents.

    ``also`` leaves out the documents that another version of the rules has not read.
    """
    other = READING.alias("other")
    both = [] if also is None else [exists().where(other.c.document == DOCUMENT.c.number, other.c.rules == also)]
    chosen = (
        select(READING, RUN.c.id.label("run_id"), *_text_columns())
        .join(DOCUMENT, READING.c.document == DOCUMENT.c.number)
        .join(RUN, READING.c.run == RUN.c.number)
        .where(*_about_documents(query), *_about_reading(rules, query.since), *both)
        .order_by(DOCUMENT.c.number)
    )
    for rows in connection.execution_options(yield_per=_CHUNK).execute(chosen).partitions(_CHUNK):
        yield from _kept_readings(connection, rows)


def statements(connection: Connection, query: StatementQuery) -> Iterator[KeptStatement]:
    """The statements, in the order of documents and text."""
    conditions = [*_about_documents(query.documents), *_about_reading(query.rules, query.since)]
    conditions += [STATEMENT.c[name] == value for name in ("id", "act", "entity") if (value := getattr(query, name)) is not None]
    conditions += _holding(STATEMENT.c.source, query.source)
    for rows, texts in _claims(connection, STATEMENT, conditions):
        for row in rows:
            found = statement_of(row.record)
            orphan = not _stands(texts[row.document], found.cue, found.content)
            yield KeptStatement(row.id, row.document_id, row.reading_id, row.place, found, orphan)


def events(connection: Connection, query: EventQuery) -> Iterator[KeptEvent]:
    """The events, in the order of documents and text."""
    conditions = [*_about_documents(query.documents), *_about_reading(query.rules, query.since), *_about_events(query)]
    for rows, texts in _claims(connection, EVENT, conditions):
        numbers = sorted({row.reading for row in rows})
        told, figures = _statement_ids(connection, numbers), _figure_ids(connection, numbers)
        for row in rows:
            found = event_of(row.record)
            ids = figures.get((row.reading, row.place), ())
            teller = told.get((row.reading, row.statement)) if row.statement is not None else None
            orphan = not _stands(texts[row.document], found.trigger)
            yield KeptEvent(row.id, row.document_id, row.reading_id, row.place, teller, ids, found, orphan)


def _document_rows() -> Select[Any]:
    newer, older = DOCUMENT.alias("newer"), DOCUMENT.alias("older")
    latest = select(func.max(newer.c.number)).where(newer.c.origin == DOCUMENT.c.origin).scalar_subquery()
    version = (
        select(func.count(older.c.raw.distinct()))
        .where(older.c.origin == DOCUMENT.c.origin, older.c.number <= DOCUMENT.c.number)
        .scalar_subquery()
    )
    original = DOCUMENT.alias("original")
    copied = (
        select(original.c.id)
        .join(COPY, COPY.c.original == original.c.number)
        .where(COPY.c.document == DOCUMENT.c.number)
        .scalar_subquery()
    )
    return select(
        DOCUMENT,
        RAW.c.sha256.label("raw_sha256"),
        version.label("version"),
        (latest == DOCUMENT.c.number).label("current"),
        copied.label("copy_of"),
    ).join(RAW, DOCUMENT.c.raw == RAW.c.number)


def _kept_document(row: Row[Any]) -> KeptDocument:
    document = _document(row)
    return KeptDocument(
        row.id, document, row.raw_sha256, row.layer, row.origin, row.version, bool(row.current), row.copy_of, row.seq
    )


def _document(row: Row[Any]) -> Document:
    day = date.fromisoformat(row.published) if row.published else None
    return Document(row.name, row.title, row.text, day, row.outlet, row.url)


def documents_by_number(connection: Connection, numbers: Sequence[int]) -> dict[int, KeptDocument]:
    """Documents by their numbers."""
    rows = connection.execute(_document_rows().where(DOCUMENT.c.number.in_(numbers)))
    return {row.number: _kept_document(row) for row in rows}


def unread(connection: Connection, rules: str, after: int, limit: int) -> list[int]:
    """Numbers of documents behind a number that a version of the rules has not read."""
    done = exists().where(READING.c.document == DOCUMENT.c.number, READING.c.rules == rules)
    query = select(DOCUMENT.c.number).where(DOCUMENT.c.number > after, ~done).order_by(DOCUMENT.c.number).limit(limit)
    return list(connection.execute(query).scalars())


def _about_documents(query: DocumentQuery) -> list[ColumnElement[bool]]:
    names = {"id": DOCUMENT.c.id, "outlet": DOCUMENT.c.outlet, "origin": DOCUMENT.c.origin}
    conditions: list[ColumnElement[bool]] = [
        column == value for name, column in names.items() if (value := getattr(query, name)) is not None
    ]
    first, last = query.published
    conditions += [DOCUMENT.c.published >= first.isoformat()] if first else []
    conditions += [DOCUMENT.c.published <= last.isoformat()] if last else []
    if query.current is not None:
        newer = DOCUMENT.alias("newer_version")
        replaced = exists().where(newer.c.origin == DOCUMENT.c.origin, newer.c.number > DOCUMENT.c.number)
        conditions.append(~replaced if query.current else replaced)
    if not query.copies:
        conditions.append(~exists().where(COPY.c.document == DOCUMENT.c.number))
    return conditions


def _about_reading(rules: str | None, since: int) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [READING.c.seq > since] if since else []
    if rules is not None:
        return [*conditions, READING.c.rules == rules]
    later = READING.alias("later")
    return [*conditions, ~exists().where(later.c.document == READING.c.document, later.c.number > READING.c.number)]


def _about_events(query: EventQuery) -> list[ColumnElement[bool]]:
    names = ("id", "type", "modality", "country")
    conditions: list[ColumnElement[bool]] = [
        EVENT.c[name] == value for name in names if (value := getattr(query, name)) is not None
    ]
    conditions += [EVENT.c.negated == int(query.negated)] if query.negated is not None else []
    conditions += [*_holding(EVENT.c.actor, query.actor), *_holding(EVENT.c.target, query.target)]
    if query.place is not None:
        conditions.append(or_(EVENT.c.gazetteer == query.place, and_(*_holding(EVENT.c.where_name, query.place))))
    first, last = query.days
    conditions += [EVENT.c.last_day >= first.isoformat()] if first else []
    conditions += [EVENT.c.first_day <= last.isoformat()] if last else []
    return conditions


def _holding(column: KeyedColumnElement[Any], name: str | None) -> list[ColumnElement[bool]]:
    return [] if name is None else [column.contains(name_key(name), autoescape=True)]


def _claims(
    connection: Connection, table: Table, conditions: Sequence[ColumnElement[bool]]
) -> Iterator[tuple[Sequence[Row[Any]], dict[int, str]]]:
    """Rows of statements or events, some hundreds at a time, and the characters of the documents they stand in by number."""
    query = (
        select(table, READING.c.document, DOCUMENT.c.id.label("document_id"), READING.c.id.label("reading_id"))
        .join(READING, table.c.reading == READING.c.number)
        .join(DOCUMENT, READING.c.document == DOCUMENT.c.number)
        .where(*conditions)
        .order_by(DOCUMENT.c.number, READING.c.number, table.c.place)
    )
    for rows in connection.execution_options(yield_per=_CHUNK).execute(query).partitions(_CHUNK):
        yield rows, _characters(connection, sorted({row.document for row in rows}))


def _characters(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    query = select(DOCUMENT.c.number, DOCUMENT.c.title, DOCUMENT.c.text).where(DOCUMENT.c.number.in_(numbers))
    return {row.number: f"{row.title}\n{row.text}" for row in connection.execute(query)}


def _statement_ids(connection: Connection, numbers: Sequence[int]) -> dict[tuple[int, int], str]:
    query = select(STATEMENT.c.reading, STATEMENT.c.place, STATEMENT.c.id).where(STATEMENT.c.reading.in_(numbers))
    return {(row.reading, row.place): row.id for row in connection.execute(query)}


def _figure_ids(connection: Connection, numbers: Sequence[int]) -> dict[tuple[int, int], tuple[str, ...]]:
    query = select(FIGURE.c.reading, FIGURE.c.event, FIGURE.c.id).where(FIGURE.c.reading.in_(numbers))
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for row in connection.execute(query.order_by(FIGURE.c.reading, FIGURE.c.event, FIGURE.c.place)):
        found[row.reading, row.event] = (*found.get((row.reading, row.event), ()), row.id)
    return found


def _stands(characters: str, *spans: Span) -> bool:
    return all(characters[span.start : span.end] == span.text for span in spans)


def _text_columns() -> tuple[ColumnElement[Any], ...]:
    names = ("name", "title", "text", "published", "outlet", "url")
    return (*(DOCUMENT.c[name] for name in names), DOCUMENT.c.id.label("document_id"))


def _kept_readings(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[KeptReading]:
    numbers = [row.number for row in rows]
    told, happened = _by_reading(connection, STATEMENT, numbers), _by_reading(connection, EVENT, numbers)
    figures = _figure_ids(connection, numbers)
    for row in rows:
        one, other = told.get(row.number, []), happened.get(row.number, [])
        found = Reading(_document(row), tuple(statement_of(r.record) for r in one), tuple(event_of(r.record) for r in other))
        ids = tuple(r.id for r in one), tuple(r.id for r in other), tuple(figures.get((row.number, r.place), ()) for r in other)
        yield KeptReading(row.id, row.document_id, row.rules, row.run_id, row.seq, found, *ids)


def _by_reading(connection: Connection, table: Any, numbers: Sequence[int]) -> dict[int, list[Row[Any]]]:
    query = select(table.c.reading, table.c.place, table.c.id, table.c.record).where(table.c.reading.in_(numbers))
    found: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(query.order_by(table.c.reading, table.c.place)):
        found.setdefault(row.reading, []).append(row)
    return found
