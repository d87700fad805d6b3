"""An event: what is claimed to have happened, to whom, where, when, and how many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from riwaya.model.document import Span
from riwaya.model.swift import swift

TYPES = ("ASSAULT", "COERCE", "CONTROL", "RETREAT", "MOBILIZE", "PROTEST", "AGREE", "CONSULT", "AID")
"""The nine event types of the coding guide."""

KINDS = (
    "killed",
    "wounded",
    "missing",
    "captured",
    "surrendered",
    "released",
    "displaced",
    "destroyed",
    "taken",
    "attacks",
    "participants",
    "fighters",
    "casualties",
)
"""What a figure counts."""

MODALITIES = ("actual", "planned", "demanded", "conditional", "possible")
"""In which world the event takes place."""


@swift
@dataclass(frozen=True, slots=True)
class Mention:
    """Someone or something that takes part: the span, its fullest name in the document, its id in the register."""

    span: Span
    name: str
    entity: str | None = None


@swift
@dataclass(frozen=True, slots=True)
class Place:
    """A named place: ``precision`` is one of country, region, admin1, district, town, site, unknown.

    ``country`` is ISO 3166-1 alpha-2; ``latitude`` and ``longitude`` are degrees (WGS 84), None where unknown;
    ``gazetteer`` says which row was taken (``geonames:<id>``, ``overlay:<name>``), empty where none was.
    """

    span: Span
    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str = "unknown"
    gazetteer: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A day or a range of days, both ends included, with the words it was read from.

    ``precision`` is one of day, night, week, month, year, range; ``rule`` names the rule that resolved it.
    """

    start: date
    end: date
    span: Span
    precision: str
    rule: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that somebody claims, as an interval of whole numbers; an open end is None.

    ``approx`` is the word that made it approximate (نحو, أكثر من ...); ``of`` the counted group.
    """

    span: Span
    kind: str
    low: int | None
    high: int | None
    rule: str
    approx: str | None = None
    of: Span | None = None


@swift
@dataclass(frozen=True, slots=True)
class Event:
    """One claimed happening; ``statement`` is the index of the innermost statement, None the outlet's own voice.

    ``mode`` is PLOVER's mode where it has one. ``anchored`` is true where the clause itself gives a time, a place,
    a participant or a figure.
    """

    trigger: Span
    type: str
    rule: str
    mode: str | None = None
    statement: int | None = None
    actor: Mention | None = None
    target: Mention | None = None
    place: Place | None = None
    date: When | None = None
    figures: tuple[Figure, ...] = ()
    means: tuple[Span, ...] = ()
    negated: bool = False
    modality: str = "actual"
    anchored: bool = False
