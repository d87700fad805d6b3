"""A reading as one JSON object, in the output contract of the project."""

from __future__ import annotations

import json
from typing import Any

from riwaya.model.document import Span
from riwaya.model.event import Event, Figure, Mention, Place, When
from riwaya.model.reading import Reading
from riwaya.model.statement import Source, Statement

Json = dict[str, Any]


def reading_line(reading: Reading) -> str:
    """The reading as one line of JSON, keys in the order of the contract."""
    return json.dumps(reading_json(reading), ensure_ascii=False, separators=(", ", ": "))


def reading_json(reading: Reading) -> Json:
    """The reading as plain data."""
    document = reading.document
    return {
        "id": document.id,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "outlet": document.outlet,
        "url": document.url,
        "sha256": document.sha256,
        "statements": [_statement(statement) for statement in reading.statements],
        "events": [_event(event) for event in reading.events],
    }


def span_json(span: Span | None) -> Json | None:
    """A span as start, end and text."""
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}


def _statement(statement: Statement) -> Json:
    return {
        "cue": span_json(statement.cue),
        "act": statement.act,
        "source": _source(statement.source),
        "via": [span_json(span) for span in statement.via],
        "addressee": span_json(statement.addressee),
        "content": span_json(statement.content),
        "quoted": statement.quoted,
        "condition": span_json(statement.condition),
        "detail": statement.detail,
        "distance": statement.distance,
        "rule": statement.rule,
    }


def _source(source: Source | None) -> Json | None:
    if source is None:
        return None
    mention = span_json(source.mention) or {"start": None, "end": None, "text": None}
    return {**mention, "name": source.name, "entity": source.entity}


def _event(event: Event) -> Json:
    return {
        "trigger": span_json(event.trigger),
        "type": event.type,
        "mode": event.mode,
        "statement": event.statement,
        "actor": _mention(event.actor),
        "target": _mention(event.target),
        "place": _place(event.place),
        "date": _when(event.date),
        "figures": [_figure(figure) for figure in event.figures],
        "means": [span_json(span) for span in event.means],
        "negated": event.negated,
        "modality": event.modality,
        "anchored": event.anchored,
        "rule": event.rule,
    }


def _mention(mention: Mention | None) -> Json | None:
    return None if mention is None else {**(span_json(mention.span) or {}), "name": mention.name, "entity": mention.entity}


def _place(place: Place | None) -> Json | None:
    if place is None:
        return None
    return {
        **(span_json(place.span) or {}),
        "name": place.name,
        "country": place.country,
        "lat": place.latitude,
        "lon": place.longitude,
        "precision": place.precision,
        "gazetteer": place.gazetteer,
    }


def _when(when: When | None) -> Json | None:
    if when is None:
        return None
    return {
        "start": when.start.isoformat(),
        "end": when.end.isoformat(),
        "text": when.span.text,
        "precision": when.precision,
        "rule": when.rule,
    }


def _figure(figure: Figure) -> Json:
    return {
        **(span_json(figure.span) or {}),
        "kind": figure.kind,
        "low": figure.low,
        "high": figure.high,
        "approx": figure.approx,
        "of": span_json(figure.of),
        "rule": figure.rule,
    }
