"""What comparing made, checked: it hangs on claims that are there, and its rows say the same as its records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import exists, select

from riwaya.ledger.checking import Subject
from riwaya.ledger.codec import read_back
from riwaya.ledger.linkschema import FINDING, INCIDENT, MEMBER
from riwaya.ledger.schema import DOCUMENT, EVENT
from riwaya.model.incident import Incident
from riwaya.model.kept import Fault

_AGAIN = "riwaya link --anew makes it again"


def incidents(subject: Subject) -> Iterator[Fault]:
    """Every incident: its events are claims of the ledger, and its members are those that its record names."""
    lost = select(MEMBER.c.event).where(~exists().where(EVENT.c.id == MEMBER.c.event)).limit(10)
    for row in subject.rows(lost):
        yield Fault(row.event, f"is in an incident, and no claim has this id: {_AGAIN}")
    members: defaultdict[str, list[str]] = defaultdict(list)
    for row in subject.rows(select(MEMBER.c.incident, MEMBER.c.event).order_by(MEMBER.c.event)):
        members[row.incident].append(row.event)
    for row in subject.rows(select(INCIDENT.c.id, INCIDENT.c.record)):
        if not _fits(row.id, row.record, members.pop(row.id, [])):
            yield Fault(row.id, f"its record and its events do not say the same: {_AGAIN}")
    for identity in members:
        yield Fault(identity, f"events belong to this incident, and it is not there: {_AGAIN}")
    for table, prefix in ((INCIDENT, "inc-"), (DOCUMENT, "doc-")):
        stray = FINDING.c.incident.startswith(prefix) & ~exists().where(table.c.id == FINDING.c.incident)
        for row in subject.rows(select(FINDING.c.incident).where(stray).distinct().limit(10)):
            yield Fault(row.incident, f"something was found in it, and it is not there: {_AGAIN}")


def _fits(identity: str, record: str, members: list[str]) -> bool:
    try:
        found = read_back(Incident, record)
    except ValueError:
        return False
    return found.id == identity and list(found.events) == members
