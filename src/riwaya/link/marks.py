"""What is compared of an event, and of several that are one: place, days, means, parties, counts, rare words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.words import analyse
from riwaya.link.names import compared, names, place_words, sound, times, words
from riwaya.link.parties import Party
from riwaya.link.spots import FINENESS, Spot, spot, where
from riwaya.model.document import Span
from riwaya.model.event import Event, Mention
from riwaya.model.incident import Join, Told, Where

Count = tuple[str, int | None, int | None]
"""A figure as it is compared: its kind and its interval."""

LONGEST = 31
"""Days over which a time says nothing of one happening any more (منذ سنوات)."""

BEFORE, BEHIND = 120, 160
"""Characters of the sentence before and behind the words of an event that are near it; further off other things are told."""

_END = re.compile(r"\n+|(?<=[.!?؟…])[»”\")]*\s+")
_SIGNS = "،؛.:!?؟…«»“”\"'()[]"
_PARTY = 1000
_NAMED = frozenset(
    {
        "dates.absolute_day",
        "dates.numeric_day",
        "dates.weekday",
        "dates.weekday_pair",
        "dates.weekday_span",
        "dates.day_range",
        "dates.feast",
    }
)


@dataclass(frozen=True)
class Mark:
    """What is compared of the events that one report tells of one happening; of a single event at first.

    ``events`` are their ids in text order, ``sentences`` the numbers of theirs, ``report`` and ``text`` the ids of the
    document and of the text that it is a copy of (its own where it is none), ``told`` its day.
    ``first`` and ``last`` are the days between which it happened, None where that is not said; ``named`` is true where
    the report names the day (a date, a weekday) and does not count it from its own. ``back``: it only points back.
    ``words`` are what it is called by, ``means`` PLOVER's modes, ``parties`` ids of the register or seldom words of names,
    ``rare`` seldom words of the sentences, ``witnesses`` keys and names of who tells it; ``why`` is what joined the events.
    """

    events: tuple[str, ...]
    report: str
    text: str
    told: date | None
    type: str
    back: bool = False
    words: tuple[str, ...] = ()
    sentences: tuple[int, ...] = ()
    means: frozenset[str] = frozenset()
    places: tuple[Where, ...] = ()
    first: date | None = None
    last: date | None = None
    named: bool = False
    counts: frozenset[Count] = frozenset()
    parties: frozenset[str] = frozenset()
    rare: frozenset[str] = frozenset()
    witnesses: frozenset[tuple[str, str]] = frozenset()
    why: tuple[Join, ...] = ()

    @property
    def id(self) -> str:
        """The id of the first event."""
        return self.events[0]

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The places as they are compared, the finest first."""
        return tuple(map(spot, self.places))

    @cached_property
    def heard(self) -> frozenset[str]:
        """How the seldom words of the sentences sound."""
        return frozenset(sound(word) for name in self.rare for word in name.split())

    @cached_property
    def sizes(self) -> frozenset[tuple[str, int]]:
        """The kinds and numbers of its figures, "20" and "at least 20" alike; tens and hundreds are no numbers."""
        sizes = ((kind, high if low is None else low) for kind, low, high in self.counts if low is None or high in (low, None))
        return frozenset((kind, size) for kind, size in sizes if size is not None)

    @cached_property
    def killed(self) -> frozenset[int]:
        """The numbers of killed."""
        return frozenset(size for kind, size in self.sizes if kind == "killed")

    @cached_property
    def fullness(self) -> tuple[float, str]:
        """How much it says of itself, as a key that puts the fullest first."""
        finest = max((FINENESS[one.precision] for one in self.places), default=0)
        days = 4 if self.named else 3 if self.first else 0
        return -(finest + days + 2 * min(len(self.sizes), 3) + bool(self.means) + min(len(self.rare), 6) / 2), self.id


