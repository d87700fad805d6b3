"""Files of text, JSON and JSON Lines as items."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime

from riwaya.model.capture import Capture, Item, Refusal
from riwaya.model.document import Document
from riwaya.sources.files import documents
from riwaya.version import __version__


def items(address: str, published: date | None = None) -> Iterator[Item | Refusal]:
    """Each report of a file."""
    lines = address.endswith(".jsonl")
    for number, found in enumerate(documents(address, published), 1):
        if not isinstance(found, Document):
            where, _, reason = str(found).rpartition(": ")
            yield Refusal(where, reason)
            continue
        capture = Capture(address, address, datetime.now(UTC), "application/json", (), f"riwaya {__version__} file")
        part = f"line {number}" if lines else ""
        fields = [found.id, found.title, found.text, found.published and found.published.isoformat(), found.outlet, found.url]
        yield Item(json.dumps(fields, ensure_ascii=False).encode(), capture, part, found, "plain 1")
