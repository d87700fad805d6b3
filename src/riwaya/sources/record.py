"""A record of named fields (a JSON object, a row of a table) is a report: its fields to a document and an item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any, NamedTuple

from riwaya.model.capture import Item, Refusal
from riwaya.model.document import Document
from riwaya.sources.arrival import Arrival, too_large
from riwaya.sources.dateline import days_in, plausible
from riwaya.sources.language import fault
from riwaya.sources.options import Options, Refused, tool

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "guid", "uuid", "_id"),
    "title": ("title", "headline"),
    "text": ("text", "content", "body", "article", "maintext"),
    "published": ("published", "date", "published_at", "date_published", "publish_date", "publication_date", "datePublished"),
    "outlet": ("outlet", "source", "site", "newspaper", "publisher", "sitename"),
    "url": ("url", "link", "source_url"),
}
"""What others call our fields, in the order in which they are tried; the first name is our own."""

MEDIA_TYPES = {
    "json": "application/json",
    "jsonl": "application/x-ndjson",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
}

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


class Record(NamedTuple):
    """A record as found: its own bytes, where it stands (``line 7``), its fields, and a table's header line."""

    raw: bytes
    part: str
    value: Any
    header: str = ""


def record_item(arrival: Arrival, options: Options, kind: str, record: Record) -> Item | Refusal:
    """The item of one record, or the refusal that stands in its place."""
    number = record.part.rpartition(" ")[2]
    try:
        if len(record.raw) > options.limits.report:
            raise Refused(too_large(options.limits.report))
        document = document_of(record.value, f"{arrival.stem}-{number}" if number else arrival.stem, options, arrival.latest)
        why = fault(document)
    except Refused as error:
        why = str(error)
    if why is not None:
        return Refusal(arrival.where(record.part), why)
    headers = (("csv-header", record.header),) if record.header else ()
    capture = arrival.captured(MEDIA_TYPES[kind], tool(kind), headers)
    return Item(record.raw, capture, arrival.part(record.part), document, f"{kind} 1")


def document_of(record: Any, identity: str, options: Options, latest: date) -> Document:
    """The document of one record; ``identity`` is its id where it has none.

    Raises Refused where a field is missing, of a wrong type, or a day that cannot be.
    """
    if not isinstance(record, dict):
        raise Refused("not an object: each report needs at least a field text")
    found = {field: _field(record, field, options.fields) for field in FIELDS}
    if found["text"] is None:
        raise Refused(f"no field text: each report needs one (or one of {', '.join(FIELDS['text'][1:])})")
    published = stated_day(found["published"], latest) or options.published
    outlet = found["outlet"] or options.outlet
    return Document(found["id"] or identity, found["title"] or "", found["text"], published, outlet, found["url"] or None)


def stated_day(published: str | None, latest: date) -> date | None:
    """The day that a record states: ISO, as in mail and feeds, or in Arabic words. None where it states nothing.

    Raises Refused where it states no day, or one outside 1990 to ``latest``.
    """
    if not published or not published.strip():
        return None
    day = parse_day(published)
    if day is None:
        raise Refused(f"published is {published[:60]!r}: write the day as 2026-11-24")
    if not plausible(day, latest):
        raise Refused(f"published is {published[:60]!r}, outside 1990 to {latest}: correct the day, or leave the field out")
    return day


def parse_day(written: str) -> date | None:
    """The day of a time stamp as it is written, in the writer's own time zone."""
    text = written.strip()
    with suppress(ValueError):
        return date.fromisoformat(text[:10]) if _ISO.match(text) else datetime.fromisoformat(text).date()
    days = days_in(text)
    return days[0] if days else None


def check_columns(columns: Iterable[str], options: Options) -> None:
    """Raises Refused where none of a table's columns is the reports' text."""
    names = list(columns)
    if not any(name in names for name in _names("text", options.fields)):
        told = ", ".join(names[:12]) or "none"
        raise Refused(f"no column text among {told}: say which one holds the reports' text (--field text=COLUMN)")


def _names(field: str, renamed: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(theirs for ours, theirs in renamed if ours == field) or FIELDS[field]


def _field(record: Mapping[str, Any], field: str, renamed: tuple[tuple[str, str], ...]) -> str | None:
    names = _names(field, renamed)
    for name in names:
        value = record.get(name)
        if value is None:
            continue
        if isinstance(value, str):
            return value
        if field == "id" and isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, date):
            return value.isoformat()
        if name == names[0]:
            raise Refused(f"the field {name} is no string: put it in quotation marks")
    return None
