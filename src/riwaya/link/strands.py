"""Strands: what one report tells of one happening; its events are gathered before reports are compared.

Inside a report nearness counts too: the sentence, the headline, and words that point back (الهجوم).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import product
from math import inf

from riwaya.link import spots
from riwaya.link.features import (
    Found,
    Weights,
    days_apart,
    other_means,
    place_within,
    places_apart,
    reasons,
    same_count,
    same_day,
    same_means,
    same_place,
    same_words,
    sentence,
    total,
    types_apart,
)
from riwaya.link.marks import Count, Mark, united
from riwaya.link.pairs import Pair
from riwaya.model.incident import Join

Apart = Collection[frozenset[str]]


def same_sentence(pair: Pair) -> Found:
    """They stand in the same sentence."""
    return (1.0, "") if not set(pair.one.sentences).isdisjoint(pair.other.sentences) else None


def headline(pair: Pair) -> Found:
    """One is the headline, the other stands in the first sentences."""
    return (1.0, "") if {pair.one.sentences[0], pair.other.sentences[0]} in ({0, 1}, {0, 2}) else None


def next_sentence(pair: Pair) -> Found:
    """One stands in the sentence behind the other."""
    return (1.0, "") if min(abs(a - b) for a in pair.one.sentences for b in pair.other.sentences) == 1 else None


def other_toll(pair: Pair) -> Found:
    """Both count the killed, and no number is the same."""
    left, right = ([found for found in mark.counts if found[0] == "killed"] for mark in (pair.one, pair.other))
    return (1.0, "") if left and right and not any(_meet(one, other) for one in left for other in right) else None


def _meet(one: Count, other: Count) -> bool:
    """Whether two intervals have a number in common."""
    return max(one[1] or 0, other[1] or 0) <= min(inf if bound is None else bound for bound in (one[2], other[2]))


INSIDE: Weights = (
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


def points_back(pair: Pair) -> Found:
    """It only points back to what was told of last."""
    return (1.0, pair.other.words[0]) if pair.other.back else None


def only_story(pair: Pair) -> Found:
    """It names no place, and its report tells of one place only where such a thing happened."""
    return (1.0, "") if not pair.other.spots else None


def elsewhere(pair: Pair) -> bool:
    """They name two fine places, and neither lies in the other."""
    fine = [(here, there) for here, there in pair.places if here.fine and there.fine]
    return bool(fine) and not any(spots.one_place(here, there) for here, there in fine)


def strands(marks: Sequence[Mark], apart: Apart = ()) -> list[Mark]:
    """The events of one report, in text order, gathered into strands.

    ``apart`` are pairs of event ids that a person said are not one.
    """
    members: list[list[Mark]] = []
    whole: list[Mark] = []
    for one in marks:
        open_ = [at for at, strand in enumerate(whole) if not any(frozenset((one.id, event)) in apart for event in strand.events)]
        at = _pointed_at(whole, open_, one) if one.back else _nearest(whole, open_, one)
        if at is None:
            members.append([one])
            whole.append(one)
        else:
            members[at].append(one)
            whole[at] = united([whole[at], one], _why(Pair(whole[at], one)))
    return _with_story(whole, apart)


def _with_story(whole: Sequence[Mark], apart: Apart) -> list[Mark]:
    """What names no place belongs to the only happening of its kind that does, if nothing speaks against."""
    placed = Counter(one.type for one in whole if one.spots)
    story = {one.type: at for at, one in enumerate(whole) if one.spots and placed[one.type] == 1}
    kept = list(whole)
    gone: set[int] = set()
    for at, one in enumerate(whole):
        home = story.get(one.type)
        if home is None or one.spots or any(frozenset(pair) in apart for pair in product(kept[home].events, one.events)):
            continue
        pair = Pair(kept[home], one)
        if not (_kept_apart(pair) or other_means(pair) or other_toll(pair)):
            why = Join(pair.one.id, pair.other.id, only_story.__name__, TOGETHER, sentence(only_story, ""))
            kept[home] = united([kept[home], one], [why])
            gone.add(at)
    return [one for at, one in enumerate(kept) if at not in gone]


def _nearest(whole: Sequence[Mark], open_: Sequence[int], one: Mark) -> int | None:
    """The strand that most speaks for, the earlier of equals; None where too little does."""
    found = ((pair, at) for at in open_ if not _kept_apart(pair := Pair(whole[at], one)))
    best = max(((total(pair, INSIDE), -at) for pair, at in found), default=(0.0, 0))
    return -best[1] if best[0] >= TOGETHER else None


def _pointed_at(whole: Sequence[Mark], open_: Sequence[int], one: Mark) -> int | None:
    """What "the attack" points back to: the strand of its type that was told of last."""
    found = ((pair, at) for at in open_ if not _kept_apart(pair := Pair(whole[at], one)))
    return max(((whole[at].sentences[-1], at) for pair, at in found if not other_means(pair)), default=(0, None))[1]


def _kept_apart(pair: Pair) -> bool:
    return types_apart(pair) or days_apart(pair) or places_apart(pair) or elsewhere(pair)


def _why(pair: Pair) -> list[Join]:
    found = points_back(pair)
    if found is not None:
        return [Join(pair.one.id, pair.other.id, "points_back", TOGETHER, sentence(points_back, found[1]))]
    return list(reasons(pair, INSIDE))
