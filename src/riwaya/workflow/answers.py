"""What was found in comparing, as it is asked for: one incident whole, tolls, promises, records of tellers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from riwaya.ledger.codec import read_back
from riwaya.ledger.incidents import EVERY_INCIDENT, IncidentQuery
from riwaya.ledger.ledger import Ledger
from riwaya.ledger.query import Days, DocumentQuery
from riwaya.ledger.words import name_key
from riwaya.link.records import added_up
from riwaya.link.views import Profile, with_profile
from riwaya.model.incident import Account, Grade, Incident, Promise, Relation, SourceRecord, Toll
from riwaya.workflow.findings import ACCOUNT, EVERYWHERE, GRADE, PROMISE, RECORD, RELATION, TOLL
from riwaya.workflow.told import Tellings, reports

_AROUND = 60
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Whole:
    """One incident with all that comparing its claims found.

    ``quotes`` are the words of each piece of evidence with some around it, ``tellers`` who tells it, both by id.
    """

    incident: Incident
    accounts: tuple[Account, ...]
    relations: tuple[Relation, ...]
    tolls: tuple[Toll, ...]
    grade: Grade | None
    quotes: Mapping[str, str]
    tellers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TollQuery:
    """Which tolls: of which incidents, in which view ("" all), of which kind of figure ("" all)."""

    incidents: IncidentQuery = EVERY_INCIDENT
    view: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class PromiseQuery:
    """Which promises: every field that is given must hold.

    ``kind`` promise, offer, threat or demand; ``status``; ``type`` of the event held out; ``place`` words of its name or a row
    of the gazetteer; ``country`` ISO 3166-1 alpha-2; ``days`` first and last day on which it was made (None: open); ``actor``
    words of the name of who makes it or to whom; ``text`` a search over the reports it stands in.
    """

    kind: str | None = None
    status: str | None = None
    type: str | None = None
    place: str | None = None
    country: str | None = None
    days: Days = (None, None)
    actor: str | None = None
    text: str | None = None


EVERY_TOLL, EVERY_PROMISE = TollQuery(), PromiseQuery()


def whole(ledger: Ledger, identity: str) -> Whole:
    """One incident whole, by its id or the beginning of it. Raises LedgerError where there is none, or more than one."""
    incident = ledger.incident(identity)
    ids = [incident.id]
    relations = tuple(read_back(Relation, record) for _, record in ledger.links.findings(RELATION, ids))
    tolls_ = tuple(read_back(Toll, record) for _, record in ledger.links.findings(TOLL, ids))
    grade = next((read_back(Grade, record) for _, record in ledger.links.findings(GRADE, ids)), None)
    said = [one for document in incident.documents for one in reports(ledger, DocumentQuery(id=document))]
    return Whole(incident, accounts_of(ledger, incident.id), relations, tolls_, grade, quotes(said), tellers_of(said))


def accounts_of(ledger: Ledger, incident: str) -> tuple[Account, ...]:
    """Who says what number of the incident with this id."""
    return tuple(read_back(Account, record) for _, record in ledger.links.findings(ACCOUNT, [incident]))


def tolls(ledger: Ledger, asked: TollQuery = EVERY_TOLL, profile: Profile | None = None) -> Iterator[tuple[Incident, Toll]]:
    """The tolls that a query asks for, each with its incident; with a profile they are counted anew from the accounts."""
    chosen = {one.id: one for one in ledger.incidents(asked.incidents)}
    for ids in _chunks(chosen):
        found = _stored(ledger, ids) if profile is None else _counted(ledger, ids, profile)
        for toll in found:
            if asked.view in ("", toll.view.removesuffix("-conceded")) and asked.kind in ("", toll.quantity.kind):
                yield chosen[toll.incident], toll


def _stored(ledger: Ledger, ids: list[str]) -> list[Toll]:
    by_incident: dict[str, list[Toll]] = {identity: [] for identity in ids}
    for owner, record in ledger.links.findings(TOLL, ids):
        by_incident[owner].append(read_back(Toll, record))
    return [toll for found in by_incident.values() for toll in found]


def _counted(ledger: Ledger, ids: list[str], profile: Profile) -> list[Toll]:
    accounts: dict[str, list[Account]] = {identity: [] for identity in ids}
    for owner, record in ledger.links.findings(ACCOUNT, ids):
        accounts[owner].append(read_back(Account, record))
    denied = {owner for owner, record in ledger.links.findings(RELATION, ids) if read_back(Relation, record).kind == "denies"}
    return [toll for owner, found in accounts.items() for toll in with_profile(found, owner in denied, profile)]


def promises(ledger: Ledger, asked: PromiseQuery = EVERY_PROMISE) -> Iterator[Promise]:
    """The promises that a query asks for, in the order in which they were made."""
    inside = _statements_in(ledger, asked.text) if asked.text is not None else None
    for _, record in ledger.links.findings(PROMISE, [EVERYWHERE]):
        found = read_back(Promise, record)
        if _is_asked_for(found, asked) and (inside is None or found.id in inside):
            yield found


def _is_asked_for(found: Promise, asked: PromiseQuery) -> bool:
    exact = (asked.kind, found.kind), (asked.status, found.status), (asked.type, found.what)
    if any(wanted not in (None, value) for wanted, value in exact):
        return False
    if asked.country is not None and (found.where is None or found.where.country != asked.country):
        return False
    if asked.place is not None and not _at(found, asked.place):
        return False
    names = name_key(found.by) + name_key(found.to or "")
    return (asked.actor is None or name_key(asked.actor) in names) and _between(found.made, asked.days)


def _at(found: Promise, place: str) -> bool:
    return found.where is not None and (place == found.where.gazetteer or name_key(place) in name_key(found.where.name))


def _between(day: date | None, days: Days) -> bool:
    first, last = days
    if first is None and last is None:
        return True
    return day is not None and (first is None or first <= day) and (last is None or day <= last)


def _statements_in(ledger: Ledger, words: str) -> set[str]:
    """The statements of the reports that a search finds."""
    hits = ledger.search(words, limit=1_000_000)
    found = (reports(ledger, DocumentQuery(id=hit.document.id)) for hit in hits)
    return {said.id for some in found for one in some for said in one.said}


def sources(ledger: Ledger, asked: IncidentQuery = EVERY_INCIDENT, name: str | None = None) -> list[SourceRecord]:
    """The records of tellers over the incidents that a query asks for, who told most first; of a name where one is given."""
    owners = None if asked == EVERY_INCIDENT else [one.id for one in ledger.incidents(asked)]
    records = (read_back(SourceRecord, record) for _, record in ledger.links.findings(RECORD, owners))
    found = [one for one in added_up(records) if name is None or name_key(name) in name_key(one.name) or name == one.who]
    return sorted(found, key=lambda one: (-len(one.incidents), one.who))


# --- words of evidence


def quotes(said: Iterable[Tellings]) -> dict[str, str]:
    """The words of statements, events and figures with some around them, by id."""
    found: dict[str, str] = {}
    for one in said:
        characters = one.report.document.characters
        for statement in one.said:
            found[statement.id] = statement.statement.content.text
        for told in one.told:
            found[told.id] = _around(characters, told.event.trigger.start, told.event.trigger.end)
            for identity, figure in zip(told.figure_ids, told.event.figures, strict=True):
                found[identity] = _around(characters, figure.span.start, figure.span.end)
    return found


def _around(characters: str, start: int, end: int) -> str:
    """The words of a span with some more of its line on both sides, whole words; what is left out is marked."""
    line = characters.rfind("\n", 0, start) + 1, characters.find("\n", end)
    first, last = line[0], line[1] if line[1] >= 0 else len(characters)
    if start - first > _AROUND:
        first = characters.find(" ", start - _AROUND, start) + 1 or start
    if last - end > _AROUND:
        last = max(end, characters.rfind(" ", end, end + _AROUND))
    before, behind = "… " if first > line[0] else "", " …" if 0 <= last < (line[1] if line[1] >= 0 else len(characters)) else ""
    return before + characters[first:last].strip() + behind


def tellers_of(said: Iterable[Tellings]) -> dict[str, str]:
    """Who tells events and figures, as printed, by id; the outlet where it speaks for itself."""
    found: dict[str, str] = {}
    for one in said:
        for told in one.told:
            source = told.teller.statement.source if told.teller is not None else None
            name = source.name if source is not None else one.report.document.outlet or "the report"
            found |= dict.fromkeys((told.id, *told.figure_ids), name)
    return found


def quotes_of(ledger: Ledger, claims: Iterable[str]) -> dict[str, str]:
    """The words of some claims by id, from the reports that they stand in."""
    wanted = set(claims)
    documents = ledger.links.documents_of(wanted)
    found = quotes(one for document in sorted(documents) for one in reports(ledger, DocumentQuery(id=document)))
    return {identity: words for identity, words in found.items() if identity in wanted}


def _chunks(found: Iterable[str]) -> Iterator[list[str]]:
    ids = list(found)
    yield from (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK))
