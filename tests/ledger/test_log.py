"""R12 to R17: the log shows every tampering, tells of everything, cannot be switched off; people give reasons and can undo."""

import json
import sqlite3
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import text

from ledger.making import feed, item, take
from riwaya.ledger.ledger import Ledger
from riwaya.ledger.log import ACTIONS, OUTSIDE, Pen
from riwaya.model.capture import Refusal
from riwaya.model.errors import LedgerError
from riwaya.workflow.archive import Ledger as Archive

FREE = "DROP TRIGGER keep_log_update; DROP TRIGGER keep_log_delete;"
TAMPERINGS = {
    "edit": FREE + "UPDATE log SET object = 'doc-0000000000000000' WHERE seq = 5",
    "deletion": FREE + "DELETE FROM log WHERE seq = 5",
    "reorder": FREE
    + "UPDATE log SET seq = -1 WHERE seq = 5; UPDATE log SET seq = 5 WHERE seq = 6; UPDATE log SET seq = 6 WHERE seq = -1",
    "truncation": FREE + "DELETE FROM log WHERE seq > 5",
    "truncation with its pin": FREE
    + "DELETE FROM log WHERE seq > 5; UPDATE meta SET value = (SELECT seq || ':' || hash FROM log ORDER BY seq DESC LIMIT 1) "
    "WHERE name = 'head'",
}


@pytest.mark.parametrize("how", TAMPERINGS)
def test_r12_tampering_with_the_log_shows(file: Ledger, tmp_path: Path, how: str) -> None:
    take(file, item(1), item(2))
    assert list(file.verify()) == []
    raw = sqlite3.connect(tmp_path / "ledger.db")
    raw.executescript("PRAGMA foreign_keys = OFF;" + TAMPERINGS[how])
    raw.commit()
    found = list(file.verify())
    assert found, how
    assert any("log" in one.where or "log" in one.what for one in found)


def test_r12_a_head_that_was_pinned_elsewhere_is_missed_when_the_log_is_written_anew(ledger: Ledger) -> None:
    take(ledger, item(1))
    pinned = ledger.head()
    take(ledger, item(2))
    assert list(ledger.verify(pinned)) == []
    seq, _, found = pinned.partition(":")
    other = f"{seq}:{'0' * len(found)}"
    assert ["pinned" in one.what for one in ledger.verify(other)] == [True]


def test_r12_an_entry_has_all_its_fields_and_follows_the_one_before(ledger: Ledger) -> None:
    take(ledger, item(1))
    entries = list(ledger.log())
    assert [one.seq for one in entries] == list(range(1, len(entries) + 1))
    assert all(one.previous == before.hash for before, one in pairwise(entries))
    assert all(one.made.endswith("Z") and len(one.hash) == 64 for one in entries)


def test_r13_everything_is_logged_with_the_ids_of_every_row(address: str, tmp_path: Path) -> None:
    with Archive(address, user="tester") as ledger:
        ledger.ingest(feed(tmp_path, "a.jsonl", range(3)), tmp_path / "missing.txt")
        ledger.ingest(feed(tmp_path, "a.jsonl", range(3)))
        event = next(ledger.events())
        ledger.withdraw(ledger.decide("note", [event.id], "seen").id, "seen wrong")
        for action in OUTSIDE:
            ledger.record(action, "claims.csv", detail=[event.id])
        entries = list(ledger.log())
        told = {one.action: one for one in entries}
        expected = {
            "create",
            "run",
            "index",
            "ingest",
            "capture",
            "read",
            "sighting",
            "finish",
            "refuse",
            "decide",
            "withdraw",
            *OUTSIDE,
        }
        assert expected <= told.keys() <= ACTIONS.keys()
        captures = {one.object for one in entries if one.action == "capture"}
        assert set(json.loads(told["sighting"].detail)) == captures and len(captures) == 3
        assert {one.id for one in ledger.documents()} == {one.object for one in entries if one.action == "ingest"}
        assert "missing.txt" in told["refuse"].object
        assert any(one.action == "export" for one in ledger.custody(event.id).log)


def test_r13_only_the_ledger_writes_of_its_own_doings(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="use one of"):
        ledger.record("ingest", "doc-1")


