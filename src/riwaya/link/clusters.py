"""Strands that are one happening, gathered so that no chain can swallow what does not belong: by the mean of their pairs.

Pairs are taken from the best down. Two groups become one where the mean over pairs of their fullest members reaches
``MEAN``, a veto counting as far against it; two single strands need ``AGREEMENT``. Ties are settled by ids, so that the
order of reports makes no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from riwaya.link.blocks import keys
from riwaya.link.features import AGREEMENT, score
from riwaya.link.marks import Mark

MEAN = 3.0
"""The least mean over the pairs of two groups."""

ANCHORS = 8
"""How many of a group's members, the fullest ones, speak for it; so the cost of a group does not grow with its square."""

Pair = tuple[float, str, str]


def pairs(marks: Sequence[Mark]) -> list[Pair]:
    """Every pair that shares a key and agrees: score and the two ids in order; the best first."""
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(marks):
        for key in keys(one):
            blocks[key].append(number)
    seen = {pair for members in blocks.values() for pair in combinations(members, 2)}
    found = []
    for left, right in seen:
        one, other = marks[left], marks[right]
        if one.report != other.report and (value := score(one, other)) >= AGREEMENT:
            found.append((value, *sorted((one.id, other.id))))
    return sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2]))


def gather(marks: Mapping[str, Mark], agreeing: Iterable[Pair]) -> list[tuple[str, ...]]:
    """The groups of strands, each the ids of its strands in order."""
    groups = {identity: [identity] for identity in marks}
    of = {identity: identity for identity in marks}
    refused: set[tuple[str, str, int, int]] = set()
    for _, one, other in agreeing:
        left, right = sorted((of[one], of[other]))
        state = (left, right, len(groups[left]), len(groups[right]))
        if left == right or state in refused:
            continue
        if _mean(marks, groups[left], groups[right]) < MEAN:
            refused.add(state)
            continue
        groups[left] = sorted((*groups[left], *groups.pop(right)), key=lambda identity: (-marks[identity].fullness, identity))
        of.update(dict.fromkeys(groups[left], left))
    return sorted(tuple(sorted(members)) for members in groups.values())


def _mean(marks: Mapping[str, Mark], left: Sequence[str], right: Sequence[str]) -> float:
    scores = [score(marks[one], marks[other]) for one in left[:ANCHORS] for other in right[:ANCHORS]]
    return sum(scores) / len(scores)
