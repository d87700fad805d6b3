"""Findings: what comparing the claims of each incident gives, and what became of promises, for the ledger to keep.

An incident's findings depend on what is heard of its own events and on what people decided about their figures; promises on
the leads of all reports. What is heard and the leads are kept report by report, so that no report is read twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from riwaya.ledger.codec import read_back
from riwaya.ledger.links import Links, Made
from riwaya.link.accounts import Choices
from riwaya.link.compare import compare
from riwaya.link.heard import Heard, hear
from riwaya.link.promises import Leads, leads, promises_from
from riwaya.link.tellers import Tellers, tellers
from riwaya.workflow.told import Tellings

EVERYWHERE = ""
"""The owner of what was found over all reports."""

HEARD, LEADS, PROMISE = "heard", "leads", "promise"
ACCOUNT, RELATION, TOLL, GRADE, RECORD = "account", "relation", "toll", "grade", "record"
"""Kinds of findings."""

Kept = tuple[str, str, Sequence[object]]
"""Owner, kind, records."""


class Listener:
    """What is heard of events and where promises lead, collected report by report."""

    def __init__(self) -> None:
        self.heard: dict[str, Heard] = {}
        self.leads: dict[str, Leads] = {}
        self._events: dict[str, tuple[Heard, ...]] = {}

    def listen(self, tellings: Tellings, known: Tellers | None = None) -> None:
        """Take in all that one report says."""
        known = known or tellers((*tellings.said, *tellings.told))
        report, events = tellings.report.id, tuple(hear(tellings.told, known))
        self._events[report] = events
        self.heard |= {one.id: one for one in events}
        if tellings.said or tellings.told:
            self.leads[report] = leads(tellings.said, tellings.told)

    def kept(self) -> Iterator[Kept]:
        """What was heard and where promises lead, report by report."""
        for document, events in sorted(self._events.items()):
            yield document, HEARD, events
        for document, one in sorted(self.leads.items()):
            yield document, LEADS, (one,)


def with_findings(made: Iterable[Made], heard: Mapping[str, Heard], chosen: Choices) -> list[Made]:
    """Incidents with what comparing their claims gives."""
    return [replace(one, findings=_findings(one, heard, chosen)) for one in made]


def _findings(made: Made, heard: Mapping[str, Heard], chosen: Choices) -> dict[str, Sequence[object]]:
    events = (heard[event] for event in made.incident.events if event in heard)
    found = compare(made.incident.id, events, chosen)
    return {
        ACCOUNT: found.accounts,
        RELATION: found.relations,
        TOLL: found.tolls,
        GRADE: (found.grade,) if found.grade else (),
        RECORD: found.records,
    }


def heard_again(links: Links, made: Iterable[Made], fresh: Mapping[str, Heard]) -> dict[str, Heard]:
    """What is heard of the events of some incidents: ``fresh`` of the reports that were read just now, else what is kept."""
    documents = {document for one in made for event, document in one.members if event not in fresh}
    kept = (read_back(Heard, record) for _, record in links.findings(HEARD, documents))
    return {**{one.id: one for one in kept}, **fresh}


def unchanged(links: Links, made: Sequence[Made], touched: Set[str]) -> set[str]:
    """Ids of incidents that are kept already as they are, and none of whose documents was touched: so are their findings."""
    candidates = [one for one in made if touched.isdisjoint(document for _, document in one.members)]
    kept = links.incidents([one.incident.id for one in candidates])
    return {one.incident.id for one in candidates if kept.get(one.incident.id) == one.incident}


def promises(found: Iterable[Leads]) -> Kept:
    """What the leads of all reports come to."""
    return EVERYWHERE, PROMISE, promises_from(found)


def promises_since(links: Links, fresh: Mapping[str, Leads], gone: Collection[str]) -> Kept:
    """What the leads of new reports come to, with all that were kept before and are not gone."""
    old = {owner: read_back(Leads, record) for owner, record in links.findings(LEADS) if owner not in gone}
    return promises((old | dict(fresh)).values())
