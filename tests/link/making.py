"""Claims of our own making for the tests of comparing: a line says who tells what number of whom, on which day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from riwaya.model.document import Document, Span
from riwaya.model.event import Event, Figure, Mention, Place, When
from riwaya.model.incident import Report, Said, Told
from riwaya.model.statement import Source, Statement

START = date(2026, 3, 1)


@dataclass(frozen=True)
class Line:
    """One claim: ``by`` is the teller (empty for the outlet's own voice), ``low`` and ``high`` the figure, ``of`` the counted.

    ``parts`` are (number, group) behind the figure; ``copy_of`` the number of the report that this one copies.
    """

    number: int
    day: int = 0
    by: str = ""
    entity: str | None = None
    act: str = "assert"
    kind: str = "killed"
    low: int | None = None
    high: int | None = None
    of: str = "شخصا"
    parts: tuple[tuple[int, str], ...] = ()
    actor: str = ""
    actor_entity: str | None = None
    negated: bool = False
    modality: str = "actual"
    tail: str = ""
    outlet: str = ""
    copy_of: int | None = None
    figure: bool = True


class Text:
    """A text that grows piece by piece and knows where each piece stands."""

    def __init__(self, title: str = "") -> None:
        self.written = f"{title}\n"

    def add(self, piece: str) -> Span:
        """Write a piece; its span."""
        start = len(self.written)
        self.written += piece
        return Span(start, len(self.written), piece)


def told(line: Line) -> Told:
    """The claim as an event of a report of its own."""
    text = Text()
    source, cue = _teller(text, line)
    actor = Mention(text.add(line.actor), line.actor, line.actor_entity) if line.actor else None
    text.add(" " if actor else "")
    trigger = text.add("قتل" if line.kind == "killed" else "أصاب")
    figures = _figures(text, line) if line.figure else []
    text.add(line.tail)
    report = _report(line, text)
    event = Event(trigger, "ASSAULT", "made", None, 0 if source else None, actor, None, None, None, tuple(figures))
    event = replace(event, negated=line.negated, modality=line.modality)
    content = Span(trigger.start, len(text.written), text.written[trigger.start :])
    said = None
    if line.by:
        statement = Statement(cue, line.act, source, content, "made")
        said = Said(f"stmt-{line.number:04}", report, 0, statement)
    ids = tuple(f"fig-{line.number:04}-{at}" for at in range(len(figures)))
    return Told(f"event-{line.number:04}", report, 0, event, ids, said)


def _teller(text: Text, line: Line) -> tuple[Source | None, Span]:
    cue = text.add("قال " if line.by else " ")
    if not line.by:
        return None, cue
    mention = text.add(line.by)
    text.add(" إن ")
    return Source(mention, line.by, line.entity), cue


def _figures(text: Text, line: Line) -> list[Figure]:
    text.add(" ")
    number = text.add("العشرات" if (line.low, line.high) == (20, 99) else f"{line.low if line.low is not None else line.high}")
    text.add(" ")
    of = text.add(line.of)
    whole = Span(number.start, of.end, text.written[number.start : of.end])
    figures = [Figure(whole, line.kind, line.low, line.high, "figures.governed", None, of)]
    for count, group in line.parts:
        text.add(" بينهم ")
        part = text.add(f"{count} {group}")
        figures.append(Figure(part, line.kind, count, count, "figures.subset", None, part))
    return figures


def _report(line: Line, text: Text) -> Report:
    title, _, body = text.written.partition("\n")
    day = date.fromordinal(START.toordinal() + line.day)
    document = Document(f"r{line.number}", title, body, day, line.outlet or f"صحيفة {line.number}")
    identity = f"doc-{line.number:04}"
    return Report(identity, document, identity if line.copy_of is None else f"doc-{line.copy_of:04}")


def when(day: date, span: Span) -> When:
    """A day as a time of an event."""
    return When(day, day, span, "day", "dates.absolute_day")


def place(name: str, span: Span, country: str | None = None, latitude: float | None = None) -> Place:
    """A town."""
    return Place(span, name, country, latitude, latitude, "town")
