"""What is compared of an event, and of several that are one: place, days, type, means, parties, counts, rare words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.words import analyse
from riwaya.link.names import compared, names, sound, times, words
from riwaya.link.spots import FINENESS, Spot, spot
from riwaya.model.event import Event, Figure, Mention
from riwaya.model.incident import Told

Count = tuple[str, int | None, int | None]

LONGEST = 31
"""Days over which a time says nothing of one happening any more (منذ سنوات)."""

_END = re.compile(r"\n+|(?<=[.!?؟…])[»”\")]*\s+")
_PARTY = 1000
_SIGNS = "،؛.:!?؟…«»“”\"'()[]"
_SURE = frozenset({"dates.absolute_day", "dates.numeric_day", "dates.weekday", "dates.weekday_pair", "dates.day_range"})


@dataclass(frozen=True, slots=True)
class Mark:
    """What is compared. ``events`` are the ids it stands for, in text order; ``sentences`` the numbers of theirs.

    ``first`` and ``last`` are the days between which it happened, None where it is not said; ``sure`` is true where the
    report names the day itself (a date, a weekday) and does not count it from its own day. ``means`` are PLOVER modes,
    ``parties`` ids of the register or seldom words of names, ``rare`` the seldom words of the sentences and ``heard`` how they sound, ``told`` the day
    of the report and ``text`` the id of the text that it is a copy of, or its own.
    """

    events: tuple[str, ...]
    report: str
    text: str
    told: date | None
    type: str
    negated: bool
    definite: bool
    words: tuple[str, ...]
    sentences: tuple[int, ...]
    means: frozenset[str]
    spots: tuple[Spot, ...]
    first: date | None
    last: date | None
    sure: bool
    counts: frozenset[Count]
    parties: frozenset[str]
    rare: frozenset[str]
    heard: frozenset[str]

    @property
    def id(self) -> str:
        """The id of the first event."""
        return self.events[0]

    @property
    def fullness(self) -> int:
        """How much it says of itself."""
        finest = max((FINENESS[one.precision] for one in self.spots), default=0)
        return finest + (3 if self.first else 0) + min(len(self.counts), 3) + (1 if self.means else 0)


def mark(told: Told) -> Mark:
    """What is compared of one event."""
    event, document = told.event, told.report.document
    number, sentence = _sentence(document.characters, event.trigger.start)
    first, last, sure = _days(event)
    return Mark(
        (told.id,),
        told.report.id,
        told.report.witness,
        told.report.day,
        event.type,
        event.negated,
        _points_back(event, sentence),
        (compared(event.trigger.text),),
        (number,),
        frozenset((event.mode,) if event.mode else ()),
        (spot(event.place),) if event.place else (),
        first,
        last,
        sure,
        frozenset(map(_count, event.figures)),
        frozenset(_parties(event.actor, event.target)),
        rare := _rare(sentence),
        frozenset(sound(word) for name in rare for word in name.split()),
    )


def united(marks: Sequence[Mark]) -> Mark:
    """The mark of several events of one report that are one happening: the sharpest days, all the rest together."""
    dated = min((one for one in marks if one.first), key=_blur, default=marks[0])
    return Mark(
        tuple(identity for one in marks for identity in one.events),
        marks[0].report,
        marks[0].text,
        marks[0].told,
        marks[0].type,
        all(one.negated for one in marks),
        all(one.definite for one in marks),
        tuple(dict.fromkeys(word for one in marks for word in one.words)),
        tuple(sorted({number for one in marks for number in one.sentences})),
        frozenset().union(*(one.means for one in marks)),
        tuple(sorted({one for found in marks for one in found.spots}, key=_finest_first)),
        dated.first,
        dated.last,
        dated.sure,
        frozenset().union(*(one.counts for one in marks)),
        frozenset().union(*(one.parties for one in marks)),
        frozenset().union(*(one.rare for one in marks)),
        frozenset().union(*(one.heard for one in marks)),
    )


def _finest_first(one: Spot) -> tuple[int, str, str]:
    return -FINENESS[one.precision], one.name, one.row


def _blur(one: Mark) -> tuple[int, bool, date]:
    """How wide the days are; a day that the report names goes before one that it counts."""
    if one.first is None or one.last is None:
        return LONGEST, True, date.max
    return (one.last - one.first).days, not one.sure, one.first


def _days(event: Event) -> tuple[date | None, date | None, bool]:
    when = event.date
    if when is None or when.end - when.start > timedelta(days=LONGEST):
        return None, None, False
    return when.start, when.end, when.rule in _SURE


def _points_back(event: Event, sentence: str) -> bool:
    """Whether it has no place and time of its own, and its sentence speaks of "the attack": what was told before."""
    return event.place is None and event.date is None and event.type in _definite(sentence)


@lru_cache(4096)
def _definite(sentence: str) -> frozenset[str]:
    """The types of the happenings that a sentence names with the article (الهجوم)."""
    found = (one for form in sentence.split() for one in analyse(form.strip(_SIGNS)).all("trigger", "noun") if one.article)
    return frozenset(one.sense.entry.type for one in found if isinstance(one.sense.entry, Trigger))


def _count(figure: Figure) -> Count:
    return figure.kind, figure.low, figure.high


def _parties(*mentions: Mention | None) -> Iterable[str]:
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


def _sentence(characters: str, at: int) -> tuple[int, str]:
    """The number of the sentence at an offset, and the sentence."""
    bounds = _bounds(characters)
    number = bisect_right(bounds, at) - 1
    end = bounds[number + 1] if number + 1 < len(bounds) else len(characters)
    return number, characters[bounds[number] : end]
