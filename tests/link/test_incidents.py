"""Incidents from reports: which reports are together, and what an incident says of itself."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from link.marking import DAY, NEAR, OTHER, TOWN, killed, made
from link.reading import read
from riwaya.link.clusters import Decided, gather, ties
from riwaya.link.incidents import incident, recalled
from riwaya.link.marks import Mark, mark
from riwaya.link.strands import strands
from riwaya.link.tellers import tellers
from riwaya.model.document import Document
from riwaya.model.ids import make_id
from riwaya.model.incident import Incident

CASES = {case["name"]: case for case in tomllib.loads((Path(__file__).parent / "incident_cases.toml").read_text("utf-8"))["case"]}


def incidents_of(found: Sequence[Mark], decided: Decided = Decided()) -> list[Incident]:  # noqa: B008 frozen
    """The incidents of some strands, the most told first."""
    by_id = {one.id: one for one in found}
    made_ = [incident(group, by_id) for group in gather(by_id, ties(found), decided)]
    return sorted(made_, key=lambda one: (-len(one.documents), one.id))


def strands_of(case: dict[str, Any]) -> list[Mark]:
    """The strands of the type that a case asks of, read from its reports."""
    found: list[Mark] = []
    for report in case["report"]:
        document = Document(report["id"], report["title"], report["text"], report["day"], f"صحيفة {report['id']}")
        said, told = (claims := read([document])).said, claims.told
        known = tellers((*said, *told))
        actual = [one for one in told if one.event.modality == "actual"]
        found += [one for one in strands([mark(one, known.of(one)) for one in actual]) if one.type == case["type"]]
    return found


@pytest.mark.parametrize("name", sorted(CASES))
def test_which_reports_are_together(name: str) -> None:
    case = CASES[name]
    found = strands_of(case)
    assert {one.report for one in found} >= {identity for group in case["together"] for identity in group}
    together = [set(one.documents) for one in incidents_of(found) if len(one.documents) > 1]
    assert sorted(map(sorted, together)) == sorted(map(sorted, case["together"]))
    for report, tolls in case.get("tolls", {}).items():
        counts = {low for one in found if one.report == report for kind, low, _ in one.counts if kind == "killed"}
        assert counts == set(tolls) and sum(one.report == report for one in found) == 1


def test_an_incident_says_what_most_texts_say() -> None:
    found = [
        made(1, counts=killed(30)),
        made(2, places=(NEAR, TOWN), counts=killed(30)),
        made(3, day=1, counts=killed(32)),
        made(4, text="doc-0001", counts=killed(30), witnesses=frozenset({("outlet:1", "صحيفة 1")})),
    ]
    (one,) = incidents_of(found)
    assert (one.type, one.place, one.first, one.last) == ("ASSAULT", TOWN, DAY, DAY)
    assert one.documents == ("doc-0001", "doc-0002", "doc-0003", "doc-0004") and one.texts == 3
    assert [(two.key, two.documents) for two in one.witnesses] == [
        ("outlet:1", ("doc-0001", "doc-0004")),
        ("outlet:2", ("doc-0002",)),
        ("outlet:3", ("doc-0003",)),
    ]


def test_what_nobody_says_stays_unknown() -> None:
    (one,) = incidents_of([made(1, day=None, places=())])
    assert (one.place, one.first, one.last, one.why) == (None, None, None, ())


def test_later_reports_leave_the_id_and_earlier_ones_give_another() -> None:
    found = [made(2, told=2), made(3, told=3)]
    (before,) = incidents_of(found)
    (after,) = incidents_of([*found, made(4, told=4), made(1, told=4)])
    assert before.id == after.id == make_id("inc", "event-0002")
    (earlier,) = incidents_of([*found, made(4, told=1)])
    assert earlier.id == make_id("inc", "event-0004")


def test_every_join_says_why_and_the_joins_of_a_pair_add_up() -> None:
    one, other = made(1, counts=killed(30)), made(2, counts=killed(30))
    (found,) = incidents_of([one, other])
    assert {join.feature for join in found.why} >= {"same_place", "same_day", "same_count"}
    assert all((join.one, join.other) == (one.id, other.id) and join.sentence for join in found.why)
    (tie,) = ties([one, other])
    assert sum(join.score for join in found.why) == pytest.approx(tie.score)


def test_a_join_that_a_person_made_says_so() -> None:
    one, other = made(1), made(2, places=(OTHER,))
    (found,) = incidents_of([one, other], Decided(same=((one.id, other.id),)))
    assert [(join.feature, join.sentence) for join in found.why] == [("decided", "A person decided so")]


def test_what_joined_the_events_of_a_report_is_told_too() -> None:
    first, second = made(1, counts=killed(30)), replace(made(1, counts=killed(30)), events=("event-9999",), sentences=(2,))
    (strand,) = strands([first, second])
    assert strand.events == ("event-0001", "event-9999")
    (found,) = incidents_of([strand])
    assert {(join.one, join.other) for join in found.why} == {("event-0001", "event-9999")}


def test_events_that_people_parted_are_two_strands() -> None:
    first, second = made(1), replace(made(1), events=("event-9999",))
    assert len(strands([first, second])) == 1
    assert len(strands([first, second], {frozenset({"event-0001", "event-9999"})})) == 2


def test_a_later_report_that_has_it_far_down_only_recalls_it() -> None:
    first, headline = made(1, told=1, sentences=(0,)), made(2, told=5, sentences=(0, 14))
    below, far = made(3, told=5, sentences=(10, 12)), made(4, told=5, sentences=(11, 12))
    soon = made(5, told=1, sentences=(14,))
    (found,) = incidents_of([first, headline, below, far, soon])
    assert len(found.documents) == 5 and found.recalled == ("doc-0004",)
    assert found.reports == ("doc-0001", "doc-0002", "doc-0003", "doc-0005")


def test_what_is_only_told_far_down_is_reported_all_the_same() -> None:
    (found,) = incidents_of([made(4, told=5, sentences=(11,)), made(6, told=6, sentences=(30,))])
    assert found.recalled == () and len(found.reports) == 2
    undated = [made(1, day=None, told=1), made(2, day=None, told=2, sentences=(20,)), made(3, day=None, told=4, sentences=(20,))]
    assert recalled(undated, None) == ("doc-0003",)
