"""Link: the ledger's claims → incidents → ledger; all anew, or what came since the last time. Both lead to the same rows.

An incident depends only on the strands that ties join to its own, by others too (``riwaya.link.clusters.parts``), and on
what people decided about them. So new reports change no more than the parts that they touch.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise

from riwaya.ledger.ledger import Ledger
from riwaya.ledger.links import Links, LinkState, Made, Renewal, Strand
from riwaya.ledger.query import DocumentQuery
from riwaya.link import stored
from riwaya.link.accounts import choices
from riwaya.link.blocks import asked, keys
from riwaya.link.clusters import Decided, Group, Tie, between, gather, parts, ties
from riwaya.link.incidents import incident
from riwaya.link.marks import Mark, mark
from riwaya.link.strands import strands
from riwaya.link.tellers import Tellers, tellers
from riwaya.model.kept import Decision
from riwaya.workflow.findings import EVERYWHERE, Listener, heard_again, promises, promises_since, unchanged, with_findings
from riwaya.workflow.rules import link_rules
from riwaya.workflow.told import Tellings, reports

Tell = Callable[[str, int], object]
Marks = dict[str, Mark]

TOGETHER, APART = frozenset({"same"}), frozenset({"different", "unsure"})
"""Kinds of decisions that make events one incident, and those that keep them apart."""

LINKED = frozenset({"actual"})
"""Modalities of events that are happenings: what is planned, asked for, possible or conditional is none."""


def silent(what: str, count: int) -> None:
    """Tell nobody."""


def link(ledger: Ledger, *, anew: bool = False, tell: Tell = silent) -> Counter[str]:
    """Bring the incidents up to date with the claims and decisions; how many reports, strands and incidents were made.

    ``anew`` makes all of them again, which is also done where the rules of comparing are others than the last time.
    ``tell`` is given what is being done and how far it is. Raises LedgerError where the ledger cannot be written.
    """
    before = ledger.links.state()
    after = LinkState(ledger.links.seq(), link_rules())
    with _nothing_collected():
        if anew or before.rules != after.rules:
            return _all(ledger, before, after, tell)
        return _since(ledger, before, after, tell)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Without the search for circular garbage: records hold no circles, and there are so many that it takes a fifth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def decided_by(decisions: Iterable[Decision]) -> Decided:
    """What standing decisions say of pairs of events; of two about one pair the later one counts."""
    said: dict[frozenset[str], str] = {}
    for one in decisions:
        events = [identity for identity in one.subjects if identity.startswith("event-")]
        pairs = pairwise(events) if one.kind in TOGETHER else _all_pairs(events)
        for pair in pairs if one.kind in TOGETHER | APART else ():
            said.pop(frozenset(pair), None)
            said[frozenset(pair)] = one.kind
    same = tuple((min(pair), max(pair)) for pair, kind in said.items() if kind in TOGETHER and len(pair) > 1)
    return Decided(same, frozenset(pair for pair, kind in said.items() if kind in APART and len(pair) > 1))


def _all_pairs(events: Sequence[str]) -> Iterator[tuple[str, str]]:
    return ((one, other) for at, one in enumerate(events) for other in events[at + 1 :])


def marks_of(tellings: Tellings, decided: Decided, known: Tellers) -> list[Mark]:
    """The strands of one report, whose tellers are known."""
    found = [mark(one, known.of(one)) for one in tellings.told if one.event.modality in LINKED]
    return strands(found, decided.different)


def _marks(found: Iterable[Tellings], decided: Decided, listener: Listener, tell: Tell) -> Marks:
    marks: Marks = {}
    for count, one in enumerate(found):
        known = tellers((*one.said, *one.told))
        marks |= {made.id: made for made in marks_of(one, decided, known)}
        listener.listen(one, known)
        tell("reading", count)
    return marks


def _all(ledger: Ledger, before: LinkState, after: LinkState, tell: Tell) -> Counter[str]:
    standing = ledger.decisions()
    decided, listener = decided_by(standing), Listener()
    marks = _marks(reports(ledger), decided, listener, tell)
    tell("comparing", len(marks))
    found = ties(marks.values())
    made = with_findings(_made(marks, found, decided), listener.heard, choices(standing))
    renewal = Renewal(before, after, True, strands=_kept(marks.values()), ties=sorted(found), made=made)
    ledger.links.store(replace(renewal, findings=[*listener.kept(), promises(listener.leads.values())]))
    return _counts(marks, made)


def _since(ledger: Ledger, before: LinkState, after: LinkState, tell: Tell) -> Counter[str]:
    links = ledger.links
    changed = set(links.changed(before.seq))
    moved = ledger.decisions(standing=False, since=before.seq)
    if not changed and not moved:
        return Counter()
    standing = ledger.decisions()
    decided, listener = decided_by(standing), Listener()
    decided_on = links.documents_of({identity for one in (*standing, *moved) for identity in one.subjects})
    gone = links.strands_of(changed | decided_on)
    fresh = _marks(_read_again(ledger, before.seq, decided_on), decided, listener, tell)
    tell("comparing", len(fresh))
    part = _reached(links, gone, fresh, _new_ties(links, fresh, gone))
    made = _made(part.marks, part.ties, decided)
    events = {event for one in part.marks.values() for event in one.events} | _events(links, gone)
    old = links.incidents_of(events)
    new_ties = sorted(tie for tie in part.ties if tie.one in fresh or tie.other in fresh)
    touched = changed | decided_on
    same = unchanged(links, made, touched)
    made = [one for one in made if one.incident.id not in same]
    made = with_findings(made, heard_again(links, made, listener.heard), choices(standing))
    renewal = Renewal(before, after, False, gone, old - same, _kept(fresh.values()), new_ties, made)
    findings = [*listener.kept(), promises_since(links, listener.leads, touched)]
    links.store(replace(renewal, gone_owners=touched | {EVERYWHERE}, findings=findings))
    return _counts(fresh, made)


def _read_again(ledger: Ledger, since: int, documents: Collection[str]) -> Iterator[Tellings]:
    """What is new behind a log entry, and some documents more, each once."""
    done: set[str] = set()
    copies = ledger.links.copies()
    for one in reports(ledger, DocumentQuery(since=since), copies):
        done.add(one.report.id)
        yield one
    for identity in sorted(set(documents) - done):
        yield from reports(ledger, DocumentQuery(id=identity), copies)


def _events(links: Links, strands_: Collection[str]) -> set[str]:
    return {event for record in links.records(strands_).values() for event in stored.read_back(record).events}


def _new_ties(links: Links, fresh: Marks, gone: Collection[str]) -> list[Tie]:
    """The ties of new strands with each other and with those that stay."""
    mine = {identity: tuple(map(stored.key_number, asked(one))) for identity, one in fresh.items()}
    sharing: defaultdict[int, list[str]] = defaultdict(list)
    for key, identity in links.sharing({key for found in mine.values() for key in found}):
        if identity not in gone:
            sharing[key].append(identity)
    partners = {identity for found in sharing.values() for identity in found}
    known = {identity: stored.read_back(record) for identity, record in links.records(partners).items()}
    found = ties(fresh.values())
    for identity, one in fresh.items():
        others = {other for key in mine[identity] for other in sharing[key]}
        found += between(one, (known[other] for other in others))
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    """Strands that have to be gathered again, and the ties between them."""

    marks: Marks
    ties: list[Tie]


def _reached(links: Links, gone: Collection[str], fresh: Marks, found: Sequence[Tie]) -> _Part:
    """Everything that ties join to new strands, or joined to those that are gone."""
    near: defaultdict[str, set[Tie]] = defaultdict(set)
    for tie in found:
        near[tie.one].add(tie)
        near[tie.other].add(tie)
    seen: set[str] = set()
    kept: set[Tie] = set()
    edge = set(fresh) | {one for tie in links.ties(gone) for one in tie[:2]} - set(gone)
    while edge:
        seen |= edge
        old = {Tie(*tie) for tie in links.ties(edge - fresh.keys()) if tie[0] not in gone and tie[1] not in gone}
        reached = old.union(*(near[one] for one in edge))
        kept |= reached
        edge = {one for tie in reached for one in tie[:2]} - seen
    stay = {identity: stored.read_back(record) for identity, record in links.records(seen - fresh.keys()).items()}
    return _Part(stay | fresh, sorted(kept))


def _made(marks: Marks, found: Sequence[Tie], decided: Decided) -> list[Made]:
    """The incidents of some strands that no other strand is tied to."""
    strand = {event: one.id for one in marks.values() for event in one.events} if decided.same else {}
    edges = [(strand[one], strand[other]) for one, other in decided.same if one in strand and other in strand]
    tied: defaultdict[str, list[Tie]] = defaultdict(list)
    for tie in found:
        tied[tie.one].append(tie)
    made = []
    for part in parts(marks, (*(tie[:2] for tie in found), *edges)):
        inside = {identity: marks[identity] for identity in part}
        made += [_incident(group, inside) for group in gather(inside, (tie for one in part for tie in tied[one]), decided)]
    return sorted(made, key=lambda one: one.incident.id)


def _incident(group: Group, marks: Mapping[str, Mark]) -> Made:
    mine = [marks[identity] for identity in group.strands]
    told = min((str(one.told) for one in mine if one.told), default="")
    members = tuple(sorted((event, one.report) for one in mine for event in one.events))
    return Made(incident(group, marks), members, told)


def _kept(marks: Iterable[Mark]) -> list[Strand]:
    return sorted(
        (Strand(one.id, one.report, stored.written(one), tuple(sorted(map(stored.key_number, keys(one))))) for one in marks),
        key=lambda one: one.id,
    )


def _counts(marks: Marks, made: Sequence[Made]) -> Counter[str]:
    reports_ = len({one.report for one in marks.values()})
    return Counter(reports=reports_, strands=len(marks), incidents=len(made))
