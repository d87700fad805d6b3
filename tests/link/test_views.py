"""What the views make of accounts: the worked example, each rule, and where a number comes from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from link.making import Line, told
from riwaya.link.compare import compare
from riwaya.link.heard import hear
from riwaya.link.rows import split, split_note
from riwaya.link.views import DEFAULT, VIEWS, Profile, rule_of
from riwaya.model.incident import Toll

ROOM, ARMY, FRONT = "غرفة طوارئ المرج", "الجيش الوطني", "جبهة الهضاب"
PROSECUTOR, STATE, ENEMY = "النائب العام الأذربيجاني", "الحكومة الأرمنية", "الجيش الأذربيجاني"
WORKED = (
    Line(1, 0, PROSECUTOR, low=1, high=1, of="مدني أذربيجاني"),
    Line(2, 0, STATE, low=23, high=23, of="أرمنيا", parts=((2, "مدنيين"),)),
    Line(3, 1, STATE, low=27, high=27, of="أرمنيا"),
    Line(4, 1, STATE, low=27, high=27, of="أرمنيا"),
    Line(5, 1, ENEMY, low=60, high=None, of="أرمنيا"),
)
"""A prosecutor's one dead civilian; the other side's 23, then 27 in two outlets, two civilians among the 23; the enemy's 60."""


def tolls(*lines: Line, profile: Profile = DEFAULT) -> tuple[Toll, ...]:
    return compare("inc-1", hear(map(told, lines)), profile=profile).tolls


def numbers(view: str, *lines: Line, profile: Profile = DEFAULT) -> dict[str, tuple[int | None, int | None, int | None]]:
    return {
        f"{one.quantity.kind} {one.quantity.side} {one.quantity.status}": (one.low, one.best, one.high)
        for one in tolls(*lines, profile=profile)
        if one.view == view
    }


def replace_low(line: Line, number: int) -> Line:
    return replace(line, low=number, high=number)


def test_the_worked_example_is_28() -> None:
    assert numbers("ucdp", *WORKED) == {
        "killed AM civilian": (2, 2, 2),
        "killed AM unknown": (25, 25, 27),
        "killed AZ civilian": (1, 1, 1),
        "killed  all": (28, 28, 28),
    }
    assert numbers("acled", *WORKED) == {"killed  all": (None, 28, None)}
    assert numbers("range", *WORKED) == {"killed AM unknown": (27, None, None), "killed AZ civilian": (1, None, 1)}
    words = next(one.why[0] for one in tolls(*WORKED) if one.view == "range")
    assert words == "differ: 27 to 60 or more"


def test_the_enemys_figure_enters_the_high_only_on_demand() -> None:
    found = numbers("ucdp", *WORKED, profile=Profile(adversary_high=True))
    assert found["killed  all"] == (28, 28, 61)
    other_group = Line(6, by=STATE, low=40, high=40, of="جنود أذربيجانيين")
    assert numbers("ucdp", *WORKED[1:], other_group)["killed  all"] == (27, 27, 27)
    assert numbers("ucdp", *WORKED[1:], other_group, profile=Profile(adversary_high=True))["killed  all"] == (27, 27, 100)
    only = Line(1, by=ENEMY, low=60, high=60, of="جنود أرمن")
    assert numbers("ucdp", only) == {"killed  all": (None, None, None)}
    assert numbers("ucdp", only, profile=Profile(adversary_high=True)) == {"killed  all": (0, 0, 60)}
    assert numbers("acled", only) == {"killed  all": (None, 60, None)}


def test_ucdp_best_is_the_lowest_of_the_best_class() -> None:
    lines = (
        Line(1, by=ROOM, low=14, high=14),
        Line(2, by="مستشفى المرج", low=12, high=12),
        Line(3, by="رئيس البلدية", low=9, high=9),
    )
    assert numbers("ucdp", *lines)["killed  all"] == (9, 12, 14)


def test_groups_are_added_only_where_they_are_known_to_be_different() -> None:
    civilians, fighters = Line(1, by=ROOM, low=9, high=9, of="مدنيين"), Line(2, by="رئيس البلدية", low=4, high=4, of="مسلحين")
    assert numbers("ucdp", civilians, fighters)["killed  all"] == (9, 9, 9)
    assert numbers("ucdp", civilians, replace_low(fighters, 40))["killed  all"] == (9, 9, 40)
    left = next(one.why for one in tolls(civilians, fighters) if one.view == "acled")
    assert "not added: killed combatants: it is not known whether they are among killed civilians" in left
    together = told(civilians), told(Line(2, by=ROOM, low=4, high=4, of="مسلحين"))
    same = replace(together[1], report=together[0].report)
    total = next(one for one in compare("inc-1", hear([together[0], same])).tolls if one.quantity.status == "all")
    assert (total.low, total.best, total.high) == (13, 13, 13)


