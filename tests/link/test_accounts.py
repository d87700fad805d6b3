"""Who says what number: one account for each originator, and what becomes of his figures."""

from __future__ import annotations

from dataclasses import replace

from link.making import Line, told
from riwaya.link.accounts import Choices, accounts_of, choices
from riwaya.link.claims import claims_of
from riwaya.link.heard import hear
from riwaya.link.relations import relations_of
from riwaya.model.incident import Account, Quantity
from riwaya.model.kept import Decision

MUTUAL = ("agree", "differ", "contradict")
ROOM, ARMY, FRONT = "غرفة طوارئ المرج", "الجيش الوطني", "جبهة الهضاب"


def accounts(*lines: Line, chosen: Choices = Choices()) -> tuple[Account, ...]:  # noqa: B008 frozen
    return accounts_of("inc-1", claims_of(hear(map(told, lines))), chosen)


def shown(*lines: Line, chosen: Choices = Choices()) -> list[str]:  # noqa: B008 frozen
    return [f"{one.name} {one.low} {one.high} {one.status} {one.because}".strip() for one in accounts(*lines, chosen=chosen)]


def relations(*lines: Line) -> list[str]:
    claims = claims_of(hear(map(told, lines)))
    found = relations_of("inc-1", claims, accounts_of("inc-1", claims))
    pairs = [sorted((one.one, one.other)) if one.kind in MUTUAL else [one.one, one.other] for one in found]
    return [f"{one.kind} {first} {second} {one.rule}" for one, (first, second) in zip(found, pairs, strict=True)]


def test_outlets_that_quote_one_originator_are_one_witness() -> None:
    found = accounts(Line(1, by=ROOM, low=12, high=12), Line(2, by=f"المتحدث باسم {ROOM} سليم", low=12, high=12))
    assert [(one.name, one.documents) for one in found] == [(ROOM, ("doc-0001", "doc-0002"))]
    assert found[0].evidence == ("fig-0001-0", "fig-0002-0")


def test_a_newer_figure_of_the_same_teller_replaces_the_older_one() -> None:
    lines = Line(1, 0, ROOM, low=12, high=12), Line(2, 2, ROOM, low=19, high=19)
    assert shown(*lines) == [f"{ROOM} 12 12 superseded newer_figure", f"{ROOM} 19 19 current"]
    assert relations(*lines) == ["supersedes fig-0002-0 fig-0001-0 newer_figure"]


def test_an_old_figure_that_an_outlet_tells_late_replaces_nothing() -> None:
    lines = Line(1, 0, ROOM, low=12, high=12), Line(2, 1, ROOM, low=19, high=19), Line(3, 2, ROOM, low=12, high=12)
    assert shown(*lines) == [f"{ROOM} 12 12 superseded newer_figure", f"{ROOM} 19 19 current"]


def test_vaguer_words_of_the_same_teller_replace_nothing() -> None:
    lines = Line(1, 0, ROOM, low=19, high=19), Line(2, 1, ROOM, low=11, high=None), Line(3, 0, ROOM, low=20, high=99)
    assert shown(*lines[:2]) == [f"{ROOM} 19 19 current", f"{ROOM} 11 None repeated vaguer_words"]
    assert [one.approx for one in accounts(lines[2])] == ["العشرات"]
    assert [one.approx for one in accounts(Line(1, by=ROOM, low=8000, high=8000, of="آلاف"))] == [None]
    sharper = Line(1, 0, ROOM, low=11, high=None), Line(2, 1, ROOM, low=19, high=19)
    assert shown(*sharper) == [f"{ROOM} 11 None superseded newer_figure", f"{ROOM} 19 19 current"]


def test_two_figures_of_one_day_are_both_kept_unless_one_is_said_to_be_new() -> None:
    first, second = Line(1, 0, ROOM, low=12, high=12), Line(2, 0, ROOM, low=19, high=19)
    assert shown(first, second) == [f"{ROOM} 12 12 current", f"{ROOM} 19 19 current"]
    assert relations(first, second) == ["contradict fig-0001-0 fig-0002-0 two_figures_of_one_teller"]
    new = Line(2, 0, ROOM, low=19, high=19, tail=" في حصيلة جديدة")
    assert shown(first, new) == [f"{ROOM} 12 12 superseded new_count", f"{ROOM} 19 19 current said_to_be_new"]


