"""Ids from content: the same thing has the same id in every ledger, and an id is never used again for another thing.

A claim is known by its evidence: a statement by its cue, an event by its trigger and type, a figure by its event, words
and kind, each in one text. Newer rules that read more out of the same words therefore keep the id, and what people have
decided about it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter

from riwaya.model.document import Document
from riwaya.model.event import Event, Figure
from riwaya.model.reading import Reading

PREFIXES = {
    "doc": "document",
    "cap": "capture",
    "read": "reading",
    "stmt": "statement",
    "event": "event",
    "fig": "figure",
    "dec": "decision",
    "run": "run",
}
"""What stands before the hyphen of an id, and what it names."""

_LENGTH = 16


def make_id(prefix: str, *parts: object) -> str:
    """An id: prefix, hyphen, sixteen hexadecimal digits of the SHA-256 of the parts as a JSON list."""
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return f"{prefix}-{hashlib.sha256(text.encode('utf-8')).hexdigest()[:_LENGTH]}"


def document_id(raw_sha256: str, layer: str, document: Document) -> str:
    """The id of a text layer: the bytes, the extraction, and all that the reader sees of the result."""
    day = document.published.isoformat() if document.published else None
    return make_id("doc", raw_sha256, layer, document.title, document.text, day)


def reading_id(document: str, rules: str) -> str:
    """The id of what one version of the rules reads in one text layer."""
    return make_id("read", document, rules)


class ClaimIds:
    """The ids of the claims of one reading, in its order: ``statements``, ``events``, and ``figures`` event by event."""

    def __init__(self, document: str, reading: Reading) -> None:
        self._seen: Counter[str] = Counter()
        self.statements = tuple(self._unique("stmt", document, one.cue.start, one.cue.end) for one in reading.statements)
        self.events = tuple(self._unique("event", document, *_happening(one)) for one in reading.events)
        self.figures = tuple(
            tuple(self._unique("fig", event, *_count(figure)) for figure in one.figures)
            for event, one in zip(self.events, reading.events, strict=True)
        )

    def _unique(self, prefix: str, *parts: object) -> str:
        """Where the same words carry two claims of a kind, the second has its number in its id."""
        first = make_id(prefix, *parts)
        self._seen[first] += 1
        return first if self._seen[first] == 1 else make_id(prefix, *parts, self._seen[first])


def _happening(event: Event) -> tuple[object, ...]:
    return event.trigger.start, event.trigger.end, event.type


def _count(figure: Figure) -> tuple[object, ...]:
    return figure.span.start, figure.span.end, figure.kind
