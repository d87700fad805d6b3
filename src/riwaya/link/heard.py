"""What one report tells of what is said to have happened, taken apart for comparing: event by event, figure by figure.

``Heard`` depends on its own report alone and holds none of its text, so it can be kept, and an incident be compared again
without reading its reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from riwaya.lang.ar.lexicon import Numeral, Trigger
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.words import analyse
from riwaya.link.parties import Party
from riwaya.link.scopes import Scope, is_part, scope_of
from riwaya.link.tellers import Tellers, tellers, who
from riwaya.link.victims import quantity_of
from riwaya.model.event import Event, Figure
from riwaya.model.incident import Quantity, Report, Told


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure: its id, the quantity, the interval, words of approximation, the counted group, what it covers.

    ``part_of`` is the figure that it is a part of, "" where it is a part of one that is told elsewhere.
    """

    id: str
    quantity: Quantity
    low: int | None
    high: int | None
    approx: str | None
    of: str | None
    scope: Scope
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """An event that is said to have happened, or not to: who tells it, who is said to have done it, what is counted.

    ``place`` is its place in the reading; ``act`` the speech act ("" the outlet's own voice); ``blamed`` whom an accusation
    addresses; ``voice`` key and name of the outlet's own voice; ``dead`` the words that tell of dead without a count.
    """

    id: str
    document: str
    witness: str
    day: date | None
    place: int
    type: str
    negated: bool
    act: str
    teller: Party
    actor: Party | None
    blamed: Party | None
    voice: tuple[str, str]
    figures: tuple[Counted, ...] = ()
    dead: str = ""

    @property
    def copied(self) -> bool:
        """Whether it stands in a near-copy."""
        return self.document != self.witness


def hear(told: Iterable[Told], known: Tellers | None = None) -> Iterator[Heard]:
    """The events of some reports taken apart; what is planned, demanded or only possible is left out.

    ``known`` are the tellers of the reports where more of their claims than these events is at hand: short names are then
    found in full.
    """
    events = tuple(told)
    known = known or tellers(events)
    for one in events:
        if one.event.modality == "actual":
            yield _heard(one, known)


def _heard(told: Told, known: Tellers) -> Heard:
    event, report, said = told.event, told.report, told.teller
    figures = tuple(_figures(told))
    uncounted = not any(one.kind in ("killed", "casualties") for one in event.figures) and tells_of_dead(event)
    accused = said.statement.addressee if said is not None and said.statement.act == "accuse" else None
    return Heard(
        told.id,
        report.id,
        report.witness,
        report.day,
        told.place,
        event.type,
        event.negated,
        said.statement.act if said is not None else "",
        known.of(told),
        known.actor(told),
        who(accused.text, None, report, known.names.get(report.id, ())) if accused is not None else None,
        known.outlets[report.id],
        figures,
        event.trigger.text if uncounted else "",
    )


def _figures(told: Told) -> Iterable[Counted]:
    event = told.event
    parents = _parents(event.figures, told.figure_ids, told.report)
    sides: dict[str, str] = {}
    for figure, identity in zip(event.figures, told.figure_ids, strict=True):
        quantity, scope = quantity_of(figure, event, told.report), scope_of(figure, event, told.report)
        if identity in parents and not quantity.side:
            quantity = replace(quantity, side=sides.get(parents[identity], ""))
        sides[identity] = quantity.side
        approx = figure.approx or (vague_word(figure.span.text) if figure.low != figure.high else None)
        of = figure.of.text if figure.of else None
        yield Counted(identity, quantity, figure.low, figure.high, approx, of, scope, parents.get(identity))


def _parents(figures: Sequence[Figure], ids: Sequence[str], report: Report) -> dict[str, str]:
    """Part → whole: a part belongs to the last figure of its kind before it that is none; what is joined to it does too."""
    found: dict[str, str] = {}
    whole: dict[str, str] = {}
    last = ""
    for figure, identity in zip(figures, ids, strict=True):
        joined = figure.rule == "figures.joined" and last in found
        if joined or figure.rule == "figures.subset" or is_part(figure, report):
            found[identity] = whole.get(figure.kind, "")
        else:
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
