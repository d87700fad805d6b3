"""Print a random sample of what is read from reports, each piece marked in its sentence, to be judged by eye.

usage: sample.py FILES-or-FOLDER [--seed N] [--count N] [--least N] [--each N] [--any]

From reports in random order that have ``--least`` events of force with a place (``--any``: any events): ``--count``
statements, events, and sentences with a word of a cue or event that gave nothing, at most ``--each`` from one report.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator

from riwaya.model.capture import Item
from riwaya.model.document import Document, Span
from riwaya.model.event import Event
from riwaya.model.reading import Reading
from riwaya.model.statement import Statement
from riwaya.read.reader import read_document
from riwaya.read.text.layout import Layout, lay_out
from riwaya.sources.kinds import items
from riwaya.sources.options import Options

FORCE = ("ASSAULT", "COERCE", "CONTROL", "RETREAT", "MOBILIZE")
"""Types that make a report one of conflict, where they have a place: matches are won in stadiums, attacks are everywhere."""
Blocks = dict[str, list[str]]
Marks = list[tuple[str, Span | None]]


def documents(addresses: list[str]) -> list[Document]:
    """The reports at the addresses, in their order."""
    options = Options(fields=(("published", "published"), ("published", "date_extracted")))
    return [found.document for address in addresses for found in items(address, options) if isinstance(found, Item)]


def marked(layout: Layout, marks: Marks) -> str:
    """The sentences that the marks touch, with the one before, each mark as ``{name: words}``."""
    spans = [(name, span) for name, span in marks if span is not None]
    whole = [layout.span(one.start, one.end) for one in layout.sentences]
    touched = [number for number, one in enumerate(whole) if any(one.touches(span) for _, span in spans)]
    start, end = whole[max(0, touched[0] - 1)].start, whole[touched[-1]].end
    put = [(span.start, 1, -span.end, f"{{{name}: ") for name, span in spans] + [(one.end, 0, 0, "}") for _, one in spans]
    text = ""
    for place, _, _, sign in sorted(put):
        text, start = text + layout.characters[start:place] + sign, place
    return text + layout.characters[start:end]


def statement_block(layout: Layout, statement: Statement) -> str:
    """A statement: its fields, then its sentence."""
    name, mention = (source.name, source.mention) if (source := statement.source) else (None, None)
    marks: Marks = [("CUE", statement.cue), ("CONTENT", statement.content), ("ADDRESSEE", statement.addressee)]
    marks += [("SOURCE", mention), ("CONDITION", statement.condition)]
    head = f"{statement.act} source={name} via={[s.text for s in statement.via]} quoted={statement.quoted} rule={statement.rule}"
    return f"{head}\n{marked(layout, marks)}"


def event_block(layout: Layout, reading: Reading, event: Event) -> str:
    """An event: its fields, who says it, then its sentence."""
    teller = None if event.statement is None else reading.statements[event.statement]
    figures = [f"{one.kind} {one.low}-{one.high} {one.span.text!r} of {one.of.text if one.of else None}" for one in event.figures]
    sides = [f"{name}={one.span.text if one else None}" for name, one in (("actor", event.actor), ("target", event.target))]
    place = f"{event.place.name}/{event.place.country}" if event.place else None
    date = f"{event.date.start}/{event.date.end} {event.date.span.text!r}" if event.date else None
    head = f"{event.type} {event.modality}{' NEGATED' if event.negated else ''} {' '.join(sides)} place={place} date={date}"
    said = "outlet" if teller is None else f"{teller.source.name if teller.source else None} ({teller.act} {teller.cue.text})"
    return f"{head} figures={figures} said by={said} rule={event.rule}\n{marked(layout, [('TRIGGER', event.trigger)])}"


def silent(layout: Layout, reading: Reading) -> Iterator[str]:
    """The sentences that hold a word of a cue or a trigger but no part of a statement and no event."""
    told = [span for one in reading.statements for span in (one.cue, one.content)] + [one.trigger for one in reading.events]
    for sentence in layout.sentences:
        span = layout.span(sentence.start, sentence.end)
        words = [token.word for token in layout.tokens[sentence.start : sentence.end]]
        if any({"cue", "trigger"} & word.labels for word in words) and not any(span.touches(one) for one in told):
            yield span.text


def blocks(document: Document, least: int, anything: bool) -> Blocks:
    """What can be drawn from one report, by kind; nothing where it has too few events."""
    reading = read_document(document)
    if sum(anything or (event.type in FORCE and event.place is not None) for event in reading.events) < least:
        return {}
    layout = lay_out(document)
    return {
        "statements": [statement_block(layout, one) for one in reading.statements],
        "events": [event_block(layout, reading, one) for one in reading.events],
        "silent": list(silent(layout, reading)),
    }


def sample(reports: list[Document], seed: int, count: int, least: int = 3, each: int = 2, anything: bool = False) -> Blocks:
    """``count`` blocks of every kind (fewer where the reports have no more), each headed by its report's id and day."""
    draw = random.Random(seed)
    drawn: Blocks = {"statements": [], "events": [], "silent": []}
    for document in draw.sample(reports, len(reports)):
        for kind, found in blocks(document, least, anything).items():
            room = min(each, len(found), count - len(drawn[kind]))
            drawn[kind] += [f"{document.id} {document.published}: {one}" for one in draw.sample(found, room)]
        if all(len(found) == count for found in drawn.values()):
            break
    return drawn


def main() -> None:
    """Print the sample, one block each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("addresses", nargs="+", metavar="FILES-or-FOLDER")
    for name, default in (("seed", 1), ("count", 20), ("least", 3), ("each", 2)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--any", dest="anything", action="store_true")
    given = vars(parser.parse_args())
    for kind, found in sample(documents(given.pop("addresses")), **given).items():
        print(*(f"== {kind} {number}: {block}\n" for number, block in enumerate(found, 1)), sep="\n")


if __name__ == "__main__":
    main()