def mark(told: Told, teller: Party) -> Mark:
    """What is compared of one event that this party tells."""
    event, report = told.event, told.report
    number, sentence, around = _sentence(report.document.characters, event.trigger)
    first, last, named = _days(event)
    return Mark(
        events=(told.id,),
        report=report.id,
        text=report.witness,
        told=report.day,
        type=event.type,
        back=_points_back(event, sentence),
        words=(compared(event.trigger.text),),
        sentences=(number,),
        means=frozenset((event.mode,) if event.mode else ()),
        places=(where(event.place),) if event.place and place_words(event.place.name) else (),
        first=first,
        last=last,
        named=named,
        counts=frozenset((one.kind, one.low, one.high) for one in event.figures),
        parties=frozenset(_parties(event.actor, event.target)),
        rare=_rare(around),
        witnesses=frozenset({(teller.key, teller.name)}),
    )


def united(marks: Sequence[Mark], why: Sequence[Join] = ()) -> Mark:
    """The mark of several events of one report that are one happening: the sharpest days, all the rest together."""
    dated = min((one for one in marks if one.first), key=_blur, default=marks[0])
    return Mark(
        events=tuple(identity for one in marks for identity in one.events),
        report=marks[0].report,
        text=marks[0].text,
        told=marks[0].told,
        type=marks[0].type,
        back=all(one.back for one in marks),
        words=tuple(dict.fromkeys(word for one in marks for word in one.words)),
        sentences=tuple(sorted({number for one in marks for number in one.sentences})),
        means=frozenset().union(*(one.means for one in marks)),
        places=tuple(sorted({place for one in marks for place in one.places}, key=_finest_first)),
        first=dated.first,
        last=dated.last,
        named=dated.named,
        counts=frozenset().union(*(one.counts for one in marks)),
        parties=frozenset().union(*(one.parties for one in marks)),
        rare=frozenset().union(*(one.rare for one in marks)),
        witnesses=frozenset().union(*(one.witnesses for one in marks)),
        why=(*(join for one in marks for join in one.why), *why),
    )


def _finest_first(one: Where) -> tuple[int, str, str, str]:
    """The finest first, of equals by name and row, then by all the rest: two of one name may lie in two lands."""
    return -FINENESS[one.precision], one.name, one.gazetteer, str(one)


def _blur(one: Mark) -> tuple[int, bool, date]:
    """How wide the days are; a day that the report names goes before one that it counts."""
    if one.first is None or one.last is None:
        return LONGEST, True, date.max
    return (one.last - one.first).days, not one.named, one.first


def _days(event: Event) -> tuple[date | None, date | None, bool]:
    when = event.date
    if when is None or when.end - when.start > timedelta(days=LONGEST):
        return None, None, False
    return when.start, when.end, when.rule in _NAMED


def _points_back(event: Event, sentence: str) -> bool:
    """Whether it has no place and time of its own, and is a denial or stands where "the attack" is spoken of.

    A time that stands in another sentence (…أمس. / وأوضح أن | الغارة) is that of what it points back to.
    """
    own = event.date is not None and event.date.span.text in sentence
    return event.place is None and not own and (event.negated or event.type in _definite(sentence))


@lru_cache(4096)
def _definite(sentence: str) -> frozenset[str]:
    """The types of the happenings that a sentence names with the article (الهجوم)."""
    found = (one for form in sentence.split() for one in analyse(form.strip(_SIGNS)).all("trigger", "noun") if one.article)
    return frozenset(one.sense.entry.type for one in found if isinstance(one.sense.entry, Trigger))


def _parties(*mentions: Mention | None) -> Iterator[str]:
    for one in mentions:
        if one is not None:
            if one.entity:
                yield one.entity
            yield from (word for word in words(one.span.text) if times(word) < _PARTY)


@lru_cache(64)
def _bounds(characters: str) -> tuple[int, ...]:
    """Where the sentences of a text begin; the title is the first."""
    return (0, *(match.end() for match in _END.finditer(characters)))


@lru_cache(4096)
def _rare(sentence: str) -> frozenset[str]:
    return frozenset(names(sentence))


def _sentence(characters: str, trigger: Span) -> tuple[int, str, str]:
    """The number of the sentence that a trigger stands in, the sentence, and what of it stands near."""
    bounds = _bounds(characters)
    number = bisect_right(bounds, trigger.start) - 1
    first, last = bounds[number], bounds[number + 1] if number + 1 < len(bounds) else len(characters)
    return number, characters[first:last], characters[max(first, trigger.start - BEFORE) : min(last, trigger.end + BEHIND)]
