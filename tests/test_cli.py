"""The command as a user meets it: formats, bad input, the other files still read."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(str(path) for path in (ROOT / "samples").glob("*.json"))
REPORT = "قال الوزير إن خمسة جنود قتلوا أمس."


def run(*arguments: str, given: bytes = b"", seed: str = "0") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "riwaya.cli", *arguments]
    return subprocess.run(command, input=given, capture_output=True, timeout=120, env={**os.environ, "PYTHONHASHSEED": seed})


def test_the_ledger_of_the_samples_is_the_golden_one_in_every_run() -> None:
    first, second = run("read", *SAMPLES, "--format", "jsonl", seed="1"), run("read", *SAMPLES, "--format", "jsonl", seed="77")
    assert first.returncode == 0 and first.stdout == second.stdout
    golden = (ROOT / "tests" / "golden" / "samples.jsonl").read_bytes()
    assert first.stdout == golden, "if the change is meant: riwaya read samples/*.json --format jsonl > tests/golden/samples.jsonl"


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


BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t \n", "empty"),
    "latin.txt": (b"Nothing here is Arabic at all.", "no Arabic"),
    "persian.txt": ("گزارش‌ها می‌گویند پنج نفر کشته شدند و چند نفر زخمی شدند؛ پلیس گفت".encode(), "Arabic"),
    "binary.bin": (bytes(range(256)) * 20, ""),
    "broken.txt": ("قال الوزير إن".encode() + b"\xff\xfe\xfa" + "خمسة جنود قتلوا".encode() + b"\xc3", ""),
    "line7.jsonl": (b"\n".join([json.dumps({"id": "a", "text": REPORT}).encode()] * 6 + [b'{"id": "b", "text": '])[0:], "7"),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input_is_named_and_the_rest_is_read(tmp_path: Path, name: str) -> None:
    content, word = BAD[name]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(REPORT, encoding="utf-8")
    done = run("read", str(tmp_path / name), str(tmp_path / "good.txt"), "--format", "jsonl")
    assert done.returncode == 1
    message = done.stderr.decode()
    assert name in message and word in message and "Traceback" not in message
    assert json.loads(done.stdout.splitlines()[-1])["id"].startswith("good") or b"good" in done.stdout.splitlines()[-1]


def test_missing_file_and_folder(tmp_path: Path) -> None:
    done = run("read", str(tmp_path / "nowhere.txt"), str(tmp_path), "--format", "jsonl")
    assert done.returncode == 1 and "nowhere.txt" in done.stderr.decode() and "folder" in done.stderr.decode()


@pytest.mark.parametrize("text", ['"' * 200_000, "«" * 200_000, "(" * 100_000 + "قتل", "قال " * 50_000, "و" * 300_000], ids=len)
def test_hostile_texts_end(text: str) -> None:
    done = run("read", "-", "--format", "jsonl", given=(REPORT + "\n" + text).encode())
    assert done.returncode == 0, done.stderr.decode()[-400:]


def test_html_in_a_report_stays_text() -> None:
    done = run("read", "-", "--format", "html", given=("<img src=x onerror=alert(1)> " + REPORT).encode())
    assert b"<img" not in done.stdout


def test_a_wrong_day_is_said() -> None:
    done = run("read", "-", "--published", "yesterday", given=REPORT.encode())
    assert done.returncode != 0 and b"2026" in done.stderr
