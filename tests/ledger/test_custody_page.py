"""docs/custody.md is true: the tests it names are there, and the check it prints works and finds tampering."""

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from ledger.making import item, take
from riwaya.ledger.ledger import Ledger

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "custody.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| R(\d+) .* \| (.*) \|$", PAGE, re.MULTILINE)
PROMISED = [*range(1, 8), 9, *range(11, 20), *range(33, 38), 39]


def test_every_requirement_has_its_row() -> None:
    assert [int(number) for number, _ in ROWS] == PROMISED


@pytest.mark.parametrize(("number", "files"), ROWS)
def test_the_tests_of_a_row_are_there(number: str, files: str) -> None:
    for name in re.findall(r"`([^`]+)`", files):
        assert re.search(rf"^def test_r{number}_", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE), name


def test_the_printed_check_needs_no_riwaya_and_finds_tampering(file: Ledger, tmp_path: Path) -> None:
    take(file, item(1), item(2))
    (program,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)

    def check() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-I", "-S", "-c", program, str(tmp_path / "ledger.db")]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert check().stdout.strip() == f"head of the log: {file.head()}"
    raw = next(path for path in (tmp_path / "ledger.db.raw").glob("??/*"))
    content = raw.read_bytes()
    raw.chmod(0o644)
    raw.write_bytes(content + b" ")
    assert "was changed" in check().stderr
    raw.write_bytes(content)
    other = sqlite3.connect(tmp_path / "ledger.db")
    other.executescript("DROP TRIGGER keep_log_update; UPDATE log SET detail = 'x' WHERE seq = 4")
    assert "entry 4 was changed" in check().stderr
