"""Linking a ledger: the same rows however the reports came, decisions heeded and undone exactly, nothing that hangs in the air."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from ledger.conftest import address, ledger  # noqa: F401 fixtures
from ledger.making import DEEDS, FILL, TOWNS, begun, item, take
from riwaya.ledger.incidents import IncidentQuery
from riwaya.ledger.intake import Found, Prepared, prepared
from riwaya.ledger.ledger import Ledger
from riwaya.ledger.links import LinkState, Renewal
from riwaya.ledger.rows import claims
from riwaya.model.capture import Item
from riwaya.model.document import Document
from riwaya.model.errors import LedgerError
from riwaya.model.incident import Incident
from riwaya.model.kept import Rules
from riwaya.read.reader import read_document
from riwaya.workflow.link import decided_by, link

SIZE = 24


def report(number: int, **changed: object) -> Document:
    """One of a few happenings, told by one of several outlets on one of a few days."""
    dice = random.Random(number)
    town, deed, day = TOWNS[number % 5], DEEDS[number % 3], date(2026, 3, 1 + number % 4)
    count = dice.randint(3, 60)
    rest = " ".join(dice.sample(FILL, 16))
    body = f"قالت وزارة الدفاع إن قواتها {deed} مواقع المسلحين في {town} أمس، وقتل {count} مسلحا. {rest}."
    made = Document(f"n{number}", f"{count} قتيلا في {town}", body, day, f"outlet{number % 7}", f"https://n.example/{number}")
    return replace(made, **changed)  # type: ignore[arg-type]


def linked(kept: Ledger, *numbers: int) -> list[str]:
    """The derived rows after these reports came and were linked."""
    take(kept, *(item(number, of=report(number)) for number in numbers))
    link(kept)
    return list(kept.links.dump())


def largest(kept: Ledger) -> Incident:
    return next(kept.incidents(IncidentQuery(order="size")))


def rebuilt(kept: Ledger) -> list[str]:
    link(kept, anew=True)
    return list(kept.links.dump())


@pytest.mark.parametrize("seed", range(3))
def test_in_whatever_batches_and_order_reports_come_the_rows_are_those_of_a_rebuild(ledger: Ledger, seed: int) -> None:  # noqa: F811
    dice = random.Random(seed)
    numbers = list(range(SIZE))
    dice.shuffle(numbers)
    while numbers:
        cut = dice.randint(1, 8)
        grown = linked(ledger, *numbers[:cut])
        numbers = numbers[cut:]
    assert rebuilt(ledger) == grown
    assert any(len(one.documents) > 1 for one in ledger.incidents())


def test_two_ledgers_with_the_reports_in_two_orders_have_the_same_rows(tmp_path: Path) -> None:
    with Ledger(tmp_path / "one.db", user="tester") as one, Ledger(tmp_path / "other.db", user="tester") as other:
        assert linked(one, *range(SIZE)) == linked(other, *reversed(range(SIZE)))


def test_linking_twice_does_nothing(ledger: Ledger) -> None:  # noqa: F811
    linked(ledger, *range(6))
    head = ledger.head()
    assert not link(ledger) and ledger.head() == head


def test_a_new_version_of_a_report_takes_the_place_of_the_old(ledger: Ledger) -> None:  # noqa: F811
    linked(ledger, *range(SIZE))
    before = next(one for one in ledger.documents() if one.document.id == "n3")
    newer = report(3, text="قالت وزارة الدفاع إن قواتها قصفت مواقع المسلحين في رأس العين الصغير أمس، وقتل 77 مسلحا.")
    take(ledger, item(3, of=newer))
    link(ledger)
    grown = list(ledger.links.dump())
    assert not any(before.id in one.documents for one in ledger.incidents())
    assert rebuilt(ledger) == grown


def test_other_rules_read_anew_and_the_rows_are_those_of_a_rebuild(ledger: Ledger) -> None:  # noqa: F811
    linked(ledger, *range(8))
    kept = [item(number, of=report(number)) for number in range(8)]
    take_again(ledger, kept[2:4])
    link(ledger)
    grown = list(ledger.links.dump())
    assert rebuilt(ledger) == grown


def take_again(kept: Ledger, items: list[Item]) -> None:
    """Have newer rules read some documents: as the old ones, but for one event that they do not see any more."""
    run = begun(kept, Rules("newer-rules", "riwaya test", "d" * 64, "t" * 64, "g" * 64))
    batch = []
    for one in items:
        ready = prepared(one)
        assert isinstance(ready, Prepared)
        reading = read_document(one.document)
        found = claims(ready.document, replace(reading, events=reading.events[1:]))
        batch.append((ready.document, Found(found, "", "stems", ())))
    kept.keep_readings(run, batch)
    kept.end(run, {}, whole=True)


def test_a_near_copy_changes_documents_and_nothing_else(ledger: Ledger) -> None:  # noqa: F811
    linked(ledger, *range(SIZE))
    before = largest(ledger)
    original = next(one for one in ledger.documents() if one.id == before.documents[0])
    copied = replace(original.document, id="copy", outlet="mirror", url="https://mirror.example/copy")
    take(ledger, item(99, of=replace(copied, text=f"{copied.text} انتهى النص.")))
    link(ledger)
    assert any(one.copy_of == original.id for one in ledger.documents())
    after = ledger.incident(before.id)
    assert after.texts == before.texts and len(after.documents) == len(before.documents) + 1
    assert [one.key for one in after.witnesses if one.key != "outlet:mirror"] == [one.key for one in before.witnesses]
    grown = list(ledger.links.dump())
    assert rebuilt(ledger) == grown


# --- decisions


def two_incidents(kept: Ledger) -> tuple[Incident, Incident]:
    found = [one for one in kept.incidents() if len(one.documents) > 1]
    return found[0], found[1]


def test_same_joins_two_incidents_and_undone_they_are_as_before(ledger: Ledger) -> None:  # noqa: F811
    before = linked(ledger, *range(SIZE))
    one, other = two_incidents(ledger)
    decision = ledger.decide("same", [one.id, other.id], "one market, one morning")
    assert all(identity.startswith("event-") for identity in decision.subjects)
    link(ledger)
    joined = ledger.incident(one.events[0])
    assert set(joined.events) == {*one.events, *other.events} and "decided" in {join.feature for join in joined.why}
    grown = list(ledger.links.dump())
    assert rebuilt(ledger) == grown
    ledger.withdraw(decision.id, "two markets")
    link(ledger)
    assert list(ledger.links.dump()) == before == rebuilt(ledger)


def test_different_parts_what_was_together_and_survives_a_rebuild(ledger: Ledger) -> None:  # noqa: F811
    before = linked(ledger, *range(SIZE))
    events = parted(ledger)
    decision = ledger.decide("different", events, "another day")
    link(ledger)
    grown = list(ledger.links.dump())
    assert ledger.incident(events[0]).id != ledger.incident(events[1]).id
    assert rebuilt(ledger) == grown
    take(ledger, *(item(number, of=report(number)) for number in range(SIZE, SIZE + 10)))
    link(ledger)
    assert ledger.incident(events[0]).id != ledger.incident(events[1]).id
    ledger.withdraw(decision.id, "the same day")
    link(ledger)
    assert ledger.incident(events[0]).id == ledger.incident(events[1]).id
    assert before != list(ledger.links.dump()) == rebuilt(ledger)


def parted(kept: Ledger) -> list[str]:
    """Events of two reports of the largest incident."""
    found = largest(kept)
    by_document: dict[str, str] = {}
    for event in kept.events():
        if event.id in found.events:
            by_document.setdefault(event.document_id, event.id)
    return sorted(by_document.values())[:2]


def test_two_events_of_one_report_can_be_parted(ledger: Ledger) -> None:  # noqa: F811
    before = linked(ledger, *range(8))
    inside = next(one for one in ledger.incidents() if len(one.events) > len(one.documents))
    documents = {event.id: event.document_id for event in ledger.events()}
    pair = next([a, b] for a in inside.events for b in inside.events if a < b and documents[a] == documents[b])
    decision = ledger.decide("different", pair, "the second tells of something else")
    link(ledger)
    assert ledger.incident(pair[0]).id != ledger.incident(pair[1]).id
    grown = list(ledger.links.dump())
    assert rebuilt(ledger) == grown
    ledger.withdraw(decision.id, "it does not")
    link(ledger)
    assert list(ledger.links.dump()) == before


def test_of_two_decisions_about_a_pair_the_later_one_counts(ledger: Ledger) -> None:  # noqa: F811
    linked(ledger, *range(SIZE))
    events = parted(ledger)
    ledger.decide("different", events, "first thought")
    ledger.decide("same", list(reversed(events)), "second thought")
    found = decided_by(ledger.decisions())
    assert found.same == (tuple(sorted(events)),) and not found.different
    ledger.decide("unsure", events, "third thought")
    found = decided_by(ledger.decisions())
    assert not found.same and found.different == {frozenset(events)}


# --- asking


def test_filters(ledger: Ledger) -> None:  # noqa: F811
    linked(ledger, *range(SIZE))
    every = list(ledger.incidents())

    def ids(**fields: object) -> list[str]:
        return [one.id for one in ledger.incidents(IncidentQuery(**fields))]  # type: ignore[arg-type]

    assert len(every) > 4 and ids() == [one.id for one in every]
    town = next(one.place.name for one in every if one.place)
    assert ids(place=town) == [one.id for one in every if one.place and one.place.name == town] != []
    assert ids(place="مكان آخر") == [] and ids(type="ASSAULT") and not ids(type="PROTEST") and not ids(country="ZZ")
    assert ids(days=(date(2026, 3, 2), date(2026, 3, 2))) == [
        one.id for one in every if one.first and one.last and one.first <= date(2026, 3, 2) <= one.last
    ]
    assert ids(texts=2) == [one.id for one in every if one.texts >= 2] != []
    assert len(ids(limit=3)) == 3 and ids(order="size")[0] == largest(ledger).id
    assert set(ids(actor="المسلحين")) <= set(ids()) and ids(actor="المسلحين") and not ids(actor="الطيارين")
    assert ids(text=f'"{town}"') and not ids(text="كلمة لا تقال أبدا")
    with pytest.raises(LedgerError, match="no order"):
        ids(order="beauty")


def test_an_incident_is_found_by_its_beginning_or_by_an_event(ledger: Ledger) -> None:  # noqa: F811
    linked(ledger, *range(8))
    found = largest(ledger)
    assert ledger.incident(found.id[:-3]) == found == ledger.incident(found.events[-1])
    with pytest.raises(LedgerError, match="no such incident"):
        ledger.incident("inc-0000")
    with pytest.raises(LedgerError, match="several"):
        ledger.incident("inc-")


# --- safety


def test_the_log_tells_of_each_linking(ledger: Ledger) -> None:  # noqa: F811
    linked(ledger, *range(6))
    linked(ledger, 6, 7)
    entries = [entry for entry in ledger.log() if entry.action == "link"]
    assert [entry.user for entry in entries] == ["tester", "tester"]
    assert f'"incidents":{sum(1 for _ in ledger.incidents())}' in entries[-1].detail and '"anew":false' in entries[-1].detail


def test_who_linked_in_the_meantime_is_not_overwritten(ledger: Ledger) -> None:  # noqa: F811
    before = linked(ledger, *range(6))
    with pytest.raises(LedgerError, match="in the meantime"):
        ledger.links.store(Renewal(LinkState(1, "older"), LinkState(2, "older"), True))
    assert list(ledger.links.dump()) == before


def test_nothing_planned_or_asked_for_is_an_incident(ledger: Ledger) -> None:  # noqa: F811
    linked(ledger, *range(SIZE))
    inside = {event for one in ledger.incidents() for event in one.events}
    assert inside == {one.id for one in ledger.events() if one.event.modality == "actual"}


TAMPERED: dict[str, tuple[str, str]] = {
    "an event that no report claims": ("UPDATE member SET event = 'event-none' WHERE event = '{event}'", "no claim"),
    "a member moved": ("UPDATE member SET incident = 'inc-none' WHERE event = '{event}'", "not there"),
    "a record that is none": ("UPDATE incident SET record = '[]' WHERE id = '{id}'", "do not say the same"),
    "an incident removed": ("DELETE FROM incident WHERE id = '{id}'", "not there"),
    "a finding of nothing": ("UPDATE finding SET incident = 'inc-none' WHERE incident = '{id}'", "not there"),
}


@pytest.mark.parametrize("case", TAMPERED)
def test_verify_sees_derived_rows_that_do_not_hang_on_claims(ledger: Ledger, case: str) -> None:  # noqa: F811
    before = linked(ledger, *range(8))
    assert list(ledger.verify()) == []
    found = largest(ledger)
    query, words = TAMPERED[case]
    with ledger._database.writing() as connection:
        connection.execute(text(query.format(event=found.events[0], id=found.id)))
    assert any(words in fault.what and "riwaya link --anew" in fault.what for fault in ledger.verify())
    assert rebuilt(ledger) == before and list(ledger.verify()) == []


def test_hashes_of_a_run_make_no_difference(tmp_path: Path) -> None:
    with Ledger(tmp_path / "one.db", user="tester") as one:
        linked(one, *range(12))
    program = (
        "import sys; from riwaya.ledger.ledger import Ledger; from riwaya.workflow.link import link\n"
        "with Ledger(sys.argv[1], user='tester') as kept: link(kept, anew=True); print('\\n'.join(kept.links.dump()))"
    )
    outs = [_printed(program, str(tmp_path / "one.db"), seed) for seed in ("1", "77")]
    assert outs[0] == outs[1] and outs[0].count(b"\n") > 20


def _printed(program: str, argument: str, seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run([sys.executable, "-c", program, argument], env=environment, capture_output=True, check=True).stdout
