"""JSON and JSON Lines: each object is a report."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.model.capture import Item, Refusal
from riwaya.sources.arrival import Arrival
from riwaya.sources.jsonstream import parsed, values
from riwaya.sources.lines import Line, lines
from riwaya.sources.options import Options, Refused
from riwaya.sources.record import Record, record_item


def json_items(arrival: Arrival, options: Options) -> Iterator[Item | Refusal]:
    """The reports of a JSON file: one object, or an array of them that is read piece by piece.

    Raises Refused at the first thing that is no JSON.
    """
    taken = 0
    for taken, value in enumerate(values(arrival, options.limits), 1):
        part = "" if value.alone else f"item {taken}"
        yield record_item(arrival, options, "json", Record(value.raw, part, value.value))
    if taken == 0:
        raise Refused("an empty array: no report to read")


def jsonl_items(arrival: Arrival, options: Options) -> Iterator[Item | Refusal]:
    """The reports of a JSON Lines file, one a line; a line that is broken loses no other."""
    for line in lines(arrival, options.limits):
        if line.fault or line.text.strip():
            yield _item(arrival, options, line)


def _item(arrival: Arrival, options: Options, line: Line) -> Item | Refusal:
    part = f"line {line.number}"
    try:
        if line.fault:
            raise Refused(line.fault)
        return record_item(arrival, options, "jsonl", Record(line.raw, part, parsed(line.text)))
    except Refused as error:
        return Refusal(arrival.where(part), str(error))
