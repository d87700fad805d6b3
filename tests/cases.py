"""The cases of the corpus: one TOML file a phenomenon, each case a text and all that must be read from it.

A file says with ``asserts`` which part of a reading its cases state in full: what they leave out must not be found. Evidence is
written as the quoted words, ``#2`` behind them where the second place in the text is meant. ``near`` names the rules that come
near to firing in a case and must not.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from riwaya.model.document import Document, Span
from riwaya.model.event import Event, Figure
from riwaya.model.evidence import faults
from riwaya.model.reading import Reading
from riwaya.model.statement import Statement
from riwaya.read.dates.dates import find_dates
from riwaya.read.places.places import find_places
from riwaya.read.reader import read_document
from riwaya.read.text.layout import lay_out

FOLDER = Path(__file__).parent / "corpus" / "ar"
Fields = dict[str, Any]

_KEYS = {"name", "title", "text", "published", "near", "expect", "statement", "event"}
_SPANS = {"cue", "content", "addressee", "condition", "trigger", "said", "actor", "target", "place"}
STATEMENT = {"rule", "act", "cue", "source", "content", "via", "addressee", "condition", "quoted"}
EVENT = {"rule", "type", "trigger", "said", "actor", "target", "negated", "modality", "place", "date", "figures"}


class CaseError(ValueError):
    """A case that states something impossible; the message names file and case."""


@dataclass(frozen=True)
class Case:
    """One case: where it stands, what its file asserts, and what it says."""

    file: str
    asserts: str
    says: Fields

    @property
    def id(self) -> str:
        """File and name."""
        return f"{self.file}: {self.says['name']}"

    @property
    def near(self) -> frozenset[str]:
        """The rules that must not fire here."""
        return frozenset(self.says.get("near", ()))

    @property
    def document(self) -> Document:
        """The report of the case."""
        day = date.fromisoformat(self.says["published"]) if "published" in self.says else None
        return Document("case", self.says.get("title", ""), self.says["text"], day)

    @property
    def expected(self) -> list[Any]:
        """What must be read, and nothing else."""
        if self.asserts in ("statements", "events"):
            return list(self.says.get(self.asserts[:-1], []))
        return list(self.says["expect"])


def load(path: Path) -> list[Case]:
    """The cases of a file. Raises CaseError on an unknown key and on evidence that is not in the text."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    if set(data) != {"asserts", "case"} or data["asserts"] not in FOUND:
        raise CaseError(f"{path.name}: a file has `asserts` ({', '.join(FOUND)}) and cases")
    cases = [Case(path.stem, data["asserts"], says) for says in data["case"]]
    for case in cases:
        _check(case)
    names = [case.says["name"] for case in cases]
    if twice := {name for name in names if names.count(name) > 1}:
        raise CaseError(f"{path.name}: two cases are called {', '.join(sorted(twice))}")
    return cases


def corpus() -> list[Case]:
    """All cases."""
    return [case for path in sorted(FOLDER.glob("*.toml")) for case in load(path)]


def _check(case: Case) -> None:
    if unknown := set(case.says) - _KEYS:
        raise CaseError(f"{case.id}: unknown keys {', '.join(sorted(unknown))}")
    for kind, known in (("statement", STATEMENT), ("event", EVENT)):
        if case.says.get(kind) and case.asserts != f"{kind}s":
            raise CaseError(f"{case.id}: its file asserts {case.asserts}")
        for one in case.says.get(kind, []):
            check_fields(case.id, case.document, one, known)


def check_fields(where: str, document: Document, one: Fields, known: set[str]) -> None:
    """Raise CaseError on an unknown field and on evidence that does not stand in the text so often."""
    if unknown := set(one) - known:
        raise CaseError(f"{where}: unknown fields {', '.join(sorted(unknown))}")
    quotes = [str(value) for key, value in one.items() if key in _SPANS] + list(one.get("via", []))
    for quote in [*quotes, *([one["source"]] if "source" in one else [])]:
        words, _, number = quote.partition("#")
        if document.characters.count(words) < int(number or 1):
            raise CaseError(f"{where}: {quote!r} is not in the text")


def _quote(document: Document, span: Span) -> str:
    """The words of a span, with their number where the same words stand before them."""
    number = document.characters.count(span.text, 0, span.end - 1) + 1
    return span.text if number == 1 else f"{span.text}#{number}"


