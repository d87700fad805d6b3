"""How fast sources give their reports, each beside a reference that is timed in the same run.

    python tools/bench_sources.py [--corpus FOLDER]

Without a folder only made-up reports are timed. The reference does the least that has to be done: parse, and no more.
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import feedparser
from fastwarc.warc import ArchiveIterator, WarcRecordType
from trafilatura import bare_extraction

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from riwaya.model.capture import Item
from riwaya.sources.kinds import items
from riwaya.sources.options import Options
from sources.world import PAGES, REPORT, entry, lines_of, rss, warc

ROUNDS = 400


def timed(name: str, run: Callable[[], int], reference: Callable[[], int]) -> None:
    """Time both, and print reports a second."""
    rates = []
    for one in (reference, run):
        began = time.perf_counter()
        count = one()
        rates.append(count / (time.perf_counter() - began))
    print(f"{name:<28}{rates[1]:>10,.0f} a second   reference{rates[0]:>10,.0f}   {rates[0] / rates[1]:>6.1f} times")


def taken(path: Path, **options: str) -> Callable[[], int]:
    """Count the reports at a path."""
    return lambda: sum(isinstance(found, Item) for found in items(str(path), Options(**options)))  # type: ignore[arg-type]


def lines(folder: Path) -> None:
    """JSON Lines."""
    path = folder / "reports.jsonl"
    path.write_bytes(lines_of(*({"id": str(number), "text": REPORT * 30} for number in range(ROUNDS * 25))))
    timed("JSON Lines", taken(path), lambda: sum(bool(json.loads(line)) for line in path.open("rb")))


def pages(folder: Path) -> None:
    """A WARC of pages."""
    page = (PAGES / "modern.html").read_bytes()
    path = folder / "pages.warc.gz"
    path.write_bytes(warc({f"https://a.example/{number}": page for number in range(ROUNDS)})[0])

    def extracted() -> int:
        records = ArchiveIterator(io.BytesIO(path.read_bytes()), record_types=WarcRecordType.response)
        return sum(bare_extraction(record.reader.read().decode(), with_metadata=True) is not None for record in records)

    timed("WARC, trafilatura", taken(path), extracted)
    timed("WARC, resiliparse", taken(path, extractor="resiliparse"), extracted)


def feed(folder: Path) -> None:
    """A feed."""
    path = folder / "feed.rss"
    path.write_text(rss(*(entry(f"خبر {number}", REPORT * 5) for number in range(ROUNDS))), encoding="utf-8")
    timed("RSS", taken(path), lambda: len(feedparser.parse(io.BytesIO(path.read_bytes())).entries))


def corpus(folder: Path) -> None:
    """Zip files of JSON arrays."""

    def parsed() -> int:
        archives = [zipfile.ZipFile(path) for path in sorted(folder.glob("*.zip"))]
        return sum(len(json.loads(archive.read(archive.namelist()[0]))) for archive in archives)

    timed("corpus (zipped JSON)", taken(folder), parsed)


def main() -> None:
    """Time everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for run in (lines, pages, feed):
            run(Path(name))
    if told.corpus:
        corpus(told.corpus)
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most")


if __name__ == "__main__":
    main()
