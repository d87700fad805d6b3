"""Records of those who tell: what each claimed, admitted, denied; how often alone, contradicted, matched later by others.

Counted in incidents. The record of one incident is made from that incident alone; records of many are added up, so a new
report changes only the incidents that it joins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from riwaya.link.accounts import interval, meet
from riwaya.link.claims import Claims
from riwaya.link.heard import Heard
from riwaya.link.relations import ADMISSIONS, compared, denies_the_event, groups
from riwaya.link.standing import OWN_LOSSES
from riwaya.model.incident import Account, SourceRecord


def records_of(incident: str, claims: Claims, accounts: Sequence[Account]) -> tuple[SourceRecord, ...]:
    """The record of everyone who tells of one incident, each count 0 or 1."""
    heard = [*claims.affirmed, *claims.denied]
    names: dict[str, str] = {}
    for one in heard:
        names[one.teller.key] = _name(names.get(one.teller.key), one.teller.name)
    claimed, admitted = {one.teller.key for one in claims.affirmed}, _admitting(claims, accounts)
    denied = {one.teller.key for one in claims.denied}
    against, matched = contradicted(claims, accounts), matched_later(claims, accounts)
    return tuple(
        SourceRecord(
            who,
            name,
            int(who in claimed),
            int(who in admitted),
            int(who in denied),
            int(len(names) == 1),
            int(who in against),
            int(who in matched),
            (incident,),
        )
        for who, name in sorted(names.items())
    )


def added_up(records: Iterable[SourceRecord]) -> tuple[SourceRecord, ...]:
    """The records of many incidents as one for each teller, in the order of their keys."""
    found: dict[str, list[SourceRecord]] = {}
    for one in records:
        found.setdefault(one.who, []).append(one)
    return tuple(_sum(who, found[who]) for who in sorted(found))


def _sum(who: str, records: Sequence[SourceRecord]) -> SourceRecord:
    return SourceRecord(
        who,
        min((one.name for one in records), key=_shortest),
        sum(one.claims for one in records),
        sum(one.admissions for one in records),
        sum(one.denials for one in records),
        sum(one.alone for one in records),
        sum(one.contradicted for one in records),
        sum(one.matched for one in records),
        tuple(sorted({incident for one in records for incident in one.incidents})),
    )


def _name(known: str | None, name: str) -> str:
    return name if known is None else min(known, name, key=_shortest)


def _shortest(name: str) -> tuple[int, str]:
    return len(name), name


def _admitting(claims: Claims, accounts: Sequence[Account]) -> set[str]:
    """Who owns up to something, or tells of his own side's losses."""
    acts = {one.teller.key for one in claims.affirmed if one.act in ADMISSIONS}
    return acts | {one.originator for one in accounts if one.ground in OWN_LOSSES}


def contradicted(claims: Claims, accounts: Sequence[Account]) -> set[str]:
    """Who was contradicted: somebody else gives a figure that cannot be right beside his, or denies what he tells of."""
    found: set[str] = set()
    for group in groups(accounts):
        heads = _heads(group)
        for one in group:
            rivals = (other for other in heads if other.originator != one.originator)
            if any(compared(one, other)[0] == "contradict" for other in rivals):
                found.add(one.originator)
    return found | {claim.teller.key for denial in claims.denied for claim in claims.affirmed if denies_the_event(denial, claim)}


def _heads(group: Sequence[Account]) -> list[Account]:
    """Of each interval the figures of its first two originators on each day: enough to contradict anybody."""
    found: dict[object, list[Account]] = {}
    for one in group:
        same = found.setdefault((interval(one), one.since), [])
        if len(same) < 2 and one.originator not in [other.originator for other in same]:
            same.append(one)
    return [one for same in found.values() for one in same]


def matched_later(claims: Claims, accounts: Sequence[Account]) -> set[str]:
    """Who was matched: somebody else gives a figure that agrees with his on a later day, or, where he gives none, tells later
    that the same kind of thing happened.
    """
    found: set[str] = set()
    for group in groups(accounts):
        last = sorted((one for one in group if one.since), key=lambda one: str(one.since))
        found |= {one.originator for one in group if any(_matches(one, other) for other in reversed(last))}
    counted = {one.originator for group in groups(accounts) for one in group}
    latest: dict[str, list[Heard]] = {}
    for heard in sorted((one for one in claims.affirmed if one.day), key=lambda one: str(one.day)):
        latest.setdefault(heard.type, []).append(heard)
    for heard in claims.affirmed:
        if heard.teller.key not in counted and any(_told_later(heard, other) for other in latest.get(heard.type, ())):
            found.add(heard.teller.key)
    return found


def _matches(one: Account, other: Account) -> bool:
    later = one.since is not None and other.since is not None and other.since > one.since
    return later and other.originator != one.originator and meet(interval(one), interval(other))


def _told_later(one: Heard, other: Heard) -> bool:
    days = one.day, other.day
    return other.teller.key != one.teller.key and days[0] is not None and days[1] is not None and days[1] > days[0]
