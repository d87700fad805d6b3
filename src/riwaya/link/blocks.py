"""Which events are compared at all: those that share a key. Keys are narrow, so that cost grows with the events, not their square.

A key always holds a time, so a longer archive makes more blocks and not larger ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from riwaya.link.marks import LONGEST, Mark
from riwaya.link.names import rarity, sound

Key = tuple[str, ...]

_FORTNIGHT = 14
_BACK = 3
_DAYS = 4
_LARGE = 4
_ORIGIN = date(1970, 1, 5)


def keys(mark: Mark) -> frozenset[Key]:
    """The keys of an event, or of several that are one."""
    return frozenset((*_by_place(mark), *_by_rare_word(mark), *_by_count(mark), *_by_text(mark)))


def _by_place(mark: Mark) -> Iterator[Key]:
    """A fine place (or a province) and a day."""
    for here in mark.spots:
        if here.fine or here.precision == "admin1":
            names = {here.row or "", " ".join(sorted(here.sounds))} - {""}
            yield from (("place", mark.type, name, day) for name in names for day in _days(mark))


def _by_rare_word(mark: Mark) -> Iterator[Key]:
    """A word that is rare in the news, or the rare name of a place, and a fortnight."""
    heard = {heard for here in mark.spots if here.fine and here.rare >= 2 for heard in here.sounds}
    heard |= {sound(word) for word in mark.rare if rarity(word) >= 2}
    yield from (("word", mark.type, name, time) for name in heard for time in _fortnights(mark))


def _by_count(mark: Mark) -> Iterator[Key]:
    """A large number of killed, and a day."""
    for kind, low, high in mark.counts:
        size = high if low is None else low
        if kind == "killed" and size is not None and size >= _LARGE and high in (low, None):
            yield from (("count", mark.type, str(size), day) for day in _days(mark))


def _by_text(mark: Mark) -> Iterator[Key]:
    """The text that several reports are copies of, and the word."""
    yield "text", mark.type, mark.text, mark.words[0]


def _days(mark: Mark) -> Iterator[str]:
    """The days of an event and the one behind; a wide time is its month; without a time, the days before the report."""
    if mark.first is not None and mark.last is not None:
        wide = (mark.last - mark.first).days
        if wide > _DAYS:
            yield f"{mark.first:%Y-%m}"
            return
        yield from (str(mark.first + timedelta(days=step)) for step in range(-1, wide + 1))
    elif mark.told is not None:
        yield from (str(mark.told - timedelta(days=step)) for step in range(_BACK))


def _fortnights(mark: Mark) -> Iterator[str]:
    """The fortnight of an event; without a time that of the report, and the one before."""
    if mark.first is not None:
        yield str((mark.first - _ORIGIN).days // _FORTNIGHT)
    elif mark.told is not None:
        now = (mark.told - _ORIGIN).days // _FORTNIGHT
        yield from (str(now - step) for step in range(LONGEST // _FORTNIGHT + 1))
