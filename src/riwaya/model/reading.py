"""A reading: one report with the statements and events that were read from it."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.model.document import Document
from riwaya.model.event import Event
from riwaya.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one report: statements and events in text order."""

    document: Document
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
