"""What is asked comes back: readings equal record for record, filters that filter, and what is new since a log entry."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ledger.making import begun, document, item, rich_reading, take
from riwaya.ledger.intake import Found, Prepared, prepared
from riwaya.ledger.ledger import Ledger
from riwaya.ledger.query import DocumentQuery, EventQuery, StatementQuery
from riwaya.ledger.rows import claims
from riwaya.model.capture import Item
from riwaya.model.errors import LedgerError
from riwaya.model.kept import KeptEvent
from riwaya.read.reader import read_document

SAMPLES = sorted((Path(__file__).parent.parent.parent / "samples").glob("*.json"))


@pytest.fixture
def rich(ledger: Ledger) -> Iterator[Ledger]:
    """A ledger with one reading in which every field has a value, and two plain reports."""
    reading = rich_reading()
    ready = prepared(item(1, raw=b"rich", of=reading.document))
    assert isinstance(ready, Prepared)
    found = Found(claims(ready.document, reading), "", "stems", ())
    ledger.keep(begun(ledger), [replace(ready, found=found)])
    take(ledger, item(2), item(3))
    yield ledger


def test_a_reading_comes_back_equal_with_every_field(rich: Ledger) -> None:
    assert next(rich.readings()).reading == rich_reading()
    assert list(rich.verify()) == []


def test_readings_equal_what_the_reader_gives(ledger: Ledger) -> None:
    given = [item(number) for number in range(12)]
    take(ledger, *given)
    assert [one.reading for one in ledger.readings()] == [read_document(one.document) for one in given]
    kept = list(ledger.readings())
    assert [one.id for one in ledger.statements()] == [name for one in kept for name in one.statement_ids]
    assert [one.id for one in ledger.events()] == [name for one in kept for name in one.event_ids]
    assert [one.figure_ids for one in ledger.events()] == [names for one in kept for names in one.figure_ids]
    assert [ledger.reading(one.document_id).reading for one in kept] == [one.reading for one in kept]


def test_an_event_knows_the_statement_that_tells_it(ledger: Ledger) -> None:
    take(ledger, item(1), item(2))
    statements = {one.id: one for one in ledger.statements()}
    told = [one for one in ledger.events() if one.statement_id]
    assert told
    for one in told:
        teller = statements[one.statement_id or ""]
        assert (teller.document_id, teller.place) == (one.document_id, one.event.statement)


EVENTS: dict[str, tuple[EventQuery, bool]] = {
    "type": (EventQuery(type="ASSAULT", actor="وزارة"), True),
    "other type": (EventQuery(type="PROTEST", actor="وزارة"), False),
    "actor in another spelling": (EventQuery(actor="الوِزاره"), True),
    "part of a word": (EventQuery(actor="وزا"), False),
    "target": (EventQuery(target="جنود", actor="الوزارة"), True),
    "place by name": (EventQuery(place="البلدة"), True),
    "place by gazetteer": (EventQuery(place="geonames:1"), True),
    "another place": (EventQuery(place="geonames:2"), False),
    "country": (EventQuery(country="XX"), True),
    "another country": (EventQuery(country="YY"), False),
    "days that touch": (EventQuery(days=(date(2026, 2, 27), date(2026, 2, 28)), country="XX"), True),
    "days before": (EventQuery(days=(None, date(2026, 2, 27)), country="XX"), False),
    "days after": (EventQuery(days=(date(2026, 3, 1), None), country="XX"), False),
    "negated": (EventQuery(negated=True), True),
    "not negated": (EventQuery(negated=False, country="XX"), False),
    "modality": (EventQuery(modality="planned", country="XX"), True),
    "a wildcard is a letter": (EventQuery(actor="%"), False),
    "outlet": (EventQuery(country="XX", documents=DocumentQuery(outlet="outlet")), True),
    "published": (EventQuery(country="XX", documents=DocumentQuery(published=(date(2026, 3, 3), None))), False),
}


@pytest.mark.parametrize("case", EVENTS)
def test_filters_of_events(rich: Ledger, case: str) -> None:
    query, expected = EVENTS[case]
    found: list[KeptEvent] = list(rich.events(query))
    assert [one.event for one in found] == ([rich_reading().events[0]] if expected else [])


STATEMENTS: dict[str, tuple[StatementQuery, int]] = {
    "act": (StatementQuery(act="deny"), 1),
    "entity": (StatementQuery(entity="XX:ministry"), 1),
    "source": (StatementQuery(source="وزاره", entity="XX:ministry"), 1),
    "nobody": (StatementQuery(source="الرئيس", entity="XX:ministry"), 0),
    "another version of the rules": (StatementQuery(rules="other"), 0),
}


@pytest.mark.parametrize("case", STATEMENTS)
def test_filters_of_statements(rich: Ledger, case: str) -> None:
    query, expected = STATEMENTS[case]
    found = list(rich.statements(query))
    assert len(found) == expected and all(one.statement in rich_reading().statements for one in found)


def test_filters_of_documents(ledger: Ledger) -> None:
    new = replace(document(1), text=document(1).text + "\nتحديث لاحق.")
    take(ledger, *(item(number) for number in range(6)), item(1, of=new))

    def ids(**fields: object) -> list[str]:
        return [one.document.id for one in ledger.documents(DocumentQuery(**fields))]  # type: ignore[arg-type]

    assert ids() == ["r0", "r2", "r3", "r4", "r5", "r1"]
    assert ids(current=False) == ["r1"] and len(ids(current=None)) == 7
    assert ids(outlet="outlet2") == ["r2"]
    assert ids(published=(date(2026, 3, 5), date(2026, 3, 6))) == ["r4", "r5"]
    assert ids(origin=document(3).url) == ["r3"]


def test_since_gives_what_came_behind_a_log_entry(ledger: Ledger) -> None:
    take(ledger, item(1))
    seq = int(ledger.head().partition(":")[0])
    take(ledger, item(2))
    query = DocumentQuery(since=seq)
    assert [one.document.id for one in ledger.documents(query)] == ["r2"]
    assert [one.reading.document.id for one in ledger.readings(query)] == ["r2"]
    fresh = {one.document_id for one in ledger.events(EventQuery(since=seq))}
    assert fresh == {one.id for one in ledger.documents(query)}
    assert {one.document_id for one in ledger.statements(StatementQuery(since=seq))} == fresh
    made = ledger.decide("note", [next(ledger.events()).id], "old")
    assert [one.id for one in ledger.decisions(since=seq)] == [made.id]
    assert ledger.decisions(since=made.seq) == []
    ledger.withdraw(made.id, "wrong")
    assert [one.id for one in ledger.decisions(since=made.seq, standing=False)] == [made.id]


def test_ids_are_found_by_their_beginning_and_never_guessed(ledger: Ledger) -> None:
    take(ledger, item(1))
    kept = next(ledger.documents())
    assert ledger.custody(kept.id[:12]).id == kept.id
    for wrong in ("doc-", "doc-zzzz", "nothing", "stmt-", "run-", "%", "doc-%"):
        with pytest.raises(LedgerError):
            take(ledger, item(2))
            ledger.custody(wrong)


def test_the_same_report_has_the_same_ids_in_every_ledger(tmp_path: Path) -> None:
    names = []
    for number in range(2):
        with Ledger(tmp_path / f"{number}.db", user=f"user{number}") as ledger:
            take(ledger, *([item(5)] * number), item(1))
            names.append({one.id for one in ledger.events(EventQuery(documents=DocumentQuery(origin=document(1).url)))})
    assert names[0] == names[1] and names[0]


def test_claims_on_the_same_words_have_ids_of_their_own(ledger: Ledger) -> None:
    reading = rich_reading()
    twice = replace(reading, events=reading.events * 2, statements=reading.statements * 2)
    ready = prepared(item(1, raw=b"twice", of=reading.document))
    assert isinstance(ready, Prepared)
    rows = claims(ready.document, twice)
    assert len({row["id"] for row in rows.events}) == 4 and len({row["id"] for row in rows.figures}) == 4
    assert len({row["id"] for row in rows.statements}) == 4


def test_r39_one_call_gives_the_whole_chain_behind_a_claim(ledger: Ledger) -> None:
    given: Item = item(1)
    take(ledger, given, item(2, raw=b"a mirror", of=document(1, url="https://mirror.example/r1")))
    event = next(one for one in ledger.events() if one.figure_ids)
    decision = ledger.decide("accept", [event.id], "checked against the page")
    ledger.record("export", "acled.csv", detail=[event.id])
    for identity in (event.id, event.figure_ids[0], event.document_id, event.reading_id, decision.id, event.statement_id):
        found = ledger.custody(str(identity))
        assert ledger.raw(found.document.raw) == given.raw
        assert found.captures[0].capture == given.capture
        assert found.document.document == given.document and found.document.layer == "plain 1"
        assert found.readings[0][1].rules.version == "rules-of-tests" and found.readings[0][1].operator == "tester"
        assert len(found.copies) == 1
    found = ledger.custody(event.id)
    assert found.claims == (event,) and found.decisions == (decision,)
    assert {"ingest", "capture", "read", "run", "decide", "export"} <= {one.action for one in found.log}
