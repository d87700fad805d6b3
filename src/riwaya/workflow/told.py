"""What the ledger keeps, as it is compared: ``Told`` and ``Said``, with their reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from riwaya.ledger.ledger import Ledger
from riwaya.ledger.query import EVERY_DOCUMENT, DocumentQuery
from riwaya.model.incident import Report, Said, Told
from riwaya.model.kept import KeptReading


class Tellings(NamedTuple):
    """All that one report says: its statements and its events, in text order."""

    report: Report
    said: tuple[Said, ...]
    told: tuple[Told, ...]


def tellings(kept: KeptReading, copies: Mapping[str, str]) -> Tellings:
    """What a reading says; ``copies`` are the near-copies among the documents, and of what."""
    reading = kept.reading
    report = Report(kept.document_id, reading.document, copies.get(kept.document_id, kept.document_id))
    said = tuple(
        Said(identity, report, place, one)
        for place, (identity, one) in enumerate(zip(kept.statement_ids, reading.statements, strict=True))
    )
    told = tuple(
        Told(identity, report, place, one, figures, said[one.statement] if one.statement is not None else None)
        for place, (identity, figures, one) in enumerate(zip(kept.event_ids, kept.figure_ids, reading.events, strict=True))
    )
    return Tellings(report, said, told)


def reports(ledger: Ledger, asked: DocumentQuery = EVERY_DOCUMENT, copies: Mapping[str, str] | None = None) -> Iterator[Tellings]:
    """What each document asked for says, in the order in which they were kept; ``copies`` where they are known already."""
    copies = ledger.links.copies() if copies is None else copies
    for kept in ledger.readings(asked):
        yield tellings(kept, copies)
