"""What the ledger gives back: the records of the model with their ids and where they come from."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.model.capture import Capture
from riwaya.model.document import Document, Span
from riwaya.model.event import Event
from riwaya.model.reading import Reading
from riwaya.model.statement import Statement
from riwaya.model.textmap import Placed, TextMap


@dataclass(frozen=True, slots=True)
class Rules:
    """Which rules read: SHA-256 of the code, of the word tables, of the gazetteer, of the user's own actors ("" for none).

    ``version`` is made from the four and names the whole; ``tool`` reads like ``riwaya 0.1.0``.
    """

    version: str
    tool: str
    code: str
    tables: str
    gazetteer: str
    actors: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a machine: ``kind`` is ingest or reread, ``operator`` the person who started it."""

    id: str
    kind: str
    started: str
    operator: str
    rules: Rules
    seq: int = 0


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A text layer: one report as one extraction gives it.

    ``raw`` is the SHA-256 of its bytes, ``layer`` the extraction, ``origin`` the address that the versions of a report
    share. ``version`` counts the different bytes seen at that address from 1; ``current`` is false once newer ones came.
    ``copy_of`` is the id of the earlier text that this one is a near-copy of. ``seq`` is its place in the log.
    """

    id: str
    document: Document
    raw: str
    layer: str
    origin: str
    version: int
    current: bool
    copy_of: str | None
    seq: int


@dataclass(frozen=True, slots=True)
class KeptCapture:
    """A place where a text was found, as it was found there first; ``size`` is that of the bytes.

    ``outlet`` and ``url`` are those of the report at this place.
    """

    id: str
    document_id: str
    raw: str
    size: int
    capture: Capture
    part: str
    outlet: str | None
    url: str | None
    operator: str
    seq: int


@dataclass(frozen=True, slots=True)
class Original:
    """A text layer beside what it was made from: its id, the name of the extraction, the SHA-256 of the bytes and the bytes
    (None where they are missing), and how they came first."""

    id: str
    document: Document
    layer: str
    raw: str
    content: bytes | None
    capture: Capture


@dataclass(frozen=True, slots=True)
class KeptReading:
    """What one version of the rules read in a text; the ids run beside the claims, figures event by event."""

    id: str
    document_id: str
    rules: str
    run: str
    seq: int
    reading: Reading
    statement_ids: tuple[str, ...]
    event_ids: tuple[str, ...]
    figure_ids: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class KeptStatement:
    """A statement with its id, its document and its place in the reading.

    ``orphan`` is true where its words no longer stand in the text at its offsets: it is shown, never moved.
    """

    id: str
    document_id: str
    reading_id: str
    place: int
    statement: Statement
    orphan: bool = False


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """An event with its id, its figures' ids, and the id of the statement that tells it (None: the outlet's own voice)."""

    id: str
    document_id: str
    reading_id: str
    place: int
    statement_id: str | None
    figure_ids: tuple[str, ...]
    event: Event
    orphan: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about some things, and why; ``withdrawn`` is when it was taken back, None while it stands."""

    id: str
    kind: str
    subjects: tuple[str, ...]
    user: str
    reason: str
    made: str
    seq: int
    withdrawn: str | None = None
    withdrawn_by: str | None = None
    withdrawn_reason: str | None = None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One step. ``run`` or ``user`` says whose, never both; ``hash`` covers everything and the hash of the entry before."""

    seq: int
    made: str
    run: str | None
    user: str | None
    action: str
    object: str
    detail: str
    before: str
    after: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that a search found, and where in its characters the words stand."""

    document: KeptDocument
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was: where, and what."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report in an ingest: new, version, layer, copy, place, sighting, reread or refused."""

    status: str
    where: str
    document_id: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One claim that another version of the rules reads differently: added, gone or changed.

    ``fields`` are (name, before, after) of what changed, as text.
    """

    document_id: str
    id: str
    kind: str
    how: str
    quote: Span
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Custody:
    """The whole way of one claim, from the bytes to what people decided; of a document with all its claims.

    Raw bytes → captures → text layer → readings with their runs → the claim in each reading → decisions → log entries,
    exports among them. ``map`` leads from the text layer's characters to the bytes, None where the bytes or the kind of layer
    are not known; ``evidence`` are the pieces of evidence in the bytes, claim by claim. ``riwaya.Ledger`` fills in both.
    """

    id: str
    kind: str
    document: KeptDocument
    captures: tuple[KeptCapture, ...]
    copies: tuple[str, ...]
    readings: tuple[tuple[str, Run], ...]
    claims: tuple[KeptStatement | KeptEvent, ...]
    decisions: tuple[Decision, ...]
    log: tuple[LogEntry, ...]
    map: TextMap | None = None
    evidence: tuple[tuple[Placed, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """How much a ledger holds, and the head of its log (``seq:hash``)."""

    documents: int
    captures: int
    readings: int
    statements: int
    events: int
    decisions: int
    head: str
