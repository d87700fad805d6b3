"""Ingest and reread: the same on one core and on several, safe to repeat, and nothing that fails stops the rest."""

import json
import multiprocessing
import os
import signal
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from ledger.making import begun, document, feed, item, lines, take
from riwaya.ledger.intake import Found
from riwaya.ledger.ledger import Ledger
from riwaya.ledger.query import DocumentQuery
from riwaya.ledger.rows import claims
from riwaya.model.document import Document
from riwaya.model.errors import LedgerError
from riwaya.model.kept import Outcome, Rules
from riwaya.model.reading import Reading
from riwaya.read.reader import read_document
from riwaya.sources.options import Options
from riwaya.workflow.archive import Ledger as Archive
from riwaya.workflow.ingest import Settings, ingest
from riwaya.workflow.readers import Readers, Task, _unblock
from riwaya.workflow.reread import reread
from riwaya.workflow.rules import present_rules

PLAIN = Settings()


def test_r18_one_worker_and_several_give_the_same_bytes(tmp_path: Path) -> None:
    source = feed(tmp_path, "news.jsonl", range(70))
    dumps = []
    for jobs in (1, 3):
        with Ledger(tmp_path / f"jobs{jobs}.db", user=f"user{jobs}") as ledger:
            assert ingest(ledger, [source, source], Settings(jobs=jobs))["new"] == 70
            assert list(ledger.verify()) == []
            dumps.append("\n".join(ledger.dump()).encode())
    assert dumps[0] == dumps[1] and len(dumps[0]) > 70_000


def test_r18_both_databases_give_the_same_bytes(address: str, tmp_path: Path) -> None:
    take_all = [item(number) for number in range(10)]
    with Ledger(address, user="tester") as ledger, Ledger(tmp_path / "other.db", user="other") as other:
        take(ledger, *take_all)
        take(other, *take_all)
        assert list(ledger.dump()) == list(other.dump())


def test_r19_a_run_says_which_rules_read(ledger: Ledger, tmp_path: Path) -> None:
    ingest(ledger, [feed(tmp_path, "a.jsonl", range(2))], PLAIN)
    (_, run), *_ = ledger.custody(next(ledger.documents()).id).readings
    assert run.rules == present_rules() and run.operator == "tester"
    assert all(len(value) == 64 for value in (run.rules.code, run.rules.tables, run.rules.gazetteer))
    actors = tmp_path / "actors.tsv"
    actors.write_text("id\tenglish\tkind\tside\tnames\tfrom\tuntil\nmine\tMine\tarmed\t\tجبهة الشمال\t\t\n", encoding="utf-8")
    mine = present_rules(actors)
    assert mine.actors and mine.version != run.rules.version and mine.code == run.rules.code


def test_r19_another_table_or_rule_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "riwaya"
    for name, content in {
        "read/reader.py": "1",
        "lang/ar/words.tsv": "2",
        "lang/words.py": "3",
        "data/forms.tsv": "4",
        "data/gazetteer.tsv": "5",
        "spelling.py": "6",
        "tables.py": "7",
    }.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(content)
    monkeypatch.setattr("riwaya.workflow.rules.files", lambda name: home)

    def version() -> Rules:
        present_rules.cache_clear()
        return present_rules()

    first = version()
    changed = {}
    for path, part in (("read/reader.py", "code"), ("lang/ar/words.tsv", "tables"), ("data/gazetteer.tsv", "gazetteer")):
        (home / path).write_text("other")
        changed[part] = version()
        assert changed[part].version != first.version and getattr(changed[part], part) != getattr(first, part)
    assert len({one.version for one in changed.values()}) == 3
    present_rules.cache_clear()


def test_a_second_ingest_only_sees(ledger: Ledger, tmp_path: Path) -> None:
    source = feed(tmp_path, "a.jsonl", range(40))
    assert ingest(ledger, [source], PLAIN) == {"new": 40}
    held = ledger.summary()
    assert ingest(ledger, [source], PLAIN) == {"sighting": 40}
    assert ledger.summary().documents == held.documents and ledger.summary().captures == held.captures


