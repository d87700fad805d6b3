"""Two marks side by side, and how their places and days stand to each other: what several rules ask, found once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Generic, TypeVar

from riwaya.link import spots
from riwaya.link.marks import Mark
from riwaya.link.spots import FINENESS, Spot

Places = tuple[Spot, Spot]
Value = TypeVar("Value")

_PROVINCE = FINENESS["admin1"]


class Once(Generic[Value]):
    """A property that is found at first use and then kept in the object; without a lock, since a pair lives in one thread."""

    def __init__(self, found: Callable[[Any], Value]) -> None:
        self.found = found
        self.name = found.__name__
        self.__doc__ = found.__doc__

    def __get__(self, instance: Any, owner: type) -> Value:
        value = instance.__dict__[self.name] = self.found(instance)
        return value


class Pair:
    """Two marks; everything here is the same whichever comes first, but the order of what is shown."""

    def __init__(self, one: Mark, other: Mark) -> None:
        self.one = one
        self.other = other

    @Once
    def places(self) -> list[Places]:
        """Every place of one beside every place of the other."""
        return [(here, there) for here in self.one.spots for there in self.other.spots]

    @Once
    def same_places(self) -> list[Places]:
        """The places that are one."""
        return [(here, there) for here, there in self.places if spots.same(here, there)]

    @Once
    def same_spot(self) -> bool:
        """Whether both name the same fine place."""
        return any(here.fine for here, _ in self.same_places)

    @Once
    def within(self) -> list[Places]:
        """(outer, inner) of the places of which one lies in the other."""
        found = [(here, there) for here, there in self.places if spots.holds(here, there)]
        return found + [(there, here) for here, there in self.places if spots.holds(there, here)]

    @Once
    def named(self) -> list[Spot]:
        """Fine places of one that the sentences of the other name."""
        sides = ((self.one, self.other), (self.other, self.one))
        return [here for mark, beside in sides for here in mark.spots if here.fine and here.sounds and here.sounds <= beside.heard]

    @Once
    def finest(self) -> Places | None:
        """The finest place of each, where both name more than a land."""
        if not self.places:
            return None
        here, there = self.places[0]
        return (here, there) if min(FINENESS[here.where.precision], FINENESS[there.where.precision]) >= _PROVINCE else None

    @Once
    def dated(self) -> bool:
        """Whether both say when."""
        return self.one.first is not None and self.other.first is not None

    @Once
    def gap(self) -> int:
        """Days between the end of the earlier and the beginning of the later; 0 where they touch or one is not said."""
        one, other = self.one, self.other
        if one.first is None or one.last is None or other.first is None or other.last is None:
            return 0
        return max((other.first - one.last).days, (one.first - other.last).days, 0)

    @Once
    def wide(self) -> int:
        """How many days the wider of the two times has beyond its first."""
        return max((mark.last - mark.first).days if mark.first and mark.last else 0 for mark in (self.one, self.other))


def when(mark: Mark) -> str:
    """The days of a mark in digits."""
    return str(mark.first) if mark.first == mark.last else f"{mark.first} … {mark.last}"


def latest(mark: Mark) -> date | None:
    """The last day on which it can have happened: its own, else that of the report."""
    return mark.last or mark.told
