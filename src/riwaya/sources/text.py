"""A plain text file is one report; its first or last lines may say on which day it was published."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.model.capture import Item, Refusal
from riwaya.model.document import Document
from riwaya.sources.arrival import Arrival
from riwaya.sources.decode import decode
from riwaya.sources.language import fault
from riwaya.sources.options import Options, Refused, tool
from riwaya.sources.pagedate import text_day

VERSION = "plain 1"


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
