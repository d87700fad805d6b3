"""Claims as they stand beside the text: a card for each statement with its events, and one for each event of the outlet's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from riwaya.model.event import Event, Place, When
from riwaya.model.reading import Reading
from riwaya.model.statement import Statement
from riwaya.show.rules import RULES
from riwaya.show.table import by_teller, clean, interval

_MOST = 400
Rows = Iterable[tuple[str, str]]


def claims(reading: Reading, name: str) -> Iterator[tuple[int, str]]:
    """Every claim in text order with the place where it begins; ``name`` is the beginning of its id in the page."""
    told = by_teller(reading)
    found = [
        (statement.cue.start, _statement(statement, number, told.get(number - 1, []), name))
        for number, statement in enumerate(reading.statements, 1)
    ]
    for place, event in told.get(None, ()):
        card = f'<li class="claim own">{_event(event, place, name)}{_why([("event", event.rule), *_details(event)])}</li>\n'
        found.append((event.trigger.start, card))
    yield from sorted(found, key=lambda one: one[0])


def english(text: str, look: str = "") -> str:
    """Words that are not from the report."""
    return f'<span class="{f"en {look}".strip()}">{escape(text)}</span>'


def _words(text: str) -> str:
    return f'<bdi lang="ar">{escape(clean(text))}</bdi>'


def _statement(statement: Statement, number: int, events: list[tuple[int, Event]], name: str) -> str:
    link = f'<a class="n" href="#{name}-tc{number}" aria-label="to statement {number} in the text">{number}</a>'
    who = _words(statement.source.name) if statement.source else english("not named", "soft")
    act = english(statement.act.replace("_", " ") + (", quoted" if statement.quoted else ""), "act")
    rows = [("via", _words(span.text)) for span in statement.via]
    rows += [("to", _words(statement.addressee.text))] if statement.addressee else []
    rows += [("if", _words(statement.condition.text))] if statement.condition else []
    told = "".join(_event(event, place, name) for place, event in events)
    reasons = [(statement.act, statement.rule)]
    for _, event in events:
        reasons += [(event.type, event.rule), *_details(event)]
    return (
        f'<li class="claim c{number}" id="{name}-c{number}"><p>{link}{who} {act}</p>{_list(rows)}'
        f"<p>{_words(_shortened(statement.content.text))}</p>{told}{_why(reasons)}</li>\n"
    )


def _shortened(text: str) -> str:
    """What is said, or its beginning: the whole of it is marked in the text."""
    return text if len(text) <= _MOST else f"{text[:_MOST].rpartition(' ')[0] or text[:_MOST]} …"


def _event(event: Event, place: int, name: str) -> str:
    what = " ".join(part for part in (event.type, event.mode) if part)
    worlds = [event.modality] if event.modality != "actual" else []
    worlds += ["negated"] if event.negated else []
    rows = [(label, _words(one.span.text)) for label, one in (("actor", event.actor), ("target", event.target)) if one]
    rows += [("where", _where(event.place))] if event.place else []
    rows += [("when", _when(event.date))] if event.date else []
    rows += [(figure.kind, f"{_words(figure.span.text)} = {english(interval(figure))}") for figure in event.figures]
    return (
        f'<div class="event v{place}" id="{name}-v{place}"><p><a href="#{name}-tv{place}">{english(what, "act")}</a> '
        f"{english(', '.join(worlds)) if worlds else ''} {_words(event.trigger.text)}</p>{_list(rows)}</div>"
    )


def _where(place: Place) -> str:
    where = f"{place.precision}, {place.country or 'country unknown'}"
    return f"{_words(place.span.text)} {english(where, 'soft')}"


def _when(when: When) -> str:
    first, last = when.start.isoformat(), when.end.isoformat()
    return f"{_words(when.span.text)} {english(first if first == last else f'{first} to {last}', 'soft')}"


def _details(event: Event) -> Iterator[tuple[str, str]]:
    """The rules behind the date and the figures of an event."""
    if event.date is not None:
        yield "when", event.date.rule
    yield from ((figure.kind, figure.rule) for figure in event.figures)


def _why(reasons: Rows) -> str:
    lines = "".join(f"<p>{english(f'{label}: {RULES.get(rule, rule)}')}</p>" for label, rule in dict.fromkeys(reasons))
    return f"<details><summary>{english('why')}</summary>{lines}</details>"


def _list(rows: Rows) -> str:
    lines = "".join(f"<div><dt>{english(label)}</dt><dd>{value}</dd></div>" for label, value in rows)
    return f"<dl>{lines}</dl>" if lines else ""
