"""What exports need of tolls and incidents: a toll split over places, and what became of the ids of an earlier linking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from riwaya.model.incident import Incident


def split(total: int, keys: Sequence[str]) -> dict[str, int]:
    """A toll split over incidents by largest remainder: whole numbers, the sum kept, what is left over to the first keys.

    Raises ValueError where there is nothing to split over, or a key stands twice, or the total is negative.
    """
    if not keys or len(set(keys)) != len(keys) or total < 0:
        raise ValueError(f"cannot split {total} over {list(keys)}: it takes different keys and no negative number")
    share, left = divmod(total, len(keys))
    return {key: share + (at < left) for at, key in enumerate(sorted(keys))}


def split_note(total: int, keys: Sequence[str]) -> str:
    """The words that belong beside a split toll."""
    return f"{total} fatalities split across {len(keys)}"


@dataclass(frozen=True, slots=True)
class Revision:
    """What became of an incident between two linkings: kept, changed (the id is another one now), new, merged or gone.

    ``into`` is the id that goes on, "" where none does; ``previous`` the earlier ids that it takes over.
    """

    id: str
    state: str
    into: str
    previous: tuple[str, ...] = ()


def revisions(before: Iterable[Incident], after: Iterable[Incident]) -> tuple[Revision, ...]:
    """What became of each incident, by id: the larger part of an incident that was split goes on under its id's history.

    An earlier incident goes on in the one that shares most of its events (the lower id where two share as many).
    """
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    home = {event: one.id for one in new.values() for event in one.events}
    heir = {identity: _heir(one, home) for identity, one in old.items()}
    previous: dict[str, list[str]] = {}
    for identity, into in sorted(heir.items()):
        if into and into != identity:
            previous.setdefault(into, []).append(identity)
    found = [Revision(identity, *_state(identity, into, old, new, previous)) for identity, into in heir.items()]
    fresh = (one for one in new if one not in old)
    found += [Revision(one, "new" if one not in previous else "changed", one, tuple(previous.get(one, ()))) for one in fresh]
    return tuple(sorted(found, key=lambda one: one.id))


def _heir(one: Incident, home: dict[str, str]) -> str:
    counts: dict[str, int] = {}
    for event in one.events:
        if event in home:
            counts[home[event]] = counts.get(home[event], 0) + 1
    return min(counts, key=lambda identity: (-counts[identity], identity), default="")


def _state(
    identity: str, into: str, old: dict[str, Incident], new: dict[str, Incident], previous: dict[str, list[str]]
) -> tuple[str, str, tuple[str, ...]]:
    if not into:
        return "gone", "", ()
    if into == identity:
        state = "kept" if new[identity] == old[identity] else "changed"
        return state, into, tuple(previous.get(identity, ()))
    renamed = into not in old and previous[into] == [identity]
    return "changed" if renamed else "merged", into, ()
