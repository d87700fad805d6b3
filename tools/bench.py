"""Speed of the reader, beside references timed in the same process on the same texts.

usage: bench.py [TEXTS.json]     needs the extras [bench] and [fast]: ahocorasick-rs, spaCy, mypy; and a C compiler

Prints one table of three parts:
sentences   sentences a second of processor time (all work on one core), from raw text: riwaya.read on its first and on its
            second pass over the texts, the same of the compiled reader in a process of its own (tools/compile.py; built first
            unless dist/ holds the wheel of these sources), and, as references, spaCy's tokeniser for Arabic and a search for
            5,000 forms with ahocorasick-rs
start       time and memory of `riwaya read` on one short file, as the shell sees them (median of several runs)
growth      processor time for one sample report joined to itself 1 to 64 times, and the exponent of the growth (1: in proportion)
The texts are an array of {"title", "text", "published"}: ../shared/gsr/texts.json where it is at hand, else the samples and
cases of this project. A sentence is what the reader takes for one, for all three.
"""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import ahocorasick_rs
import spacy

import riwaya
from compile import BuildError, at_hand, build, own_texts
from riwaya.model.document import Document
from riwaya.read import reader
from riwaya.read.text.layout import lay_out

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "gsr" / "texts.json"
FORMS = ROOT / "src" / "riwaya" / "data" / "forms.tsv"
FORMS_SOUGHT = 5_000
FORMS_SHORTEST = 3
RUNS = 9
TIMES = (1, 2, 4, 8, 16, 32, 64)
Text = dict[str, Any]
Row = tuple[str, str, str]


def texts(given: list[str]) -> tuple[str, list[Text]]:
    """The name of the texts and the texts."""
    if given:
        return given[0], json.loads(Path(given[0]).read_text(encoding="utf-8"))
    if SHARED.exists():
        return "shared/gsr/texts.json", json.loads(SHARED.read_text(encoding="utf-8"))
    return "samples and cases", own_texts()


