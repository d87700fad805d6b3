"""Accounts: for an incident, who says what number; outlets that quote one originator are one witness.

A figure becomes an account by its originator, quantity, scope and interval; a teller's newer figure replaces his older one,
parts, totals over a time and figures told again are kept apart. Nothing is thrown away: each account says what it is and by
which rule. The order of reports makes no difference, and a near-copy changes nothing but the list of documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from riwaya.link.claims import Claim, Claims
from riwaya.link.standing import Sides, sides_of, standing
from riwaya.link.tellers import OUTLET
from riwaya.model.incident import Account, Quantity
from riwaya.model.kept import Decision
from riwaya.spelling import fold

Interval = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Choices:
    """What people decided about figures: those that repeat another one, and those that were thrown out."""

    repeats: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()


NO_CHOICES = Choices()


def choices(decisions: Iterable[Decision]) -> Choices:
    """The choices that stand: "repeat" says it of the first of its figures, "reject" of each."""
    live = [one for one in decisions if one.withdrawn is None]
    return Choices(
        frozenset(one.subjects[0] for one in live if one.kind == "repeat"),
        frozenset(subject for one in live if one.kind == "reject" for subject in one.subjects),
    )


def accounts_of(incident: str, claims: Claims, chosen: Choices = NO_CHOICES) -> tuple[Account, ...]:
    """The accounts of one incident, in canonical order."""
    sides = sides_of(claims)
    echoes = _echoes(claims.figures)
    grouped: dict[tuple[object, Settled], list[Claim]] = {}
    for claim in claims.figures:
        grouped.setdefault((_key(claim), _settled(claim, chosen, echoes)), []).append(claim)
    made = [_account(incident, group, sides, settled) for (_, settled), group in grouped.items()]
    return tuple(sorted(_set_aside(_told_in_less_detail(_replaced(made))), key=canonical))


def canonical(account: Account) -> tuple[object, ...]:
    """The canonical order of accounts: by quantity, day, originator and evidence."""
    quantity = account.quantity
    return quantity.kind, quantity.side, quantity.status, account.since or date.max, account.originator, account.evidence


def interval(account: Account) -> Interval:
    """The interval of an account."""
    return account.low, account.high


def meet(one: Interval, other: Interval) -> bool:
    """Whether two intervals share a number; an open end has no bound."""
    low = max((end for end in (one[0], other[0]) if end is not None), default=0)
    high = min((end for end in (one[1], other[1]) if end is not None), default=None)
    return high is None or low <= high


def within(inner: Interval, outer: Interval) -> bool:
    """Whether every number of the first interval is in the second."""
    low = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    high = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
    return low and high


def covers(general: Quantity, special: Quantity) -> bool:
    """Whether a quantity counts all that another one counts: the same kind, no narrower side or status."""
    side, status = general.side in ("", special.side), general.status in ("unknown", special.status)
    return general.kind == special.kind and side and status


def _key(claim: Claim) -> tuple[object, ...]:
    """What claims of one account share; parts of a figure only where the same group is counted."""
    counted = claim.counted
    group = fold(counted.of or "") if counted.part_of is not None else ""
    return claim.teller.key, claim.quantity, counted.scope.covers, claim.interval, group


Settled = tuple[str, str]
"""What a claim is before its teller's other figures are looked at: status and rule."""

SAID_TO_BE_NEW = "said_to_be_new"
"""Why a current account replaces others of the same day: its words say that the count is a new one."""


def _settled(claim: Claim, chosen: Choices, echoes: frozenset[str]) -> Settled:
    if claim.id in chosen.rejected:
        return "rejected", "a_person_rejected_it"
    if claim.id in chosen.repeats:
        return "repeated", "a_person_says_it_repeats"
    if claim.counted.scope.covers != "incident":
        return "cumulative", claim.counted.scope.rule
    if claim.counted.part_of is not None:
        return "subset", "part_of_the_figure_before"
    return ("repeated", "outlet_repeats_its_source") if claim.id in echoes else ("current", "")


def _echoes(figures: Sequence[Claim]) -> frozenset[str]:
    """Figures in an outlet's own voice (most are headlines) that its report attributes to somebody too."""
    quoted: dict[str, list[Claim]] = {}
    for claim in figures:
        of_incident = claim.counted.part_of is None and claim.counted.scope.covers == "incident"
        if claim.teller.kind != OUTLET and of_incident:
            quoted.setdefault(claim.heard.document, []).append(claim)
    return frozenset(
        claim.id
        for claim in figures
        if claim.teller.kind == OUTLET and any(_echoed(claim, one) for one in quoted.get(claim.heard.document, ()))
    )


def _echoed(own: Claim, quoted: Claim) -> bool:
    same = covers(own.quantity, quoted.quantity) and own.quantity.kind == quoted.quantity.kind
    return same and meet(own.interval, quoted.interval)


def _account(incident: str, group: Sequence[Claim], sides: Sides, settled: Settled) -> Account:
    """One account of claims that are the same figure of the same originator, in canonical order."""
    originals = [one for one in group if not one.heard.copied] or list(group)
    first = originals[0]
    status, because = settled
    if status == "current" and any(one.counted.scope.update for one in originals):
        because = SAID_TO_BE_NEW
    ground = min((standing(one, sides) for one in originals), key=lambda found: (found.number, found.rule))
    return Account(
        incident,
        first.quantity,
        first.teller.key,
        first.teller.name,
        *first.interval,
        first.counted.approx,
        first.counted.of,
        first.act,
        min((one.heard.day for one in originals if one.heard.day is not None), default=None),
        tuple(sorted({one.id for one in originals})),
        tuple(sorted({one.heard.document for one in group})),
        status,
        first.counted.scope.covers,
        first.counted.part_of,
        first.teller.side,
        ground.number,
        ground.rule,
        because,
    )


