"""A reading for a terminal: the label first, one Arabic string a line, so that no terminal mixes up directions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap

from riwaya.model.event import Event, Figure, When
from riwaya.model.reading import Reading
from riwaya.model.statement import Statement
from riwaya.show.rules import RULES

_LABEL = 11
_INDENT = _LABEL + 3
_NARROW = 12

_ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN_FIRST = re.compile("[^a-zA-Z\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]*[a-zA-Z]")
_CONTROL = re.compile("[\u2028\u2029\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def clean(text: str) -> str:
    """Text for one line: control and bidirectional characters, which could repaint a terminal, become a blank."""
    return _CONTROL.sub(" ", text)


def line(label: str, value: str) -> str:
    """A label and its value; a value in Arabic is isolated, so that its digits and stops keep their side."""
    return f"  {label:<{_LABEL}} {isolated(clean(value))}\n"


def isolated(value: str, whole: str = "") -> str:
    """A value; one in Arabic stands apart from what is around it. A part of a value that begins in Latin runs as the whole does."""
    opening = "\u2066" if _LATIN_FIRST.match(whole) else "\u2068"
    return f"{opening}{value}\u2069" if _ARABIC.search(value) else value


def fitted(shown: str, width: int) -> str:
    """A table for a terminal of that width: a long value goes on in lines of its own, below its beginning."""
    return "".join(_fitted(one, max(width, 2 * _INDENT)) for one in shown.splitlines(keepends=True))


def _fitted(one: str, width: int) -> str:
    if len(one) <= width + 1:
        return one
    if not one.startswith("  "):
        return _row(one, width)
    whole = one[_INDENT:].strip("\u2068\u2069\n")
    parts = wrap(whole, width - _INDENT, replace_whitespace=False)
    labels = [one[:_INDENT], *[" " * _INDENT] * (len(parts) - 1)]
    return "".join(f"{label}{isolated(part, whole)}\n" for label, part in zip(labels, parts, strict=True))


def _row(one: str, width: int) -> str:
    """A row of a table, whose last cell stands apart: a long one goes on below its beginning; any other line stays as it is."""
    cells, apart, last = one.rstrip("\u2069\n").partition("\u2068")
    if not apart or width - len(cells) < _NARROW:
        return one
    parts = wrap(last, width - len(cells), break_long_words=False)
    return "".join(f"{' ' * len(cells) if at else cells}{isolated(part)}\n" for at, part in enumerate(parts))


def table(reading: Reading, why: bool = False) -> str:
    """The ledger of one report: each statement with the events it claims, then the events in the outlet's own voice.

    ``why`` adds the rule behind each line, in plain words.
    """
    document = reading.document
    out = [f"{clean(document.id)}  {clean(document.outlet or '')}  {document.published or 'no day of publication'}\n"]
    if document.title:
        out.append(line("title", document.title))
    told = by_teller(reading)
    for number, statement in enumerate(reading.statements):
        out.append("\n" + "".join(statement_lines(number + 1, statement, why)))
        out += ["".join(event_lines(event, why)) for _, event in told.get(number, ())]
    if None in told:
        out.append("\n  --- in the outlet's own voice\n")
    out += ["".join(event_lines(event, why)) for _, event in told.get(None, ())]
    out.append(f"\n{_counted(len(reading.statements), 'statement')}, {_counted(len(reading.events), 'event')}\n\n")
    return "".join(out)


def _counted(number: int, noun: str) -> str:
    """So many of a thing: 1 event, 2 events."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def by_teller(reading: Reading) -> dict[int | None, list[tuple[int, Event]]]:
    """The events of each statement, None for the outlet's own voice, each with its number from 1."""
    told: dict[int | None, list[tuple[int, Event]]] = {}
    for number, event in enumerate(reading.events, 1):
        told.setdefault(event.statement, []).append((number, event))
    return told


def statement_lines(number: int, statement: Statement, why: bool = False) -> Iterator[str]:
    """A statement: its act, who says it through whom, to whom, what, and on which condition."""
    yield f"  [{number}] {statement.act}{' (quoted)' if statement.quoted else ''}\n"
    yield line("source", statement.source.name if statement.source else "(not named)")
    for carrier in statement.via:
        yield line("via", carrier.text)
    yield line("cue", statement.cue.text)
    if statement.addressee:
        yield line("to", statement.addressee.text)
    yield line("says", statement.content.text)
    if statement.condition:
        yield line("if", statement.condition.text)
    if why:
        yield line("why", _because(statement.rule))


def event_lines(event: Event, why: bool = False) -> Iterator[str]:
    """An event: type, words, participants, place, time, figures."""
    marks = [event.modality] if event.modality != "actual" else []
    marks += ["negated"] if event.negated else []
    yield f"    > {event.type}{' ' + event.mode if event.mode else ''}{' (' + ', '.join(marks) + ')' if marks else ''}\n"
    yield line("  trigger", event.trigger.text)
    if why:
        yield line("  why", _because(event.rule))
    for label, mention in (("  actor", event.actor), ("  target", event.target)):
        if mention is not None:
            yield line(label, mention.span.text)
    if event.place is not None:
        yield line("  place", event.place.span.text)
        yield line("  where", f"{event.place.precision}, {event.place.country or 'country unknown'}")
    yield from _date_lines(event.date, why) if event.date is not None else ()
    for figure in event.figures:
        yield line("  " + figure.kind, interval(figure))
        yield line("  evidence", figure.span.text)
        if why:
            yield line("  why", _because(figure.rule))


def _date_lines(when: When, why: bool) -> Iterator[str]:
    yield line("  when", f"{when.start}" + (f" to {when.end}" if when.end != when.start else ""))
    yield line("  evidence", when.span.text)
    if why:
        yield line("  why", _because(when.rule))


def _because(rule: str) -> str:
    return f"{RULES.get(rule, 'no description')} [{rule}]"


def interval(figure: Figure) -> str:
    """A figure's interval in plain words; an open end is said."""
    if figure.low == figure.high:
        return str(figure.low)
    if figure.high is None:
        return f"{figure.low} or more"
    return f"up to {figure.high}" if figure.low is None else f"{figure.low} to {figure.high}"
