"""Suggested grades, and what becomes of the ids of incidents between two linkings."""

from __future__ import annotations

from link.making import Line, told
from riwaya.link.compare import compare
from riwaya.link.heard import hear
from riwaya.link.rows import revisions
from riwaya.model.incident import Grade, Incident

ROOM, ARMY, FRONT, MAYOR = "غرفة طوارئ المرج", "الجيش الوطني", "جبهة الهضاب", "رئيس البلدية"
CLAIM = Line(1, by=ROOM, low=12, high=12, actor=ARMY)


def grade(*lines: Line) -> Grade | None:
    return compare("inc-1", hear(map(told, lines))).grade


def suggested(*lines: Line) -> str | None:
    found = grade(*lines)
    return found.suggestion if found else None


def test_one_originator_is_weak() -> None:
    assert suggested(CLAIM) == "Weak?"
    assert suggested(CLAIM, Line(2, by=f"المتحدث باسم {ROOM}", low=13, high=13, actor=ARMY)) == "Weak?"


def test_two_independent_originators_and_a_party_are_fair() -> None:
    assert suggested(CLAIM, Line(2, by=MAYOR, low=13, high=13)) == "Fair?"
    assert suggested(Line(1, by=ROOM, low=12, high=12), Line(2, by=MAYOR, low=13, high=13)) == "Weak?"


def test_a_denial_or_two_parties_make_it_contested() -> None:
    denial = Line(3, by=ARMY, act="deny", negated=True, figure=False)
    found = grade(CLAIM, Line(2, by=MAYOR, low=13, high=13), denial)
    assert found is not None
    assert (found.suggestion, found.evidence) == ("Contested?", ("event-0003",))
    assert suggested(CLAIM, Line(2, by=MAYOR, low=13, high=13, actor=FRONT)) == "Contested?"


def test_who_owns_up_settles_it_unless_his_own_side_denies() -> None:
    admission = Line(2, 1, ARMY, act="admit", low=12, high=12)
    assert suggested(CLAIM, admission) == "Confirmed?"
    spokesman = Line(3, 1, f"الناطق باسم {ARMY}", act="deny", negated=True, figure=False)
    assert suggested(CLAIM, admission, spokesman) == "Contested?"
    assert suggested(CLAIM, Line(2, 1, ARMY, act="admit", figure=False), Line(3, 1, MAYOR, low=12, high=12)) == "Confirmed?"


def test_without_harm_there_is_no_grade_and_nothing_is_discounted() -> None:
    assert grade(Line(1, by=ROOM, figure=False)) is None
    assert grade(Line(1, by=ROOM, kind="captured", low=3, high=3)) is None


def incident(identity: str, *events: str) -> Incident:
    return Incident(identity, "ASSAULT", None, None, None, events, (), 1, ())


def shown(before: list[Incident], after: list[Incident]) -> list[str]:
    return [f"{one.id} {one.state} {one.into} {'+'.join(one.previous)}".strip() for one in revisions(before, after)]


def test_incidents_that_stay_grow_come_and_go() -> None:
    before = [incident("a", "1", "2"), incident("b", "3"), incident("c", "4")]
    after = [incident("a", "1", "2"), incident("b", "3", "5"), incident("d", "6")]
    assert shown(before, after) == ["a kept a", "b changed b", "c gone", "d new d"]


def test_incidents_that_are_joined_and_split() -> None:
    assert shown([incident("a", "1", "2"), incident("b", "3")], [incident("a", "1", "2", "3")]) == ["a changed a b", "b merged a"]
    split = shown([incident("a", "1", "2", "3")], [incident("a", "1", "2"), incident("b", "3")])
    assert split == ["a changed a", "b new b"]


def test_an_incident_under_another_id_is_redirected() -> None:
    assert shown([incident("a", "1", "2", "3")], [incident("z", "1", "2", "3", "0")]) == ["a changed z", "z changed z a"]
    larger = shown([incident("a", "1", "2", "3")], [incident("y", "1"), incident("z", "2", "3")])
    assert larger == ["a changed z", "y new y", "z changed z a"]