def _replaced(made: Sequence[Account]) -> list[Account]:
    """The accounts with those that their own teller's other figures replace or say better marked as such."""
    by_teller: dict[tuple[object, ...], list[Account]] = {}
    for one in made:
        by_teller.setdefault((one.originator, one.quantity, one.scope, one.status), []).append(one)
    found: list[Account] = []
    for (_, _, scope, status), group in by_teller.items():
        replaceable = status == "current" or (status == "cumulative" and scope == "cumulative")
        found += [_judged(one, group) if replaceable else one for one in group]
    return found


def _judged(one: Account, group: Sequence[Account]) -> Account:
    """An account beside the other figures of its teller for the same quantity."""
    if one.low is None and one.high is None:
        counted = any(other.low is not None or other.high is not None for other in group)
        return replace(one, status="repeated", because=vaguer_words.__name__) if counted else one
    for rule, status in ((vaguer_words, "repeated"), (newer_figure, "superseded"), (new_count, "superseded")):
        if any(rule(one, other) for other in group if other is not one):
            return replace(one, status=status, because=rule.__name__)
    return one


def vaguer_words(one: Account, other: Account) -> bool:
    """The same teller gives a sharper figure that lies in this one, on the same day or before: this one says it more vaguely."""
    sharper = within(interval(other), interval(one)) and interval(other) != interval(one)
    return sharper and (other.low, other.high) != (None, None) and not _later(other, one)


def newer_figure(one: Account, other: Account) -> bool:
    """The same teller gives another figure on a later day: it replaces this one. A figure counts from when it was first told."""
    counted = (other.low, other.high) != (None, None) and not within(interval(one), interval(other))
    return counted and _later(other, one)


def new_count(one: Account, other: Account) -> bool:
    """The same teller gives another figure on the same day and says that it is a new count: it replaces this one."""
    new = other.because == SAID_TO_BE_NEW and one.because != SAID_TO_BE_NEW and one.since == other.since
    return new and not meet(interval(one), interval(other))


def _later(one: Account, other: Account) -> bool:
    return one.since is not None and other.since is not None and one.since > other.since


def _told_in_less_detail(found: Sequence[Account]) -> list[Account]:
    """A teller's figure for people at large that he also gives, the same, for a narrower group is the same people."""
    by_teller: dict[str, list[Account]] = {}
    for one in found:
        if one.status == "current" and one.low is not None:
            by_teller.setdefault(one.originator, []).append(one)
    return [
        replace(one, status="repeated", because=same_number_in_less_detail.__name__)
        if one.status == "current"
        and any(same_number_in_less_detail(one, other) for other in by_teller.get(one.originator, ()) if other is not one)
        else one
        for one in found
    ]


def same_number_in_less_detail(one: Account, other: Account) -> bool:
    """The same teller gives the same figure for a narrower group (31 killed, 31 civilians killed): the same people."""
    narrower = covers(one.quantity, other.quantity) and one.quantity != other.quantity
    return narrower and interval(one) == interval(other)


def _set_aside(found: Sequence[Account]) -> list[Account]:
    """The accounts with those that count a part or something else, as another figure of their teller shows, marked as such."""
    slots: dict[Quantity, list[Account]] = {}
    for one in found:
        if one.status == "current" and one.low is not None:
            slots.setdefault(one.quantity, []).append(one)
    why = {one: rule for slot in slots.values() for one in slot if (rule := _aside(one, slot)) is not None}
    return [replace(one, status="aside", because=why[one]) if one in why else one for one in found]


def _aside(one: Account, slot: Sequence[Account]) -> str | None:
    """The rule by which a figure is set aside, None where it is not."""
    twins = [other for other in slot if other.originator == one.originator and _apart_in_one_report(one, other)]
    if not twins or _agreed(one, slot):
        return None
    if any(others_agree_on_his_other_figure(other, slot) for other in twins):
        return others_agree_on_his_other_figure.__name__
    return (
        higher_figure_in_the_same_report.__name__ if any(higher_figure_in_the_same_report(one, other) for other in twins) else None
    )


def _apart_in_one_report(one: Account, other: Account) -> bool:
    return not meet(interval(one), interval(other)) and not set(one.documents).isdisjoint(other.documents)


def others_agree_on_his_other_figure(other: Account, slot: Sequence[Account]) -> bool:
    """In the same report its teller gives another figure, on which others agree, and nobody agrees on this one: it counts
    something else.
    """
    return _agreed(other, slot)


def higher_figure_in_the_same_report(one: Account, other: Account) -> bool:
    """In the same report its teller gives a higher figure for the same people, and nobody else speaks for this one: it counts
    a part of them, or something else.
    """
    return (other.low or 0) > (one.low or 0)


def _agreed(one: Account, slot: Sequence[Account]) -> bool:
    """Whether another teller's figure has a number in common with this one."""
    return any(other.originator != one.originator and meet(interval(one), interval(other)) for other in slot)
