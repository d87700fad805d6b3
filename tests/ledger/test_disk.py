"""A full disk and a read-only file system: a clear error, nothing lost, and the next run goes on."""

import os
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from ledger.making import feed
from riwaya.ledger.ledger import Ledger
from riwaya.model.errors import LedgerError
from riwaya.model.kept import Outcome
from riwaya.workflow.ingest import Settings, ingest

PLAIN = Settings()


def mount(*arguments: str) -> bool:
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0 or not mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)):
        pytest.skip("a small disk of its own needs the right to mount one")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_is_said_and_nothing_acknowledged_is_lost(disk: Path, tmp_path: Path) -> None:
    source = feed(tmp_path, "a.jsonl", range(500))
    safe: list[str] = []

    def tell(outcomes: Sequence[Outcome], size: int) -> None:
        safe.extend(str(one.document_id) for one in outcomes)

    with pytest.raises(LedgerError, match="no space left"), Ledger(disk / "ledger.db", user="tester") as ledger:
        ingest(ledger, [source], PLAIN, tell)
    assert safe
    assert mount("-o", "remount,size=64m", str(disk))
    with Ledger(disk / "ledger.db", create=False, user="tester") as ledger:
        assert list(ledger.verify()) == []
        assert [one.id for one in ledger.documents()] == safe
        counts = ingest(ledger, [source], PLAIN)
        assert counts["sighting"] == len(safe) and counts["new"] == 500 - len(safe)
        assert list(ledger.verify()) == []


def test_a_read_only_file_system_can_be_looked_at_and_is_never_written(disk: Path, tmp_path: Path) -> None:
    with Ledger(disk / "ledger.db", user="tester") as ledger:
        ingest(ledger, [feed(tmp_path, "a.jsonl", range(5))], PLAIN)
        before = list(ledger.dump())
    assert mount("-o", "remount,ro", str(disk))
    with Ledger(disk / "ledger.db", create=False, user="tester") as ledger:
        assert list(ledger.verify()) == [] and list(ledger.dump()) == before and ledger.search("قالت")
        with pytest.raises(LedgerError, match="read-only"):
            ingest(ledger, [feed(tmp_path, "b.jsonl", range(5, 9))], PLAIN)
    with pytest.raises(LedgerError, match=r"read-only|cannot be opened"):
        Ledger(disk / "other.db", user="tester")
    assert mount("-o", "remount,rw", str(disk))
    with Ledger(disk / "ledger.db", user="tester") as ledger:
        assert list(ledger.dump()) == before


def test_a_log_of_sqlite_that_was_left_behind_cannot_be_looked_past(disk: Path, tmp_path: Path) -> None:
    Ledger(disk / "ledger.db", user="tester").close()
    (disk / "ledger.db-wal").write_bytes(b"\0" * 4096)
    assert mount("-o", "remount,ro", str(disk))
    with pytest.raises(LedgerError, match="was not closed"):
        Ledger(disk / "ledger.db", user="tester")


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"this is a letter, no ledger at all, and long enough to be looked at" * 20, "no ledger"), (None, "folder")],
    ids=["a letter", "a folder"],
)
def test_what_is_no_ledger_is_left_alone(tmp_path: Path, content: bytes | None, word: str) -> None:
    path = tmp_path / "thing.db"
    path.mkdir() if content is None else path.write_bytes(content)
    with pytest.raises(LedgerError, match=word):
        Ledger(path, user="tester")
    assert path.is_dir() or path.read_bytes() == content


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "x.db")
    other.execute("CREATE TABLE t (a)")
    other.close()
    with pytest.raises(LedgerError, match="something else"):
        Ledger(tmp_path / "x.db", user="tester")


def test_where_there_is_no_ledger_none_is_made_to_look_at(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no such ledger"):
        Ledger(tmp_path / "x.db", create=False, user="tester")
    assert not (tmp_path / "x.db").exists()


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "x.db").touch()
    with Ledger(tmp_path / "x.db", user="tester") as ledger:
        assert ledger.summary().documents == 0


def test_a_server_that_is_not_there_is_said_without_its_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(LedgerError, match="cannot be reached") as error:
        Ledger("postgresql://me:secret@127.0.0.1:1/none", user="tester")
    assert "secret" not in str(error.value)
