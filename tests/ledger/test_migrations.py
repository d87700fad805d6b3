"""A ledger that an earlier version made is brought up to date, all or nothing; nothing in it changes."""

import sqlite3
import tarfile
from pathlib import Path

import pytest
from sqlalchemy import text

from ledger.making import document, item, take
from riwaya.ledger.ledger import Ledger
from riwaya.ledger.migrations import MIGRATIONS, NEWEST
from riwaya.ledger.query import DocumentQuery
from riwaya.model.errors import LedgerError

OLD = sorted((Path(__file__).parent / "old").glob("*.tar.xz"))


@pytest.fixture(params=OLD, ids=lambda path: path.name.partition(".")[0])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    with tarfile.open(request.param) as archive:
        trusted = {"filter": "fully_trusted"} if hasattr(tarfile, "fully_trusted_filter") else {}
        archive.extractall(tmp_path, **trusted)  # type: ignore[arg-type]
    return tmp_path / "ledger.db"


def shape(path: Path) -> list[tuple[str, str]]:
    """Every table, index and trigger with its definition."""
    rows = sqlite3.connect(path).execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
    return [(name, " ".join(sql.split())) for name, sql in rows]


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    return sqlite3.connect(path).execute(f"SELECT * FROM {table}").fetchall()


KEPT = ("log", "run", "raw", "document", "capture", "reading", "statement", "event", "figure", "decision", "subject", "withdrawal")


def test_an_old_ledger_is_brought_up_and_nothing_in_it_changes(old: Path) -> None:
    before = {table: rows(old, table) for table in KEPT}
    with Ledger(old, create=False, user="tester") as ledger:
        assert list(ledger.verify()) == []
        first, third = (
            ledger.documents(DocumentQuery(origin=document(1).url)),
            ledger.documents(DocumentQuery(origin=document(3).url)),
        )
        assert next(third).copy_of == next(first).id
        assert len(ledger.decisions()) == 1 and len(ledger.decisions(standing=False)) == 2
        assert [hit.document.document.id for hit in ledger.search("تقرير 2")] == ["r2"]
        steps = [entry for entry in ledger.log() if entry.action == "migrate"]
        assert [entry.user for entry in steps] == ["tester"] * (NEWEST - 1)
        assert [one.status for one in take(ledger, item(2), item(4))] == ["sighting", "new"]
    for table in KEPT:
        assert rows(old, table)[: len(before[table])] == before[table], table


def test_an_old_ledger_has_the_shape_of_a_new_one(old: Path, tmp_path: Path) -> None:
    Ledger(old, user="tester").close()
    Ledger(tmp_path / "new.db", user="tester").close()
    assert shape(old) == shape(tmp_path / "new.db")


def test_a_step_that_fails_leaves_the_ledger_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = shape(old)

    def fail(*given: object) -> None:
        MIGRATIONS_AS_THEY_ARE[NEWEST](*given)  # type: ignore[arg-type]
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(MIGRATIONS, NEWEST, fail)
    with pytest.raises(LedgerError, match="no space left"):
        Ledger(old, user="tester")
    assert shape(old) == before
    monkeypatch.undo()
    with Ledger(old, user="tester") as ledger:
        assert list(ledger.verify()) == []


MIGRATIONS_AS_THEY_ARE = dict(MIGRATIONS)


def test_a_ledger_from_the_future_is_left_alone(ledger: Ledger, address: str) -> None:
    with ledger._database.writing() as connection:
        connection.execute(text(f"UPDATE meta SET value = '{NEWEST + 1}' WHERE name = 'schema'"))
    with pytest.raises(LedgerError, match="update Riwaya"):
        Ledger(address, user="tester")