def seconds(work: Callable[[], object]) -> float:
    """The processor time that the work takes; what else runs on the machine does not count."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def speeds(given: list[str], found: list[Text], wheel: Path | None) -> Iterator[Row]:
    """Sentences a second of the reader and of the references, each with its ratio to the reader's second pass."""
    raw = [f"{text.get('title') or ''}\n{text['text']}" for text in found]
    sentences, first, second = passes(found)
    timed = {"riwaya.read, first pass": first, "riwaya.read, second pass": second}
    if wheel is not None:
        pair = compiled_passes(given, wheel)
        timed |= {"riwaya.read compiled, first pass": pair[0], "riwaya.read compiled, second pass": pair[1]}
    tokeniser = spacy.blank("ar").tokenizer
    timed['spaCy blank("ar"), tokens only'] = seconds(lambda: [tokeniser(text) for text in raw])
    search = ahocorasick_rs.AhoCorasick(forms(), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    timed["ahocorasick-rs, 5,000 forms, search only"] = seconds(lambda: [search.find_matches_as_indexes(text) for text in raw])
    yield "sentences in the texts", f"{sentences:,}", ""
    for name, taken in timed.items():
        yield name, f"{sentences / taken:,.0f} sentences/s", f"{second / taken:.1f} x the second pass"


def passes(found: list[Text]) -> tuple[int, float, float]:
    """How many sentences the texts have, and the seconds of the first and of the second pass over them."""
    sentences = sum(len(lay_out(Document("bench", text.get("title") or "", text["text"])).sentences) for text in found)
    riwaya.read("قالت الوزارة إن أربعة جنود قتلوا أمس.", published="2026-03-02")
    first, second = (seconds(lambda: [one_reading(text) for text in found]) for _ in range(2))
    return sentences, first, second


def compiled_wheel() -> Path | None:
    """The wheel of the compiled reader; where it cannot be built, one line says why."""
    try:
        return at_hand(ROOT / "dist") or build(ROOT / "dist")
    except BuildError as error:
        print(f"the compiled reader is not measured: {error}", flush=True)
        return None


def compiled_passes(given: list[str], wheel: Path) -> list[float]:
    """The seconds of both passes of the compiled reader: this script in a process that finds the wheel before the pure package."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(folder)
        command = [sys.executable, __file__, PASSES, *given]
        done = subprocess.run(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": folder}, check=True)
    measured = json.loads(done.stdout)
    if not measured["reader"].startswith(folder) or measured["reader"].endswith(".py"):
        sys.exit(f"not the compiled reader was measured, but {measured['reader']}")
    return [measured["first"], measured["second"]]


PASSES = "--passes"
"""Measure the two passes alone and print them as JSON: how this script asks itself for those of the compiled reader."""


def one_reading(text: Text) -> riwaya.Reading:
    """The reading of one text."""
    return riwaya.read(text["text"], title=text.get("title") or "", published=text.get("published"))


def forms() -> list[str]:
    """The commonest forms of three letters or more in the counts that come with the reader."""
    rows = [line.split("\t") for line in FORMS.read_text(encoding="utf-8").splitlines()[1:]]
    long = [row for row in rows if len(row[0]) >= FORMS_SHORTEST]
    return [row[0] for row in sorted(long, key=lambda row: (-int(row[1]), row[0]))[:FORMS_SOUGHT]]


def starts(report: Text) -> Iterator[Row]:
    """Wall time and largest memory of the command on one short file; the first run, which may compile modules, is not counted."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(report["text"], encoding="utf-8")
        one_start(path)
        runs = [one_start(path) for _ in range(RUNS)]
    wall, processor, memory = (statistics.median(values) for values in zip(*runs, strict=True))
    yield "riwaya read, one short file", f"{wall:.2f} s", f"median of {RUNS}, least {min(run[0] for run in runs):.2f} s"
    yield "processor time of it", f"{processor:.2f} s", f"median of {RUNS}"
    yield "largest memory of it", f"{memory:.0f} MB", f"median of {RUNS}"


def one_start(path: Path) -> tuple[float, float, float]:
    """Seconds, seconds of processor time and megabytes of one run of the command in a process of its own.

    A small process starts it and measures: the system counts what the starter holds as the started one's memory.
    """
    command = [sys.executable, "-c", STARTER, str(Path(sys.executable).with_name("riwaya")), "read", str(path)]
    installed = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, env=installed, check=False, text=True)
    if done.returncode:
        sys.exit(f"riwaya read {path} did not run: {done.stderr}")
    wall, processor, memory = map(float, done.stdout.split())
    return wall, processor, memory / (2**20 if sys.platform == "darwin" else 2**10)


STARTER = """
import resource, subprocess, sys, time
begun = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def growth(report: Text) -> Iterator[Row]:
    """Seconds a character for longer and longer documents, and the exponent of the fitted power."""
    points = []
    for times in TIMES:
        text = "\n".join([report["text"]] * times)
        taken = min(seconds(lambda text=text: riwaya.read(text, published=report["published"])) for _ in range(3))  # type: ignore[misc]
        points.append((len(text), taken))
        yield f"one report {times:>2} times, {len(text):,} characters", f"{taken:.3f} s", f"{taken / len(text) * 1e6:.1f} us/char"
    yield "exponent of the growth", f"{exponent(points):.2f}", "1 is in proportion"


def exponent(points: Iterable[tuple[float, float]]) -> float:
    """The slope of the line through the logarithms of size and time (least squares)."""
    sizes, times = zip(*((math.log(size), math.log(taken)) for size, taken in points), strict=True)
    return statistics.linear_regression(sizes, times).slope


def show(title: str, rows: Iterable[Row]) -> None:
    """One part of the table; each row as soon as it is measured."""
    print(title)
    for name, value, note in rows:
        print(f"  {name:<42} {value:>18}   {note}", flush=True)


def main() -> None:
    """Measure and print."""
    given = [one for one in sys.argv[1:] if one != PASSES]
    name, found = texts(given)
    if PASSES in sys.argv:
        _, first, second = passes(found)
        print(json.dumps({"first": first, "second": second, "reader": reader.__file__}))
        return
    report = own_texts()[0]
    wheel = compiled_wheel()
    show(f"sentences ({name})", speeds(given, found, wheel))
    show("start", starts(report))
    show("growth", growth(report))


if __name__ == "__main__":
    main()
