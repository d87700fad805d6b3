"""The short form of the long trials (tools/soak_ledger.py): killed at random moments, and many processes at once."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from ledger.making import feed

TOOL = Path(__file__).parent.parent.parent / "tools" / "soak_ledger.py"


def soak(*arguments: str) -> str:
    done = subprocess.run([sys.executable, str(TOOL), *arguments], capture_output=True, text=True, timeout=170, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def server(address: str) -> list[str]:
    return ["--ledger", address.partition("?")[0]] if address.startswith("postgresql") else []


def test_killed_at_random_moments_nothing_acknowledged_is_lost(address: str) -> None:
    assert "4 runs, all verified" in soak("kill", "--runs", "4", "--reports", "80", *server(address))


def test_eight_processes_at_once_neither_fail_nor_double(address: str) -> None:
    assert "135 reports, each once" in soak("crowd", "--processes", "8", "--reports", "15", *server(address))


def test_the_trial_itself_can_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger that forgets what it acknowledged is found out."""
    monkeypatch.syspath_prepend(str(TOOL.parent))
    soak_ledger = import_module("soak_ledger")

    source = feed(tmp_path, "a.jsonl", range(3))
    with pytest.raises(SystemExit):
        soak_ledger.check_killed(str(tmp_path / "new.db"), 3, source, [])
