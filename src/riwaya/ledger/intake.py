"""What comes in: raw bytes, text layers, captures and readings, each kept once, in one transaction for each batch."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from riwaya.ledger.codec import canonical, digest
from riwaya.ledger.copies import Newcomer, recognise
from riwaya.ledger.dialects import Dialect
from riwaya.ledger.log import Pen
from riwaya.ledger.raw import Store
from riwaya.ledger.rows import Claims, Row
from riwaya.ledger.schema import CAPTURE, DOCUMENT, EVENT, FIGURE, RAW, READING, RUN, STATEMENT
from riwaya.model.capture import Capture, Item, Refusal
from riwaya.model.errors import LedgerError
from riwaya.model.ids import document_id, make_id, reading_id
from riwaya.model.kept import Outcome, Run

_INSERT_DOCUMENT = insert(DOCUMENT)
_LONGEST_MESSAGE = 2000


@dataclass(frozen=True, slots=True)
class Found:
    """What was made of a document before it is kept: its claims or why there are none, its stems and its bands."""

    claims: Claims | None
    failure: str
    stems: str
    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """An item with its hashes and ids; ``found`` is None where the ledger has read it already."""

    item: Item
    sha256: str
    document: str
    capture: str
    found: Found | None = None

    @property
    def where(self) -> str:
        """The item's place for messages: address and part."""
        return f"{self.item.capture.final}, {self.item.part}" if self.item.part else self.item.capture.final


def prepared(item: Item) -> Prepared | Refusal:
    """The item with its hashes and ids, or why it cannot be kept."""
    capture, where = item.capture, f"{item.capture.final or item.capture.requested}{', ' + item.part if item.part else ''}"
    missing = _missing(capture)
    if missing:
        return Refusal(where, f"the capture record has no {missing}: this is a fault of the source, please report it")
    fault = _unkeepable(item)
    if fault:
        return Refusal(where, fault)
    sha256 = hashlib.sha256(item.raw).hexdigest()
    identity = document_id(sha256, item.text_layer, item.document)
    place = make_id("cap", identity, capture.requested, capture.final, capture.record_id)
    return Prepared(item, sha256, identity, place)


def _missing(capture: Capture) -> str:
    """The first thing that a capture must say and does not."""
    for name in ("requested", "final", "media_type", "tool"):
        if not getattr(capture, name):
            return name.replace("_", " ")
    return "" if capture.retrieved.utcoffset() == timedelta(0) else "time in UTC"


def _unkeepable(item: Item) -> str:
    document, capture = item.document, item.capture
    if not item.text_layer:
        return "the text layer has no name: this is a fault of the source, please report it"
    told = [document.title, document.text, document.id, document.outlet or "", document.url or "", item.part, item.text_layer]
    told += [capture.requested, capture.final, capture.media_type, capture.tool, capture.record_id or ""]
    for text in (*told, *(one for pair in capture.headers for one in pair)):
        at = next((n for n, one in enumerate(text) if one == "\0" or "\ud800" <= one <= "\udfff"), None) if _odd(text) else None
        if at is not None:
            return f"character {at} is U+{ord(text[at]):04X}, which no database keeps: repair the report at its source"
    return ""


