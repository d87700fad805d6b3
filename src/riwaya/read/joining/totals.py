"""The time of what adds up to a total: قتل عشرة جنود أمس. قتل خمسة في هجوم، وخمسة في انفجار."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from riwaya.read.telling.claims import Claim

_KINDS, _LEAST = ("killed", "attacks", "captured"), 4
"""What is added up, and the least total: smaller ones come about by chance."""
_CLAIMS, _REACH = 9, 250
"""So many claims and tokens on the last part may be told."""


def date_parts(claims: list[Claim]) -> None:
    """Give the parts of a total, told one by one behind it, the time that the total has."""
    for at, claim in enumerate(claims):
        if claim.date is None or not _is_done(claim):
            continue
        for kind in _KINDS:
            total = _number(claim, kind)
            if total >= _LEAST:
                for part in _adding_up(list(_parts(claims, at, kind, total)), total):
                    part.date = part.date or claim.date


def _parts(claims: list[Claim], at: int, kind: str, total: int) -> Iterator[tuple[Claim, int]]:
    """The claims behind a total that count fewer of the same kind, up to one of another time."""
    first = claims[at]
    for claim in claims[at + 1 : at + 1 + _CLAIMS]:
        if claim.mark.index - first.mark.index > _REACH or claim.mark.entry.type != first.mark.entry.type or not _is_done(claim):
            return
        if claim.date is not None and first.date is not None and claim.date.when.start != first.date.when.start:
            return
        number = _number(claim, kind)
        if 0 < number < total:
            yield claim, number


def _adding_up(parts: list[tuple[Claim, int]], total: int) -> list[Claim]:
    """The first two or more parts in a row that make up a total."""
    for start in range(len(parts)):
        sums = list(accumulate(number for _, number in parts[start:]))
        if total in sums[1:]:
            return [claim for claim, _ in parts[start : start + sums.index(total) + 1]]
    return []


def _number(claim: Claim, kind: str) -> int:
    """How many a claim counts first of a kind, 0 where it counts none."""
    return next((one.count.low for one in claim.figures if one.kind == kind and one.count.low), 0)


def _is_done(claim: Claim) -> bool:
    return claim.modality == "actual" and not claim.negated
