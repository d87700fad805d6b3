"""A map of a text layer proven in a way of its own: with Python's and lxml's own readers, and none of the program's code."""

from __future__ import annotations

import json

import lxml.html

from riwaya.model.capture import Item
from riwaya.model.textmap import Gap, Segment, TextMap
from riwaya.sources.bytemap import text_map


def proven(item: Item) -> TextMap:
    """The map of an item, after each segment was decoded and compared, and segments and gaps together are the whole text."""
    found = text_map(item.raw, item.text_layer, item.document, item.capture)
    assert found is not None
    characters = item.document.characters
    at = 0
    parts: list[Segment | Gap] = [*found.segments, *found.gaps]
    for one in sorted(parts, key=lambda part: part.text_start):
        assert one.text_start == at < one.text_end
        at = one.text_end
        if isinstance(one, Segment):
            written = item.raw[one.raw_start : one.raw_end].decode(found.codec)
            assert characters[one.text_start : one.text_end] in readings(written, item.text_layer.split()[0]), one
    assert at == len(characters)
    assert found == text_map(item.raw, item.text_layer, item.document, item.capture)
    return found


def readings(written: str, kind: str) -> set[str]:
    """What some bytes may say to a reader of their kind: as they stand, or with their escapes read."""
    if kind in ("json", "jsonl", "parquet"):
        return {json.loads(f'"{written}"')}
    if kind in ("plain", "csv"):
        return {written}
    once = as_markup(written)
    return {written, once, as_markup(once)}


def as_markup(written: str) -> str:
    """The text of a piece of HTML."""
    return str(lxml.html.document_fromstring(f"<div>|{written}|</div>").text_content())[1:-1]


def lost(item: Item, found: TextMap) -> list[str]:
    """The characters that are not found in the bytes."""
    return [item.document.characters[gap.text_start : gap.text_end] for gap in found.gaps if gap.why == "not found"]
