"""Every kind of source in plain sight, and how one is told: ``items(address, options)`` gives the reports of any."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from riwaya.model.capture import Item, Refusal
from riwaya.sources.address import is_web
from riwaya.sources.arrival import STANDARD_INPUT, Arrival, from_path
from riwaya.sources.decode import decode_markup
from riwaya.sources.feedcut import is_feed
from riwaya.sources.folder import files_under
from riwaya.sources.gunzip import MAGIC, gunzipped
from riwaya.sources.jsons import json_items, jsonl_items
from riwaya.sources.options import Options, Refused
from riwaya.sources.text import text_items

_MARKUP = re.compile(r"<(?:!doctype html|html|head|body|meta|title|div|p|table|h1|article|\?xml)\b", re.IGNORECASE)
_JSON = re.compile(r"\{|\[\s{0,99}[{\]]")
_WARC = b"WARC/"
_FIRST_LINES = 2**20

Kind = Callable[[Arrival, Options], Iterator[Item | Refusal]]


# What brings the net, archives or slow libraries is imported when the first of it comes: `riwaya read` starts without it.


def csv_items(arrival: Arrival, options: Options) -> Iterator[Item | Refusal]:
    """Rows of a table."""
    from riwaya.sources.csvs import csv_items as read  # noqa: PLC0415

    return read(arrival, options)


def parquet_items(arrival: Arrival, options: Options) -> Iterator[Item | Refusal]:
    """Rows of a Parquet file."""
    from riwaya.sources.parquet import parquet_items as read  # noqa: PLC0415

    return read(arrival, options)


def page_items(arrival: Arrival, options: Options) -> Iterator[Item | Refusal]:
    """A web page."""
    from riwaya.sources.page import page_items as read  # noqa: PLC0415

    return read(arrival, options)


def feed_items(arrival: Arrival, options: Options) -> Iterator[Item | Refusal]:
    """Entries of an RSS or Atom feed."""
    from riwaya.sources.feed import feed_items as read  # noqa: PLC0415

    return read(arrival, options)


def warc_items(arrival: Arrival, options: Options) -> Iterator[Item | Refusal]:
    """Pages of a WARC archive."""
    from riwaya.sources.warc import warc_items as read  # noqa: PLC0415

    return read(arrival, options)


def zip_items(arrival: Arrival, options: Options) -> Iterator[Item | Refusal]:
    """Files of a zip file, each as the kind that it is, or the WARCs of a WACZ."""
    from riwaya.sources.zipped import zip_items as read  # noqa: PLC0415

    return read(arrival, options, _member)


SOURCES: dict[str, Kind] = {
    "text": text_items,
    "json": json_items,
    "jsonl": jsonl_items,
    "csv": csv_items,
    "parquet": parquet_items,
    "page": page_items,
    "feed": feed_items,
    "warc": warc_items,
    "zip": zip_items,
}
"""What is read, by kind; a folder is its files, and a gzip file what is in it."""

SUFFIXES: dict[str, tuple[str, ...]] = {
    "text": (".txt", ".text", ".md"),
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
    "csv": (".csv", ".tsv"),
    "parquet": (".parquet", ".pq"),
    "page": (".html", ".htm", ".xhtml", ".shtml"),
    "feed": (".rss", ".atom", ".rdf"),
    "warc": (".warc",),
    "zip": (".zip", ".wacz"),
}
"""Endings of file names, ``.gz`` aside; what has none of them is told by its first bytes."""

NO_REPORTS = tuple(
    ".jpg .jpeg .png .gif .webp .svg .ico .bmp .css .js .mjs .woff .woff2 .ttf .mp3 .mp4 .webm .mov .avi .wav .exe .dll .so "
    ".db .sqlite .log .lock .py .pyc .cdx .cdxj".split()
)
"""Endings of files that lie among reports and are passed over without a word, in folders and zip files."""


def items(address: str, options: Options | None = None) -> Iterator[Item | Refusal]:
    """The reports at an address (a file, a folder, ``-`` or a URL), one by one; what cannot be taken comes as a refusal.

    Nothing that is wrong with the input raises; the caller stops when it likes.
    """
    options = options or Options()
    if not is_web(address) and address != STANDARD_INPUT and _is_folder(address):
        yield from _folder(address, options)
    else:
        yield from _taken(address, options, lambda: _arrived(address, options))


def kind_of(arrival: Arrival) -> str:
    """The kind of what has come: by the ending of a file's name, else by its first bytes. Raises Refused where it is none."""
    head = arrival.head()
    name = "" if is_web(arrival.name) else arrival.name.lower().removesuffix(".gz")
    kind = next((kind for kind, suffixes in SUFFIXES.items() if name.endswith(suffixes)), None)
    if kind is None:
        kind = next((kind for mark, kind in MARKS.items() if head.startswith(mark)), None) or _text_kind(arrival, head)
    return "jsonl" if kind == "json" and _many_objects(arrival) else kind


