"""The claims of one incident taken apart: every figure with its teller, quantity, scope and parent; every denial and admission."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from riwaya.lang.ar.lexicon import Numeral, Trigger
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.words import analyse
from riwaya.link.parties import Party
from riwaya.link.scopes import Scope, scope_of
from riwaya.link.tellers import Tellers, tellers
from riwaya.link.victims import quantity_of
from riwaya.model.event import Event, Figure
from riwaya.model.incident import Quantity, Told

INCIDENT = Scope("incident", "", False)
UNCOUNTED = Quantity("killed")
"""The quantity of dead who are told of and not counted."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure of an incident as one report has it, with all that it is compared by.

    ``id`` is the figure's, or the event's where dead are told of and not counted (``low`` and ``high`` are None then).
    ``part_of`` is the figure that it is a part of; ``copied`` is true in a near-copy.
    """

    id: str
    told: Told
    teller: Party
    quantity: Quantity
    low: int | None
    high: int | None
    approx: str | None
    of: str | None
    scope: Scope
    part_of: str | None = None

    @property
    def copied(self) -> bool:
        """Whether it stands in a near-copy of a text that is told of elsewhere."""
        return self.told.report.witness != self.told.report.id

    @property
    def day(self) -> date | None:
        """The day of the report."""
        return self.told.report.day

    @property
    def act(self) -> str:
        """The speech act; an outlet's own voice asserts."""
        return self.told.teller.statement.act if self.told.teller is not None else "assert"


@dataclass(frozen=True, slots=True)
class Heard:
    """An event of an incident with the party that tells it and the one that is said to have done it."""

    told: Told
    teller: Party
    actor: Party | None = None


@dataclass(frozen=True, slots=True)
class Claims:
    """All that is claimed of an incident: figures, events said to have happened, events said not to have happened.

    Events of near-copies are left out where the first text is there; their figures stay, to be counted among its documents.
    """

    figures: tuple[Claim, ...]
    affirmed: tuple[Heard, ...]
    denied: tuple[Heard, ...]


def claims_of(told: Iterable[Told], known: Tellers | None = None) -> Claims:
    """The claims of the events of one incident; what is planned, demanded or only possible is none.

    ``known`` are the tellers of the reports where more of them than these events is at hand. The order of the events makes
    no difference.
    """
    events = sorted({one.id: one for one in told}.values(), key=in_order)
    known = known or tellers(events)
    here = {one.report.id for one in events}
    heard = [Heard(one, known.of(one), known.actor(one)) for one in events if one.event.modality == "actual"]
    figures = tuple(claim for one in heard if not one.told.event.negated for claim in _figures(one))
    first = [one for one in heard if one.told.report.witness == one.told.report.id or one.told.report.witness not in here]
    affirmed = tuple(one for one in first if not one.told.event.negated)
    return Claims(figures, affirmed, tuple(one for one in first if one.told.event.negated))


def in_order(told: Told) -> tuple[bool, date, str, int, str]:
    """The canonical order of events: originals before near-copies, then by day, document and place in the text."""
    report = told.report
    return report.id != report.witness, report.day or date.max, report.id, told.place, told.id


def _figures(heard: Heard) -> Iterable[Claim]:
    told, event = heard.told, heard.told.event
    parents = _parents(event.figures, told.figure_ids)
    sides: dict[str, str] = {}
    for figure, identity in zip(event.figures, told.figure_ids, strict=True):
        quantity, scope = quantity_of(figure, event, told.report), scope_of(figure, event, told.report)
        if identity in parents and not quantity.side:
            quantity = replace(quantity, side=sides[parents[identity]])
        sides[identity] = quantity.side
        approx = figure.approx or vague_word(figure.span.text)
        of = figure.of.text if figure.of else None
        yield Claim(
            identity, told, heard.teller, quantity, figure.low, figure.high, approx, of, scope, part_of=parents.get(identity)
        )
    if not any(one.kind in ("killed", "casualties") for one in event.figures) and tells_of_dead(event):
        yield Claim(told.id, told, heard.teller, UNCOUNTED, None, None, None, event.trigger.text, INCIDENT)


def _parents(figures: Sequence[Figure], ids: Sequence[str]) -> dict[str, str]:
    """Part → whole: a subset belongs to the last figure of its kind before it that is none; what is joined to it does too."""
    found: dict[str, str] = {}
    whole: dict[str, str] = {}
    last = ""
    for figure, identity in zip(figures, ids, strict=True):
        part = figure.rule == "figures.subset" or (figure.rule == "figures.joined" and last in found)
        if part and figure.kind in whole:
            found[identity] = whole[figure.kind]
        elif not part:
            whole[figure.kind] = identity
        last = identity
    return found


def vague_word(words: str) -> str | None:
    """The word of a figure that gives no number but a size (عشرات, مئات), None where there is a number."""
    for word in words.split():
        for one in analyse(word).all("number"):
            if isinstance(one.sense.entry, Numeral) and one.sense.entry.group == "vague":
                return word
    return None


def tells_of_dead(event: Event) -> bool:
    """Whether an event tells of several dead without a count: سقوط قتلى, مقتل مدنيين."""
    words = event.trigger.text.split()
    killing = [word for word in words if _kills(word)]
    if event.type != "ASSAULT" or not killing:
        return False
    target = event.target.span.text.split()[:1] if event.target is not None else []
    return any(_plural(word) for word in (*killing, *target))


def _kills(word: str) -> bool:
    return any(
        isinstance(one.sense.entry, Trigger) and one.sense.entry.group == "result" and one.sense.entry.kind == "killed"
        for one in analyse(word).analyses
    )


def _plural(word: str) -> bool:
    """Whether a word is the plural of a person or victim and nothing else."""
    forms = [one.sense.form for one in analyse(word).all("person")]
    return bool(forms) and any(isinstance(form, NounForm) and form.number == "p" for form in forms)
