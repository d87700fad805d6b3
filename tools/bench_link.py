"""Time linking: how the cost grows with the events, and what one more day costs in a linked ledger.

usage: bench_link.py cost [--events 10000,20000,40000] [--corpus FOLDER]
       bench_link.py day LEDGER REPORTS.jsonl

``cost`` reads articles of the corpus (``../shared/corpus`` where it is at hand, else the tests' own reports) until they have
as many events as the smallest size, and multiplies them: the same reports again with all their days some years later, so
that a larger archive is a longer one and no denser one. Each size is linked in a process of its own: strands, comparing,
gathering, incidents; without reading and without a database. Prints seconds of processor time, the most memory, and the
exponent between two sizes: 1 is in proportion to the events.
``day`` takes REPORTS into a linked LEDGER, links what came, then makes all incidents again, and says whether both are the
same rows.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import multiprocessing
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from riwaya.ledger.ledger import Ledger
from riwaya.link.clusters import gather, parts, ties
from riwaya.link.incidents import incident
from riwaya.link.marks import Mark, mark
from riwaya.link.strands import strands
from riwaya.link.tellers import tellers
from riwaya.model.document import Document
from riwaya.model.event import Event
from riwaya.model.ids import ClaimIds
from riwaya.model.incident import Report, Said, Told
from riwaya.read.reader import read_document
from riwaya.workflow.ingest import ingest
from riwaya.workflow.link import LINKED, link
from riwaya.workflow.told import Tellings

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests")]
from bench_ledger import CORPUS, articles, say  # noqa: E402  the same articles

_EVERY = 5000
_YEARS = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_subparsers(required=True, dest="what")
    cost = what.add_parser("cost")
    cost.add_argument("--events", default="10000,20000,40000")
    cost.add_argument("--corpus", type=Path, default=CORPUS)
    day = what.add_parser("day")
    day.add_argument("ledger")
    day.add_argument("reports")
    given = parser.parse_args()
    if given.what == "cost":
        grow([int(one) for one in given.events.split(",")], given.corpus)
    else:
        one_day(given.ledger, given.reports)


def grow(sizes: Sequence[int], corpus: Path) -> None:
    """The cost at each size, and the exponents between them."""
    base = read(corpus, sizes[0])
    measured: list[tuple[int, float]] = []
    for size in sizes:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            events, seconds, memory, told = pool.apply(linked, (base, size))
        say(f"{events} events", f"{seconds:.1f} s, {memory} MB in all; {told}")
        if measured:
            before, earlier = measured[-1]
            say("exponent", f"{math.log(seconds / earlier) / math.log(events / before):.2f}")
        measured.append((events, seconds))


def read(corpus: Path, size: int) -> list[Tellings]:
    """Reports with at least so many events of the kind that is linked."""
    found: list[Tellings] = []
    count = 0
    for line in (line for piece in articles(corpus, _EVERY) for line in piece.splitlines()):
        row = json.loads(line)
        document = Document(row["id"], row["title"], row["text"], date.fromisoformat(row["published"]), row["outlet"], row["url"])
        one = tellings(document)
        count += sum(event.event.modality in LINKED for event in one.told)
        found.append(one)
        if count >= size:
            break
    return found


def tellings(document: Document) -> Tellings:
    """What the reader makes of a report, as the ledger would give it back."""
    reading, report = read_document(document), Report(document.id, document, document.id)
    ids = ClaimIds(document.id, reading)
    said = tuple(
        Said(identity, report, at, one) for at, (identity, one) in enumerate(zip(ids.statements, reading.statements, strict=True))
    )
    told = tuple(
        Told(identity, report, at, one, figures, None if one.statement is None else said[one.statement])
        for at, (identity, figures, one) in enumerate(zip(ids.events, ids.figures, reading.events, strict=True))
    )
    return Tellings(report, said, told)


def linked(base: Sequence[Tellings], size: int) -> tuple[int, float, int, str]:
    """Link the reports and as many later likenesses of them as make up the size: events, seconds, megabytes, what came of it."""
    begun = time.process_time()
    events = 0
    marks: dict[str, Mark] = {}
    for one in multiplied(base):
        known = tellers((*one.said, *one.told))
        mine = [mark(told, known.of(told)) for told in one.told if told.event.modality in LINKED]
        marks |= {strand.id: strand for strand in strands(mine)}
        events += len(mine)
        if events >= size:
            break
    found = ties(marks.values())
    groups = gather(marks, found)
    made = [incident(group, marks) for group in groups]
    seconds = time.process_time() - begun
    largest = max(len(part) for part in parts(marks, (tie[:2] for tie in found)))
    told_ = f"{len(marks)} strands, {len(found)} ties, {len(made)} incidents, largest part {largest}"
    return events, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, told_


def multiplied(base: Sequence[Tellings]) -> Iterator[Tellings]:
    """The reports, then the same some years later, again and again."""
    yield from base
    for times in range(1, 1000):
        for one in base:
            yield later(one, times)


def later(one: Tellings, times: int) -> Tellings:
    """A report as it would be so many times five years later, under another id."""
    document = one.report.document
    moved = replace(document, published=_moved(document.published, times)) if document.published else document
    identity = f"{one.report.id}+{times}"
    report = Report(identity, moved, identity)
    said = tuple(replace(single, id=f"{single.id}+{times}", report=report) for single in one.said)
    told = tuple(
        replace(
            single,
            id=f"{single.id}+{times}",
            report=report,
            event=_event(single.event, times),
            teller=said[single.teller.place] if single.teller else None,
        )
        for single in one.told
    )
    return Tellings(report, said, told)


def _event(event: Event, times: int) -> Event:
    if event.date is None:
        return event
    when = replace(event.date, start=_moved(event.date.start, times), end=_moved(event.date.end, times))
    return replace(event, date=when)


def _moved(day: date, times: int) -> date:
    """The day so many times five years later, on the same day of the week."""
    return date.fromordinal(day.toordinal() + times * 7 * (_YEARS * 365 // 7))


def one_day(address: str, reports: str) -> None:
    """One more day in a linked ledger, beside all anew."""
    with Ledger(address, create=False) as kept:
        before = time.process_time()
        ingest(kept, [reports])
        say("read and kept", f"{time.process_time() - before:.1f} s")
        before = time.process_time()
        counts = link(kept)
        added = time.process_time() - before
        say("linked what came", f"{added:.1f} s, {counts['reports']} reports, {counts['incidents']} incidents made again")
        grown = digest(kept)
        before = time.process_time()
        counts = link(kept, anew=True)
        whole = time.process_time() - before
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        say("linked all anew", f"{whole:.1f} s, {counts['reports']} reports, {counts['incidents']} incidents, {memory} MB in all")
        say("share", f"{100 * added / whole:.1f} %")
        say("same rows", "yes" if digest(kept) == grown else "NO")


def digest(kept: Ledger) -> str:
    """A hash over all derived rows."""
    found = hashlib.sha256()
    for line in kept.links.dump():
        found.update(line.encode())
    return found.hexdigest()


if __name__ == "__main__":
    main()
