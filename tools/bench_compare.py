"""What comparing costs: accounts, tolls and records per incident, promises over all reports; does it grow in proportion?

    python tools/bench_compare.py [REPORTS.jsonl]

Reads some reports once (by default the sample dispatches), then makes as many as wanted of them: the same claims under other
ids, months apart. Prints seconds of processor time for each number of events, the fitted exponent and the memory; then what
one incident costs that more and more tellers tell of.
"""

from __future__ import annotations

import json
import math
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from riwaya.link.compare import compare
from riwaya.link.heard import Counted, Heard, hear
from riwaya.link.promises import Leads, leads, promises_from
from riwaya.link.tellers import tellers
from riwaya.model.document import Document
from riwaya.model.ids import ClaimIds
from riwaya.model.incident import Report, Said, Told
from riwaya.read.reader import read_document

SAMPLES = Path(__file__).parent.parent / "samples"
SIZES = (10_000, 20_000, 40_000)
TELLERS = (50, 100, 200, 400)
_APART = 120
"""Days between two copies of the same reports, so that no promise is met in another copy."""


def main() -> None:
    """Measure and print."""
    documents = list(_reports(Path(sys.argv[1])) if len(sys.argv) > 1 else _samples())
    claims = [_claims(one) for one in documents]
    heard = [list(hear(told, tellers((*said, *told)))) for said, told in claims]
    found = [leads(said, told) for said, told in claims if said or told]
    events = sum(map(len, heard))
    print(f"{len(documents)} reports, {events} events that are said to have happened")
    _table("events", SIZES, lambda size: _many(heard, found, math.ceil(size / max(1, events))))
    _table("tellers of one incident", TELLERS, lambda size: _one(heard, size))


def _table(name: str, sizes: Sequence[int], work: Callable[[int], float]) -> None:
    times = []
    for size in sizes:
        times.append(work(size))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size:>8} {name}: {times[-1]:8.2f} s   memory so far {memory:6.0f} MB")
    exponent = math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])
    print(f"grows with the power {exponent:.2f}\n")


def _many(heard: Sequence[list[Heard]], found: Sequence[Leads], copies: int) -> float:
    """Seconds for so many copies of the reports, each copy's reports one incident; promises over all of them."""
    one = [event for events in heard for event in events]
    moved = [[_moved(event, at) for event in one] for at in range(copies)]
    all_leads = [_led(lead, at) for at in range(copies) for lead in found]
    begun = time.process_time()
    for at, events in enumerate(moved):
        compare(f"inc-{at}", events)
    promises_from(all_leads)
    return time.process_time() - begun


def _one(heard: Sequence[list[Heard]], count: int) -> float:
    """Seconds for one incident of which so many different tellers tell."""
    with_figures = [event for events in heard for event in events if event.figures]
    events = [_moved(with_figures[at % len(with_figures)], at, teller=f"name:teller {at}") for at in range(count)]
    begun = time.process_time()
    compare("inc-0", events)
    return time.process_time() - begun


def _moved(event: Heard, at: int, teller: str = "") -> Heard:
    """The same event told in another report, weeks later; by another teller and with another number where one is given."""
    day = event.day + timedelta(days=0 if teller else at * _APART) if event.day else None
    who = replace(event.teller, key=teller, name=teller) if teller else event.teller
    figures = tuple(_counted(one, at, bool(teller)) for one in event.figures)
    ids = {"id": f"{event.id}-{at}", "document": f"{event.document}-{at}", "witness": f"{event.witness}-{at}"}
    return replace(event, **ids, day=day, teller=who, figures=figures)  # type: ignore[arg-type]


def _counted(one: Counted, at: int, other: bool) -> Counted:
    number = (one.low or 0) + at % 20
    return replace(one, id=f"{one.id}-{at}", low=number if other else one.low, high=number if other else one.high)


def _led(lead: Leads, at: int) -> Leads:
    """The same leads weeks later."""
    later = timedelta(days=at * _APART)
    held = (
        replace(one, id=f"{one.id}-{at}", document=f"{one.document}-{at}", day=one.day and one.day + later) for one in lead.held
    )
    deeds = (replace(one, id=f"{one.id}-{at}", document=f"{one.document}-{at}", day=one.day + later) for one in lead.deeds)
    backings = (replace(one, id=f"{one.id}-{at}", document=f"{one.document}-{at}", day=one.day + later) for one in lead.backings)
    return Leads(f"{lead.document}-{at}", f"{lead.witness}-{at}", tuple(held), tuple(deeds), tuple(backings))


def _claims(document: Document) -> tuple[tuple[Said, ...], tuple[Told, ...]]:
    """What the reader makes of a report, as comparing takes it."""
    reading = read_document(document)
    ids, report = ClaimIds(document.id, reading), Report(document.id, document, document.id)
    said = tuple(Said(one, report, at, what) for at, (one, what) in enumerate(zip(ids.statements, reading.statements, strict=True)))
    rows = enumerate(zip(ids.events, reading.events, ids.figures, strict=True))
    told = (
        Told(one, report, at, event, figures, None if event.statement is None else said[event.statement])
        for at, (one, event, figures) in rows
    )
    return said, tuple(told)


def _samples() -> Iterator[Document]:
    for path in sorted(SAMPLES.glob("*.json")):
        yield _document(json.loads(path.read_text(encoding="utf-8")))


def _reports(path: Path) -> Iterator[Document]:
    with path.open(encoding="utf-8") as lines:
        yield from (_document(json.loads(line)) for line in lines if line.strip())


def _document(row: dict[str, str]) -> Document:
    day = date.fromisoformat(row["published"][:10]) if row.get("published") else None
    return Document(row["id"], row.get("title") or "", row["text"], day, row.get("outlet") or row.get("source"))


if __name__ == "__main__":
    main()
