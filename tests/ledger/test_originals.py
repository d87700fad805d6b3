"""R1 to R5: originals are kept once and never touched, captures are complete, text layers stand beside each other."""

import hashlib
import re
import stat
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from ledger.making import document, item, take
from riwaya.ledger.ledger import Ledger
from riwaya.ledger.query import DocumentQuery
from riwaya.ledger.schema import APPEND_ONLY
from riwaya.model.errors import LedgerError

SOURCE = Path(__file__).parent.parent.parent / "src" / "riwaya" / "ledger"


def test_r1_bytes_are_kept_once_read_only_under_their_sha256(file: Ledger, tmp_path: Path) -> None:
    take(file, item(1), item(2), item(1, requested="https://other.example/r1", final="https://other.example/r1"))
    files = sorted(path for path in (tmp_path / "ledger.db.raw").rglob("*") if path.is_file())
    assert len(files) == 2
    for path in files:
        assert path.name == hashlib.sha256(path.read_bytes()).hexdigest() and path.parent.name == path.name[:2]
        assert stat.S_IMODE(path.stat().st_mode) == 0o444


def test_r1_bytes_come_back_as_they_were(ledger: Ledger) -> None:
    raw = bytes(range(256)) * 3
    take(ledger, item(1, raw=raw))
    assert ledger.raw(hashlib.sha256(raw).hexdigest()) == raw
    with pytest.raises(LedgerError, match="no such bytes"):
        ledger.raw("../../../etc/passwd")


def test_r1_the_database_refuses_changes(ledger: Ledger) -> None:
    fill(ledger)
    for table in APPEND_ONLY:
        for how in ("UPDATE {0} SET {1} = {1}", "DELETE FROM {0}"):
            with pytest.raises(LedgerError, match="append-only"), ledger._database.writing() as connection:
                connection.execute(text(how.format(table.name, table.columns.keys()[0])))
    assert list(ledger.verify()) == []


@pytest.mark.parametrize("table", ["log", "document"])
def test_r1_a_guard_that_was_taken_away_is_missed(ledger: Ledger, table: str) -> None:
    name = ledger._database.dialect.guards[0].format(table)
    with ledger._database.writing() as connection:
        on = f" ON {table}" if ledger._database.name == "postgresql" else ""
        connection.execute(text(f"DROP TRIGGER {name}{on}"))
    assert [(one.where, "guard" in one.what) for one in ledger.verify()] == [(f"table {table}", True)]


def fill(ledger: Ledger) -> None:
    """Something in every table."""
    take(ledger, item(1), item(2), item(3, raw=b"another page", of=document(1, id="copy", url="https://other.example/copy")))
    event = next(ledger.events())
    decision = ledger.decide("note", [event.id], "seen")
    ledger.withdraw(decision.id, "seen wrong")


def test_r1_only_one_place_writes_files_and_only_new_ones() -> None:
    writers = {
        path.name for path in SOURCE.glob("*.py") if re.search(r"write_|open\([^)]*[\"'][wa+x]|O_WRONLY|fdopen", path.read_text())
    }
    assert writers == {"raw.py"}
    assert re.findall(r"O_\w+", (SOURCE / "raw.py").read_text()).count("O_EXCL") == 1


def test_r2_the_hash_is_ours_whatever_a_header_says(ledger: Ledger) -> None:
    headers = (("ETag", '"9a0364b9e99bb480dd25e1f0284c8555-38"'), ("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg=="))
    take(ledger, item(1, raw=b"bytes that were received", headers=headers))
    kept = next(ledger.documents())
    assert kept.raw == hashlib.sha256(b"bytes that were received").hexdigest()
    assert ledger.custody(kept.id).captures[0].capture.headers == headers


@pytest.mark.parametrize("name", ["requested", "final", "media_type", "tool", "retrieved"])
def test_r3_a_capture_without_its_fields_is_refused_and_the_rest_goes_on(ledger: Ledger, name: str) -> None:
    changed: dict[str, Any] = {name: datetime(2026, 11, 1) if name == "retrieved" else ""}
    broken = item(1, **changed)
    outcomes = take(ledger, broken, item(2))
    assert [one.status for one in outcomes] == ["refused", "new"]
    assert any(entry.action == "refuse" and "capture record" in entry.detail for entry in ledger.log())
    assert ledger.summary().documents == 1


