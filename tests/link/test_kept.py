"""What comparing found, kept in a ledger: rebuilt byte for byte, the same when reports come day by day, undone decisions too."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from link.reading import series
from link.test_series import SERIES
from riwaya.ledger.ledger import Ledger
from riwaya.ledger.query import EVERY_DOCUMENT, DocumentQuery
from riwaya.model.document import Document
from riwaya.model.kept import KeptReading
from riwaya.workflow.findings import ACCOUNT, PROMISE, TOLL
from riwaya.workflow.ingest import ingest
from riwaya.workflow.link import link


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "ledger.db", user="tester") as made:
        yield made


def take(ledger: Ledger, folder: Path, documents: list[Document]) -> None:
    name = f"part{len(list(folder.glob('*.jsonl')))}.jsonl"
    rows = ({"id": d.id, "title": d.title, "text": d.text, "published": str(d.published), "outlet": d.outlet} for d in documents)
    (folder / name).write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    ingest(ledger, [str(folder / name)])


def every_report() -> list[Document]:
    found = [one for name in SERIES for one in series(name)]
    return sorted(found, key=lambda one: (str(one.published), one.id))


def test_findings_are_kept_and_rebuilt_byte_for_byte(ledger: Ledger, tmp_path: Path) -> None:
    take(ledger, tmp_path, every_report())
    link(ledger)
    first = list(ledger.links.dump())
    assert {kind: bool(list(ledger.links.findings(kind))) for kind in (ACCOUNT, TOLL, PROMISE)} == {
        ACCOUNT: True,
        TOLL: True,
        PROMISE: True,
    }
    link(ledger, anew=True)
    assert list(ledger.links.dump()) == first


def test_day_by_day_leads_to_the_same(ledger: Ledger, tmp_path: Path) -> None:
    reports = every_report()
    for day in sorted({one.published for one in reports if one.published}):
        take(ledger, tmp_path, [one for one in reports if one.published == day])
        link(ledger)
    grown = list(ledger.links.dump())
    link(ledger, anew=True)
    assert list(ledger.links.dump()) == grown


@pytest.mark.parametrize("seed", range(4))
def test_in_whatever_parts_they_come_it_leads_to_the_same(ledger: Ledger, tmp_path: Path, seed: int) -> None:
    dice, reports = random.Random(seed), every_report()
    dice.shuffle(reports)
    while reports:
        cut = dice.randint(1, 1 + len(reports) // 3)
        take(ledger, tmp_path, reports[:cut])
        link(ledger)
        reports = reports[cut:]
    grown = list(ledger.links.dump())
    link(ledger, anew=True)
    assert list(ledger.links.dump()) == grown


def test_what_was_heard_is_kept_and_no_report_is_read_twice(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    *before, last = every_report()
    take(ledger, tmp_path, before)
    link(ledger)
    take(ledger, tmp_path, [last])
    read: list[str | None] = []

    def readings(asked: DocumentQuery = EVERY_DOCUMENT) -> Iterator[KeptReading]:
        for one in as_it_is(asked):
            read.append(one.reading.document.id)
            yield one

    as_it_is = ledger.readings
    monkeypatch.setattr(ledger, "readings", readings)
    assert link(ledger)["incidents"] > 0 and read == [last.id]


def test_a_decision_on_a_figure_is_undone_exactly(ledger: Ledger, tmp_path: Path) -> None:
    take(ledger, tmp_path, every_report())
    link(ledger)
    before = list(ledger.links.dump())
    figure = next(
        evidence[0]
        for _, record in ledger.links.findings(ACCOUNT)
        if (found := json.loads(record)).get("status", "current") == "current" and found["quantity"]["kind"] == "killed"
        for evidence in [found["evidence"]]
    )
    decision = ledger.decide("reject", [figure], "another place")
    link(ledger)
    statuses = {
        identity: json.loads(record).get("status")
        for _, record in ledger.links.findings(ACCOUNT)
        for identity in json.loads(record)["evidence"]
    }
    assert statuses[figure] == "rejected"
    ledger.withdraw(decision.id, "it was here after all")
    link(ledger)
    assert list(ledger.links.dump()) == before


def test_findings_without_their_claims_are_faults(ledger: Ledger, tmp_path: Path) -> None:
    take(ledger, tmp_path, series("toll_that_grows"))
    link(ledger)
    assert [fault for fault in ledger.verify() if "hangs on" in fault.what] == []
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as database, database:
        row = database.execute("SELECT record FROM finding WHERE kind = 'account' LIMIT 1").fetchone()[0]
        figure = json.loads(row)["evidence"][0]
        database.execute("UPDATE finding SET record = replace(record, ?, ?)", (figure, "fig-0123456789abcdef"))
    faults = [fault.what for fault in ledger.verify() if "hangs on" in fault.what]
    assert any("account hangs on fig-0123456789abcdef" in what for what in faults)
