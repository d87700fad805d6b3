"""The cost of a report grows in proportion to its length, whatever it is made of.

The cost is counted, not timed: calls of functions, which are the same on every run and machine (built-in ones included, as far
as the profiler sees them). A report four times as long may cost a little more than four times as much.
"""

import cProfile
import json
import math
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from riwaya.model.document import Document
from riwaya.read.reader import read_document

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.json"))
LENGTH, TIMES = 3_000, 4
SHORT = 400
"""Characters of the shorter text, and of that where many calls are made even for a little."""

STEEPEST = 1.2
DAY = date(2026, 3, 4)

PIECES = {
    "report": "\n".join(json.loads(path.read_text(encoding="utf-8"))["text"] for path in SAMPLES) + "\n",
    "statements": "قال الوزير إن خمسة جنود قتلوا أمس. ",
    "statements on lines": "قال الوزير إن خمسة جنود قتلوا أمس.\n",
    "tellers": "بحسب مصدر ",
    "attacks": "قصف ",
    "attacks in brackets": "(قصف) ",
    "attacks in open quotations": "«قصف ",
    "attacks in quotations": "«قصف» ",
    "what happened and": "وقتل جنديا ",
    "cues": "قال ",
    "cues in open quotations": "« قال ",
    "added": "وأضاف أن ",
    "colons": "الوزير: ",
    "conditions": "إذا ",
    "days": "أمس ",
    "months": "في مارس ",
    "places": "دمشق، ",
    "number words": "خمسة ",
    "digits": "23 ",
    "nouns": "الوزير ",
    "marks": '"',
    "open brackets": "(",
    "open quotations": "«",
    "one word": "و",
    "lines": "\n",
}
NESTING = {
    "colons",
    "tellers",
    "attacks",
    "attacks in brackets",
    "attacks in open quotations",
    "attacks in quotations",
    "cues in open quotations",
}
QUADRATIC: dict[str, str] = {}
"""Pieces whose cost grows faster now → where; take a line out when it is mended."""


def calls(work: Callable[[], object]) -> int:
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def steepness(work: Callable[[str], object], piece: str, length: int = LENGTH) -> float:
    """The power of the length that the cost grows with, between a text and one four times as long."""
    short, long = ((piece * (size // len(piece) + 1))[:size] for size in (length, length * TIMES))
    work(short)
    return math.log(calls(lambda: work(long)) / calls(lambda: work(short))) / math.log(TIMES)


def read(text: str) -> object:
    return read_document(Document("growth", "", text, DAY))


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xfail(strict=True, reason=QUADRATIC[name])) if name in QUADRATIC else name
        for name in PIECES
    ],
)
def test_cost_grows_in_proportion(name: str) -> None:
    assert steepness(read, PIECES[name], SHORT if name in NESTING else LENGTH) <= STEEPEST


def test_a_quadratic_reader_is_found() -> None:
    def compares_all(text: str) -> list[bool]:
        words = text.split()
        return [one.startswith(other) for one in words for other in words]

    assert steepness(str.split, PIECES["cues"]) <= STEEPEST < steepness(compares_all, PIECES["cues"])