def test_r3_a_capture_says_all_of_it(ledger: Ledger) -> None:
    taken = item(1, record_id="<urn:uuid:1>", requested="https://news.example/short")
    take(ledger, replace(taken, part="record <urn:uuid:1>"))
    (kept,) = ledger.custody(next(ledger.documents()).id).captures
    assert kept.capture == taken.capture
    assert (kept.part, kept.operator, kept.size) == ("record <urn:uuid:1>", "tester", len(taken.raw))
    assert kept.raw == hashlib.sha256(taken.raw).hexdigest()


def test_r4_a_new_extraction_is_a_layer_beside_the_old_one(ledger: Ledger) -> None:
    first = item(1, raw=b"<html>page</html>", layer="page 1")
    longer = replace(first.document, text=first.document.text + "\nسطر زاده الاستخراج الجديد.")
    take(ledger, first)
    claim = next(ledger.statements())
    outcomes = take(ledger, replace(first, text_layer="page 2", document=longer))
    assert [one.status for one in outcomes] == ["layer"]
    both = list(ledger.documents(DocumentQuery(current=None)))
    assert [one.layer for one in both] == ["page 1", "page 2"] and both[0].raw == both[1].raw
    assert [one.version for one in both] == [1, 1] and [one.current for one in both] == [False, True]
    shown = ledger.custody(claim.id)
    assert shown.document.layer == "page 1" and not shown.claims[0].orphan
    assert list(ledger.verify()) == []


def test_r5_the_same_bytes_again_are_a_logged_sighting_and_nothing_else(ledger: Ledger) -> None:
    take(ledger, item(1), item(2))
    before, seq = list(ledger.dump()), int(ledger.head().partition(":")[0])
    outcomes = take(ledger, item(2), item(1))
    assert [one.status for one in outcomes] == ["sighting", "sighting"]
    assert [line for line in ledger.dump() if not line.startswith('["sighting"')] == before
    assert [entry.action for entry in ledger.log(seq)] == ["run", "sighting", "finish"]
    assert len(ledger.custody(next(ledger.documents()).id).captures) == 1


def test_r5_the_same_bytes_at_another_place_are_a_place_more(ledger: Ledger) -> None:
    take(ledger, item(1))
    outcomes = take(ledger, item(1, final="https://mirror.example/r1"))
    assert [one.status for one in outcomes] == ["place"]
    kept = next(ledger.documents())
    assert [one.capture.final for one in ledger.custody(kept.id).captures] == [kept.document.url, "https://mirror.example/r1"]


def test_an_updated_page_is_a_new_version_and_the_old_one_stays(ledger: Ledger) -> None:
    old = document(1)
    new = replace(old, text=old.text.replace("قالت", "أعلنت") + "\nتحديث: ارتفعت الحصيلة إلى 97 قتيلا.")
    take(ledger, item(1))
    outcomes = take(ledger, item(1, of=new))
    assert [one.status for one in outcomes] == ["version"]
    assert [(one.version, one.current) for one in ledger.documents(DocumentQuery(current=None))] == [(1, False), (2, True)]
    assert [one.document.text for one in ledger.documents()] == [new.text]
    entry = next(entry for entry in ledger.log() if entry.action == "ingest" and entry.before)
    assert entry.before == old.sha256


def test_what_a_feed_tells_of_a_page_is_no_version_of_the_page(ledger: Ledger) -> None:
    page = document(1)
    entry = replace(page, text=page.text.split("\n")[0])
    take(ledger, item(1))
    outcomes = take(ledger, replace(item(1, raw=b"<item/>", of=entry), text_layer="feed 1, feedparser 6"))
    assert [one.status for one in outcomes] in (["new"], ["copy"])
    assert {one.document.text for one in ledger.documents()} == {page.text, entry.text}


@pytest.mark.parametrize("bad", ["قال\0الوزير", "قال\ud800الوزير"])
def test_characters_that_no_database_keeps_are_refused_with_their_place(ledger: Ledger, bad: str) -> None:
    outcomes = take(ledger, item(1, raw=b"x", of=document(1, text=bad)), item(2))
    assert outcomes[0].status == "refused" and "character 3" in outcomes[0].reason and outcomes[1].status == "new"
    assert list(ledger.verify()) == []
