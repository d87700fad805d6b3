"""Strands gathered: no chain swallows, the order makes no difference, people's decisions win and can be taken back."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from link.marking import OTHER, killed, made, marks
from riwaya.link import stored
from riwaya.link.blocks import asked, keys
from riwaya.link.clusters import DECIDED, MEAN, Decided, Group, Tie, gather, parts, ties
from riwaya.link.features import AGREEMENT, agreement, score
from riwaya.link.marks import Mark, united


def groups(found: Sequence[Mark], decided: Decided = Decided()) -> list[set[str]]:  # noqa: B008 frozen
    """The reports that are together."""
    return [{one.removeprefix("event-") for one in group.strands} for group in gathered(found, decided)]


def gathered(found: Sequence[Mark], decided: Decided = Decided()) -> list[Group]:  # noqa: B008 frozen
    return gather({one.id: one for one in found}, ties(found), decided)


def test_reports_of_one_happening_are_gathered() -> None:
    assert groups([made(1), made(2, counts=killed(12)), made(3, counts=killed(31))]) == [{"0001", "0002", "0003"}]


def test_a_chain_does_not_swallow() -> None:
    """Day by day the neighbours agree, and the first and the last cannot be one: no group spans the whole chain."""
    chain = [made(number, day=number, told=number + 1, counts=killed(20)) for number in range(1, 13)]
    assert all(score(one, other) >= AGREEMENT for one, other in pairwise(chain))
    assert len(parts([one.id for one in chain], (tie[:2] for tie in ties(chain)))) == 1
    found = gathered(chain)
    assert len(found) > 2
    by_id = {one.id: one for one in chain}
    for group in found:
        days = [day for identity in group.strands if (day := by_id[identity].first)]
        assert (max(days) - min(days)).days <= 5


def test_what_agrees_with_one_of_a_group_and_not_with_the_rest_stays_out() -> None:
    """A report with two places in a sentence agrees with both happenings; these two do not become one by it."""
    here = [made(number) for number in range(1, 6)]
    there = [made(number, places=(OTHER,)) for number in range(6, 11)]
    between = made(11, places=(), rare=frozenset({"قرشوج", "حمدان"}))
    found = groups([*here, *there, between])
    assert len(found) == 2 and {len(one) for one in found} == {5, 6}


@settings(max_examples=60, deadline=None)
@given(st.lists(marks(), min_size=2, max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_reports_makes_no_difference(found: list[Mark], dice: random.Random) -> None:
    found = numbered(found)
    other = list(found)
    dice.shuffle(other)
    assert gathered(other) == gathered(found)


@settings(max_examples=60, deadline=None)
@given(st.lists(marks(), min_size=2, max_size=14))
def test_each_part_can_be_gathered_by_itself(found: list[Mark]) -> None:
    found = numbered(found)
    by_id, tied = {one.id: one for one in found}, ties(found)
    alone: list[Group] = []
    for part in parts(by_id, (tie[:2] for tie in tied)):
        alone += gather({identity: by_id[identity] for identity in part}, (tie for tie in tied if tie.one in part))
    assert sorted(alone, key=lambda group: group.strands) == gathered(found)


def numbered(found: Iterable[Mark]) -> list[Mark]:
    """The marks as those of different reports."""
    return [replace(one, events=(f"event-{at:04}",), report=f"doc-{at:04}", text=f"doc-{at:04}") for at, one in enumerate(found)]


@settings(max_examples=200, deadline=None)
@given(marks(1), marks(2))
def test_what_agrees_shares_a_key(one: Mark, other: Mark) -> None:
    """Who is not compared cannot be joined: two marks that name a fine place, a rare name or a large count are found."""
    telling = bool({here for here in one.places if here.precision == "town"} & set(other.places))
    if score(one, other) >= AGREEMENT and telling and one.first and other.first:
        assert keys(one) & keys(other)


@settings(max_examples=200, deadline=None)
@given(marks(1))
def test_a_mark_that_was_kept_is_the_same(one: Mark) -> None:
    back = stored.read_back(stored.written(one))
    assert back == one and keys(back) == keys(one) and stored.written(back) == stored.written(one)


def test_two_reports_that_people_joined_are_one_whatever_speaks_against_it() -> None:
    one, other = made(1), made(2, places=(OTHER,), day=9, told=10)
    assert groups([one, other]) == [{"0001"}, {"0002"}]
    (group,) = gathered([one, other], Decided(same=((one.id, other.id),)))
    assert group == Group((one.id, other.id), (Tie(one.id, other.id, DECIDED),))


def test_what_people_join_takes_nothing_away() -> None:
    """A join that a machine would never make leaves the groups on both sides whole."""
    here = [made(number) for number in range(1, 9)]
    there = [made(number, type="COERCE", places=(OTHER,), day=9, told=10) for number in range(11, 15)]
    assert len(groups([*here, *there])) == 2
    assert groups([*here, *there], Decided(same=((here[0].id, there[0].id),))) == [{one.report[-4:] for one in (*here, *there)}]


def test_two_reports_that_people_parted_stay_apart_whoever_joins_them() -> None:
    found = [made(number) for number in range(1, 6)]
    assert groups(found) == [{"0001", "0002", "0003", "0004", "0005"}]
    parted = groups(found, Decided(different=frozenset({frozenset({found[0].id, found[4].id})})))
    assert not any({"0001", "0005"} <= one for one in parted) and sum(map(len, parted)) == 5
    both = Decided(((found[0].id, found[4].id),), frozenset({frozenset({found[0].id, found[4].id})}))
    assert not any({"0001", "0005"} <= one for one in groups(found, both))


def test_decisions_about_what_is_not_there_change_nothing() -> None:
    found = [made(1), made(2)]
    gone = Decided((("event-x", "event-y"), (found[0].id, "event-z")), frozenset({frozenset({"event-x", found[0].id})}))
    assert gathered(found, gone) == gathered(found)


def test_a_group_needs_agreement_on_the_whole() -> None:
    few = [made(1, counts=killed(40)), made(2, counts=killed(40))]
    assert mean(few[:1], few[1:]) >= MEAN
    vague = [made(number, day=None, places=(), told=0) for number in range(3, 9)]
    assert mean(few, vague) < MEAN


def mean(left: Sequence[Mark], right: Sequence[Mark]) -> float:
    """The mean score of every one of some strands with every one of others."""
    return sum(score(*sorted((one, other), key=lambda mark: mark.id)) for one in left for other in right) / len(left) / len(right)


@settings(max_examples=200, deadline=None)
@given(marks(), marks())
def test_who_finds_another_is_found_by_him(one: Mark, other: Mark) -> None:
    assert bool(keys(one) & asked(other)) == bool(keys(other) & asked(one))
    assert keys(one) & asked(one)


@settings(max_examples=200, deadline=None)
@given(marks(), marks())
def test_agreement_is_the_score_where_that_is_high_enough(one: Mark, other: Mark) -> None:
    for pair in ((one, other), (other, one)):
        found = score(*pair)
        assert agreement(*pair) == (found if found >= AGREEMENT else None)


def test_places_of_one_name_in_several_lands_have_one_order() -> None:
    lands = [replace(OTHER, gazetteer="", country=country) for country in (None, *"ABCDEFG")]
    one, other = (united([made(1, places=(place,)) for place in order], ()).places for order in (lands, list(reversed(lands))))
    assert one == other == tuple(sorted(lands, key=str))


def test_words_that_only_sound_alike_are_not_compared_and_a_place_that_is_named_is() -> None:
    nowhere = made(1, places=(), rare=frozenset({"قرشوج"}))
    alike = made(2, places=(), rare=frozenset({"كرشوش"}))
    there = made(3, places=(replace(OTHER, name="قرشوج", gazetteer="", latitude=None, longitude=None),), rare=frozenset())
    assert not keys(nowhere) & asked(alike)
    assert keys(nowhere) & asked(there) and keys(there) & asked(alike)


@pytest.mark.parametrize("size", [50, 200])
def test_a_large_group_is_spoken_for_by_its_fullest(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cost of joining a report to a large group does not grow with the group."""
    asked = 0

    def counted(one: Mark, other: Mark) -> float:
        nonlocal asked
        asked += 1
        return score(one, other)

    found = [made(number) for number in range(1, size + 1)]
    tied = [Tie(found[0].id, one.id, 12.0) for one in found[1:]]
    monkeypatch.setattr("riwaya.link.clusters.score", counted)
    assert len(gather({one.id: one for one in found}, tied)) == 1
    assert asked <= 12 * size
