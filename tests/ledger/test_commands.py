"""The commands of the ledger as a person and a script meet them."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ledger.making import feed
from riwaya.cli import main
from riwaya.cli.keep import STOPPED
from riwaya.cli.progress import known_size
from riwaya.ledger.ledger import Ledger

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(address: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command on a ledger of its own: exit status, standard output, standard error."""
    monkeypatch.setenv("RIWAYA_LEDGER", address)
    monkeypatch.setenv("RIWAYA_USER", "tester")

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["riwaya", *arguments])
        try:
            main()
            status = 0
        except SystemExit as end:
            status = int(end.code or 0)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return call


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_day_with_a_ledger(run: Run, tmp_path: Path) -> None:
    source = feed(tmp_path, "a.jsonl", range(4))
    status, out, err = run("ingest", source)
    assert (status, err) == (0, "") and "4" in out and "new reports" in out
    status, out, _ = run("ingest", source, "--format", "jsonl", "--jobs", "1")
    assert status == 0 and [row["status"] for row in rows(out)] == ["sighting"] * 4
    document = rows(out)[0]["document_id"]
    status, out, _ = run("search", "وزارة", "قالت", "--format", "jsonl")
    assert status == 0 and all(row["spans"] for row in rows(out))
    status, out, _ = run("show", document)
    assert status == 0
    for word in ("raw bytes", "sha256", "capture 1", "text layer", "reading", "rules", "exports: none", "log"):
        assert word in out
    status, out, _ = run("verify")
    assert status == 0 and out.startswith("intact: 4 documents") and "head of the log: " in out
    head = out.rpartition("log: ")[2].strip()
    assert run("verify", "--head", head, "--quiet") == (0, "", "")
    assert run("verify", "--head", "1:beef")[0] == 1
    status, out, _ = run("log", "--action", "sighting", "--format", "jsonl")
    assert [row["action"] for row in rows(out)] == ["sighting"]


def test_columns_of_another_name(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        '[{"content": "قالت الوزارة إن القصف توقف أمس في البلدة.", "day": "2026-03-02"}]', encoding="utf-8"
    )
    status, out, _ = run(
        "ingest", str(tmp_path / "a.json"), "--field", "text=content", "--field", "published=day", "--format", "jsonl"
    )
    assert status == 0
    _, out, _ = run("show", rows(out)[0]["document_id"])
    assert "2026-03-02" in out and "claim, as read-" in out and "id          stmt-" in out


def test_r39_show_prints_the_whole_chain_of_a_claim(run: Run, tmp_path: Path) -> None:
    run("ingest", feed(tmp_path, "a.jsonl", range(2)), "--quiet")
    _, out, _ = run("log", "--action", "read", "--format", "jsonl")
    reading = rows(out)[0]["object"]
    _, out, _ = run("show", reading, "--format", "jsonl")
    assert rows(out)[0]["kind"] == "reading"
    with Ledger(os.environ["RIWAYA_LEDGER"], create=False) as ledger:
        event = next(one for one in ledger.events() if one.figure_ids)
    status, decision, _ = run("decide", "accept", event.id, "--reason", "checked")
    assert status == 0 and decision.startswith("dec-")
    _, out, _ = run("show", event.id)
    order = [
        "raw bytes",
        "capture 1",
        "text layer",
        "reading read-",
        "claim, as read-",
        f"decision {decision.strip()}",
        "exports",
        "log",
    ]
    places = [out.index(word) for word in order]
    assert places == sorted(places) and event.event.trigger.text in out and "because     checked" in out
    assert run("withdraw", decision.strip(), "--reason", "a slip")[0] == 0
    assert "(withdrawn)" in run("show", event.id)[1]


def test_what_is_refused_is_named_and_the_status_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"text": \n', encoding="utf-8")
    status, out, err = run("ingest", str(tmp_path / "bad.jsonl"), feed(tmp_path, "a.jsonl", range(2)))
    assert status == 1 and "bad.jsonl, line 1" in err and "2" in out and "Traceback" not in err
    assert run("log", "--action", "refuse")[1].count("\n") == 1


WRONG: dict[str, tuple[tuple[str, ...], int, str]] = {
    "no such id": (("show", "doc-0000"), 3, "nothing has this id"),
    "no id": (("show", "everything"), 3, "ids begin with"),
    "an empty query": (("search", "-"), 3, "at least one word"),
    "nothing to compare": (("diff",), 3, "riwaya reread"),
    "no reason": (("decide", "note", "doc-0000", "--reason", ""), 3, "reason"),
    "no such decision": (("withdraw", "dec-0000", "--reason", "x"), 3, "no such decision"),
    "no day": (("ingest", "x.txt", "--published", "yesterday"), 2, "2026-11-24"),
    "no field": (("ingest", "x.json", "--field", "published"), 2, "published=date_extracted"),
    "no actors": (("ingest", "x.txt", "--actors", "nowhere.tsv"), 2, "nowhere.tsv"),
}


