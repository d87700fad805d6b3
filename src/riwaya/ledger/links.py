"""What comparing made, kept: written by ``riwaya.workflow.link``, asked by everyone; everything here can be made again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, delete, exists, func, insert, or_, select, update

from riwaya.ledger.codec import canonical, read_back, written
from riwaya.ledger.database import Database
from riwaya.ledger.linkschema import BLOCK, DERIVED, FINDING, INCIDENT, MEMBER, STRAND, TIE
from riwaya.ledger.log import Pen, head
from riwaya.ledger.schema import COPY, DOCUMENT, EVENT, FIGURE, META, READING, STATEMENT
from riwaya.ledger.words import name_key
from riwaya.model.errors import LedgerError
from riwaya.model.incident import Incident

Item = TypeVar("Item")

_CHUNK = 500
_ROWS = 2000


@dataclass(frozen=True, slots=True)
class LinkState:
    """What the incidents were made from: the log up to ``seq`` (0 for nothing), by this version of the rules of comparing."""

    seq: int = 0
    rules: str = ""


@dataclass(frozen=True, slots=True)
class Strand:
    """A strand to be kept: its id, its document's id, its record and its keys."""

    id: str
    document: str
    record: str
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """An incident to be kept: (event, document) of its members, the day of its first report ("" unknown).

    ``findings`` holds by kind what was found in comparing its claims.
    """

    incident: Incident
    members: Sequence[tuple[str, str]]
    told: str
    findings: Mapping[str, Sequence[object]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Renewal:
    """One linking: what goes and what comes. ``anew`` empties everything first.

    ``before`` is the state that it was worked out from, ``after`` the one that it leads to. ``findings`` are what was found
    beside incidents: owner (a document's id, "" for all of them), kind, records; those of ``gone_owners`` go first.
    """

    before: LinkState
    after: LinkState
    anew: bool
    gone_strands: Collection[str] = ()
    gone_incidents: Collection[str] = ()
    strands: Sequence[Strand] = ()
    ties: Sequence[tuple[str, str, float]] = ()
    made: Sequence[Made] = ()
    gone_owners: Collection[str] = ()
    findings: Sequence[tuple[str, str, Sequence[object]]] = ()


class Links:
    """The derived rows of one ledger."""

    def __init__(self, database: Database, user: str) -> None:
        self._database = database
        self._user = user

    def state(self) -> LinkState:
        """What the incidents were made from."""
        with self._database.reading() as connection:
            return _state(connection)

    def seq(self) -> int:
        """The number of the last log entry."""
        with self._database.reading() as connection:
            return int(head(connection).partition(":")[0])

    def changed(self, since: int) -> list[str]:
        """Ids of documents whose strands may be others now: kept or read behind a log entry, or replaced by such a one."""
        newer = DOCUMENT.alias("newer")
        fresh = or_(DOCUMENT.c.seq > since, exists().where(READING.c.document == DOCUMENT.c.number, READING.c.seq > since))
        replaced = exists().where(newer.c.origin == DOCUMENT.c.origin, newer.c.number > DOCUMENT.c.number, newer.c.seq > since)
        with self._database.reading() as connection:
            return list(connection.execute(select(DOCUMENT.c.id).where(or_(fresh, replaced))).scalars())

    def copies(self) -> dict[str, str]:
        """Document → the one that it is a near-copy of."""
        original = DOCUMENT.alias("original")
        query = (
            select(DOCUMENT.c.id, original.c.id)
            .join(COPY, COPY.c.document == DOCUMENT.c.number)
            .join(original, COPY.c.original == original.c.number)
        )
        with self._database.reading() as connection:
            return {copy: of for copy, of in connection.execute(query)}

    def names(self, documents: Collection[str]) -> dict[str, str]:
        """Document → the name that it came with."""
        found: dict[str, str] = {}
        with self._database.reading() as connection:
            for chunk in _chunks(sorted(documents)):
                query = select(DOCUMENT.c.id, DOCUMENT.c.name).where(DOCUMENT.c.id.in_(chunk))
                found |= {row.id: row.name for row in connection.execute(query)}
        return found

    def strands_of(self, documents: Collection[str]) -> set[str]:
        """The strands of some documents, by id."""
        return set(self._scalars(select(STRAND.c.id).join(DOCUMENT), DOCUMENT.c.id, documents))

    def records(self, strands: Collection[str]) -> dict[str, str]:
        """Strand → its record."""
        found: dict[str, str] = {}
        with self._database.reading() as connection:
            for chunk in _chunks(sorted(strands)):
                query = select(STRAND.c.id, STRAND.c.record).where(STRAND.c.id.in_(chunk))
                found |= {row.id: row.record for row in connection.execute(query)}
        return found

    def sharing(self, keys: Collection[int]) -> Iterator[tuple[int, str]]:
        """(key, strand) of every strand that has one of these keys."""
        with self._database.reading() as connection:
            for chunk in _chunks(sorted(keys)):
                for row in connection.execute(select(BLOCK).where(BLOCK.c.key.in_(chunk))):
                    yield row.key, row.strand

    def ties(self, strands: Collection[str]) -> set[tuple[str, str, float]]:
        """The ties of some strands."""
        found: set[tuple[str, str, float]] = set()
        with self._database.reading() as connection:
            for chunk in _chunks(sorted(strands)):
                for side in (TIE.c.one, TIE.c.other):
                    found |= {(row.one, row.other, row.score) for row in connection.execute(select(TIE).where(side.in_(chunk)))}
        return found

    def documents_of(self, claims: Collection[str]) -> set[str]:
        """The documents that some events, figures and statements stand in, those of older versions of reports too, by id."""
        query = select(DOCUMENT.c.id).join(READING, READING.c.document == DOCUMENT.c.number)
        tables: tuple[Table, ...] = (EVENT, FIGURE, STATEMENT)
        return {
            document
            for table in tables
            for document in self._scalars(query.join(table, table.c.reading == READING.c.number), table.c.id, claims)
        }

    def findings(self, kind: str, owners: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
        """(owner, record) of everything of a kind that was found, in order; of some owners only where they are given."""
        query = select(FINDING.c.incident, FINDING.c.record).where(FINDING.c.kind == kind)
        ordered = query.order_by(FINDING.c.incident, FINDING.c.place)
        with self._database.reading() as connection:
            for chunk in [None] if owners is None else _chunks(sorted(owners)):
                chosen = ordered if chunk is None else ordered.where(FINDING.c.incident.in_(chunk))
                for row in connection.execution_options(yield_per=_CHUNK).execute(chosen):
                    yield row.incident, row.record

    def incidents(self, ids: Collection[str]) -> dict[str, Incident]:
        """Some incidents by id, as far as they are kept."""
        chosen = self._scalars(select(INCIDENT.c.record), INCIDENT.c.id, ids)
        return {one.id: one for one in (read_back(Incident, record) for record in chosen)}

    def incidents_of(self, events: Collection[str]) -> set[str]:
        """The incidents that some events belong to, by id."""
        return set(self._scalars(select(MEMBER.c.incident), MEMBER.c.event, events))

    def _scalars(self, query: Any, column: ColumnElement[str], ids: Collection[str]) -> Iterator[str]:
        with self._database.reading() as connection:
            for chunk in _chunks(sorted(ids)):
                yield from connection.execute(query.where(column.in_(chunk))).scalars()

    def store(self, renewal: Renewal) -> None:
        """Keep a linking, all or nothing. Raises LedgerError where somebody else linked in the meantime."""
        with self._database.writing() as connection:
            if _state(connection) != renewal.before:
                raise LedgerError("was linked by somebody else in the meantime: run riwaya link again")
            _remove(connection, renewal)
            _add(connection, renewal)
            pen = Pen(connection, user=self._user)
            held = connection.execute(select(func.count()).select_from(INCIDENT)).scalar_one()
            detail = {"anew": renewal.anew, "from": renewal.before.seq, "to": renewal.after.seq, "incidents": held}
            pen.add("link", "incidents", detail=detail, before=renewal.before.rules, after=renewal.after.rules)
            pen.flush()
            _set_state(connection, renewal.after)

    def dump(self) -> Iterator[str]:
        """Every derived row as a line of JSON, sorted: equal linkings give equal lines."""
        with self._database.reading() as connection:
            names = {row.number: row.id for row in connection.execute(select(DOCUMENT.c.number, DOCUMENT.c.id))}
            for table in DERIVED:
                lines = []
                for row in connection.execute(select(table)):
                    plain = dict(row._mapping)
                    plain |= {"document": names[plain["document"]]} if "document" in plain else {}
                    lines.append(canonical([table.name, plain]))
                yield from sorted(lines)


def _state(connection: Connection) -> LinkState:
    row = connection.execute(select(META.c.value).where(META.c.name == "linked")).scalar()
    seq, _, rules = str(row or "0:").partition(":")
    return LinkState(int(seq), rules)


def _set_state(connection: Connection, state: LinkState) -> None:
    value = f"{state.seq}:{state.rules}"
    if not connection.execute(update(META).where(META.c.name == "linked").values(value=value)).rowcount:
        connection.execute(insert(META).values(name="linked", value=value))


def _remove(connection: Connection, renewal: Renewal) -> None:
    if renewal.anew:
        for table in DERIVED:
            connection.execute(delete(table))
        return
    strands = (STRAND.c.id, BLOCK.c.strand, TIE.c.one, TIE.c.other)
    incidents = (INCIDENT.c.id, MEMBER.c.incident, FINDING.c.incident)
    owners = (FINDING.c.incident,)
    for columns, ids in ((strands, renewal.gone_strands), (incidents, renewal.gone_incidents), (owners, renewal.gone_owners)):
        for chunk in _chunks(sorted(ids)):
            for column in columns:
                connection.execute(delete(column.table).where(column.in_(chunk)))


def _add(connection: Connection, renewal: Renewal) -> None:
    number = _numbers(connection, renewal)
    strands = ({"id": one.id, "document": number[one.document], "record": one.record} for one in renewal.strands)
    _insert(connection, STRAND, strands)
    _insert(connection, BLOCK, ({"key": key, "strand": one.id} for one in renewal.strands for key in one.keys))
    _insert(connection, TIE, ({"one": one, "other": other, "score": score} for one, other, score in renewal.ties))
    _insert(connection, INCIDENT, (_incident(one) for one in renewal.made))
    _insert(connection, FINDING, (row for one in renewal.made for row in _findings(one.incident.id, one.findings.items())))
    _insert(connection, FINDING, (row for owner, kind, found in renewal.findings for row in _findings(owner, [(kind, found)])))
    _insert(connection, MEMBER, (row for one in renewal.made for row in _members(one, number)))


def _numbers(connection: Connection, renewal: Renewal) -> dict[str, int]:
    """The numbers of the documents that are named."""
    ids = {one.document for one in renewal.strands} | {document for one in renewal.made for _, document in one.members}
    found: dict[str, int] = {}
    for chunk in _chunks(sorted(ids)):
        query = select(DOCUMENT.c.id, DOCUMENT.c.number).where(DOCUMENT.c.id.in_(chunk))
        found |= {row.id: row.number for row in connection.execute(query)}
    return found


def _incident(made: Made) -> dict[str, object]:
    one = made.incident
    return {
        "id": one.id,
        "type": one.type,
        "where_name": name_key(one.place.name) if one.place else "",
        "country": one.place.country if one.place else None,
        "gazetteer": one.place.gazetteer if one.place else "",
        "first_day": one.first.isoformat() if one.first else None,
        "last_day": one.last.isoformat() if one.last else None,
        "told": made.told,
        "documents": len(one.documents),
        "texts": one.texts,
        "record": written(one),
    }


def _members(made: Made, number: Mapping[str, int]) -> Iterator[dict[str, object]]:
    for event, document in made.members:
        yield {"event": event, "incident": made.incident.id, "document": number[document]}


def _findings(owner: str, found: Iterable[tuple[str, Sequence[object]]]) -> Iterator[dict[str, object]]:
    for kind, records in found:
        for place, record in enumerate(records):
            yield {"incident": owner, "kind": kind, "place": place, "record": written(record)}


def _insert(connection: Connection, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    for chunk in _chunks(rows, _ROWS):
        connection.execute(insert(table), [dict(row) for row in chunk])


def _chunks(items: Iterable[Item], size: int = _CHUNK) -> Iterator[list[Item]]:
    left = iter(items)
    while chunk := list(islice(left, size)):
        yield chunk
