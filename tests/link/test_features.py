"""Every rule of linking where it holds and where it does not; none asks which report came first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from link.marking import ELSEWHERE, LAND, NEAR, OTHER, PROVINCE, killed, made, marks
from riwaya.link import features
from riwaya.link.features import AGAINST, AGREEMENT, FEATURES, VETOES, score, sentence
from riwaya.link.marks import Mark
from riwaya.link.pairs import Pair
from riwaya.link.strands import INSIDE
from riwaya.model.incident import Where

RULES = {rule.__name__: rule for rule, _ in (*FEATURES, *INSIDE)}

Two = tuple[Mark, Mark]

HOLDS: dict[str, Two] = {
    "same_place": (made(1), made(2)),
    "place_within": (made(1), made(2, places=(NEAR,))),
    "place_named": (made(1), made(2, places=(), rare=frozenset({"قرشوج"}))),
    "other_place": (made(1), made(2, places=(OTHER,))),
    "other_area": (made(1, places=(LAND,)), made(2, places=(ELSEWHERE,))),
    "same_day": (made(1), made(2)),
    "told_soon": (made(1), made(2, day=None)),
    "told_apart": (made(1, day=None), made(2, day=None, told=6)),
    "other_day": (made(1), made(2, day=2)),
    "same_count": (made(1, counts=killed(12)), made(2, counts=killed(12, None))),
    "other_count": (made(1, counts=killed(3)), made(2, counts=killed(12))),
    "same_means": (made(1, means=frozenset({"aerial"})), made(2, means=frozenset({"aerial", "explosives"}))),
    "other_means": (made(1, means=frozenset({"aerial"})), made(2, means=frozenset({"explosives"}))),
    "same_words": (made(1), made(2, words=("قصف", "هجوم"))),
    "same_party": (made(1, parties=frozenset({"XX:army"})), made(2, parties=frozenset({"XX:army"}))),
    "rare_words": (made(1, rare=frozenset({"بيدر"})), made(2, rare=frozenset({"بيدر"}))),
    "same_text": (made(1, text="doc-0001"), made(2, text="doc-0001")),
    "same_sentence": (made(1), made(1, events=("event-9",))),
    "headline": (made(1, sentences=(0,)), made(1)),
    "next_sentence": (made(1, sentences=(2,)), made(1)),
    "other_toll": (made(1, counts=killed(3)), made(1, counts=killed(5))),
}
FAILS: dict[str, Two] = {
    "same_place": (made(1), made(2, places=(OTHER,))),
    "place_within": (made(1), made(2)),
    "place_named": (made(1), made(2, places=(), rare=frozenset({"حمدان"}))),
    "other_place": (made(1), made(2, places=(OTHER,), rare=frozenset({"قرشوج"}))),
    "other_area": (made(1), made(2, places=(PROVINCE,))),
    "same_day": (made(1), made(2, day=2)),
    "told_soon": (made(1), made(2)),
    "told_apart": (made(1), made(2, day=None, told=6)),
    "other_day": (made(1), made(2, day=1)),
    "same_count": (made(1, counts=killed(12)), made(2, counts=killed(13))),
    "other_count": (made(1, counts=killed(7)), made(2, counts=killed(12))),
    "same_means": (made(1, means=frozenset({"aerial"})), made(2)),
    "other_means": (made(1, means=frozenset({"aerial"})), made(2)),
    "same_words": (made(1), made(2, words=("قصف",))),
    "same_party": (made(1, parties=frozenset({"XX:army"})), made(2)),
    "rare_words": (made(1, rare=frozenset({"قرشوج"})), made(2, rare=frozenset({"قرشوج"}))),
    "same_text": (made(1, text="doc-0001"), made(2, text="doc-0001", words=("قصف",))),
    "same_sentence": (made(1), made(1, sentences=(3,))),
    "headline": (made(1, sentences=(0,)), made(1, sentences=(4,))),
    "next_sentence": (made(1, sentences=(3,)), made(1)),
    "other_toll": (made(1, counts=killed(3)), made(1, counts=killed(3, None))),
}


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_holds_where_it_should_and_only_there(name: str) -> None:
    found = RULES[name](Pair(*HOLDS[name]))
    assert found is not None and 0 < found[0] <= 1
    assert RULES[name](Pair(*FAILS[name])) is None


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_explains_itself(name: str) -> None:
    """Its name says what it sees, the first line of its docstring is a whole sentence, and what it found stands behind it."""
    told = (RULES[name].__doc__ or "").partition("\n")[0]
    assert told.endswith(".") and len(told.split()) > 3
    assert sentence(RULES[name], "قرشوج") == f"{told[:-1]}: قرشوج"


VETOED: dict[str, tuple[Two, Two]] = {
    "types_apart": ((made(1), made(2, type="COERCE")), (made(1), made(2))),
    "days_apart": ((made(1, told=4), made(2, day=4, told=5)), (made(1, told=4), made(2, day=3, told=4))),
    "told_before": ((made(1, day=None, told=0), made(2, day=3, told=4)), (made(1, day=None, told=4), made(2, day=3, told=4))),
    "places_apart": ((made(1), made(2, places=(OTHER,))), (made(1), made(2, places=(NEAR,)))),
}


@pytest.mark.parametrize("veto", VETOES, ids=lambda veto: veto.__name__)
def test_a_veto_keeps_apart_what_all_else_joins(veto: features.Veto) -> None:
    apart, together = VETOED[veto.__name__]
    assert veto(Pair(*apart)) and not veto(Pair(*together))
    assert score(*map(full, apart)) == AGAINST
    assert score(*map(full, together)) >= AGREEMENT


def full(one: Mark) -> Mark:
    """A mark with much that speaks for it."""
    return replace(one, counts=killed(40), rare=frozenset({"بيدر", "جرار"}), parties=frozenset({"XX:army"}))


def test_days_that_both_name_are_apart_sooner() -> None:
    one, other = made(1), made(2, day=2, told=3)
    assert not features.days_apart(Pair(one, other))
    assert features.days_apart(Pair(made(1, named=True), made(2, day=2, told=3, named=True)))


def test_a_rare_place_and_a_large_number_say_more() -> None:
    often = Where("عدن", "town", "YE", "overlay:Aden", 12.8, 45.0)
    assert score(made(1), made(2)) > score(made(1, places=(often,)), made(2, places=(often,)))
    low, high = (score(made(1, counts=killed(size)), made(2, counts=killed(size))) for size in (1, 40))
    assert high > low > score(made(1), made(2))


@settings(max_examples=400, deadline=None)
@given(marks(1), marks(2))
def test_it_makes_no_difference_which_comes_first(one: Mark, other: Mark) -> None:
    assert score(one, other) == score(other, one)


def test_what_is_told_of_one_town_on_one_day_agrees_and_elsewhere_it_does_not() -> None:
    assert score(made(1), made(2)) >= AGREEMENT
    assert score(made(1), made(2, places=(OTHER,))) < AGREEMENT
    assert score(made(1, places=(LAND,)), made(2, places=(LAND,))) < AGREEMENT