MARKS = {b"PK\x03\x04": "zip", b"PK\x05\x06": "zip", b"PAR1": "parquet", _WARC: "warc", MAGIC: "warc"}
"""First bytes of what is no text; a gzip file that is no WARC has been unpacked before."""


def _text_kind(arrival: Arrival, head: bytes) -> str:
    text = decode_markup(head, arrival.capture.media_type).lstrip("\ufeff \t\r\n")
    if is_feed(text):
        return "feed"
    if arrival.capture.media_type.startswith("text/csv"):
        return "csv"
    if _MARKUP.match(text) or arrival.capture.media_type.startswith(("text/html", "application/xhtml")):
        return "page"
    return "json" if _JSON.match(text) else "text"


def _many_objects(arrival: Arrival) -> bool:
    """JSON Lines under another name: a whole object on the first line, and another on the next."""
    with arrival.open() as stream:
        first, _, rest = decode_markup(stream.read(_FIRST_LINES)).partition("\n")
    return first.startswith("{") and first.rstrip().endswith("}") and rest.startswith("{")


def _taken(where: str, options: Options, arrive: Callable[[], Arrival]) -> Iterator[Item | Refusal]:
    """What comes, whatever its kind; what makes the whole of it unreadable is told as a refusal."""
    try:
        arrival = arrive()
        yield from SOURCES[kind_of(arrival)](arrival, options)
    except Refused as error:
        yield Refusal(where, str(error))
    except (OSError, MemoryError, RecursionError) as error:
        yield Refusal(where, f"cannot be read ({getattr(error, 'strerror', None) or error or type(error).__name__})")


def _arrived(address: str, options: Options) -> Arrival:
    if is_web(address):
        from riwaya.sources.fetch import fetch  # noqa: PLC0415

        return _unpacked(fetch(address, options, options.limits.feed), options)
    return _unpacked(from_path(address, options), options)


def _unpacked(arrival: Arrival, options: Options) -> Arrival:
    """What is in a gzip file; a WARC unpacks itself, member by member."""
    head = arrival.head()
    if not head.strip():
        raise Refused("empty: there is nothing to read")
    if not head.startswith(MAGIC) or arrival.name.lower().endswith(".warc.gz"):
        return arrival
    inner = replace(arrival, open=lambda: gunzipped(arrival.open(), options.limits), length=None)
    with inner.open() as stream:
        return arrival if stream.read(len(_WARC)) == _WARC else inner


def _is_folder(address: str) -> bool:
    try:
        return Path(address).is_dir()
    except (OSError, ValueError):
        return False


def _folder(address: str, options: Options) -> Iterator[Item | Refusal]:
    try:
        for name in files_under(address):
            if not name.lower().endswith(NO_REPORTS):
                yield from _taken(name, options, lambda name=name: _arrived(name, options))  # type: ignore[misc]
    except Refused as error:
        yield Refusal(address, str(error))


def _member(arrival: Arrival, options: Options) -> Iterator[Item | Refusal]:
    """A file in a zip file, whatever it is called: an archive in an archive is not opened."""

    def arrive() -> Arrival:
        inner = _unpacked(arrival, options)
        if kind_of(inner) == "zip":
            raise Refused("an archive within an archive: unpack it and give its files")
        return inner

    if not arrival.name.lower().endswith(NO_REPORTS):
        yield from _taken(arrival.where(), options, arrive)
