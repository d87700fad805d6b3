"""The command as a user meets it: formats, encodings, options."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from riwaya.version import __version__
from riwaya.workflow.rules import link_rules, present_rules

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(str(path) for path in (ROOT / "samples").glob("*.json"))
REPORT = "قال الوزير إن خمسة جنود قتلوا أمس."


def run(*arguments: str, given: bytes = b"", seed: str = "0") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "riwaya", *arguments]
    return subprocess.run(command, input=given, capture_output=True, timeout=120, env={**os.environ, "PYTHONHASHSEED": seed})


def test_the_ledger_of_the_samples_is_the_golden_one_in_every_run() -> None:
    first, second = run("read", *SAMPLES, "--format", "jsonl", seed="1"), run("read", *SAMPLES, "--format", "jsonl", seed="77")
    assert first.returncode == 0 and first.stdout == second.stdout
    golden = (ROOT / "tests" / "golden" / "samples.jsonl").read_bytes()
    assert first.stdout == golden, "if the change is meant: riwaya read samples/*.json --format jsonl > tests/golden/samples.jsonl"


def test_the_version_names_the_rules_that_a_ledger_keeps() -> None:
    done = subprocess.run([sys.executable, "-m", "riwaya", "--version"], capture_output=True, timeout=120)
    assert done.returncode == 0
    assert done.stdout.decode() == f"riwaya {__version__}, rules {present_rules().version}, comparing {link_rules()}\n"


def test_the_table_puts_the_label_first_and_one_arabic_string_on_a_line() -> None:
    done = run("read", SAMPLES[0])
    assert done.returncode == 0
    assert all(line.isascii() or line.startswith("  ") for line in done.stdout.decode().splitlines())


def test_the_page_is_one_file_right_to_left() -> None:
    page = run("read", *SAMPLES, "--format", "html").stdout.decode()
    assert 'dir="rtl"' in page and "<script" not in page and "src=" not in page and "url(" not in page


def test_explain_says_why() -> None:
    assert "why" in run("explain", SAMPLES[0]).stdout.decode()


def test_standard_input_and_published() -> None:
    done = run("read", "-", "--published", "2026-03-02", "--format", "jsonl", given=REPORT.encode())
    assert json.loads(done.stdout)["events"][0]["date"]["start"] == "2026-03-01"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256", "iso-8859-6"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    longer = REPORT + " وأضاف أن القتلى سقطوا في كمين نصبه مسلحون على الطريق العام قرب البلدة."
    (tmp_path / "report.txt").write_bytes(longer.encode(encoding))
    done = run("read", str(tmp_path / "report.txt"), "--format", "jsonl")
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout)["statements"][0]["source"]["text"] == "الوزير"


def test_an_own_actor_wins(tmp_path: Path) -> None:
    table = "id\tenglish\tkind\tside\tnames\tfrom\tuntil\nmine\tMine\tarmed\t\tجبهة الشمال\t\t\n"
    (tmp_path / "actors.tsv").write_text(table, encoding="utf-8")
    done = run(
        "read",
        "-",
        "--actors",
        str(tmp_path / "actors.tsv"),
        "--format",
        "jsonl",
        given="قالت جبهة الشمال إن المعركة انتهت.".encode(),
    )
    assert json.loads(done.stdout)["statements"][0]["source"]["entity"] == "mine"


def test_html_in_a_report_stays_text() -> None:
    done = run("read", "-", "--format", "html", given=("<img src=x onerror=alert(1)> " + REPORT).encode())
    assert b"<img" not in done.stdout


def test_a_wrong_day_is_said() -> None:
    done = run("read", "-", "--published", "yesterday", given=REPORT.encode())
    assert done.returncode != 0 and b"2026" in done.stderr
