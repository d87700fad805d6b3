"""A file line by line, each with its own bytes and its text, however long the file is."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO, NamedTuple

from riwaya.sources.arrival import Arrival
from riwaya.sources.decode import decode, encoding_of
from riwaya.sources.options import Limits, Refused, size

_SAMPLE = 262_144


class Line(NamedTuple):
    """A line with its number from 1, its bytes with the line's end, its text, or why it has none."""

    number: int
    raw: bytes
    text: str
    fault: str | None = None


def lines(arrival: Arrival, limits: Limits) -> Iterator[Line]:
    """The lines of a file. Raises Refused where hardly any line of it is text."""
    codec = _codec(arrival)
    faults = 0
    for line in _wide_lines(arrival.whole(limits.file), codec) if codec.startswith("utf-16") else _lines(arrival, limits, codec):
        faults += line.fault is not None
        if faults > limits.faults:
            raise Refused(f"more than {limits.faults:,} lines that are no text: the rest is left")
        yield line


def _codec(arrival: Arrival) -> str:
    """The encoding of a file by its beginning; where that is mixed, each line is decoded for itself."""
    with arrival.open() as stream:
        sample = stream.read(_SAMPLE)
    try:
        return encoding_of(sample, whole=len(sample) < _SAMPLE)
    except Refused:
        return "utf-8"


def _lines(arrival: Arrival, limits: Limits, codec: str) -> Iterator[Line]:
    with arrival.open() as stream:
        number = 0
        while raw := stream.readline(limits.report + 1):
            number += 1
            if len(raw) > limits.report:
                _to_the_end_of_the_line(stream, raw)
                yield Line(number, b"", "", f"longer than {size(limits.report)}: no single report")
            else:
                yield _line(number, raw, codec)


def _line(number: int, raw: bytes, codec: str) -> Line:
    text = raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw
    for name in ("utf-8", codec.removesuffix("-sig")):
        with suppress(UnicodeDecodeError):
            return Line(number, raw, text.decode(name))
    try:
        return Line(number, raw, decode(text))
    except Refused as error:
        return Line(number, raw, "", str(error))


def _wide_lines(raw: bytes, codec: str) -> Iterator[Line]:
    """Lines of UTF-16, where a line's end is no single byte."""
    if codec == "utf-16":
        codec = "utf-16-le" if raw.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
        raw = raw[2:]
    for number, line in enumerate(io.StringIO(raw.decode(codec), newline="\n"), 1):
        yield Line(number, line.encode(codec), line)


def _to_the_end_of_the_line(stream: BinaryIO, raw: bytes) -> None:
    while raw and not raw.endswith(b"\n"):
        raw = stream.readline(_SAMPLE)
