"""How a report came to us: the capture record, the item that was taken, and what could not be taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from riwaya.model.document import Document


@dataclass(frozen=True, slots=True)
class Capture:
    """How bytes came to us: requested and final URL or path, time in UTC, media type, response headers, tool, WARC record id.

    ``retrieved`` is aware and in UTC; ``tool`` reads like ``riwaya 0.1.0 warc``.
    """

    requested: str
    final: str
    retrieved: datetime
    media_type: str
    headers: tuple[tuple[str, str], ...] = ()
    tool: str = ""
    record_id: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One report as found: the raw bytes it was taken from, how they came, where in them it stands, and the document.

    ``raw`` is what is stored once under its SHA-256: the whole file or page, or for an entry of a feed, a line of
    JSON Lines, a row of a table, a record of an archive that piece's own bytes. ``part`` is empty for the whole, else
    ``line 7``, ``item 3``, ``entry 2``, ``row 5``, ``record <urn:…>``. ``text_layer`` names the extraction that made
    the text, with its version (``plain 1``, ``page 1, trafilatura 2.3.1``).
    """

    raw: bytes
    capture: Capture
    part: str
    document: Document
    text_layer: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be taken: ``where`` names it, ``reason`` says in one line why and what to do."""

    where: str
    reason: str
