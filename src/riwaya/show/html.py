"""A reading as a page: right to left, self-contained, the text with its evidence marked and the ledger beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

from riwaya.model.document import Span
from riwaya.model.event import Event
from riwaya.model.reading import Reading
from riwaya.model.statement import Statement
from riwaya.show.rules import RULES
from riwaya.show.table import clean, interval

Layer = tuple[Span, str]

_STYLE = """
.riwaya{font:17px/1.9 "Noto Naskh Arabic","Amiri","Segoe UI","Geeza Pro",Tahoma,serif;color:#1d1d1f;direction:rtl;
 text-align:right}
.riwaya article{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 2rem;border-top:3px solid #1d1d1f;
 margin:0 0 3rem;padding-top:1rem}
.riwaya h2{grid-column:1/-1;font-size:1.3rem;line-height:1.6;margin:0}
.riwaya .meta{grid-column:1/-1;color:#57575c;font-size:.85rem;margin:0 0 1rem}
.riwaya .text{white-space:pre-wrap;overflow-wrap:anywhere;margin:0}
.riwaya .text span{padding:.12em 0}
.riwaya .content{background:#f3f1ea}
.riwaya .cue{background:#ffd98a}.riwaya .source{background:#bfe3c6}.riwaya .trigger{background:#f4b9b0}
.riwaya .figure{background:#c9d7f8}.riwaya .place{border-bottom:3px solid #7a5ea8}.riwaya .date{border-bottom:3px dotted #1d6f8b}
.riwaya ol{list-style:none;margin:0;padding:0}
.riwaya li.claim{border:1px solid #d9d6cd;border-right:6px solid #ffd98a;border-radius:4px;margin:0 0 .8rem;padding:.5rem .8rem;
 background:#fff}
.riwaya li.own{border-right-color:#b9b9bf}
.riwaya dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:0 .8rem;margin:0;font-size:.93rem}
.riwaya dt{direction:ltr;color:#57575c;font:.78rem/2.1 ui-sans-serif,system-ui,sans-serif}
.riwaya dd{margin:0;overflow-wrap:anywhere}
.riwaya .ltr{direction:ltr;unicode-bidi:isolate;font:.85rem/1.9 ui-sans-serif,system-ui,sans-serif}
.riwaya .event{border-top:1px dashed #c9c5b8;margin-top:.5rem;padding-top:.4rem}
.riwaya .key span{padding:.1em .5em;margin-left:.4em}
@media(max-width:800px){.riwaya article{grid-template-columns:minmax(0,1fr)}.riwaya .text{margin-bottom:1rem}}
"""

_KEY = (
    ("source", "who says"),
    ("cue", "reports"),
    ("content", "what is said"),
    ("trigger", "what happened"),
    ("figure", "how many"),
    ("place", "where"),
    ("date", "when"),
)


def page(readings: Sequence[Reading]) -> str:
    """One self-contained page for some readings: no script, nothing fetched."""
    return (
        '<!doctype html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<title>رواية</title>\n<style>body{max-width:78rem;margin:1.5rem auto;padding:0 1rem;background:#fbfaf7}</style>\n"
        f"</head>\n<body>\n{body(readings)}</body>\n</html>\n"
    )


def body(readings: Iterable[Reading]) -> str:
    """The part of a page that shows readings, for a notebook too."""
    key = "".join(f'<span class="{name} ltr">{words}</span>' for name, words in _KEY)
    articles = "".join(_article(reading) for reading in readings)
    return f'<div class="riwaya" dir="rtl">\n<style>{_STYLE}</style>\n<p class="key">{key}</p>\n{articles}</div>\n'


def _article(reading: Reading) -> str:
    document = reading.document
    meta = " · ".join(clean(str(part)) for part in (document.outlet, document.published, document.id) if part)
    claims = "".join(_claims(reading))
    return (
        f"<article>\n<h2>{_text(document.title or document.id)}</h2>\n"
        f'<p class="meta"><bdi>{escape(meta)}</bdi></p>\n<p class="text">{_marked(reading)}</p>\n<ol>\n{claims}</ol>\n</article>\n'
    )


def _claims(reading: Reading) -> Iterator[str]:
    for number, statement in enumerate(reading.statements):
        events = "".join(_event(event) for event in reading.events if event.statement == number)
        yield f'<li class="claim">{_statement(statement)}{events}</li>\n'
    for event in reading.events:
        if event.statement is None:
            yield f'<li class="claim own">{_event(event)}</li>\n'


def _statement(statement: Statement) -> str:
    rows = [("act", _latin(statement.act + (", quoted" if statement.quoted else "")))]
    rows.append(("source", _text(statement.source.name) if statement.source else _latin("not named")))
    rows += [("via", _text(span.text)) for span in statement.via]
    rows.append(("cue", _text(statement.cue.text)))
    rows += [("to", _text(statement.addressee.text))] if statement.addressee else []
    rows.append(("says", _text(statement.content.text)))
    rows += [("if", _text(statement.condition.text))] if statement.condition else []
    rows.append(("why", _latin(RULES.get(statement.rule, statement.rule))))
    return _list(rows)


def _event(event: Event) -> str:
    world = "" if event.modality == "actual" else f", {event.modality}"
    what = event.type + (f" {event.mode}" if event.mode else "") + world + (", negated" if event.negated else "")
    rows = [("event", _latin(what)), ("trigger", _text(event.trigger.text))]
    rows += [("actor", _text(event.actor.span.text))] if event.actor else []
    rows += [("target", _text(event.target.span.text))] if event.target else []
    if event.place:
        place = event.place
        where = f"{place.precision}, {place.country or 'country unknown'}"
        rows.append(("place", f"{_text(place.span.text)} {_latin(where)}"))
    if event.date:
        first, last = event.date.start.isoformat(), event.date.end.isoformat()
        rows.append(("when", f"{_text(event.date.span.text)} {_latin(first if first == last else f'{first} to {last}')}"))
    rows += [(figure.kind, f"{_latin(interval(figure))} {_text(figure.span.text)}") for figure in event.figures]
    return f'<div class="event">{_list(rows)}</div>'


def _list(rows: Iterable[tuple[str, str]]) -> str:
    return "<dl>" + "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in rows) + "</dl>"


def _text(text: str) -> str:
    return f"<bdi>{escape(clean(text))}</bdi>"


def _latin(text: str) -> str:
    return f'<span class="ltr">{escape(text)}</span>'


def _layers(reading: Reading) -> Iterator[Layer]:
    for statement in reading.statements:
        yield statement.content, "content"
        yield statement.cue, "cue"
        if statement.source is not None and statement.source.mention is not None:
            yield statement.source.mention, "source"
    for event in reading.events:
        yield event.trigger, "trigger"
        yield from ((figure.span, "figure") for figure in event.figures)
        if event.place is not None:
            yield event.place.span, "place"
        if event.date is not None:
            yield event.date.span, "date"


def _marked(reading: Reading) -> str:
    """The text cut at every boundary of evidence, each piece with the classes that hold there."""
    characters = reading.document.characters
    first = len(reading.document.title) + 1
    changes: dict[int, list[tuple[str, int]]] = {first: [], len(characters): []}
    for span, name in _layers(reading):
        if span.end > first:
            changes.setdefault(max(span.start, first), []).append((name, 1))
            changes.setdefault(span.end, []).append((name, -1))
    cuts = sorted(changes)
    here: dict[str, int] = {}
    out: list[str] = []
    for start, end in pairwise(cuts):
        for name, step in changes[start]:
            here[name] = here.get(name, 0) + step
        names = " ".join(name for name, _ in _KEY if here.get(name, 0) > 0)
        piece = escape("\n".join(clean(line) for line in characters[start:end].split("\n")))
        out.append(f'<span class="{names}">{piece}</span>' if names else piece)
    return "".join(out)
