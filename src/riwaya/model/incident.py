"""What comparing reports makes: incidents, accounts, relations, tolls, promises, records of sources; and what it takes.

Comparing takes ``Told`` (an event as one report tells it) and ``Said`` (a statement as one report has it), each with its
``Report``; they carry all that the ledger keeps of them, so that comparing is pure functions over tuples of records.
Everything here is derived: it can be thrown away and made again, and hangs on the ids of claims.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from riwaya.model.document import Document
from riwaya.model.event import Event
from riwaya.model.statement import Statement

RELATIONS = ("agree", "differ", "contradict", "denies", "admits", "supersedes")
"""How one claim stands to another."""

STATUSES = ("current", "superseded", "subset", "cumulative", "repeated", "aside", "rejected")
"""What an account's figure is: its teller's last word; replaced by it; part of another figure; a total over a time; told
again (by the same teller in vaguer words, by the outlet that quotes him, or as a person decided); of something else, as his
other figure shows; thrown out by a person."""

SCOPES = ("incident", "period", "cumulative")
"""What a figure covers: the incident; a stretch of time; all since something began."""

PROMISE_STATUSES = ("open", "met", "broken", "withdrawn", "unclear")
"""What became of a promise, a threat, a demand or an offer."""


@dataclass(frozen=True, slots=True)
class Report:
    """A document as it is compared: ``witness`` is the id of the text that it is a near-copy of, its own where it is none."""

    id: str
    document: Document
    witness: str

    @property
    def day(self) -> date | None:
        """The day of publication."""
        return self.document.published


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its id, its report and its place in the reading."""

    id: str
    report: Report
    place: int
    statement: Statement


@dataclass(frozen=True, slots=True)
class Told:
    """An event with its id, its figures' ids, its report, its place in the reading, and the statement that tells it.

    ``teller`` is None where the outlet tells it in its own voice.
    """

    id: str
    report: Report
    place: int
    event: Event
    figure_ids: tuple[str, ...] = ()
    teller: Said | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """Why two events are one incident: the two event ids, one feature, what it weighs, and the sentence that says it.

    ``score`` is positive where the feature speaks for it, negative where it speaks against it; the joins of a pair add up.
    """

    one: str
    other: str
    feature: str
    score: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Witness:
    """One who tells: ``key`` is the same wherever he is quoted, ``name`` as printed, with the documents that quote him.

    ``key`` is ``entity:<id>`` of the register, else ``name:<folded name>``, else ``outlet:<name>`` for an outlet's own
    voice; near-copies of a text share the outlet of the first.
    """

    key: str
    name: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place of an incident, as ``riwaya.model.event.Place`` has it, without a span: several reports name it."""

    name: str
    precision: str = "unknown"
    country: str | None = None
    gazetteer: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """Events that are one happening. ``events`` and ``documents`` are ids, sorted.

    ``id`` comes from the content, so that it is the same in whatever order reports came. ``first`` and ``last`` are the
    days between which it happened, None where nobody says; ``type``, ``place`` and the days are what most witnesses say,
    the most precise first. ``texts`` counts the documents without near-copies. ``recalled`` are those documents that only
    come back to it, far down in a later report.
    """

    id: str
    type: str
    place: Where | None
    first: date | None
    last: date | None
    events: tuple[str, ...]
    documents: tuple[str, ...]
    texts: int
    witnesses: tuple[Witness, ...]
    why: tuple[Join, ...] = ()
    recalled: tuple[str, ...] = ()

    @property
    def reports(self) -> tuple[str, ...]:
        """The documents that report it, and do not only come back to it."""
        return tuple(one for one in self.documents if one not in set(self.recalled))


@dataclass(frozen=True, slots=True)
class Quantity:
    """What is counted: the kind of figure, whose side the counted are on ("" unknown), civilian, combatant or unknown.

    A toll of all categories together has the status ``all``.
    """

    kind: str
    side: str = ""
    status: str = "unknown"


@dataclass(frozen=True, slots=True)
class Account:
    """Who says what number of an incident: one originator, one quantity, one figure.

    ``low`` and ``high`` are the interval, None where it is open (both where dead are told of and not counted); ``approx``
    the word that makes it approximate or vague; ``of`` is the counted group as printed; ``act`` the speech act; ``since``
    the day of the report that has it first; ``evidence`` the ids of figures (of events where none is counted), sorted,
    near-copies left out; ``documents`` where it stands, near-copies too. ``scope`` is of ``SCOPES``, ``part_of`` the figure
    that a subset belongs to, ``side`` the originator's ("" unknown), ``standing`` the class of the originator in respect of
    this figure (0 an investigation … 7 nobody named) and ``ground`` the rule that put him there; ``status`` has its reason
    in ``because``, a rule's name.
    """

    incident: str
    quantity: Quantity
    originator: str
    name: str
    low: int | None
    high: int | None
    approx: str | None
    of: str | None
    act: str
    since: date | None
    evidence: tuple[str, ...]
    documents: tuple[str, ...]
    status: str = "current"
    scope: str = "incident"
    part_of: str | None = None
    side: str = ""
    standing: int = 7
    ground: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """How one claim stands to another: the kind, the two evidence ids, and the rule that says so."""

    incident: str
    kind: str
    one: str
    other: str
    rule: str


@dataclass(frozen=True, slots=True)
class Toll:
    """What a view makes of the accounts of one quantity: its numbers, its rule in words, its evidence, and its steps."""

    incident: str
    quantity: Quantity
    view: str
    low: int | None
    best: int | None
    high: int | None
    rule: str
    evidence: tuple[str, ...]
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """What the machine suggests an incident be graded as; only a person confirms. ``suggestion`` ends in a question mark."""

    incident: str
    suggestion: str
    rule: str
    evidence: tuple[str, ...]
    why: tuple[str, ...] = ()


BEARINGS = ("repeats", "meets", "breaks", "withdraws", "condition")
"""How a later claim bears on a promise: says it again, is the promised thing, is against it, takes it back; or is what the
promise was made to depend on."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A later claim that bears on a promise: its id, its bearing (of ``BEARINGS``), and the rule that says so."""

    id: str
    bearing: str
    rule: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise, threat, demand or offer, and what became of it. ``id`` is that of the statement.

    ``by`` and ``to`` are names as printed, ``what`` the type of event that is held out, ``where`` its place;
    ``condition`` is printed too. ``signs`` are the claims on both sides. ``mode`` is the event's (ceasefire, withdraw …);
    ``negated`` is true where he promises not to do it.
    """

    id: str
    kind: str
    by: str
    to: str | None
    what: str | None
    where: Where | None
    condition: str | None
    made: date | None
    status: str
    signs: tuple[Sign, ...] = ()
    mode: str | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """What one teller did, counted in incidents: in how many he claimed, admitted, denied something; in how many he was the
    only one to tell, was contradicted or denied, and was matched later by somebody else. ``incidents`` are their ids.
    """

    who: str
    name: str
    claims: int
    admissions: int
    denials: int
    alone: int
    contradicted: int
    matched: int
    incidents: tuple[str, ...] = ()
