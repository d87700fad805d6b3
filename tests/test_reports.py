"""Whole reports: all that is to be read from them, what is still read wrongly said with its reason, and scores that do not fall."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cases import EVENT, FOLDER, STATEMENT, Fields, check_fields, event_fields, setting_fields, sound, statement_fields
from firing import broken
from floors import FLOORS, fingerprint, floors, pinned
from riwaya.model.document import Document
from scoring import MEASURES, Scores, same, scores

REPORTS = FOLDER / "reports"
SAMPLES = FOLDER.parent.parent.parent / "samples"
EXPECTED = sorted(path.parent for path in REPORTS.glob("*/expected.toml"))
CODED = sorted(path.parent for path in REPORTS.glob("*/gold.json"))


def document(folder: Path) -> Document:
    """The report of a folder: its own text, else the sample of that name."""
    own = folder / "text.json"
    says = json.loads((own if own.exists() else SAMPLES / f"{folder.name}.json").read_text(encoding="utf-8"))
    return Document(says["id"], says["title"], says["text"], date.fromisoformat(says["published"]))


def _line(fields: Fields) -> str:
    return json.dumps(fields, ensure_ascii=False, sort_keys=True)


def expected(folder: Path, report: Document) -> tuple[Counter[str], dict[str, str], int]:
    """What must be read, what is not yet read and why, and how many readings are not expected."""
    says = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
    right: Counter[str] = Counter()
    faults: dict[str, str] = {}
    for kind, known in (("statement", STATEMENT), ("event", EVENT)):
        for one in says.get(kind, []):
            fault = one.pop("fault", None)
            check_fields(folder.name, report, one, known)
            if fault is None:
                right[_line(one)] += 1
            else:
                faults[_line(one)] = fault
    return right, faults, says["unexpected"]


def read(report: Document) -> Counter[str]:
    """What the program reads of a report; figures by kind and interval."""
    reading = sound(report)
    lines = [statement_fields(report, one) for one in reading.statements]
    lines += [event_fields(reading, one) | setting_fields(report, one) for one in reading.events]
    return Counter(_line(fields) for fields in lines)


@pytest.mark.parametrize("folder", EXPECTED, ids=lambda folder: folder.name)
def test_report(folder: Path) -> None:
    report = document(folder)
    right, faults, unexpected = expected(folder, report)
    found = read(report)
    assert right - found == Counter(), "not read"
    assert [why for line, why in faults.items() if line in found] == [], "read rightly now: take the fault out"
    assert (found - right).total() == unexpected, found - right


def test_six_reports_and_the_samples() -> None:
    assert len(EXPECTED) >= 6 and {path.stem for path in SAMPLES.glob("*.json")} <= {folder.name for folder in EXPECTED}


def test_a_report_notices_a_broken_rule() -> None:
    folder = REPORTS / "wakala-2026-03-02"
    report = document(folder)
    with broken("verb_that"):
        assert expected(folder, report)[0] - read(report) != Counter()


@cache
def measured() -> Scores:
    """The scores of the coded reports."""
    return scores(CODED)


@pytest.mark.parametrize("name", MEASURES)
def test_scores_do_not_fall(name: str) -> None:
    assert measured().by[name].f1 >= floors()[name]


def test_the_coded_reports_are_those_that_the_floors_were_pinned_on() -> None:
    assert len(CODED) >= 10
    assert fingerprint(CODED) == pinned()["fingerprint"], "python tests/floors.py pins the floors of the reports as they are"


def test_floors_lie_close_below_the_scores() -> None:
    far = {name: measured().by[name].f1 for name, floor in floors().items() if measured().by[name].f1 > floor + 3}
    assert far == {}, "python tests/floors.py raises the floors"
    assert FLOORS.exists() and set(floors()) == set(MEASURES)


def test_the_gate_can_fail() -> None:
    with broken("verb_that"):
        fallen = scores(CODED)
    assert fallen.by["statement"].f1 < floors()["statement"]


def test_the_same_source_shares_half_of_its_words() -> None:
    assert same("وزارة الدفاع الروسية", "وزارة الدفاع") and same("ل«حماس»", "حماس") and same(None, None)
    assert not same("وزارة الدفاع", "وزارة الصحة العالمية") and not same(None, "حماس") and not same("الوزير", "الجيش")


def test_a_perfect_reading_scores_a_hundred() -> None:
    gold: dict[str, Any] = json.loads((CODED[0] / "gold.json").read_text(encoding="utf-8"))
    assert gold["statements"] and gold["events"]
    assert all(score.right <= min(score.coded, score.read) for score in measured().by.values())
