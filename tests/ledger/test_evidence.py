"""R6, R7, R9, R11: evidence is exact, whole, never moved; every claim has an id that leads to its bytes."""

import json
import sqlite3
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.making import document, item, rich_reading, take
from riwaya.ledger.ledger import Ledger
from riwaya.ledger.query import DocumentQuery
from riwaya.model.document import Document
from riwaya.model.evidence import event_spans, statement_spans
from riwaya.model.reading import Reading
from riwaya.read.reader import read_document
from riwaya.workflow.readers import examined

NOISE = st.lists(
    st.sampled_from(["\u064e", "\u0651", "\u0640", "\u200f", "\u200e", "🔥", "٣", "\u202b", "é", "\u0301"]), min_size=1
)


def spans(reading: Reading) -> list[tuple[int, int, str]]:
    found = [span for one in reading.statements for span in statement_spans(one)]
    found += [span for one in reading.events for span in event_spans(one)]
    return [(span.start, span.end, span.text) for span in found]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(noise=NOISE, at=st.lists(st.integers(0, 400), min_size=1, max_size=20), number=st.integers(0, 10**6))
def test_r6_every_quote_stands_at_its_code_points(ledger: Ledger, noise: list[str], at: list[int], number: int) -> None:
    one = document(number)
    letters = list(one.text)
    for place, mark in zip(at, noise * 20, strict=False):
        letters.insert(min(place, len(letters)), mark)
    one = document(number, text="".join(letters))
    (outcome,) = take(ledger, item(number, of=one))
    kept = next(ledger.documents(DocumentQuery(id=outcome.document_id, current=None)))
    assert kept.document.characters == one.characters
    reading = ledger.reading(kept.id).reading
    assert reading == read_document(one)
    assert all(kept.document.characters[start:end] == quote for start, end, quote in spans(reading))


@settings(max_examples=60, deadline=None)
@given(marks=st.lists(st.tuples(st.integers(0, 300), st.sampled_from("\u064b\u064e\u064f\u0650\u0651\u0652\u0670")), max_size=40))
def test_r7_no_span_parts_a_letter_from_its_marks(marks: list[tuple[int, str]]) -> None:
    letters = [*"قالت وزارة الدفاع أمس إن قواتها قتلت خمسة مسلحين في هجوم شمال البلاد، ونفى متحدث باسم الحركة ذلك."]
    for place, mark in marks:
        if unicodedata.category(letters[place % len(letters)][0]) == "Lo":
            letters[place % len(letters)] += mark
    one = Document("marks", "", "".join(letters), date(2026, 3, 2))
    for start, end, _ in spans(read_document(one)):
        assert not unicodedata.combining(one.characters[start])
        assert end == len(one.characters) or not unicodedata.combining(one.characters[end])


def test_r9_a_claim_whose_text_was_changed_is_an_orphan_and_stays_where_it_was(file: Ledger, tmp_path: Path) -> None:
    take(file, item(1), item(2))
    claim = next(file.statements())
    kept = next(file.documents(DocumentQuery(id=claim.document_id)))
    raw = sqlite3.connect(tmp_path / "ledger.db")
    raw.execute("DROP TRIGGER keep_document_update")
    raw.execute("UPDATE document SET text = 'كلمة ' || text WHERE id = ?", (kept.id,))
    raw.commit()
    shown = file.custody(claim.id)
    assert shown.claims[0].orphan and shown.claims[0] == replace(claim, orphan=True)
    wrong = list(file.verify())
    assert any(one.where == kept.id and "text was changed" in one.what for one in wrong)
    assert any("orphan" in one.what for one in wrong)
    assert not [one for one in wrong if one.where == next(file.documents(DocumentQuery(origin=document(2).url))).id]


def test_evidence_that_does_not_stand_is_not_kept(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    moved = rich_reading()
    wrong = Reading(document(1), moved.statements, moved.events)
    monkeypatch.setattr("riwaya.workflow.readers.read_document", lambda one, actors: wrong)
    found = examined("doc-1", document(1))
    assert found.claims is None and "evidence does not stand" in found.failure


def test_r11_every_claim_that_comes_out_has_an_id_that_leads_to_its_bytes(ledger: Ledger) -> None:
    take(ledger, item(1), item(2), item(3))
    rows = [json.loads(line) for line in ledger.dump()]
    claims = [plain for table, plain in rows if table in ("statement", "event", "figure")]
    assert claims and all(plain["id"] for plain in claims)
    for plain in claims:
        found = ledger.custody(plain["id"])
        assert found.captures and ledger.raw(found.document.raw)
        assert plain["id"] in {one.id for one in found.claims} | {
            name for one in found.claims for name in getattr(one, "figure_ids", ())
        }
