"""R4 in the ledger: each piece of evidence with its bytes, in ``show``, in Python and in ``verify``."""

import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ledger.making import document, feed, item, take
from riwaya.cli import main
from riwaya.ledger.ledger import Ledger as Kept
from riwaya.model.document import Document
from riwaya.model.evidence import event_parts, statement_parts
from riwaya.model.kept import KeptStatement
from riwaya.workflow.archive import Ledger

PAGE = """<html><body><article><h1>بيان &laquo;الوزارة&raquo;</h1><p>قالت <b>وزارة</b> الد&#x641;اع
إن قوا&#1578;ها قصفت&nbsp;مواقع المسلحين في وادي النخيل أمس، وقتل <i>12</i> مسلحا في القصف على الطريق العام قرب المدينة.</p>
<ul><li>ونفى متحدث باسم الجبهة ذلك، وقال إن القصف أصاب السوق الشعبي في البلدة القديمة.</li></ul></article></body></html>"""


@pytest.fixture
def archive(address: str, tmp_path: Path) -> Ledger:
    """A ledger with a page, JSON Lines with escapes, and a Windows-1256 text."""
    text = "قالت وزارة الدفاع إن قواتها قصفت مواقع المسلحين في وادي النخيل أمس، وقتل 12 مسلحا."
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "one.jsonl").write_text(json.dumps({"id": "one", "title": "", "text": f'"{text}"\n{text}'}) + "\n")
    (tmp_path / "old.txt").write_bytes(text.encode("cp1256"))
    with Ledger(address, user="tester") as made:
        counts = made.ingest(*(tmp_path / name for name in ("page.html", "one.jsonl", "old.txt")))
        assert counts.total() == 3 and not counts["refused"]
    return made


def test_r4_every_piece_of_evidence_has_its_bytes(archive: Ledger) -> None:
    for kept in archive.documents():
        found, raw = archive.custody(kept.id), archive.raw(kept.raw)
        assert found.map is not None and found.map == archive.text_map(kept.id) and found.map.raw == kept.raw
        assert len(found.claims) == len(found.evidence) >= 2
        for claim, evidence in zip(found.claims, found.evidence, strict=True):
            parts = statement_parts(claim.statement) if isinstance(claim, KeptStatement) else event_parts(claim.event)
            assert [(one.part, one.span) for one in evidence] == list(parts)
            for one in evidence:
                assert not one.fault and raw[one.raw_start : one.raw_end].decode(found.map.codec) == one.words


def test_r4_the_words_stand_in_the_bytes_as_they_were_written(archive: Ledger) -> None:
    words = {one.words for kept in archive.documents() for claim in archive.custody(kept.id).evidence for one in claim}
    assert {"قالت", "وزارة</b> الد&#x641;اع", "\\u0642\\u0627\\u0644\\u062a", "12</i> مسلحا"} <= words


def test_r4_show_prints_the_bytes_of_each_piece_of_evidence(
    archive: Ledger, address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = next(one for one in archive.statements() if archive.custody(one.id).document.layer.startswith("page"))
    for shape in ("table", "jsonl"):
        monkeypatch.setattr(sys, "argv", ["riwaya", "show", claim.id, "--ledger", address, "--format", shape])
        with pytest.raises(SystemExit, match="0"):
            main()
    out, _, plain = capsys.readouterr().out.rpartition("\n{")
    row = json.loads("{" + plain)
    cue = archive.custody(claim.id).evidence[0][0]
    assert cue.part == "cue" and f"{cue.span.start}:{cue.span.end} in bytes {cue.raw_start}:{cue.raw_end}: {cue.words}" in out
    assert "the page as received" in out and "1 joined" in out and "put in" in out
    told = row["evidence"][0][0]
    assert (told["raw_start"], told["raw_end"], told["words"]) == (cue.raw_start, cue.raw_end, cue.words)
    assert row["map"]["codec"] == "utf-8" and row["map"]["segments"][0]["raw_start"] > 0


def test_r4_verify_finds_evidence_that_its_bytes_do_not_give(archive: Ledger, address: str) -> None:
    with Ledger(address, user="tester") as ledger:
        assert list(ledger.verify()) == []
        told = document(7)
        forged = replace(item(7, layer="page 1"), document=replace(told, text=told.text.replace("قالت", "نفت")))
        take(ledger, forged)
        with Kept(address, user="tester") as bare:
            assert list(bare.verify()) == []
        wrong = list(ledger.verify())
        assert wrong and all("has no bytes in" in one.what and "not found in the bytes" in one.what for one in wrong)
        claims = {one.id for one in ledger.statements()} | {one.id for one in ledger.events()}
        assert {one.where for one in wrong} <= claims
        shown = ledger.custody(wrong[0].where)
        assert any(one.fault and one.raw_start is None for one in shown.evidence[0])


def test_r4_two_layers_of_the_same_bytes_have_maps_of_their_own(archive: Ledger, address: str) -> None:
    with Ledger(address, user="tester") as ledger:
        old = next(one for one in ledger.documents() if one.layer.startswith("page"))
        claim = next(one for one in ledger.statements() if one.document_id == old.id)
        newer = replace(old.document, text=old.document.text.partition("\n")[0])
        first = ledger.custody(old.id)
        again = replace(item(1, raw=ledger.raw(old.raw), layer="page 2"), document=newer, capture=first.captures[0].capture)
        assert [one.status for one in take(ledger, again)] == ["layer"]
        assert ledger.custody(claim.id).evidence and ledger.custody(old.id).map == first.map
        other = next(one for one in ledger.documents() if one.layer == "page 2")
        assert ledger.text_map(other.id) != first.map and list(ledger.verify()) == []


def test_r4_bytes_that_were_changed_or_are_missing_have_no_map(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.db", user="tester") as ledger:
        ledger.ingest(feed(tmp_path, "a.jsonl", range(1)))
        kept = next(ledger.documents())
        path = tmp_path / "ledger.db.raw" / kept.raw[:2] / kept.raw
        path.chmod(0o644)
        path.write_bytes(path.read_bytes().replace("قالت".encode(), "نفتت".encode()))
        assert ledger.text_map(kept.id) is None and ledger.custody(kept.id).evidence == ()
        assert [one.where for one in ledger.verify()] == [f"raw {kept.raw}"]
        path.unlink()
        assert ledger.custody(kept.id).map is None and len(list(ledger.verify())) == 1


def test_r4_a_layer_that_nobody_knows_has_no_map_and_is_no_fault(address: str) -> None:
    with Ledger(address, user="tester") as ledger:
        take(ledger, item(3, layer="scanned 1", of=Document("x", "", document(3).text, date(2026, 3, 3))))
        assert ledger.text_map(next(ledger.documents()).id) is None and list(ledger.verify()) == []
