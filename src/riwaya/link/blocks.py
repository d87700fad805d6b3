"""Which events are compared at all: those that share a key. Keys are narrow, so that cost grows with the events, not their square.

A key always holds a time, so that a longer archive makes more blocks and no larger ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from riwaya.link.marks import LONGEST, Mark
from riwaya.link.names import rarity, sound
from riwaya.link.spots import Spot

Key = tuple[str, ...]

FORTNIGHT = 14
_BACK = 3
_WIDE = 4
_LARGE = 4
_RARE = 2
_MONDAY = date(1970, 1, 5)


def keys(mark: Mark) -> frozenset[Key]:
    """The keys under which an event, or several that are one, is found."""
    return frozenset((mark.type, *key) for rule in RULES for key in rule(mark))


def asked(mark: Mark) -> frozenset[Key]:
    """The keys under which it looks for others: who finds another one is found by him too."""
    return frozenset((mark.type, *key) for rule in ASKED for key in rule(mark))


def by_place(mark: Mark) -> Iterator[Key]:
    """A place that is no whole land, and a day."""
    names = {name for here in mark.spots if here.fine or here.where.precision == "admin1" for name in _names(here)}
    yield from (("place", name, day) for name in names for day in _days(mark))


def by_name(mark: Mark) -> Iterator[Key]:
    """The rare name of a place as it sounds, a rare word as it sounds and as it is written; and a fortnight."""
    times = tuple(_fortnights(mark))
    kept = (("spot", _sounds(mark)), ("heard", map(_heard, _rare(mark))), ("rare", _rare(mark)))
    yield from ((kind, name, time) for kind, names in kept for name in names for time in times)


def by_name_of_another(mark: Mark) -> Iterator[Key]:
    """What sounds like the rare name of its place; places that sound like its rare words, and the same rare words.

    Two words that only sound alike and are no place are no reason to compare: too many do.
    """
    times, sounds, rare = tuple(_fortnights(mark)), _sounds(mark), _rare(mark)
    looked_for = (("spot", sounds.union(map(_heard, rare))), ("heard", sounds), ("rare", rare))
    yield from ((kind, name, time) for kind, names in looked_for for name in names for time in times)


def _sounds(mark: Mark) -> set[str]:
    return {heard for here in mark.spots if here.fine and here.rare >= _RARE for heard in here.sounds}


def _rare(mark: Mark) -> list[str]:
    return [name for name in mark.rare if rarity(name) >= _RARE]


def _heard(name: str) -> str:
    """How the last word of a name sounds."""
    return sound(name.split()[-1])


def by_count(mark: Mark) -> Iterator[Key]:
    """A large number of killed, and a day."""
    yield from (("count", str(size), day) for size in mark.killed if size >= _LARGE for day in _days(mark))


def by_text(mark: Mark) -> Iterator[Key]:
    """The text that several reports are copies of, and the word."""
    yield "text", mark.text, mark.words[0]


RULES = (by_place, by_name, by_count, by_text)
"""What makes keys."""

ASKED = (by_place, by_name_of_another, by_count, by_text)
"""What makes the keys that are looked for."""


def _names(here: Spot) -> set[str]:
    return {here.where.gazetteer, " ".join(sorted(here.sounds))} - {""}


def _days(mark: Mark) -> Iterator[str]:
    """The days of an event and the one before; a wide time is its month; without a time, the last days before the report."""
    if mark.first is not None and mark.last is not None:
        wide = (mark.last - mark.first).days
        steps = range(-1, wide + 1) if wide <= _WIDE else ()
        yield from (str(mark.first + timedelta(days=step)) for step in steps)
        yield from () if steps else (f"{mark.first:%Y-%m}",)
    elif mark.told is not None:
        yield from (str(mark.told - timedelta(days=step)) for step in range(_BACK))


def _fortnights(mark: Mark) -> Iterator[str]:
    """The fortnight of an event; without a time that of the report, and those before in which it may have happened."""
    told = mark.first or mark.told
    if told is not None:
        now = (told - _MONDAY).days // FORTNIGHT
        yield from (str(now - step) for step in range(1 if mark.first else LONGEST // FORTNIGHT + 1))