def statement_fields(document: Document, one: Statement) -> Fields:
    """A statement as a case writes it: what is empty is left out."""
    found: Fields = {"rule": one.rule, "act": one.act, "cue": _quote(document, one.cue)}
    found["source"] = one.source.name if one.source else None
    found["content"] = _quote(document, one.content)
    found["via"] = [_quote(document, span) for span in one.via]
    found["addressee"] = _quote(document, one.addressee) if one.addressee else None
    found["condition"] = _quote(document, one.condition) if one.condition else None
    found["quoted"] = one.quoted
    return {key: value for key, value in found.items() if value}


def event_fields(reading: Reading, one: Event) -> Fields:
    """An event as a case writes it, setting and figures apart: ``said`` is its statement's cue, what is empty is left out."""
    document = reading.document
    found: Fields = {"rule": one.rule, "type": one.type, "trigger": _quote(document, one.trigger)}
    found["said"] = _quote(document, reading.statements[one.statement].cue) if one.statement is not None else None
    found["actor"] = _quote(document, one.actor.span) if one.actor else None
    found["target"] = _quote(document, one.target.span) if one.target else None
    found["negated"] = one.negated
    found["modality"] = one.modality if one.modality != "actual" else None
    return {key: value for key, value in found.items() if value}


def setting_fields(document: Document, one: Event) -> Fields:
    """Place, date and figures of an event as a report writes them."""
    found: Fields = {"place": _quote(document, one.place.span) if one.place else None}
    if one.date is not None:
        day = one.date.start.isoformat()
        found["date"] = day if one.date.start == one.date.end else f"{day}/{one.date.end.isoformat()}"
    found["figures"] = [figure_line(figure) for figure in one.figures]
    return {key: value for key, value in found.items() if value}


def figure_line(figure: Figure, whole: bool = False) -> str:
    """Kind and interval, an open end as a dash; the words behind them where they are asked for."""
    low, high = ("-" if bound is None else bound for bound in (figure.low, figure.high))
    return f"{figure.kind} {low} {high}" + (f" | {figure.span.text}" if whole else "")


def _statements(document: Document) -> list[Any]:
    return [statement_fields(document, one) for one in sound(document).statements]


def _events(document: Document) -> list[Any]:
    reading = sound(document)
    return [event_fields(reading, one) for one in reading.events]


def _figures(document: Document) -> list[Any]:
    return [figure_line(figure, whole=True) for event in sound(document).events for figure in event.figures]


def _dates(document: Document) -> list[Any]:
    found = (mention.when for mention in find_dates(lay_out(document), document.published))
    return [f"{when.start} {when.end} {when.precision}" for when in found]


def _places(document: Document) -> list[Any]:
    found = (mention.place for mention in find_places(lay_out(document)) if not mention.pointing)
    return [f"{place.span.text} | {place.precision} | {place.country or ''}" for place in found]


def _settings(document: Document) -> list[Any]:
    lines = []
    for event in sound(document).events:
        when = (str(event.date.start), str(event.date.end)) if event.date else ("-", "-")
        lines.append(" | ".join((event.trigger.text, event.place.span.text if event.place else "-", *when)))
    return lines


def _anchors(document: Document) -> list[Any]:
    return [f"{event.trigger.text} | {'anchored' if event.anchored else 'bare'}" for event in sound(document).events]


FOUND: dict[str, Callable[[Document], list[Any]]] = {
    "statements": _statements,
    "events": _events,
    "figures": _figures,
    "dates": _dates,
    "places": _places,
    "settings": _settings,
    "anchors": _anchors,
}
"""What a file can assert → what the program reads of it."""


def sound(document: Document) -> Reading:
    """The reading of a document, whose evidence stands where it says."""
    reading = read_document(document)
    assert faults(reading) == []
    return reading


def found(case: Case) -> list[Any]:
    """What the program reads of what a case asserts; figures in the order that the case has them."""
    lines = FOUND[case.asserts](case.document)
    return _in_order(lines, case.expected) if case.asserts == "figures" else lines


def _in_order(lines: list[str], wanted: Iterable[str]) -> list[str]:
    """The lines in the order of the wanted ones, others behind them: figures of two events may stand in either order.

    Where a wanted line gives no words of the text, its interval is all that is compared.
    """
    rest = list(lines)
    ordered = []
    for line in wanted:
        same = next((one for one in rest if line == (one if "|" in line else one.partition(" | ")[0])), None)
        if same is not None:
            rest.remove(same)
            ordered.append(line)
    return ordered + rest