def test_parts_and_totals_over_a_time_are_kept_apart() -> None:
    part = Line(1, by=ROOM, low=12, high=12, parts=((3, "أطفال"),))
    found = accounts(part)
    assert [(one.status, one.low, one.part_of) for one in found] == [("subset", 3, "fig-0001-0"), ("current", 12, None)]
    since = accounts(Line(1, by=ROOM, low=900, high=900, tail=" منذ بدء المعارك"))
    assert [(one.status, one.scope, one.because) for one in since] == [("cumulative", "cumulative", "since_something_began")]
    month = accounts(Line(1, by=ROOM, low=40, high=40, tail=" خلال الشهر الماضي"))
    assert [(one.status, one.scope, one.because) for one in month] == [("cumulative", "period", "within_a_time")]


def test_of_two_totals_since_a_beginning_the_later_one_counts() -> None:
    lines = [Line(at, at, ROOM, low=at * 100, high=at * 100, tail=" منذ بدء المعارك") for at in (1, 2)]
    assert [one.status for one in accounts(*lines)] == ["superseded", "cumulative"]


def test_a_headline_repeats_the_source_of_its_report() -> None:
    headline, told_by = told(Line(1, low=12, high=12)), told(Line(2, by=ROOM, low=12, high=None))
    same = replace(told_by, report=headline.report)
    found = accounts_of("inc-1", claims_of(hear([headline, same])))
    assert {one.name: one.because for one in found} == {ROOM: "", "صحيفة 1": "outlet_repeats_its_source"}


def test_a_figure_of_something_else_is_set_aside() -> None:
    many, two, others = told(Line(1, low=32, high=32)), told(Line(2, low=2, high=2)), told(Line(3, by=ROOM, low=32, high=32))
    same = replace(two, report=many.report)
    found = accounts_of("inc-1", claims_of(hear([many, same, others])))
    assert {one.low: one.status for one in found if one.name == "صحيفة 1"} == {32: "current", 2: "aside"}
    alone = accounts_of("inc-1", claims_of(hear([many, same])))
    assert {one.low: one.because for one in alone} == {32: "", 2: "higher_figure_in_the_same_report"}
    agreed = accounts_of("inc-1", claims_of(hear([many, same, others, told(Line(4, by=FRONT, low=2, high=2))])))
    assert {one.status for one in agreed} == {"current"}


def test_near_copies_are_no_second_voice() -> None:
    lines = Line(1, low=12, high=12), Line(2, low=12, high=12, outlet="صحيفة أخرى", copy_of=1)
    found = accounts(*lines)
    assert [(one.name, one.evidence, one.documents) for one in found] == [("صحيفة 1", ("fig-0001-0",), ("doc-0001", "doc-0002"))]
    assert len(accounts(lines[0], Line(2, low=12, high=12, outlet="صحيفة أخرى"))) == 2


def test_near_copies_that_are_heard_apart_speak_with_the_first_voice() -> None:
    lines = Line(1, low=12, high=12), Line(2, low=12, high=12, outlet="صحيفة أخرى", copy_of=1)
    apart = [one for line in lines for one in hear([told(line)])]
    assert accounts_of("inc-1", claims_of(apart)) == accounts(*lines)


def test_what_people_decide_about_figures() -> None:
    lines = Line(1, 0, ROOM, low=12, high=12), Line(2, 0, ARMY, low=7, high=7)
    made = Decision("dec-1", "repeat", ("fig-0002-0", "fig-0001-0"), "someone", "one count", "2026-03-02", 1)
    thrown = Decision("dec-2", "reject", ("fig-0001-0",), "someone", "another place", "2026-03-02", 2)
    found = {one.name: one.status for one in accounts(*lines, chosen=choices([made, thrown]))}
    assert found == {ROOM: "rejected", ARMY: "repeated"}
    back = [replace(one, withdrawn="2026-03-03") for one in (made, thrown)]
    assert accounts(*lines, chosen=choices(back)) == accounts(*lines)