def _odd(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return "\0" in text


def origin_of(item: Item) -> str:
    """The address that the versions of a report share: its URL; else file and id; else file and part.

    What a feed tells of a page is no version of the page: its address is the page's, marked as the feed's.
    """
    document, capture = item.document, item.capture
    if document.url:
        return f"{document.url}#feed" if item.text_layer.startswith("feed ") else document.url
    name = capture.final.replace("\\", "/").rpartition("/")[2].partition(".")[0]
    if item.part and document.id not in (name, capture.final):
        return f"{capture.final}#{document.id}"
    return f"{capture.final}#{item.part}" if item.part else capture.final


@dataclass(slots=True)
class Intake:
    """One batch: rows gathered under the writer's lock, stored together."""

    connection: Connection
    dialect: Dialect
    store: Store
    run: Run
    pen: Pen
    _rows: dict[str, list[Row]] = field(default_factory=dict)
    _known: dict[str, int] = field(default_factory=dict)
    _latest: dict[str, tuple[str, str]] = field(default_factory=dict)
    _next: dict[str, int] = field(default_factory=dict)
    _index: list[dict[str, object]] = field(default_factory=list)
    _run_number: int = 0

    def __post_init__(self) -> None:
        self._run_number = self.connection.execute(select(RUN.c.number).where(RUN.c.id == self.run.id)).scalar_one()

    def keep(self, batch: Sequence[Prepared | Refusal]) -> list[Outcome]:
        """Keep a batch in its order; what became of each. The raw bytes are in the store already."""
        self.look_up([one for one in batch if isinstance(one, Prepared)])
        outcomes: list[Outcome] = []
        seen: list[str] = []
        for one in batch:
            outcomes.append(self._refused(one) if isinstance(one, Refusal) else self._kept(one, seen))
        if seen:
            self.pen.add("sighting", self.run.id, detail=seen)
        self.flush()
        return outcomes

    def _refused(self, one: Refusal) -> Outcome:
        where, reason = (_sayable(text) for text in (one.where, one.reason))
        self.pen.add("refuse", where, detail=reason)
        return Outcome("refused", where, None, reason)

    def _kept(self, one: Prepared, seen: list[str]) -> Outcome:
        number = self._known.get(one.document)
        status, reason = "sighting", ""
        if number is None:
            number, status = self._document(one)
        if one.capture not in self._known:
            self._capture(one, number)
            status = "place" if status == "sighting" else status
        elif status == "sighting":
            seen.append(one.capture)
        if one.found is not None:
            read, reason = self._found(number, one.document, one.found)
            status = "reread" if read and status == "sighting" else status
        return Outcome(status, one.where, one.document, reason)

    def keep_readings(self, batch: Sequence[tuple[str, Found]]) -> list[Outcome]:
        """Keep what was read in documents that are there; what became of each."""
        numbers = numbers_of(self.connection, DOCUMENT, [identity for identity, _ in batch])
        ids = [reading_id(identity, self.run.rules.version) for identity, _ in batch]
        self._known |= numbers_of(self.connection, READING, ids)
        outcomes = []
        for identity, found in batch:
            read, reason = self._found(numbers[identity], identity, found)
            outcomes.append(Outcome("unread" if reason else "reread" if read else "sighting", identity, identity, reason))
        self.flush()
        return outcomes

    def _found(self, number: int, document: str, found: Found) -> tuple[bool, str]:
        """Keep a reading, or log why there is none: whether it was new, and the reason."""
        if found.claims is not None:
            return self.read(number, document, found.claims), ""
        self.pen.add("refuse", document, detail=found.failure)
        return False, found.failure

    def look_up(self, batch: Sequence[Prepared]) -> None:
        """The numbers of what is there already, and the newest text at each address, asked for once for the whole batch."""
        readings = [reading_id(one.document, self.run.rules.version) for one in batch if one.found is not None]
        wanted = ((DOCUMENT, [one.document for one in batch]), (CAPTURE, [one.capture for one in batch]), (READING, readings))
        for table, ids in wanted:
            self._known |= numbers_of(self.connection, table, ids)
        new = [one for one in batch if one.document not in self._known]
        raws = select(RAW.c.sha256, RAW.c.number).where(RAW.c.sha256.in_([one.sha256 for one in new]))
        self._known |= {row.sha256: row.number for row in self.connection.execute(raws)} if new else {}
        latest = select(DOCUMENT.c.origin, DOCUMENT.c.id, DOCUMENT.c.sha256).order_by(DOCUMENT.c.number)
        texts = latest.where(DOCUMENT.c.origin.in_([origin_of(one.item) for one in new]))
        self._latest |= {row.origin: (row.id, row.sha256) for row in self.connection.execute(texts)} if new else {}

    def _new_number(self, table: Table) -> int:
        if table.name not in self._next:
            self._next[table.name] = self.connection.execute(select(func.max(table.c.number))).scalar() or 0
        self._next[table.name] += 1
        return self._next[table.name]

    def _new(self, table: Table, identity: str) -> int:
        number = self._known[identity] = self._new_number(table)
        return number

    def _add(self, table: Table, row: Row) -> None:
        self._rows.setdefault(table.name, []).append(row)

    def _document(self, one: Prepared) -> tuple[int, str]:
        """A text layer that was not there: its row, its words for search, its likeness to earlier ones."""
        origin = origin_of(one.item)
        raw, layered = self._raw(one)
        before = self._latest.get(origin)
        row = document_row(one, origin)
        after = document_hash(row, one.sha256)
        detail = {"after": before[0]} if before else None
        seq = self.pen.add("ingest", one.document, detail=detail, before=before[1] if before else "", after=after)
        number = self._new(DOCUMENT, one.document)
        self.connection.execute(_INSERT_DOCUMENT, {"number": number, "raw": raw, "seq": seq, **row})
        self._latest[origin] = one.document, row["sha256"]
        self._index.append({"number": number, "stems": one.found.stems if one.found else ""})
        keys = one.found.bands if one.found else ()
        copied = recognise(self.connection, self.pen, Newcomer(number, one.document, row["text"], origin, keys))
        return number, "layer" if layered else "version" if before else "copy" if copied else "new"

    def _raw(self, one: Prepared) -> tuple[int, bool]:
        """The number of the bytes, and whether they were there before (then this is another layer of them)."""
        if one.sha256 in self._known:
            return self._known[one.sha256], True
        number = self._new(RAW, one.sha256)
        content = one.item.raw if self.store.in_table else None
        self._add(RAW, {"number": number, "sha256": one.sha256, "size": len(one.item.raw), "content": content})
        return number, False

    def _capture(self, one: Prepared, number: int) -> None:
        row = capture_row(one)
        seq = self.pen.add("capture", one.capture, detail={"of": one.document}, after=capture_hash(row, one.document))
        row |= {"number": self._new(CAPTURE, one.capture), "document": number, "run": self._run_number, "seq": seq}
        self._add(CAPTURE, row)

    def read(self, number: int, document: str, found: Claims) -> bool:
        """Keep a reading of a document; False where these rules have read it already."""
        identity = reading_id(document, self.run.rules.version)
        if identity in self._known:
            return False
        seq = self.pen.add("read", identity, detail={"of": document}, after=found.sha256)
        reading = self._new(READING, identity)
        counts = {"statements": len(found.statements), "events": len(found.events)}
        row = {"number": reading, "id": identity, "document": number, "rules": self.run.rules.version, **counts}
        self._add(READING, row | {"run": self._run_number, "sha256": found.sha256, "seq": seq})
        for table, rows in ((STATEMENT, found.statements), (EVENT, found.events), (FIGURE, found.figures)):
            for one in rows:
                self._add(table, {"reading": reading, **one})
        return True

    def flush(self) -> None:
        """Store what was gathered."""
        self.pen.flush()
        if self._index:
            self.dialect.fill_index(self.connection, self._index)
            self._index = []
        for table in (RAW, CAPTURE, READING, STATEMENT, EVENT, FIGURE):
            rows = self._rows.pop(table.name, [])
            if rows:
                self.connection.execute(insert(table), rows)


def _sayable(text: str) -> str:
    """Text of a message as every database keeps it, and no longer than a message needs to be."""
    return text[:_LONGEST_MESSAGE].encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")


def numbers_of(connection: Connection, table: Table, ids: Sequence[str]) -> dict[str, int]:
    """Id → number of those rows that are there."""
    if not ids:
        return {}
    rows = connection.execute(select(table.c.id, table.c.number).where(table.c.id.in_(ids)))
    return {row.id: row.number for row in rows}


def document_row(one: Prepared, origin: str) -> Row:
    """The columns of a text layer, but its numbers."""
    document = one.item.document
    return {
        "id": one.document,
        "layer": one.item.text_layer,
        "sha256": document.sha256,
        "name": document.id,
        "title": document.title,
        "text": document.text,
        "published": document.published.isoformat() if document.published else None,
        "outlet": document.outlet,
        "url": document.url,
        "origin": origin,
    }


def document_hash(row: Mapping[str, Any], raw: str) -> str:
    """What the log says of a text layer: all its columns, the text by its own hash, and the hash of the bytes."""
    names = ("id", "layer", "sha256", "name", "published", "outlet", "url", "origin")
    return digest("document", raw, *(row[name] for name in names))


def capture_row(one: Prepared) -> Row:
    """The columns of a capture, but its numbers."""
    capture, document = one.item.capture, one.item.document
    return {
        "id": one.capture,
        "requested": capture.requested,
        "final": capture.final,
        "retrieved": capture.retrieved.isoformat(timespec="microseconds").replace("+00:00", "Z"),
        "media_type": capture.media_type,
        "headers": canonical([list(pair) for pair in capture.headers]),
        "tool": capture.tool,
        "record_id": capture.record_id,
        "part": one.item.part,
        "outlet": document.outlet,
        "url": document.url,
    }


def capture_hash(row: Mapping[str, Any], document: str) -> str:
    """What the log says of a capture."""
    names = ("id", "requested", "final", "retrieved", "media_type", "headers", "tool", "record_id", "part", "outlet", "url")
    return digest("capture", document, *(row[name] for name in names))


def start_run(connection: Connection, run: Run) -> Run:
    """Keep a run; the same with its place in the log. Raises LedgerError where nobody answers for it."""
    if not run.operator:
        raise LedgerError("no operator: say who runs this with --user")
    rules = run.rules
    row = {"id": run.id, "kind": run.kind, "started": run.started, "operator": run.operator, "tool": rules.tool}
    row |= {"rules": rules.version, "code": rules.code, "tables": rules.tables}
    row |= {"gazetteer": rules.gazetteer, "actors": rules.actors}
    pen = Pen(connection, run=run.id)
    seq = pen.add("run", run.id, detail={"kind": run.kind, "operator": run.operator, "rules": rules.version}, after=run_hash(row))
    number = (connection.execute(select(func.max(RUN.c.number))).scalar() or 0) + 1
    pen.flush()
    connection.execute(insert(RUN).values(number=number, seq=seq, **row))
    return Run(run.id, run.kind, run.started, run.operator, rules, seq)


def run_hash(row: Mapping[str, Any]) -> str:
    """What the log says of a run."""
    names = ("id", "kind", "started", "operator", "tool", "rules", "code", "tables", "gazetteer", "actors")
    return digest("run", *(row[name] for name in names))
