"""The long fuzz run: spoiled reports, each read and checked.

usage: soak.py [--reports 100000] [--seed 1] [--jobs CORES]      soak.py --show NUMBER [--seed 1]

Report NUMBER of a seed is always the same text: a sample or case of this project, or several joined, spoiled in one to five of
the ways in mutations.py. Checked for each: it is read without an error, in processor time that keeps in proportion to its
length; every span reads what it says; the output keeps the contract (contract.py). Every tenth is read twice and shown as
table, explanation and page. At last the same few hundred are read by two processes with another PYTHONHASHSEED: the bytes must
be the same. Ends with status 1 where a fault was found, each with the shortest text that still shows it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
import tomllib
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from contract import broken
from mutations import spoiled
from riwaya.model.document import Document
from riwaya.model.evidence import faults
from riwaya.read.reader import read_document
from riwaya.show.explain import explanation
from riwaya.show.html import page
from riwaya.show.jsonl import reading_line
from riwaya.show.table import table

ROOT = Path(__file__).parent.parent
SECONDS, SECONDS_EACH = 1.0, 0.000_2
"""Processor time that one report may take, and what each character adds."""

TWICE = 10
SAME = 400
BATCH = 50
KEPT = 40
DAY = date(2026, 3, 4)


class TooSlowError(Exception):
    """A report took more than its time."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What was wrong with a report, its kind first."""

    number: int
    kind: str
    told: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What a batch of reports came to; ``slowest`` is in seconds a character, of reports of a thousand characters and more."""

    reports: int
    characters: int
    statements: int
    events: int
    slowest: float
    faults: tuple[Fault, ...]


@cache
def texts() -> list[str]:
    """The samples and the cases of this project, long ones as often as short ones."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "samples").glob("*.json"))]
    reports = [f"{one['title']}\n{one['text']}" for one in found]
    cases = [
        case["text"]
        for path in sorted((ROOT / "tests" / "corpus").rglob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8")).get("case", [])
    ]
    return reports * (len(cases) // len(reports)) + cases


def report(seed: int, number: int) -> Document:
    """The report of that number: title and text."""
    text = spoiled(texts(), random.Random(f"{seed}:{number}"))
    title, _, rest = text.partition("\n")
    return Document(f"soak-{seed}-{number}", title, rest, DAY)


@contextmanager
def limited(characters: int) -> Iterator[None]:
    """Raises TooSlowError where what is done takes more processor time than so many characters may."""

    def stop(*_: object) -> None:
        raise TooSlowError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS + SECONDS_EACH * characters)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def check(document: Document, twice: bool) -> tuple[list[str], str]:
    """What is wrong with the reading of a document, each with its kind first, and its output."""
    try:
        with limited(len(document.characters)):
            reading = read_document(document)
        line = reading_line(reading)
        found = [f"evidence: {one}" for one in faults(reading)]
        found += [f"contract: {one}" for one in broken(json.loads(line), document.characters)]
        if twice:
            shown = f"{table(reading)}{explanation(reading)}{page([reading])}"
            found += ["shown: a control character"] if set(shown) & set("\0\x1b\u202e\u2067") else []
            found += [] if reading_line(read_document(document)) == line else ["determinism: a second reading differs"]
    except TooSlowError:
        return [f"time: more than its time for {len(document.characters)} characters"], ""
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return [f"crash: {type(error).__name__}: {error} ({Path(frame.filename).name}:{frame.lineno})"], ""
    return found, line


def batch(seed: int, numbers: range) -> Tally:
    """Some reports, read and checked."""
    slowest, characters, statements, events, wrong = 0.0, 0, 0, 0, []
    for number in numbers:
        document = report(seed, number)
        begun = time.process_time()
        found, line = check(document, number % TWICE == 0)
        length = len(document.characters)
        if length >= 1_000 and number % TWICE:
            slowest = max(slowest, (time.process_time() - begun) / length)
        characters += length
        wrong += [Fault(number, one.partition(":")[0], one) for one in found]
        reading = json.loads(line) if line else {"statements": [], "events": []}
        statements += len(reading["statements"])
        events += len(reading["events"])
    return Tally(len(numbers), characters, statements, events, slowest, tuple(wrong))


def shortest(document: Document, kind: str) -> Document:
    """The document without what the fault does not need."""
    text, size = document.text, max(1, len(document.text) // 2)
    document = Document(document.id, "", f"{document.title}\n{text}", document.published)
    while size:
        at = 0
        while at < len(document.text):
            less = Document(document.id, "", document.text[:at] + document.text[at + size :], document.published)
            if any(told.startswith(kind) for told in check(less, False)[0]):
                document = less
            else:
                at += size
        size //= 2
    return document


def digest(seed: int, reports: int) -> str:
    """A checksum of the output of the first reports."""
    lines = (check(report(seed, number), False)[1] for number in range(reports))
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def digests(seed: int, reports: int) -> set[str]:
    """The checksums of two processes that hash strings differently."""
    command = [sys.executable, __file__, "--seed", str(seed), "--reports", str(reports), "--digest"]
    return {
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": value}, check=True, capture_output=True, text=True).stdout
        for value in ("1", "4242")
    }


def tallies(seed: int, reports: int, jobs: int) -> Iterator[Tally]:
    """The tally of every batch, over several processes, with a bar."""
    batches = [range(start, min(start + BATCH, reports)) for start in range(0, reports, BATCH)]
    columns = ("reports", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar, ProcessPoolExecutor(jobs) as pool:
        task = bar.add_task("", total=reports)
        for done, tally in enumerate(pool.map(partial(batch, seed), batches), 1):
            bar.advance(task, tally.reports)
            if not bar.console.is_terminal and done % (len(batches) // 10 or 1) == 0:
                print(f"{done * BATCH:,} of {reports:,} reports", file=sys.stderr, flush=True)
            yield tally


def soak(seed: int, reports: int, jobs: int) -> bool:
    """The whole run; whether no fault was found."""
    begun = time.monotonic()
    found = list(tallies(seed, reports, jobs))
    wrong = [fault for tally in found for fault in tally.faults]
    same = len(digests(seed, min(SAME, reports))) == 1
    print(f"reports      {reports:,} (seed {seed}), {sum(tally.characters for tally in found):,} characters")
    print(f"read         {sum(t.statements for t in found):,} statements, {sum(t.events for t in found):,} events")
    print(f"time         {time.monotonic() - begun:,.0f} s with {jobs} processes")
    print(f"slowest      {max(tally.slowest for tally in found) * 1e6:.0f} us of processor time a character")
    print(f"twice        {len(range(0, reports, TWICE)):,} read twice; two processes: {'the same' if same else 'DIFFERENT'} bytes")
    print(f"faults       {len(wrong)} {dict(Counter(fault.kind for fault in wrong)) if wrong else ''}")
    for fault in wrong[:KEPT]:
        text = shortest(report(seed, fault.number), fault.kind).text if fault.kind != "determinism" else ""
        print(f"  {fault.number}: {fault.told[:300]}\n    {json.dumps(text)[:1200]}")
    return same and not wrong


def main() -> None:
    """Run, or show one report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--show", type=int, metavar="NUMBER", help="print that report and its faults")
    parser.add_argument("--digest", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.digest:
        print(digest(given.seed, given.reports))
    elif given.show is not None:
        document = report(given.seed, given.show)
        print(json.dumps(document.characters), *check(document, True)[0], sep="\n")
    elif not soak(given.seed, given.reports, given.jobs):
        sys.exit(1)


if __name__ == "__main__":
    main()