def test_the_same_report_twice_in_one_file_is_kept_once(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "twice.jsonl"
    path.write_text(lines(range(3)) + lines(range(3)), encoding="utf-8")
    assert ingest(ledger, [str(path)], PLAIN) == {"new": 3, "sighting": 3}


def test_what_cannot_be_taken_is_told_and_the_rest_goes_on(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "mixed.jsonl"
    path.write_text(
        lines(range(2)) + '{"id": "x", "text": \n' + '{"id": "y", "text": "Latin"}\n' + lines(range(2, 4)), encoding="utf-8"
    )
    told: list[Outcome] = []
    counts = ingest(ledger, [str(path), str(tmp_path / "no.txt")], PLAIN, lambda outcomes, size: told.extend(outcomes))
    assert counts == {"new": 4, "refused": 3}
    where = [one.where for one in told if one.status == "refused"]
    assert "mixed.jsonl, line 3" in where[0] and "mixed.jsonl, line 4" in where[1] and "no.txt" in where[2]
    assert [entry.object for entry in ledger.log() if entry.action == "refuse"] == where


def failing(one: Document, actors: Path | None = None) -> Reading:
    if one.id == "r1":
        raise TypeError("a rule that falls")
    return read_document(one, actors)


def test_a_report_that_fells_the_reader_is_kept_unread_and_read_later(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = feed(tmp_path, "a.jsonl", range(3))
    monkeypatch.setattr("riwaya.workflow.readers.read_document", failing)
    assert ingest(ledger, [source], PLAIN) == {"new": 3, "unread": 1}
    kept = next(ledger.documents(DocumentQuery(origin=document(1).url)))
    assert any(
        entry.object == kept.id and "a rule that falls" in entry.detail for entry in ledger.log() if entry.action == "refuse"
    )
    assert ledger.search("تقرير") and len(ledger.search("تقرير")) == 3
    with pytest.raises(LedgerError, match="no reading"):
        ledger.reading(kept.id)
    assert list(ledger.verify()) == []
    monkeypatch.undo()
    assert ingest(ledger, [source], PLAIN) == {"sighting": 2, "reread": 1}
    assert ledger.reading(kept.id).reading == read_document(document(1))


def fewer(one: Document, actors: Path | None = None) -> Reading:
    """Older rules: they miss the last event."""
    found = read_document(one, actors)
    return Reading(found.document, found.statements, found.events[:-1])


def test_newer_rules_add_a_layer_and_diff_says_what_changed(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = Rules("0001-older", "riwaya 0.0.9", "a" * 64, present_rules().tables, "c" * 64)
    with monkeypatch.context() as patch:
        patch.setattr("riwaya.workflow.ingest.present_rules", lambda actors: older)
        patch.setattr("riwaya.workflow.readers.read_document", fewer)
        ingest(ledger, [feed(tmp_path, "a.jsonl", range(5))], PLAIN)
    before = {one.document_id: one for one in ledger.readings()}
    decision = ledger.decide("accept", [next(ledger.events()).id], "seen")
    assert reread(ledger, PLAIN) == {"reread": 5}
    assert reread(ledger, PLAIN) == {}
    assert ledger.rules() == ["0001-older", present_rules().version]
    assert {one.document_id: one for one in ledger.readings(rules="0001-older")} == before
    take(ledger, item(7), rules=older)
    changes = list(ledger.changes())
    assert Counter((one.kind, one.how) for one in changes) == {("event", "added"): 5}
    assert list(ledger.changes("0001", "0001")) == []
    gone = list(ledger.changes(present_rules().version, "0001"))
    assert [one.how for one in gone] == ["gone"] * 5 and {one.id for one in gone} == {one.id for one in changes}
    shown = ledger.custody(decision.subjects[0])
    assert len(shown.claims) == len(shown.readings) == 2 and shown.decisions == (decision,)
    assert list(ledger.verify()) == []


def test_a_claim_that_is_read_differently_keeps_its_id(ledger: Ledger) -> None:
    take(ledger, item(1), rules=Rules("one", "t", "", "same", ""))
    run = ledger.custody(next(ledger.documents()).id)
    first = list(ledger.statements())

    found = read_document(document(1))
    warned = Reading(found.document, tuple(replace(one, act="warn") for one in found.statements), found.events)
    second = begun(ledger, Rules("two", "t", "", "same", ""))
    ledger.keep_readings(second, [(run.id, Found(claims(run.id, warned), "", "", ()))])
    changes = list(ledger.changes("one", "two"))
    assert [(one.id, one.how, one.fields) for one in changes] == [
        (one.id, "changed", (("act", one.statement.act, "warn"),)) for one in first
    ]


def test_with_one_version_there_is_nothing_to_compare(ledger: Ledger) -> None:
    take(ledger, item(1))
    with pytest.raises(LedgerError, match="riwaya reread"):
        list(ledger.changes())
    with pytest.raises(LedgerError, match="no such version"):
        list(ledger.changes("zzz", None))


def dying(tasks: Sequence[Task], actors: Path | None) -> list[object]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def test_a_reading_process_that_dies_is_an_error_that_says_so(
    file: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(file, [feed(tmp_path, "a.jsonl", range(5))], PLAIN)
    monkeypatch.setattr("riwaya.workflow.readers._examined", dying)
    with pytest.raises(LedgerError, match="fewer --jobs"):
        ingest(file, [feed(tmp_path, "b.jsonl", range(5, 120))], Settings(jobs=2))
    assert next(entry.action for entry in reversed(list(file.log()))) == "stop"
    assert list(file.verify()) == [] and file.summary().documents == 5


def test_a_pipe_that_another_thread_closes_in_the_same_moment_is_no_error() -> None:
    reader, writer = multiprocessing.Pipe(duplex=False)
    os.close(reader.fileno())
    _unblock(cast("ProcessPoolExecutor", SimpleNamespace(_call_queue=SimpleNamespace(_reader=reader))))
    with suppress(OSError):
        reader.close()
    writer.close()


def test_batches_come_back_in_order_with_what_was_found() -> None:
    batches = [[("a", document(1))], [], [("b", document(2)), ("c", document(3))]]
    with Readers[list[Task]](1, None) as readers:
        assert [(len(batch), len(found)) for batch, found in readers.over(batches, list)] == [(1, 1), (0, 0), (2, 2)]


def test_an_interrupted_run_is_told_of_and_the_next_goes_on(ledger: Ledger, tmp_path: Path) -> None:
    source = feed(tmp_path, "a.jsonl", range(100))

    def stop(outcomes: Sequence[Outcome], size: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(ledger, [source], PLAIN, stop)
    assert list(ledger.verify()) == [] and 0 < ledger.summary().documents < 100
    assert [entry.action for entry in ledger.log()][-1] == "stop"
    counts = ingest(ledger, [source], PLAIN)
    assert counts["new"] + counts["sighting"] == 100 and ledger.summary().documents == 100


def test_the_ledger_shows_itself_in_a_notebook(address: str, tmp_path: Path) -> None:
    with Archive(address, user="tester") as ledger:
        assert ledger.ingest(feed(tmp_path, "a.jsonl", range(2)), options=Options(published=date(2026, 1, 1))) == {"new": 2}
        assert ledger.reread() == {}
        assert "<td>2</td>" in ledger._repr_html_() and json.dumps(ledger.address)
