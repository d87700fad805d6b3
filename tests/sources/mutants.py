"""Damaged files of every kind, made from a seed: the same seed makes the same file."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow
import pyarrow.parquet

from sources.world import PAGES, REPORT, SECOND, entry, lines_of, page, rss, some_pages, warc

RECORD = {"id": "a", "title": "عنوان", "text": REPORT, "published": "2024-03-02", "outlet": "المرصد"}
TOKENS = [b"<", b">", b'"', b"\0", b"\xff", b"&#x0;", b"]]>", b"</p>", b"<table>", b"{", b"[", b"\\ud800", b"\r\n\r\nWARC/1.0\r\n"]
TOKENS += [
    b"Content-Length: 99999\r\n",
    b"\x1f\x8b\x08\0",
    b"PK\x03\x04",
    b"<![CDATA[",
    b"<!--",
    b"<item>",
    b"</item>",
    b"<!DOCTYPE x [",
    b"&a;",
]
TOKENS += [
    b"\xd8",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b",,,",
    b'"""',
    b"1e999",
    b"-1",
    b"\xe2\x80\xae",
    "20 سبتمبر 0025".encode(),
    b"9" * 5000,
    b"<div>" * 300,
]


def _parquet() -> bytes:
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([RECORD] * 3), out)
    return out.getvalue()


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", REPORT)
        archive.writestr("archive/a.warc.gz", warc(some_pages(2))[0])
        archive.writestr("datapackage.json", '{"resources": []}')
    return out.getvalue()


SEEDS: dict[str, Callable[[], bytes]] = {
    **{f"{path.stem}.html": path.read_bytes for path in sorted(PAGES.glob("*.html"))},
    "small.html": lambda: page("عنوان").encode("cp1256", "replace"),
    "feed.rss": lambda: rss(*(entry(f"خبر {number}") for number in range(4))).encode(),
    "atom.xml": lambda: rss(entry("خبر", SECOND)).replace("rss", "feed").replace("item", "entry").encode(),
    "reports.jsonl": lambda: lines_of(RECORD, RECORD, RECORD),
    "reports.json": lambda: json.dumps([RECORD] * 3, ensure_ascii=False).encode(),
    "reports.csv": lambda: f"id,text\n1,{REPORT}\n2,{SECOND}\n".encode(),
    "reports.parquet": _parquet,
    "reports.jsonl.gz": lambda: gzip.compress(lines_of(RECORD, RECORD)),
    "pages.warc.gz": lambda: warc(some_pages(3))[0],
    "pages.warc": lambda: warc(some_pages(3), zipped=False)[0],
    "pages.wacz": _zip,
    "pages.zip": _zip,
    "report.txt": lambda: f"{REPORT}\n20 سبتمبر 2023\n".encode("utf-16"),
    "unnamed": lambda: page("عنوان").encode(),
}


def mutant(folder: Path, seed: int) -> Path:
    """A damaged file."""
    dice = random.Random(seed)
    name = dice.choice(sorted(SEEDS))
    content = bytearray(SEEDS[name]())
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(content) + 1)
        move = dice.randrange(5)
        if move == 0:
            content[at : at + dice.randint(1, 200)] = b""
        elif move == 1:
            content[at:at] = dice.choice(TOKENS)
        elif move == 2:
            content[at : at + 1] = bytes([dice.randrange(256)])
        elif move == 3:
            begin = dice.randrange(len(content) + 1)
            content[at:at] = content[begin : begin + dice.randint(1, 500)]
        else:
            content[at : at + dice.randint(1, 30)] = dice.randbytes(dice.randint(1, 30))
    path = folder / name
    path.write_bytes(bytes(content))
    return path
