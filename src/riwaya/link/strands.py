"""Strands: what one report tells of one happening; its events gathered before reports are compared.

Inside a report nearness counts too: the sentence, the headline, words that point back.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.link import spots
from riwaya.link.features import (
    Found,
    Rule,
    days_apart,
    other_means,
    place_within,
    places_apart,
    same_count,
    same_day,
    same_means,
    same_place,
    same_words,
    types_apart,
)
from riwaya.link.marks import Mark, united
from riwaya.link.spots import Spot


def same_sentence(one: Mark, other: Mark) -> Found:
    """They stand in the same sentence."""
    common = sorted(set(one.sentences) & set(other.sentences))
    return (1.0, str(common[0])) if common else None


def headline(one: Mark, other: Mark) -> Found:
    """One is the headline, the other stands in the first sentence."""
    ends = {one.sentences[0], other.sentences[0]}
    return (1.0, "") if ends in ({0, 1}, {0, 2}) else None


def next_sentence(one: Mark, other: Mark) -> Found:
    """One stands in the sentence behind the other."""
    near = min(abs(a - b) for a in one.sentences for b in other.sentences)
    return (1.0, "") if near == 1 else None


def other_toll(one: Mark, other: Mark) -> Found:
    """Both count the killed, and no number is the same."""
    left, right = (frozenset(found for found in mark.counts if found[0] == "killed") for mark in (one, other))
    return (1.0, "") if left and right and not left & right else None


INSIDE: tuple[tuple[Rule, float], ...] = (
    (same_place, 4.0),
    (place_within, 2.0),
    (same_day, 2.0),
    (same_count, 6.0),
    (same_means, 1.5),
    (other_means, -3.0),
    (same_words, 1.0),
    (other_toll, -4.0),
    (same_sentence, 3.0),
    (headline, 3.0),
    (next_sentence, 1.0),
)
"""Each rule and what it weighs inside a report."""

TOGETHER = 5.0
"""From this sum on an event of a report belongs to a strand of it."""


def strands(marks: Sequence[Mark]) -> list[Mark]:
    """The events of one report, in text order, gathered into strands."""
    members: list[list[Mark]] = []
    whole: list[Mark] = []
    for one in marks:
        at = _pointed_at(whole, one) if one.definite else _nearest(whole, one)
        if at is None:
            members.append([one])
            whole.append(one)
        else:
            members[at].append(one)
            whole[at] = united(members[at])
    return whole


def _nearest(whole: Sequence[Mark], one: Mark) -> int | None:
    """The strand that most speaks for, the earlier of equals; None where too little does."""
    best = max(((_nearness(strand, one), -at) for at, strand in enumerate(whole)), default=(0.0, 0))
    return -best[1] if best[0] >= TOGETHER else None


def _pointed_at(whole: Sequence[Mark], one: Mark) -> int | None:
    """What "the attack" points back to: the strand of its type that was told of last."""
    fitting = [
        (strand.sentences[-1], at) for at, strand in enumerate(whole) if not _kept_apart(strand, one) and not other_means(strand, one)
    ]
    return max(fitting)[1] if fitting else None


def elsewhere(one: Mark, other: Mark) -> bool:
    """They name two places, and neither lies in the other."""
    here, there = [spot for spot in one.spots if spot.fine], [spot for spot in other.spots if spot.fine]
    return bool(here and there) and not any(_one_place(left, right) for left in here for right in there)


def _one_place(here: Spot, there: Spot) -> bool:
    return spots.same(here, there) or spots.holds(here, there) or spots.holds(there, here)


def _kept_apart(one: Mark, other: Mark) -> bool:
    return types_apart(one, other) or days_apart(one, other) or places_apart(one, other) or elsewhere(one, other)


def _nearness(strand: Mark, one: Mark) -> float:
    if _kept_apart(strand, one):
        return -1.0
    return sum(weight * found[0] for rule, weight in INSIDE if (found := rule(strand, one)) is not None)