def test_groups_that_one_teller_tells_of_in_two_reports_are_not_added() -> None:
    lines = Line(1, by=ROOM, low=9, high=9, of="مدنيين"), Line(2, by=ROOM, low=4, high=4, of="مسلحين")
    assert numbers("ucdp", *lines)["killed  all"] == (9, 9, 9)


def test_people_at_large_hold_the_narrower_groups() -> None:
    lines = Line(1, by=ROOM, low=20, high=20), Line(2, by="رئيس البلدية", low=5, high=5, of="مدنيين")
    assert numbers("ucdp", *lines) == {
        "killed  civilian": (5, 5, 5),
        "killed  unknown": (15, 15, 20),
        "killed  all": (20, 20, 20),
    }


def test_totals_over_a_time_are_in_no_toll_of_an_incident() -> None:
    lines = Line(1, by=ROOM, low=12, high=12), Line(2, by=ROOM, low=900, high=900, tail=" منذ بدء المعارك")
    assert {one.best or one.high for one in tolls(*lines)} == {12}


def test_acled_counts_sizes_and_uncounted_dead_by_its_table() -> None:
    assert numbers("acled", Line(1, by=ROOM, low=20, high=99)) == {"killed  all": (None, 10, None)}
    dead = Line(1, by=ROOM, of="مدنيين", figure=False, tail=" قتلى")
    bare = told(dead)
    start = bare.report.document.characters.index("قتلى")
    event = replace(bare.event, trigger=bare.report.document.span(start, start + 4))
    uncounted = replace(bare, event=event)
    for context, number in (("", 3), ("war", 10)):
        found = compare("inc-1", hear([uncounted]), profile=Profile(context=context)).tolls
        assert [(one.view, one.best, one.evidence) for one in found] == [("acled", number, ("event-0001",))]
    assert tolls(Line(1, by=ROOM, figure=False, actor=ARMY)) == ()


def test_a_size_sets_no_maximum() -> None:
    found = numbers("airwars", Line(1, by=ROOM, low=20, high=99), Line(2, by="رئيس البلدية", low=31, high=None))
    assert found == {"killed  unknown": (20, None, 31)}
    assert numbers("range", Line(1, by=ROOM, low=20, high=99)) == {"killed  unknown": (20, None, None)}


def test_what_the_accused_concedes_is_kept_apart() -> None:
    claim = Line(1, by=ROOM, low=12, high=12, of="مدنيين", actor=ARMY)
    conceded = Line(2, by=ARMY, act="admit", low=3, high=3, of="مدنيين")
    assert numbers("airwars", claim, conceded) == {"killed  civilian": (12, None, 12)}
    assert numbers("airwars-conceded", claim, conceded) == {"killed  civilian": (3, None, 3)}


def test_one_originator_is_provisional_for_ibc() -> None:
    one, two = Line(1, by=ROOM, low=12, high=12), Line(2, by="رئيس البلدية", low=15, high=15)
    assert [found.why[0] for found in tolls(one) if found.view == "ibc"] == ["provisional: one originator only"]
    assert [found.why[0] for found in tolls(one, two) if found.view == "ibc"] == ["independent originators: 2"]
    same_side = Line(1, by="الجيش التركي", low=4, high=4), Line(2, by="الحكومة التركية", low=5, high=5)
    assert [found.why[0] for found in tolls(*same_side) if found.view == "ibc"] == ["provisional: one originator only"]


def test_views_of_deaths_say_nothing_of_the_wounded() -> None:
    assert {one.view for one in tolls(Line(1, by=ROOM, kind="wounded", low=5, high=5))} == {"range", "airwars", "ibc"}
    assert {one.view for one in tolls(Line(1, by=ROOM, kind="captured", low=5, high=5))} == {"range"}


def test_the_rule_stands_beside_every_number() -> None:
    found = tolls(*WORKED)
    assert {one.view for one in found} == set(VIEWS)
    assert all(one.rule == rule_of(one.view) and one.rule.count(":") for one in found)


def test_no_view_speaks_of_confirmation() -> None:
    words = " ".join(" ".join((one.rule, *one.why)) for one in tolls(*WORKED)).casefold()
    assert "confirmed" not in words and "verified" not in words


@pytest.mark.parametrize(
    ("total", "count", "parts"),
    [(27, 4, [7, 7, 7, 6]), (20, 6, [4, 4, 3, 3, 3, 3]), (40, 6, [7, 7, 7, 7, 6, 6]), (5, 6, [1, 1, 1, 1, 1, 0])],
)
def test_a_toll_is_split_by_largest_remainder(total: int, count: int, parts: list[int]) -> None:
    keys = [f"inc-{at}" for at in range(count)]
    assert list(split(total, keys[::-1]).items()) == list(zip(keys, parts, strict=True))
    assert split_note(total, keys) == f"{total} fatalities split across {count}"


@pytest.mark.parametrize(("total", "keys"), [(3, []), (-1, ["a"]), (3, ["a", "a"])])
def test_what_cannot_be_split_is_refused(total: int, keys: list[str]) -> None:
    with pytest.raises(ValueError, match="cannot split"):
        split(total, keys)
