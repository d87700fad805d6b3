"""The claims of one incident: every figure with its teller, what is said to have happened, and what is said not to have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from riwaya.link.heard import Counted, Heard
from riwaya.link.parties import Party
from riwaya.link.scopes import Scope
from riwaya.link.tellers import OUTLET, UNNAMED
from riwaya.model.incident import Quantity

UNCOUNTED = Quantity("killed")
"""The quantity of dead who are told of and not counted."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure of an incident as one report has it; of dead who are told of and not counted, with the event's id."""

    counted: Counted
    heard: Heard

    @property
    def id(self) -> str:
        """The figure's id."""
        return self.counted.id

    @property
    def teller(self) -> Party:
        """The originator."""
        return self.heard.teller

    @property
    def quantity(self) -> Quantity:
        """What is counted."""
        return self.counted.quantity

    @property
    def interval(self) -> tuple[int | None, int | None]:
        """The interval, None where it is open."""
        return self.counted.low, self.counted.high

    @property
    def act(self) -> str:
        """The speech act; an outlet's own voice asserts."""
        return self.heard.act or "assert"


@dataclass(frozen=True, slots=True)
class Claims:
    """All that is claimed of an incident: figures, events said to have happened, events said not to have happened.

    Events of near-copies are left out where the first text is there; their figures stay, to be counted among its documents.
    """

    figures: tuple[Claim, ...]
    affirmed: tuple[Heard, ...]
    denied: tuple[Heard, ...]


def claims_of(heard: Iterable[Heard]) -> Claims:
    """The claims of the events of one incident; their order makes no difference."""
    events = _with_first_voices(sorted({one.id: one for one in heard}.values(), key=in_order))
    here = {one.document for one in events}
    figures = tuple(claim for one in events if not one.negated for claim in _figures(one))
    first = [one for one in events if not one.copied or one.witness not in here]
    affirmed = tuple(one for one in first if not one.negated)
    return Claims(figures, affirmed, tuple(one for one in first if one.negated))


def in_order(heard: Heard) -> tuple[bool, date, str, int, str]:
    """The canonical order of events: originals before near-copies, then by day, document and place in the text."""
    return heard.copied, heard.day or date.max, heard.document, heard.place, heard.id


def _with_first_voices(events: list[Heard]) -> list[Heard]:
    """Near-copies speak with the voice of the first text: one outlet, however many print it."""
    voices: dict[str, tuple[str, str]] = {}
    for one in events:
        voices.setdefault(one.witness, one.voice)
    return [_with_voice(one, *voices[one.witness]) for one in events]


def _with_voice(heard: Heard, key: str, name: str) -> Heard:
    own = heard.teller.kind in (OUTLET, UNNAMED) and heard.teller.key != key
    return replace(heard, teller=replace(heard.teller, key=key, name=name)) if own else heard


def _figures(heard: Heard) -> Iterator[Claim]:
    for counted in heard.figures:
        yield Claim(counted, heard)
    if heard.dead:
        yield Claim(Counted(heard.id, UNCOUNTED, None, None, None, heard.dead, Scope("incident", "", False)), heard)
