"""The corpora of cases: one file for each phenomenon, what is accepted and what is rejected."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from riwaya.model.document import Document
from riwaya.model.evidence import faults
from riwaya.model.reading import Reading
from riwaya.read.dates import find_dates
from riwaya.read.layout import lay_out
from riwaya.read.places import find_places
from riwaya.read.reader import read_document

FOLDER = Path(__file__).parent / "corpus" / "ar"
Case = dict[str, Any]


def cases(phenomenon: str) -> list[Any]:
    rows = tomllib.loads((FOLDER / f"{phenomenon}.toml").read_text(encoding="utf-8"))["case"]
    return [pytest.param(row, id=row["name"]) for row in rows]


def document(case: Case) -> Document:
    day = date.fromisoformat(case["published"]) if "published" in case else None
    return Document("case", "", case["text"], day)


def reading(case: Case) -> Reading:
    found = read_document(document(case))
    assert faults(found) == []
    return found


@pytest.mark.parametrize("case", cases("statements"))
def test_statements(case: Case) -> None:
    found = reading(case).statements
    shown = [f"{s.cue.text} | {s.act} | {s.source.name if s.source else ''} | {s.content.text}" for s in found]
    for line in case.get("expect", []):
        if line.count("|") == 3:
            assert line in shown
    for act in case.get("expect_acts", []):
        assert act in [s.act for s in found], shown
    for cue in case.get("reject", []):
        assert cue not in [s.cue.text for s in found], shown
    for name in case.get("source", []):
        assert name in [s.source.name for s in found if s.source], shown
    for via in case.get("via", []):
        assert via in [span.text for s in found for span in s.via]
    for to in case.get("addressee", []):
        assert to in [s.addressee.text for s in found if s.addressee], shown
    for condition in case.get("condition", []):
        assert condition in [s.condition.text for s in found if s.condition], shown


@pytest.mark.parametrize("case", cases("figures"))
def test_figures(case: Case) -> None:
    found = [figure for event in reading(case).events for figure in event.figures]
    shown = [f"{f.kind} {'-' if f.low is None else f.low} {'-' if f.high is None else f.high}" for f in found]
    assert sorted(shown) == sorted(case["expect"])
    for rule in case.get("rules", []):
        assert f"figures.{rule}" in [figure.rule for figure in found]


@pytest.mark.parametrize("case", cases("dates"))
def test_dates(case: Case) -> None:
    given = document(case)
    found = [mention.when for mention in find_dates(lay_out(given), given.published)]
    assert [f"{when.start} {when.end} {when.precision}" for when in found] == case["expect"]


@pytest.mark.parametrize("case", cases("places"))
def test_places(case: Case) -> None:
    found = [mention.place for mention in find_places(lay_out(document(case))) if not mention.pointing]
    assert [f"{place.span.text} | {place.precision} | {place.country or ''}" for place in found] == case["expect"]


@pytest.mark.parametrize("case", cases("settings"))
def test_settings(case: Case) -> None:
    shown = []
    for event in reading(case).events:
        when = (str(event.date.start), str(event.date.end)) if event.date else ("-", "-")
        shown.append(" | ".join((event.trigger.text, event.place.span.text if event.place else "-", *when)))
    assert shown == case["expect"]


@pytest.mark.parametrize("case", cases("events"))
def test_events(case: Case) -> None:
    found = reading(case).events
    if "types" in case:
        assert [event.type for event in found] == case["types"]
        return
    shown = []
    for event, line in zip(found, [*case["expect"], *[""] * len(found)], strict=False):
        wanted = [part.strip() for part in line.split("|")] if line else ["-"] * 6
        fields = [event.type, event.trigger.text, event.actor.span.text if event.actor else ""]
        fields += [event.target.span.text if event.target else "", event.modality, "yes" if event.negated else "no"]
        shown.append(" | ".join("-" if want == "-" else field for field, want in zip(fields, wanted, strict=True)))
    assert shown == case["expect"]
