"""The long trials of the ledger: killed at random moments, and many processes at once.

usage: soak_ledger.py kill  [--runs 200] [--reports 200] [--ledger URL] [--seed 1]
       soak_ledger.py crowd [--processes 8] [--reports 200] [--ledger URL]

kill: each run starts ``riwaya ingest`` on a new ledger, kills it (SIGKILL, its reading processes not) at a random moment, and
then checks that the ledger verifies, that every document whose keeping was acknowledged is there, that no process was left
behind, and that the next run completes to the very bytes of a run that nobody killed.
crowd: so many processes ingest the same and different files into one ledger at once; none may fail, nothing may be double.
Without ``--ledger`` the ledgers are SQLite files in a temporary folder; a PostgreSQL URL gets a schema for each run. Exits with
status 1 at the first fault, which it names.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from riwaya.ledger.ledger import Ledger
from riwaya.workflow.ingest import Settings, ingest

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from ledger.making import feed

PATIENCE = 60
COMMAND = [sys.executable, "-m", "riwaya", "ingest", "--format", "jsonl"]


def main() -> None:
    """Run the trial that is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trial", choices=("kill", "crowd"))
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--ledger", default="")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kill(Path(folder), given) if given.trial == "kill" else crowd(Path(folder), given)


def kill(folder: Path, given: argparse.Namespace) -> None:
    """Kill so many runs, each at another moment."""
    dice = random.Random(given.seed)
    source = feed(folder, "news.jsonl", range(given.reports))
    with place(folder, given.ledger, "whole") as address:
        begun = time.monotonic()
        subprocess.run([*COMMAND, source, "--ledger", address, "--jobs", "2"], check=True, capture_output=True)
        whole = time.monotonic() - begun
        reference = dumped(address)
    before = after = 0
    for number in range(given.runs):
        with place(folder, given.ledger, f"run{number}") as address:
            acknowledged, ended = killed(address, source, dice.uniform(0.2, whole), jobs=1 + number % 2)
            before, after = before + (acknowledged == 0), after + ended
            check_killed(address, acknowledged, source, reference)
        show(f"{number + 1} of {given.runs} runs killed, {before} before anything was kept, {after} had ended")
    print(f"\nkill: {given.runs} runs, all verified, completed, nothing acknowledged lost (a whole run takes {whole:.1f} s)")


def killed(address: str, source: str, delay: float, jobs: int) -> tuple[int, bool]:
    """Start an ingest and kill it after so many seconds; how many reports it had acknowledged, and whether it had ended."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(
            [*COMMAND, source, "--ledger", address, "--jobs", str(jobs)], stdout=out, stderr=subprocess.DEVNULL
        )
        time.sleep(delay)
        children = descendants(process.pid)
        ended = process.poll() is not None
        process.kill()
        process.wait()
        out.seek(0)
        lines = [line for line in out.read().decode().split("\n")[:-1] if json.loads(line)["status"] != "refused"]
    until = time.monotonic() + PATIENCE
    while any(alive(child) for child in children):
        expect(time.monotonic() < until, f"processes {children} were left behind")
        time.sleep(0.02)
    return len(lines), ended


def check_killed(address: str, acknowledged: int, source: str, reference: list[str]) -> None:
    """What must be true of a ledger whose ingest was killed."""
    with Ledger(address, user="soak") as ledger:
        faults = list(ledger.verify())
        expect(not faults, str(faults[:3]))
        kept = ledger.summary().documents
        expect(kept >= acknowledged, f"{acknowledged} acknowledged, {kept} kept")
        counts = ingest(ledger, [source], Settings())
        expect(sum(counts.values()) == Path(source).read_text().count("\n"), f"the rerun saw {dict(counts)}")
        expect(not list(ledger.verify()), "the rerun left faults")
    expect(dumped(address) == reference, "the rerun did not complete to the same ledger")


def dumped(address: str) -> list[str]:
    """The ledger without its sightings, which tell how often a run was begun."""
    with Ledger(address, create=False, user="soak") as ledger:
        return [line for line in ledger.dump() if not line.startswith('["sighting"')]


def crowd(folder: Path, given: argparse.Namespace) -> None:
    """Many processes, one ledger: one file that all take, one for each."""
    count, each = given.processes, given.reports
    shared = feed(folder, "shared.jsonl", range(each))
    own = [feed(folder, f"own{n}.jsonl", range((n + 1) * each, (n + 2) * each)) for n in range(count)]
    with place(folder, given.ledger, "crowd") as address:
        begun = time.monotonic()
        running = [
            subprocess.Popen(
                [*COMMAND, *(files if n % 2 else reversed(files)), "--ledger", address, "--jobs", "1"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            for n, files in enumerate([shared, one] for one in own)
        ]
        for process in running:
            _, errors = process.communicate()
            expect(process.returncode == 0, f"status {process.returncode}: {errors.decode()[-500:]}")
        seconds = time.monotonic() - begun
        with Ledger(address, create=False, user="soak") as ledger:
            faults = list(ledger.verify())
            expect(not faults, str(faults[:3]))
            held = ledger.summary()
            expect(held.documents == held.readings == each * (count + 1), f"{held} where {each * (count + 1)} were given")
            seen = sum(1 for line in ledger.dump() if line.startswith('["sighting"'))
            expect(seen + held.captures == 2 * each * count, f"{seen} sightings and {held.captures} captures")
    print(f"crowd: {count} processes, {each * (count + 1)} reports, each once, in {seconds:.1f} s")


@contextmanager
def place(folder: Path, server: str, name: str) -> Iterator[str]:
    """Where a new ledger may lie: a file, or a schema of the server."""
    if not server:
        yield str(folder / f"{name}.db")
        return
    schema = f"soak_{name}"
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP SCHEMA IF EXISTS {schema} CASCADE"))
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield f"{server}?options=-csearch_path%3D{schema}"
    with engine.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


def descendants(pid: int) -> list[int]:
    """The processes that a process has started."""
    path = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        return [int(child) for child in path.read_text().split()]
    except OSError:
        return []


def alive(pid: int) -> bool:
    """Whether a process still runs (a zombie does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def expect(true: bool, why: str) -> None:
    """End with a fault where something is not true."""
    if not true:
        print(f"\nFAULT: {why}", file=sys.stderr)
        raise SystemExit(1)


def show(line: str) -> None:
    """Where we are, on one line of a terminal."""
    if sys.stderr.isatty():
        print(f"\r{line}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
