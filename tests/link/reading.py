"""Series of small reports of our own making, read as the ledger would have them: told events and statements."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from riwaya.model.document import Document
from riwaya.model.ids import ClaimIds
from riwaya.model.incident import Report, Said, Told
from riwaya.read.reader import read_document

FOLDER = Path(__file__).parent / "series"


@dataclass(frozen=True)
class Claims:
    """What some reports say."""

    said: tuple[Said, ...]
    told: tuple[Told, ...]

    def of(self, event_type: str) -> tuple[Told, ...]:
        return tuple(one for one in self.told if one.event.type == event_type)


def series(name: str) -> list[Document]:
    """The reports of a file of the series."""
    rows = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["report"]
    return [Document(row["id"], row["title"], row["text"].strip(), row["day"], row["outlet"]) for row in rows]


def read(documents: Iterable[Document], copies: dict[str, str] | None = None) -> Claims:
    """The claims of some reports; ``copies`` says which of them is a near-copy of which."""
    found = [_claims(one, (copies or {}).get(one.id, one.id)) for one in documents]
    return Claims(tuple(s for one in found for s in one.said), tuple(t for one in found for t in one.told))


def _claims(document: Document, witness: str) -> Claims:
    reading = read_document(document)
    ids = ClaimIds(document.id, reading)
    report = Report(document.id, document, witness)
    said = tuple(
        Said(identity, report, at, one) for at, (identity, one) in enumerate(zip(ids.statements, reading.statements, strict=True))
    )
    rows = enumerate(zip(ids.events, reading.events, ids.figures, strict=True))
    told = tuple(
        Told(identity, report, at, event, figures, None if event.statement is None else said[event.statement])
        for at, (identity, event, figures) in rows
    )
    return Claims(said, told)


def more(document: Document, identity: str, day: date, text: str) -> Document:
    """Another report of the same outlet."""
    return replace(document, id=identity, published=day, title="", text=text)
