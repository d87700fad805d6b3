"""A list of incidents: lines for a terminal, JSON with the accounts of each, rows of a table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from riwaya.model.incident import Account, Incident, Where
from riwaya.show.table import line

COLUMNS = (
    "id",
    "type",
    "place",
    "precision",
    "country",
    "latitude",
    "longitude",
    "first",
    "last",
    "texts",
    "documents",
    "recalled",
    "events",
    "witnesses",
)
"""The columns of an incident as a row."""


def incident_row(one: Incident) -> tuple[object, ...]:
    """An incident as a row of ``COLUMNS``; what is unknown is empty."""
    where = one.place or Where("", "")
    place = (where.name, where.precision, where.country or "", _degrees(where.latitude), _degrees(where.longitude))
    return (
        one.id,
        one.type,
        *place,
        _day(one.first),
        _day(one.last),
        one.texts,
        len(one.documents),
        len(one.recalled),
        len(one.events),
        len(one.witnesses),
    )


def _degrees(value: float | None) -> str:
    return "" if value is None else f"{value:.5f}"


def _day(value: object) -> str:
    return "" if value is None else str(value)


def incident_json(one: Incident, names: Mapping[str, str], accounts: Iterable[Account]) -> str:
    """An incident as one line of JSON, with who says what number; ``names`` are the documents' own names.

    ``documents`` are those that report it, ``recalled_in`` those that only come back to it.
    """
    found = {
        "id": one.id,
        "type": one.type,
        "place": asdict(one.place) if one.place else None,
        "first": _day(one.first) or None,
        "last": _day(one.last) or None,
        "texts": one.texts,
        "documents": [names[identity] for identity in one.reports],
        "document_ids": list(one.reports),
        "recalled_in": [names[identity] for identity in one.recalled],
        "events": list(one.events),
        "witnesses": [
            {"key": two.key, "name": two.name, "documents": [names[at] for at in two.documents]} for two in one.witnesses
        ],
        "accounts": [_account(account, names) for account in accounts],
    }
    return json.dumps(found, ensure_ascii=False) + "\n"


def _account(one: Account, names: Mapping[str, str]) -> dict[str, object]:
    found = {name: getattr(one, name) for name in ("originator", "name", "low", "high", "approx", "of", "act", "status", "scope")}
    documents = [names[identity] for identity in one.documents]
    return {**asdict(one.quantity), **found, "since": _day(one.since) or None, "documents": documents}


def incident_lines(one: Incident) -> str:
    """An incident in a list."""
    return "".join((f"{one.id}  {one.type}\n", *head(one), "\n"))


def counted(number: int, name: str) -> str:
    """A number with its noun: 1 text, 2 texts, 3 near-copies."""
    plural = f"{name.removesuffix('y')}ies" if name.endswith("y") else f"{name}s"
    return f"{number} {name if number == 1 else plural}"


def head(one: Incident) -> Iterator[str]:
    """Where and when it happened, in how many texts it is told, by how many."""
    if one.place is not None:
        yield line("place", one.place.name)
        yield line("where", f"{one.place.precision}, {one.place.country or 'country unknown'}")
    yield line("when", "not said" if one.first is None else f"{one.first}" + (f" to {one.last}" if one.last != one.first else ""))
    copies = len(one.documents) - one.texts
    yield line("reported in", counted(one.texts, "text") + (f" and {counted(copies, 'near-copy')}" if copies else ""))
    if one.recalled:
        yield line("recalled", f"by {len(one.recalled)} of these: later, and far down")
    yield line("tellers", str(len(one.witnesses)))
