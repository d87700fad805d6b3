"""Incidents as lines for a terminal, as JSON and as rows of a table; what was counted beside who counts it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from riwaya.model.incident import Incident, Join, Told, Where
from riwaya.show.table import clean, event_lines, line

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
        len(one.events),
        len(one.witnesses),
    )


def _degrees(value: float | None) -> str:
    return "" if value is None else f"{value:.5f}"


def _day(value: object) -> str:
    return "" if value is None else str(value)


def incident_json(one: Incident, names: Mapping[str, str], accounts: Sequence[Mapping[str, Any]]) -> str:
    """An incident as one line of JSON; ``names`` are the documents' own names, ``accounts`` who counts what."""
    found = {
        "id": one.id,
        "type": one.type,
        "place": asdict(one.place) if one.place else None,
        "first": _day(one.first) or None,
        "last": _day(one.last) or None,
        "texts": one.texts,
        "documents": [names[identity] for identity in one.documents],
        "document_ids": list(one.documents),
        "events": list(one.events),
        "witnesses": [
            {"key": two.key, "name": two.name, "documents": [names[at] for at in two.documents]} for two in one.witnesses
        ],
        "accounts": list(accounts),
    }
    return json.dumps(found, ensure_ascii=False) + "\n"


def incident_lines(one: Incident) -> str:
    """An incident in a list."""
    return "".join((f"{one.id}  {one.type}\n", *_head(one), "\n"))


def _head(one: Incident) -> Iterator[str]:
    if one.place is not None:
        yield line("place", one.place.name)
        yield line("where", f"{one.place.precision}, {one.place.country or 'country unknown'}")
    yield line("when", "not said" if one.first is None else f"{one.first}" + (f" to {one.last}" if one.last != one.first else ""))
    copies = len(one.documents) - one.texts
    yield line("reported in", f"{one.texts} texts" + (f" and {copies} near-copies" if copies else ""))
    yield line("tellers", str(len(one.witnesses)))


def whole_incident(one: Incident, told: Sequence[Told]) -> Iterator[str]:
    """An incident with its tellers, its reports, what each says, and why they are together."""
    yield f"incident {one.id}  {one.type}  (reported, not confirmed)\n"
    yield from _head(one)
    yield "who tells it\n"
    for witness in one.witnesses:
        yield line("teller", witness.name)
        yield line("in", f"{len(witness.documents)} documents, {witness.key}")
    yield "what the reports say\n"
    for _, found in groupby(told, key=lambda event: event.report.id):
        yield from _report(list(found))
    yield "why together\n"
    yield from why_lines(one.why)


def _report(told: Sequence[Told]) -> Iterator[str]:
    report = told[0].report
    copied = f", a near-copy of {report.witness}" if report.witness != report.id else ""
    yield f"  {report.id}  {clean(report.document.outlet or 'outlet unknown')}, {report.day or 'no day'}{copied}\n"
    yield line("title", report.document.title)
    for one in told:
        source = one.teller.statement.source if one.teller else None
        yield line("event", one.id)
        yield line("told by", source.name if source else "the outlet's own voice" if one.teller is None else "(not named)")
        yield from event_lines(one.event)


def why_lines(why: Iterable[Join]) -> Iterator[str]:
    """Why events are one incident: pair by pair, each rule with what it weighs."""
    for (one, other), found in groupby(why, key=lambda join: (join.one, join.other)):
        joins = list(found)
        yield f"  {one} + {other}  {sum(join.score for join in joins):+.1f}\n"
        for join in joins:
            yield line(f"{join.score:+.1f}", join.sentence)
