"""Incidents out of groups of strands: id, what, where, when, who tells, and why these events are together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import TypeVar

from riwaya.link.clusters import DECIDED, Group, Tie
from riwaya.link.features import FEATURES, reasons
from riwaya.link.marks import Mark
from riwaya.link.pairs import Pair
from riwaya.link.spots import FINENESS
from riwaya.model.ids import make_id
from riwaya.model.incident import Incident, Join, Where, Witness

Value = TypeVar("Value", bound=Hashable)


def incident(group: Group, marks: Mapping[str, Mark]) -> Incident:
    """The incident of a group; ``marks`` holds its strands by id."""
    found = sorted((marks[identity] for identity in group.strands), key=_order)
    first, last = _days(found) or (None, None)
    return Incident(
        id=make_id("inc", found[0].events[0]),
        type=_most(found, lambda mark: [mark.type], lambda kind: (0, kind)) or found[0].type,
        place=_place(found),
        first=first,
        last=last,
        events=tuple(sorted(event for mark in found for event in mark.events)),
        documents=tuple(sorted({mark.report for mark in found})),
        texts=len({mark.text for mark in found}),
        witnesses=tuple(_witnesses(found)),
        why=tuple(_why(found, group.ties, marks)),
        recalled=recalled(found, last),
    )


FAR_DOWN, LATER = 10, timedelta(2)
"""From which sentence on, the headline not counted, and how long after the incident, a report only comes back to it."""


def recalled(found: Sequence[Mark], last: date | None) -> tuple[str, ...]:
    """The reports that only come back to an incident: at least two days after it, none of it in their first ten sentences.

    ``last`` is its last day; where nobody says, the day on which it was told first. Where no report tells of it otherwise,
    none is said to come back to it.
    """
    day = last or min((mark.told for mark in found if mark.told), default=date.max)
    first: dict[str, int] = {}
    late: set[str] = set()
    for mark in found:
        first[mark.report] = min(first.get(mark.report, mark.sentences[0]), mark.sentences[0])
        if mark.told is not None and mark.told - day >= LATER:
            late.add(mark.report)
    far = {report for report in late if first[report] > FAR_DOWN}
    return tuple(sorted(far)) if far != first.keys() else ()


def _order(mark: Mark) -> tuple[date, str, tuple[int, ...], str]:
    """The order in which strands were told; the first event of the first one gives the incident its id."""
    return mark.told or date.max, mark.report, mark.sentences, mark.id


def _most(
    found: Iterable[Mark], values: Callable[[Mark], Iterable[Value]], rank: Callable[[Value], tuple[int, str]]
) -> Value | None:
    """The value that most texts have; of equals the one that ranks first."""
    texts: dict[Value, set[str]] = {}
    for mark in found:
        for value in values(mark):
            texts.setdefault(value, set()).add(mark.text)
    return min(texts, key=lambda value: (-len(texts[value]), rank(value))) if texts else None


def _place(found: Sequence[Mark]) -> Where | None:
    """The fine place that most texts name, else the province, else the land, by the commonest of its names."""
    for least in (FINENESS["district"], FINENESS["admin1"], 0):
        chosen = _most(found, partial(_identities, least=least), _named)
        if chosen is not None:
            names = Counter(one for mark in found for one in mark.places if _identity(one) == chosen)
            return min(names, key=lambda one: (-names[one], -FINENESS[one.precision], len(one.name), str(one)))
    return None


def _identities(mark: Mark, least: int) -> set[str]:
    return {_identity(one) for one in mark.places if FINENESS[one.precision] >= least}


def _identity(place: Where) -> str:
    return place.gazetteer or place.name


def _named(identity: str) -> tuple[int, str]:
    return 0, identity


def _days(found: Sequence[Mark]) -> tuple[date, date] | None:
    """The days that most texts say, the narrowest and earliest of equals; None where nobody says."""
    return _most(found, _said_days, lambda days: ((days[1] - days[0]).days, str(days[0])))


def _said_days(mark: Mark) -> list[tuple[date, date]]:
    return [(mark.first, mark.last)] if mark.first is not None and mark.last is not None else []


def _witnesses(found: Sequence[Mark]) -> Iterator[Witness]:
    """Who tells it; his name as it is printed most, the longest of equals."""
    names: dict[str, Counter[str]] = {}
    documents: dict[str, set[str]] = {}
    for mark in found:
        for key, name in mark.witnesses:
            names.setdefault(key, Counter())[name] += 1
            documents.setdefault(key, set()).add(mark.report)
    for key in sorted(names):
        name = min(names[key], key=lambda one: (-names[key][one], -len(one), one))
        yield Witness(key, name, tuple(sorted(documents[key])))


def _why(found: Sequence[Mark], ties: Sequence[Tie], marks: Mapping[str, Mark]) -> Iterator[Join]:
    """What joined the strands, then what joined the events of each."""
    for tie in sorted(ties):
        if tie.score == DECIDED:
            yield Join(tie.one, tie.other, "decided", 0.0, "A person decided so")
        else:
            yield from reasons(Pair(marks[tie.one], marks[tie.other]), FEATURES)
    for mark in found:
        yield from mark.why