@pytest.mark.parametrize("case", WRONG)
def test_errors_say_what_to_do(run: Run, tmp_path: Path, case: str) -> None:
    run("ingest", feed(tmp_path, "a.jsonl", range(1)), "--quiet")
    arguments, expected, word = WRONG[case]
    status, _, err = run(*arguments)
    assert status == expected and word in err and "Traceback" not in err


@pytest.mark.parametrize("command", ["search x", "show doc-1", "diff", "log", "verify", "reread", "decide note doc-1 --reason x"])
def test_without_a_ledger_nothing_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.chdir(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "riwaya", *command.split()], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 3 and "riwaya ingest makes one" in done.stderr and list(tmp_path.iterdir()) == []


def test_verify_names_what_is_wrong_and_where(tmp_path: Path, run: Run, address: str) -> None:
    run("ingest", feed(tmp_path, "a.jsonl", range(2)), "--quiet")
    if address.startswith("postgresql"):
        pytest.skip("files lie beside an SQLite ledger only")
    raw = next(path for path in Path(f"{address}.raw").rglob("*") if path.is_file())
    raw.chmod(0o644)
    raw.write_bytes(raw.read_bytes().replace("قالت".encode(), "نادت".encode(), 1))
    status, out, err = run("verify")
    assert status == 1 and raw.name in out and "changed" in out and "1 faults" in err
    raw.unlink()
    assert "missing" in run("verify")[1]


def test_ctrl_c_and_terminate_end_politely_and_the_next_run_goes_on(tmp_path: Path) -> None:
    source, address = feed(tmp_path, "a.jsonl", range(250)), str(tmp_path / "ledger.db")
    command = [sys.executable, "-m", "riwaya", "ingest", source, "--ledger", address, "--format", "jsonl"]
    for number, jobs in ((signal.SIGINT, "2"), (signal.SIGTERM, "1")):
        process = subprocess.Popen(
            [*command, "--jobs", jobs], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )
        assert process.stdout is not None
        process.stdout.readline()
        os.killpg(process.pid, number)
        _, err = process.communicate(timeout=60)
        assert process.returncode == STOPPED and b"run the same command again" in err and b"Traceback" not in err
    done = subprocess.run(
        [sys.executable, "-m", "riwaya", "verify", "--ledger", address], capture_output=True, check=True, timeout=60
    )
    assert done.stdout.startswith(b"intact")
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    assert len(done.stdout.splitlines()) == 250


@pytest.mark.skipif(shutil.which("script") is None, reason="a terminal is made with the command script")
def test_progress_shows_rate_and_time_left_on_a_terminal_only(tmp_path: Path) -> None:
    source = feed(tmp_path, "a.jsonl", range(60))
    command = f"{sys.executable} -m riwaya ingest {source} --ledger {tmp_path}/ledger.db"
    for extra, shown in (("", True), (" --quiet", False)):
        done = subprocess.run(
            ["script", "-qec", command + extra, str(tmp_path / "typescript")], capture_output=True, timeout=120, check=True
        )
        assert (b"reports, " in done.stdout and b"/s" in done.stdout) is shown


def test_the_end_is_known_for_plain_files_only(tmp_path: Path) -> None:
    one = Path(feed(tmp_path, "a.jsonl", range(3)))
    assert known_size([str(one), str(tmp_path)]) == 2 * one.stat().st_size
    (tmp_path / "b.warc.gz").write_bytes(b"x")
    assert known_size([str(tmp_path)]) is None and known_size(["https://news.example/feed"]) is None


@pytest.mark.parametrize(
    ("asked", "light"), [("read", ["link", "ledger", "model.kept", "model.incident"]), ("--help", ["ledger"])], ids=["read", "help"]
)
def test_a_command_loads_what_it_needs_only(asked: str, light: list[str]) -> None:
    heavy = ["sqlalchemy", "rich.progress", "psycopg", *(f"riwaya.{name}" for name in light)]
    check = f"import sys; from riwaya.cli.app import program; program({asked!r}); print([n for n in {heavy} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout == "[]\n"


def test_a_closed_pipe_ends_without_a_word(tmp_path: Path) -> None:
    source, address = feed(tmp_path, "a.jsonl", range(40)), str(tmp_path / "ledger.db")
    subprocess.run([sys.executable, "-m", "riwaya", "ingest", source, "--ledger", address, "-q"], check=True, timeout=60)
    process = subprocess.Popen(
        [sys.executable, "-m", "riwaya", "log", "--ledger", address], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b"" and process.wait(60) in (0, 1)
