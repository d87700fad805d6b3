"""Findings: what comparing the claims of each incident gives, and what became of promises, for the ledger to keep.

An incident's findings depend on its own events and on what people decided about their figures; promises on the leads of
all reports, which are kept report by report.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from riwaya.ledger.codec import read_back
from riwaya.ledger.ledger import Ledger
from riwaya.ledger.links import Links, Made
from riwaya.ledger.query import DocumentQuery
from riwaya.link.accounts import Choices
from riwaya.link.compare import compare
from riwaya.link.heard import Heard, hear
from riwaya.link.promises import Leads, leads, promises_from
from riwaya.link.tellers import Tellers, tellers
from riwaya.workflow.told import Tellings, reports

EVERYWHERE = ""
"""The owner of what was found over all reports."""

LEADS, PROMISE = "leads", "promise"
ACCOUNT, RELATION, TOLL, GRADE, RECORD = "account", "relation", "toll", "grade", "record"
"""Kinds of findings."""

Kept = tuple[str, str, Sequence[object]]
"""Owner, kind, records."""


class Listener:
    """What is heard of events and where promises lead, collected report by report."""

    def __init__(self) -> None:
        self.heard: dict[str, Heard] = {}
        self.leads: dict[str, Leads] = {}

    def listen(self, tellings: Tellings, known: Tellers | None = None) -> None:
        """Take in all that one report says."""
        known = known or tellers((*tellings.said, *tellings.told))
        self.heard |= {one.id: one for one in hear(tellings.told, known)}
        if tellings.said or tellings.told:
            self.leads[tellings.report.id] = leads(tellings.said, tellings.told)


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


def heard_again(ledger: Ledger, made: Iterable[Made], heard: Mapping[str, Heard]) -> dict[str, Heard]:
    """What is heard of the events of some incidents, from the reports that were not read just now."""
    documents = {document for one in made for event, document in one.members if event not in heard}
    listener = Listener()
    for identity in sorted(documents):
        for tellings in reports(ledger, DocumentQuery(id=identity)):
            listener.listen(tellings)
    return {**listener.heard, **heard}


def unchanged(links: Links, made: Sequence[Made], touched: Set[str]) -> set[str]:
    """Ids of incidents that are kept already as they are, and none of whose documents was touched: so are their findings."""
    candidates = [one for one in made if touched.isdisjoint(document for _, document in one.members)]
    kept = links.incidents([one.incident.id for one in candidates])
    return {one.incident.id for one in candidates if kept.get(one.incident.id) == one.incident}


def promises(found: Mapping[str, Leads]) -> Iterator[Kept]:
    """What leads of reports come to: the leads themselves by report, and the promises over all of them."""
    for document, one in sorted(found.items()):
        yield document, LEADS, (one,)
    yield EVERYWHERE, PROMISE, promises_from(found.values())


def promises_since(links: Links, fresh: Mapping[str, Leads], gone: Collection[str]) -> list[Kept]:
    """The leads of new reports, and the promises over these and all that were kept before and are not gone."""
    old = {owner: read_back(Leads, record) for owner, record in links.findings(LEADS) if owner not in gone}
    kept: list[Kept] = [(document, LEADS, (one,)) for document, one in sorted(fresh.items())]
    return [*kept, (EVERYWHERE, PROMISE, promises_from((old | dict(fresh)).values()))]
