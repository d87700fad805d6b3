"""Time the ledger: ingest, ingest again, verify, search; beside ``json.loads`` and a plain insert of the same rows.

usage: bench_ledger.py [--articles 2000 | --all] [--jobs 2] [--ledger URL] [--corpus FOLDER]

The articles are those of the corpus (``../shared/corpus``) where it is at hand, every so many of them, else the tests' own
reports.
The plain insert is what the same rows cost without reading, hashing or checking: each row parsed from JSON and put into the
same tables of an SQLite file with ``sqlite3``, indexes included, in one transaction. Prints one figure a line.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from riwaya.ledger.words import words
from riwaya.sources.bytemap import text_map
from riwaya.workflow.archive import Ledger

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
QUERIES = 400

sys.path.insert(0, str(ROOT / "tests"))
from ledger.making import lines  # noqa: E402  the tests' own reports


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--ledger", default="")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "articles.jsonl"
        source.write_text("".join(articles(given.corpus, 0 if given.all else given.articles)), encoding="utf-8")
        address = given.ledger or str(folder / "ledger.db")
        first, second = ingested(source, address, given.jobs), ingested(source, address, given.jobs)
        say("second ingest", f"{first / second:.1f} times faster than the first")
        if not given.ledger:
            sizes(folder, address)
            plain(folder, address, first)
        questions(address)


def say(label: str, value: str) -> None:
    """One figure."""
    print(f"{label:<24}{value}", flush=True)


def articles(corpus: Path, count: int) -> Iterator[str]:
    """So many articles (0: all) as JSON Lines."""
    packed = sorted(corpus.glob("*.zip"))
    if not packed:
        yield lines(range(count or 20_000))
        return
    found = [article for path in packed for article in _unpacked(path)]
    chosen = found[:: max(1, len(found) // count)][:count] if count else found
    for number, one in enumerate(chosen):
        row = {"id": f"a{number}", "title": one["title"], "text": one["content"], "outlet": one["source"], "url": one["url"]}
        yield json.dumps({**row, "published": one["date_extracted"][:10]}, ensure_ascii=False) + "\n"


def _unpacked(path: Path) -> list[dict[str, str]]:
    with zipfile.ZipFile(path) as archive:
        rows: list[dict[str, str]] = json.loads(archive.read(archive.namelist()[0]))
    return rows


def ingested(source: Path, address: str, jobs: int) -> float:
    """Ingest as a user does; the seconds it took."""
    count = source.read_text(encoding="utf-8").count("\n")
    command = [sys.executable, "-m", "riwaya", "ingest", str(source), "--ledger", address, "--jobs", str(jobs)]
    begun, peak = time.perf_counter(), 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        while process.poll() is None:
            peak = max(peak, memory(process.pid))
            time.sleep(0.05)
        out = process.stdout.read() if process.stdout else ""
    seconds = time.perf_counter() - begun
    told = ", ".join(" ".join(line.split()) for line in out.splitlines()[:-1])
    say("ingest", f"{count / seconds:.0f} articles/s, {seconds:.1f} s, {peak:.0f} MiB in all processes ({told})")
    return seconds


def memory(pid: int) -> float:
    """MiB that a process and those it started hold together, shared pages counted once (Linux; elsewhere 0)."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        lines_of_it = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    own = next((int(line.split()[1]) for line in lines_of_it if line.startswith("Pss:")), 0)
    return own / 1024 + sum(memory(int(child)) for child in children)


def sizes(folder: Path, address: str) -> None:
    """What an article takes on the disk."""
    with Ledger(address, create=False) as ledger:
        held = ledger.summary()
        begun = time.perf_counter()
        faults = len(list(ledger.verify()))
        say("verify", f"{time.perf_counter() - begun:.1f} s, {faults} faults")
        say("back to the bytes", mapped(ledger))
    database = sum(path.stat().st_size for path in folder.glob("ledger.db*") if path.is_file())
    files = [path.stat() for path in Path(f"{address}.raw").rglob("*") if path.is_file()]
    raw, blocks = sum(one.st_size for one in files), sum(one.st_blocks * 512 for one in files)
    each = (f"{name} {size / held.documents / 1024:.1f} KiB" for name, size in (("database", database), ("raw bytes", raw)))
    say("size per article", f"{', '.join(each)} ({blocks / held.documents / 1024:.1f} KiB on the disk)")
    say("held", f"{held.documents} documents, {held.statements} statements, {held.events} events")


def plain(folder: Path, address: str, first: float) -> None:
    """The same rows, parsed and inserted plainly."""
    rows, schema = folder / "rows.jsonl", []
    with closing(sqlite3.connect(address)) as ledger, rows.open("w", encoding="utf-8") as out:
        for name, sql in ledger.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"):
            if not name.startswith(("search", "sqlite_")):
                schema.append(sql)
                if sql.startswith("CREATE TABLE"):
                    out.writelines(
                        json.dumps([name, *row], ensure_ascii=False) + "\n" for row in ledger.execute(f"SELECT * FROM {name}")
                    )
    begun = time.perf_counter()
    with closing(sqlite3.connect(folder / "plain.db")) as other:
        for sql in schema:
            other.execute(sql)
        with rows.open(encoding="utf-8") as lines_of_json:
            for line in lines_of_json:
                name, *values = json.loads(line)
                other.execute(f"INSERT INTO {name} VALUES ({','.join('?' * len(values))})", values)
        other.commit()
    seconds = time.perf_counter() - begun
    say("plain insert", f"{seconds:.1f} s for the same rows: ingest takes {first / seconds:.1f} times as long, reading included")


def mapped(ledger: Ledger) -> str:
    """How many characters lead back to their bytes, and what that costs."""
    begun, number, characters, found = time.perf_counter(), 0, 0, 0
    for one in ledger.originals():
        place = text_map(one.content or b"", one.layer, one.document, one.capture)
        number += 1
        characters += len(one.document.characters)
        found += sum(segment.text_end - segment.text_start for segment in place.segments) if place else 0
    each = (time.perf_counter() - begun) * 1000 / max(1, number)
    return f"{found:,} of {characters:,} characters, {each:.2f} ms an article"


def questions(address: str) -> None:
    """How long a search takes, for words as common as they are in the articles."""
    dice = random.Random(1)
    with Ledger(address, create=False) as ledger:
        forms = [form for one in dice.choices(list(ledger.documents()), k=QUERIES) for form in _picked(one.document.text, dice)]
        asked = [query for query in (" ".join(forms[at : at + 1 + at % 2]) for at in range(QUERIES)) if query]
        ledger.search(asked[0])
        times = []
        for query in asked:
            begun = time.perf_counter()
            ledger.search(query)
            times.append((time.perf_counter() - begun) * 1000)
    cuts = statistics.quantiles(times, n=100)
    say("search", f"{len(times)} queries, median {cuts[49]:.1f} ms, p95 {cuts[94]:.1f} ms, p99 {cuts[98]:.1f} ms")


def _picked(text: str, dice: random.Random) -> list[str]:
    forms = [form for form, _, _ in words(text)]
    return [dice.choice(forms)] if forms else []


if __name__ == "__main__":
    main()
