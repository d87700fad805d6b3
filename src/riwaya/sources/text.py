"""A plain text file is one report; its first or last lines may say on which day it was published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from riwaya.model.capture import Item, Refusal
from riwaya.model.document import Document
from riwaya.sources.arrival import Arrival
from riwaya.sources.dateline import date_line
from riwaya.sources.decode import decode
from riwaya.sources.language import fault
from riwaya.sources.options import Options, Refused, tool

VERSION = "plain 1"

_FEW_WORDS = 2


def text_items(arrival: Arrival, options: Options) -> Iterator[Item | Refusal]:
    """The report in a text file, every character of it kept. Raises Refused where it is none."""
    raw = arrival.whole(options.limits.report)
    text = decode(raw)
    published = text_day(text, arrival.latest) or options.published
    document = Document(arrival.stem, "", text, published, options.outlet)
    why = fault(document)
    if why is not None:
        raise Refused(why)
    yield Item(raw, arrival.captured("text/plain", tool("text")), arrival.part(), document, VERSION)


def text_day(text: str, latest: date) -> date | None:
    """The day of a plain text: a line among its first five or last two that holds a day and hardly anything else."""
    lines = [line for line in text[:20_000].split("\n")[:200] if line.strip()]
    for line in chain(lines[:5], lines[-2:]):
        found = date_line(line, latest)
        if found is not None and found.label != "updated" and found.others <= _FEW_WORDS:
            return found.day
    return None