def test_r14_what_cannot_be_logged_does_not_happen(file: Ledger, tmp_path: Path) -> None:
    take(file, item(1))
    event = next(file.events())
    before = list(file.dump())
    raw = sqlite3.connect(tmp_path / "ledger.db")
    raw.execute("CREATE TRIGGER broken BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'no log'); END")
    raw.commit()
    for act in (lambda: take(file, item(2)), lambda: file.decide("note", [event.id], "why"), lambda: file.record("export", "x")):
        with pytest.raises(LedgerError, match="no log"):
            act()
    raw.execute("DROP TRIGGER broken")
    raw.commit()
    assert list(file.dump()) == before and list(file.verify()) == []


def test_r14_nothing_expires_and_every_kind_is_written(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("riwaya.ledger.log.now", lambda: "1999-01-01T00:00:00.000000Z")
    with ledger._database.writing() as connection:
        pen = Pen(connection, user="tester")
        for action in ACTIONS:
            pen.add(action, "an old thing")
        pen.flush()
    monkeypatch.undo()
    old = [one for one in ledger.log() if one.object == "an old thing"]
    assert [one.action for one in old] == list(ACTIONS)
    take(ledger, item(1), item(2))
    take(ledger, item(1))
    assert [one for one in ledger.log() if one.object == "an old thing"] == old


@pytest.mark.parametrize("reason", ["", "  "])
def test_r15_a_person_gives_a_reason(ledger: Ledger, reason: str) -> None:
    take(ledger, item(1))
    event = next(ledger.events()).id
    with pytest.raises(LedgerError, match="reason"):
        ledger.decide("note", [event], reason)
    kept = ledger.decide("note", [event], "it says so")
    with pytest.raises(LedgerError, match="reason"):
        ledger.withdraw(kept.id, reason)
    with pytest.raises(LedgerError, match="name"):
        ledger.decide("note", [event], "it says so", user=" ")


def standing(ledger: Ledger) -> list[str]:
    """The state: what holds now, without what only tells of the past."""
    held = [json.loads(line) for line in ledger.dump() if json.loads(line)[0] not in ("decision", "subject", "withdrawal")]
    return [json.dumps(one) for one in held] + [repr(one) for one in ledger.decisions()]


def test_r16_undo_is_an_entry_more_and_the_state_is_as_before(ledger: Ledger) -> None:
    take(ledger, item(1), item(2))
    one, other, *_ = (event.id for event in ledger.events())
    ledger.decide("same", [one, other], "one incident")
    before, entries = standing(ledger), list(ledger.log())
    made = ledger.decide("different", [one, other], "looked again")
    assert standing(ledger) != before
    ledger.withdraw(made.id, "a slip")
    assert standing(ledger) == before
    assert [entry.action for entry in ledger.log()][len(entries) :] == ["decide", "withdraw"]
    assert list(ledger.log())[: len(entries)] == entries
    (undone,) = [one for one in ledger.decisions(standing=False) if one.withdrawn]
    assert (undone.id, undone.withdrawn_by, undone.withdrawn_reason) == (made.id, "tester", "a slip")
    with pytest.raises(LedgerError, match="withdrawn before"):
        ledger.withdraw(made.id, "again")
    assert list(ledger.verify()) == []


BAD_DECISIONS: dict[str, tuple[str, Callable[[str], list[str]]]] = {
    "unknown kind": ("maybe", lambda event: [event]),
    "unknown subject": ("note", lambda event: ["event-0000000000000000"]),
    "no id at all": ("note", lambda event: ["'; DROP TABLE log"]),
    "nothing": ("note", lambda event: []),
}


@pytest.mark.parametrize("case", BAD_DECISIONS)
def test_a_decision_about_nothing_is_refused(ledger: Ledger, case: str) -> None:
    take(ledger, item(1))
    kind, subjects = BAD_DECISIONS[case]
    with pytest.raises(LedgerError):
        ledger.decide(kind, subjects(next(ledger.events()).id), "why")
    assert ledger.decisions(standing=False) == []


def test_r17_machine_and_human_never_share_a_field(ledger: Ledger) -> None:
    take(ledger, item(1), Refusal("x", "y"))
    ledger.decide("note", [next(ledger.events()).id], "why")
    assert all((one.run is None) != (one.user is None) for one in ledger.log())
    assert {one.action for one in ledger.log() if one.user} == {"create", "decide"}
    with pytest.raises(ValueError, match="run or by a person"), ledger._database.writing() as connection:
        Pen(connection, run="run-1", user="tester")
    row = "INSERT INTO log VALUES (999, '', 'run-1', 'tester', 'read', '', '', '', '', '', '')"
    with pytest.raises(LedgerError), ledger._database.writing() as connection:
        connection.execute(text(row))