def test_classes_are_of_the_figure_and_not_of_the_source() -> None:
    own = accounts(Line(1, by="الجيش التركي", low=3, high=3, of="جنود أتراك", actor="مسلحون"))
    assert [one.ground for one in accounts(Line(1, by="الجيش السوري", low=3, high=3, of="جنود سوريين"))] == ["own_losses"]
    assert [one.ground for one in accounts(Line(1, by="الجيش السوري", low=3, high=3, of="مسلحين"))] == ["enemy_losses"]
    assert [one.ground for one in accounts(Line(1, by="الجيش السوري", low=2, high=2, of="جنديين"))] == ["own_soldiers"]
    assert [one.ground for one in accounts(Line(1, by="جبهة الهضاب", low=2, high=2, of="جنديين"))] == ["enemy_losses"]
    assert [one.ground for one in accounts(Line(1, by="الجيش السوري", low=2, high=2, of="جنديين من العدو"))] == ["enemy_losses"]
    grounds = {
        "لجنة تحقيق أممية": "investigation",
        "مستشفى المرج": "monitor_or_hospital",
        "رئيس البلدية": "authority_or_witness",
        "شهود عيان": "authority_or_witness",
        "وكالة المدار": "media",
        "سلمى": "of_no_known_kind",
        "": "media",
    }
    assert {name: accounts(Line(1, by=name, low=3, high=3))[0].ground for name in grounds} == grounds
    assert own[0].standing == 6


def test_the_accused_party_is_told_from_its_accuser() -> None:
    accused = Line(1, by=ARMY, act="admit", low=4, high=4, of="مدنيين", actor=ARMY)
    assert [one.ground for one in accounts(accused)] == ["accused_party"]
    assert [one.ground for one in accounts(Line(1, by=FRONT, low=4, high=4, of="مدنيين", actor=ARMY))] == ["accusing_party"]


def test_who_denies_it_is_taken_for_accused() -> None:
    denial = Line(1, by=ARMY, act="deny", negated=True, figure=False)
    figure = Line(2, by=ARMY, low=4, high=4, of="مدنيين")
    assert [one.ground for one in accounts(denial, figure)] == ["accused_party"]
    assert [one.ground for one in accounts(figure)] == ["accusing_party"]


def test_who_is_counted_comes_from_the_words_only() -> None:
    found = {
        "شخصا": Quantity("killed"),
        "مدنيا": Quantity("killed", "", "civilian"),
        "مسلحا": Quantity("killed", "", "combatant"),
        "فلسطينيا": Quantity("killed", "PS", "unknown"),
        "جنديا إسرائيليا": Quantity("killed", "IL", "combatant"),
    }
    assert {of: accounts(Line(1, by=ROOM, low=4, high=4, of=of))[0].quantity for of in found} == found


def test_relations_between_tellers() -> None:
    room = Line(1, 0, ROOM, low=12, high=12)
    assert relations(room, Line(2, 0, FRONT, low=12, high=12)) == ["agree fig-0001-0 fig-0002-0 same_interval"]
    assert relations(room, Line(2, 0, FRONT, low=10, high=None)) == ["agree fig-0001-0 fig-0002-0 intervals_meet"]
    assert relations(room, Line(2, 1, FRONT, low=20, high=20)) == ["differ fig-0001-0 fig-0002-0 the_later_is_higher"]
    assert relations(room, Line(2, 0, FRONT, low=20, high=20)) == ["contradict fig-0001-0 fig-0002-0 no_common_number"]
    assert relations(room, Line(2, 1, FRONT, low=5, high=5)) == ["contradict fig-0001-0 fig-0002-0 no_common_number"]


def test_denials_stand_beside_the_claims_that_they_deny() -> None:
    claim = Line(1, by=ROOM, low=12, high=12)
    denial = Line(2, by=ARMY, act="deny", negated=True, figure=False)
    assert relations(claim, denial) == ["denies event-0002 event-0001 denies_the_event"]
    number = Line(2, by=ARMY, act="deny", negated=True, low=12, high=12)
    assert "denies fig-0002-0 fig-0001-0 denies_the_figure" in relations(claim, number)
    assert relations(Line(1, by=FRONT, low=2, high=2, actor=FRONT), denial) == []
    assert relations(claim, Line(2, by=ROOM, act="deny", negated=True, figure=False)) == []


def test_admissions_stand_beside_what_others_say() -> None:
    claim = Line(1, by=ROOM, low=12, high=12, actor=ARMY)
    assert relations(claim, Line(2, 1, ARMY, act="admit", figure=False)) == ["admits event-0002 event-0001 admits_the_deed"]
    losses = Line(2, by="الجيش السوري", low=12, high=12, of="جنود سوريين"), Line(1, by=FRONT, low=12, high=12, of="جنود سوريين")
    assert "admits fig-0002-0 fig-0001-0 admits_its_losses" in relations(*losses)


def test_what_is_planned_or_only_possible_is_no_account() -> None:
    assert accounts(Line(1, by=ROOM, low=12, high=12, modality="planned")) == ()
    assert accounts(Line(1, by=ROOM, low=12, high=12, negated=True)) == ()
