"""The short form of the fuzz run (tools/soak.py), and proof that it can fail."""

import time
from collections.abc import Callable
from copy import deepcopy

import pytest

import contract
import soak
from riwaya.model.document import Document
from riwaya.model.reading import Reading
from riwaya.read.reader import read_document
from riwaya.show.jsonl import Json, reading_json

REPORTS = range(400)
KNOWN = ("contract: events are not in text order",)
"""Faults that the reader has now, each with its own expected failure below; take the line out when it is mended."""


def test_spoiled_reports_are_read_with_exact_evidence() -> None:
    tally = soak.batch(2026, REPORTS)
    assert tally.reports == len(REPORTS) and tally.statements > 500 and tally.events > 500
    assert [fault for fault in tally.faults if not fault.told.startswith(KNOWN)] == []


def test_a_report_of_a_seed_is_always_the_same() -> None:
    assert soak.report(3, 5) == soak.report(3, 5) != soak.report(4, 5)


def faults_of(text: str) -> list[str]:
    return soak.check(Document("x", "", text, soak.DAY), True)[0]


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن...",
        "قتل جندي اليوم",
        "أعلن :【",
        "سقطت 3 4444444444444 قذيفة.",
        "يومي 3 و 99999999999999999999 يناير",
        "طالب بوقف إطلاق\nنار",
        "بين 3 و" + "40" * 3600,
        "دة تدين الهجوم على ق حسب ب",
        "غادرت القوات إلى معسكر\nقال الوزير إن الجيش انسحب.",
        "وأضاف: «مساعدتنا ",
    ],
)
def test_what_once_fell_is_read(text: str) -> None:
    assert faults_of(text) == []


def test_events_stand_in_text_order() -> None:
    assert faults_of("قتل سلح في ضرب") == []


def test_a_crash_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(document: object) -> Reading:
        raise KeyError(document)

    monkeypatch.setattr(soak, "read_document", fall)
    assert faults_of("قال")[0].startswith("crash: KeyError")


def test_a_hang_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(document: object) -> Reading:
        ends = time.monotonic() + 20
        while time.monotonic() < ends:
            pass
        raise AssertionError

    monkeypatch.setattr(soak, "read_document", hang)
    monkeypatch.setattr(soak, "SECONDS", 0.05)
    assert faults_of("قال")[0].startswith("time:")


def test_a_second_reading_that_differs_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = iter([read_document(soak.report(1, 1)), read_document(soak.report(1, 2))])
    monkeypatch.setattr(soak, "read_document", lambda document: next(readings))
    assert any(told.startswith("determinism") for told in faults_of("قال"))


def spoil_span(found: Json) -> None:
    found["statements"][0]["cue"]["start"] += 1


def spoil_order(found: Json) -> None:
    found["events"].reverse()


def spoil_act(found: Json) -> None:
    found["statements"][0]["act"] = "shout"


def spoil_name(found: Json) -> None:
    found["statements"][0]["source"]["name"] = "من ليس في النص"


def spoil_figure(found: Json) -> None:
    figures = [figure for event in found["events"] for figure in event["figures"]]
    figures[0].update(low=9, high=8)


def spoil_teller(found: Json) -> None:
    told = [event for event in found["events"] if event["statement"] is not None]
    told[0]["statement"] = None


def spoil_index(found: Json) -> None:
    found["events"][0]["statement"] = 99


def spoil_date(found: Json) -> None:
    dated = [event for event in found["events"] if event["date"]]
    dated[0]["date"]["start"] = "2030-01-01"


def not_pointing(found: Json) -> None:
    for event in found["events"]:
        event["rule"] = event["rule"].replace("denied_back", "verb_result")


def not_denied(found: Json) -> None:
    found["events"][0]["negated"] = False


def of_denier(found: Json) -> None:
    found["statements"][1]["source"] = found["statements"][0]["source"]


DENIED = {
    "قتل الجيش ثلاثة مدنيين في القرية، وهو ما نفته الوزارة.": not_pointing,
    "نفى المتحدث أنباء تحدثت عن مقتل القائد.": not_denied,
    "نفت المتحدثة صحة تقارير تحدثت عن مقتل القائد.": of_denier,
}


@pytest.mark.parametrize("text", DENIED)
def test_who_tells_what_is_denied(text: str) -> None:
    """A denial that points back leaves the deed to the outlet, news that is denied tells for nobody; nothing else may."""
    reading = read_document(Document("x", "", text, soak.DAY))
    good = reading_json(reading)
    assert good["events"] and list(contract.broken(good, reading.document.characters)) == []
    DENIED[text](good)
    assert list(contract.broken(good, reading.document.characters)) != []


TEXT = "قالت وزارة الدفاع إن خمسة جنود قتلوا في هجوم على دمشق أمس. وأعلنت الحركة أسر جنديين في حلب."
SPOILERS = (spoil_span, spoil_order, spoil_act, spoil_name, spoil_figure, spoil_teller, spoil_index, spoil_date)


@pytest.mark.parametrize("spoil", SPOILERS)
def test_a_broken_contract_is_found(spoil: Callable[[Json], None]) -> None:
    reading = read_document(Document("x", "", TEXT, soak.DAY))
    good = reading_json(reading)
    assert list(contract.broken(good, reading.document.characters)) == []
    bad = deepcopy(good)
    spoil(bad)
    assert list(contract.broken(bad, reading.document.characters)) != []
