"""Riwaya from Python: ``riwaya.read(text, published=...)``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from riwaya.model.document import Document
from riwaya.model.reading import Reading as Record
from riwaya.read.reader import read_document
from riwaya.show.html import body
from riwaya.show.jsonl import Json, reading_json


class Reading(Record):
    """A reading that shows itself in a notebook and gives itself as plain data."""

    def _repr_html_(self) -> str:
        return body([self])

    def data(self) -> Json:
        """The reading as the project's JSON contract has it."""
        return reading_json(self)


def read(text: str, *, title: str = "", published: date | str | None = None, actors: str | Path | None = None) -> Reading:
    """Read one report: its statements and claimed events, every span with its offsets in ``title`` + newline + ``text``.

    ``published`` is the day that أمس and weekdays are counted from, a date or ISO text. Raises ValueError where that
    is no day. ``actors`` is a file of your own actors, which wins over the register.
    """
    day = date.fromisoformat(published[:10]) if isinstance(published, str) else published
    found = read_document(Document("text", title, text, day), Path(actors) if actors else None)
    return Reading(found.document, found.statements, found.events)
