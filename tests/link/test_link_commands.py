"""The commands of linking as a user meets them, and what they make of the project's own sample dispatches."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from riwaya.cli.app import program
from riwaya.show.incidents import COLUMNS

ROOT = Path(__file__).parent.parent.parent
SAMPLES = sorted(str(path) for path in (ROOT / "samples").glob("*.json"))
GOLDEN = ROOT / "tests" / "golden"


def run(ledger: str, *words: str) -> Result:
    return CliRunner().invoke(program(), [*words, "--ledger", ledger], env={"RIWAYA_USER": "tester"})


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A ledger with the sample dispatches, linked."""
    ledger = str(tmp_path_factory.mktemp("samples") / "ledger.db")
    assert run(ledger, "ingest", *SAMPLES, "--quiet").exit_code == 0
    done = run(ledger, "link")
    assert done.exit_code == 0 and "reports linked" in done.stdout and "incidents linked" in done.stdout
    yield ledger


def lines(ledger: str, *words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(ledger, *words, "--format", "jsonl").stdout.splitlines()]


def market(ledger: str) -> str:
    """The id of the incident of the market."""
    return str(lines(ledger, "incidents", "--sort", "size", "--limit", "1")[0]["id"])


def test_six_outlets_tell_of_one_incident(samples: str) -> None:
    (found,) = lines(samples, "incidents", "--texts", "2")
    assert len(found["documents"]) == len(SAMPLES) == 6  # type: ignore[arg-type]
    assert (found["type"], found["first"], found["last"]) == ("ASSAULT", "2026-03-01", "2026-03-01")
    tellers = {one["name"] for one in found["witnesses"]}  # type: ignore[attr-defined]
    assert tellers >= {
        "غرفة طوارئ البلدة",
        "مصدر طبي في مستشفى أم السدر",
        "الجيش الحكومي",
        "جبهة الشمال",
        "الأمم المتحدة",
        "وزارة الخارجية",
    }
    tolls = {(one["name"], one["low"], one["high"]) for one in found["accounts"] if one["kind"] == "killed"}  # type: ignore[attr-defined]
    assert tolls >= {
        ("غرفة طوارئ البلدة", 31, None),
        ("غرفة طوارئ البلدة", 41, 41),
        ("مصدر طبي في مستشفى أم السدر", 34, 34),
        ("جبهة الشمال", 40, 40),
        ("الجيش الحكومي", 20, 20),
        ("الأمم المتحدة", 30, 40),
    }
    shown = run(samples, "incident", str(found["id"])).stdout
    assert "denies " in shown and "وزارة الخارجية" in shown
    promises = {(one["kind"], one["by"], bool(one["condition"])) for one in lines(samples, "promises")}
    assert promises >= {("offer", "جبهة الشمال", True)}


GOLDEN_COMMANDS = {
    "samples_incidents.jsonl": ("incidents", "--format", "jsonl"),
    "samples_incident.txt": ("incident", "{market}"),
    "samples_promises.txt": ("promises",),
}


@pytest.mark.parametrize("name", GOLDEN_COMMANDS)
def test_what_is_found_in_the_samples_is_the_golden_file(samples: str, name: str) -> None:
    command = [word.replace("{market}", market(samples)) for word in GOLDEN_COMMANDS[name]]
    expected = (GOLDEN / name).read_text(encoding="utf-8")
    assert run(samples, *command).stdout == expected, "if the change is meant: python tools/golden_linked.py"


def test_the_list_in_every_shape(samples: str) -> None:
    assert "reported in 6 texts" in run(samples, "incidents").stdout
    rows = list(csv.DictReader(io.StringIO(run(samples, "incidents", "--format", "csv", "--sort", "size").stdout)))
    assert tuple(rows[0]) == COLUMNS and rows[0]["documents"] == "6" and rows[0]["id"] == market(samples)
    assert {one["id"] for one in lines(samples, "incidents")} == {row["id"] for row in rows}


FILTERS: dict[str, tuple[tuple[str, ...], bool]] = {
    "place": (("--place", "أم السدر"), True),
    "another place": (("--place", "دمشق"), False),
    "days": (("--since", "2026-03-01", "--until", "2026-03-01"), True),
    "days before": (("--until", "2026-02-01"), False),
    "actor": (("--actor", "الجيش الحكومي"), True),
    "nobody": (("--actor", "الطيار"), False),
    "type": (("--type", "ASSAULT"), True),
    "another type": (("--type", "PROTEST"), False),
    "words": (("--text", "صاروخين"), True),
    "words of none": (("--text", "زلزال"), False),
    "texts": (("--texts", "6"), True),
    "more texts": (("--texts", "7"), False),
}


@pytest.mark.parametrize("case", FILTERS)
def test_filters(samples: str, case: str) -> None:
    words, expected = FILTERS[case]
    found = run(samples, "incidents", *words, "--format", "jsonl")
    assert found.exit_code == (0 if expected else 1)
    assert (market(samples) in found.stdout) is expected


WRONG: dict[str, tuple[tuple[str, ...], int, str]] = {
    "no day": (("incidents", "--since", "yesterday"), 2, "2026"),
    "no type": (("incidents", "--type", "WAR"), 2, "ASSAULT"),
    "no such incident": (("incident", "inc-0000000000000000"), 3, ""),
    "no decision to undo": (("undo", "--why", "none"), 1, ""),
    "no such order": (("incidents", "--sort", "beauty"), 2, ""),
    "without a reason": (("decide", "same", "{market}", "{market}"), 2, "why"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_questions(samples: str, case: str) -> None:
    words, status, said = WRONG[case]
    done = run(samples, *(word.replace("{market}", market(samples)) for word in words))
    assert done.exit_code == status or type(done.exception).__name__ == "LedgerError"
    assert said in done.output


def test_a_decision_and_its_undoing(tmp_path: Path) -> None:
    ledger = str(tmp_path / "ledger.db")
    run(ledger, "ingest", *SAMPLES, "--quiet")
    assert run(ledger, "link", "--quiet").stdout == ""
    before = run(ledger, "incidents", "--format", "jsonl").stdout
    other = str(next(one["id"] for one in lines(ledger, "incidents") if one["type"] == "COERCE"))
    assert run(ledger, "decide", "same", market(ledger), other, "--why", "people fled from it").exit_code == 0
    run(ledger, "link")
    events = json.loads(run(ledger, "incidents", "--sort", "size", "--limit", "1", "--format", "jsonl").stdout)["events"]
    assert len(events) == 1 + len(json.loads(before.splitlines()[0])["events"])
    undone = run(ledger, "undo", "--why", "another incident after all")
    assert undone.exit_code == 0 and undone.stdout.startswith("dec-")
    run(ledger, "link")
    assert run(ledger, "incidents", "--format", "jsonl").stdout == before
    assert run(ledger, "link").stdout.strip().startswith("0")
    assert run(ledger, "verify").exit_code == 0
