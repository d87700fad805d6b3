"""The values of a JSON file one by one: an array of any length is never held whole."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from riwaya.sources.arrival import Arrival, too_large
from riwaya.sources.decode import encoding_of
from riwaya.sources.options import Limits, Refused

_CHUNK = 262_144
_BLANK = re.compile(r"[ \t\n\r]*")
_DEEP = "JSON nested too deep: give one object with id, title and text, or an array of them"


class Value(NamedTuple):
    """A value with its number from 1 and its own bytes; ``alone`` where it is the whole file."""

    number: int
    raw: bytes
    value: Any
    alone: bool


def values(arrival: Arrival, limits: Limits) -> Iterator[Value]:
    """The values of an array, or the one value that is the file. Raises Refused at the first thing that is no JSON."""
    with arrival.open() as stream:
        window = _Window(stream, limits.report)
        if window.peek() == "[":
            yield from _items(window)
            return
    raw = arrival.whole(limits.report)
    yield Value(1, raw, parsed(raw.decode(window.codec)), alone=True)


def parsed(text: str) -> Any:
    """The value of a JSON text. Raises Refused where it is none, with line and column."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise Refused(_fault(error)) from error
    except RecursionError as error:
        raise Refused(_DEEP) from error


def _items(window: _Window) -> Iterator[Value]:
    window.skip(1)
    number = 0
    while True:
        mark = window.peek()
        if mark == "]":
            window.skip(1)
            if window.peek():
                raise Refused(window.fault("something after the array"))
            return
        if number and mark == ",":
            window.skip(1)
        elif number:
            raise Refused(window.fault("',' or ']' expected after an item"))
        number += 1
        window.peek()
        text, value = window.value()
        yield Value(number, text.encode(window.own_codec, "surrogatepass"), value, alone=False)


class _Window:
    """The part of a text that is being looked at."""

    def __init__(self, stream: BinaryIO, most: int) -> None:
        first = stream.read(_CHUNK)
        self.codec = encoding_of(first, whole=len(first) < _CHUNK)
        self.own_codec = self.codec.removesuffix("-sig")
        if self.codec == "utf-16":
            self.own_codec = "utf-16-le" if first.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
        self._stream = stream
        self._most = most
        self._decoder = codecs.getincrementaldecoder(self.codec)("strict")
        self._buffer = ""
        self._at = 0
        self._lines = 0
        self._ended = False
        self._take(first)

    def peek(self) -> str:
        """The next character that is no blank, ``""`` at the end."""
        while True:
            found = _BLANK.match(self._buffer, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._buffer) or self._ended:
                return self._buffer[self._at : self._at + 1]
            self._grow(_CHUNK)

    def skip(self, count: int) -> None:
        """Go past some characters."""
        self._at += count

    def value(self) -> tuple[str, Any]:
        """The value that begins here, with its text. Raises Refused where there is none."""
        while True:
            fault: ValueError | None = None
            try:
                value, end = json.JSONDecoder().raw_decode(self._buffer, self._at)
                if end < len(self._buffer) or self._ended:
                    text, self._at = self._buffer[self._at : end], end
                    return text, value
            except ValueError as error:
                fault = error
            except RecursionError as error:
                raise Refused(_DEEP) from error
            if fault is not None and self._ended:
                raise Refused(_fault(fault, self._lines)) from fault
            if len(self._buffer) - self._at > self._most:
                raise Refused(_fault(fault, self._lines) if fault else too_large(self._most)) from fault
            self._grow(max(_CHUNK, len(self._buffer) - self._at))

    def fault(self, what: str) -> str:
        """The message for what stands here."""
        line = self._lines + self._buffer.count("\n", 0, self._at) + 1
        return f"bad JSON at line {line} ({what}): repair it, or leave what follows out"

    def _grow(self, count: int) -> None:
        """Read on, and forget what has been passed."""
        self._lines += self._buffer.count("\n", 0, self._at)
        self._buffer, self._at = self._buffer[self._at :], 0
        self._take(self._stream.read(count))

    def _take(self, chunk: bytes) -> None:
        self._ended = not chunk
        try:
            self._buffer += self._decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            line = self._lines + self._buffer.count("\n") + 1
            raise Refused(f"broken {self.codec.upper()} at or after line {line}: save the file again as UTF-8") from error


def _fault(error: ValueError, lines: int = 0) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"bad JSON at line {lines + error.lineno} column {error.colno} ({error.msg}): repair it or leave it out"
    return f"bad JSON ({error}): repair it or leave it out"
