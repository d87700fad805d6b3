"""What strings stand in JSON, CSV, HTML and XML as they are written, each character with its place: for the map of a text layer.

The parsers that read reports (``json``, ``csv``, lxml, feedparser) do not tell places; these patterns do, and give no more than
that: which words are the report's was decided by the parser, and a map that they draw proves itself (``textmap.py``). Each pattern
takes a character at most twice, so that the cost is linear whatever comes. Only single characters are repeated possessively: Python
before 3.11.5 matches possessive groups wrongly (gh-106052).
"""

from __future__ import annotations

import html
import json
import re
from typing import NamedTuple

from riwaya.sources.trace import Trace

_STRING = re.compile(r'"([^"\\]*+(?:\\.[^"\\]*+)*)"', re.DOTALL)
_PAIR = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPE = re.compile(rf"({_PAIR})|((?:\\u(?![dD][89a-fA-F])[0-9a-fA-F]{{4}})+)|(\\[^u])|\\?[^\\]*+", re.DOTALL)

_ENTITY = r"&(?:\#[0-9]{1,8}|\#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
_ENTITIES = re.compile(_ENTITY)
_ATTRIBUTES = r"""(?:[^>=]|=\s*+(?:"[^"]*+"|'[^']*+')?)*"""
_MARKUP = re.compile(
    rf"""(?P<words>(?:[^<&]++|<(?![/!?a-zA-Z])|&(?![\#a-zA-Z]))+)
    | (?P<entity>{_ENTITY})
    | <!\[CDATA\[(?P<data>.*?)(?:\]\]>|\Z)
    | <!--.*?(?:-->|\Z)
    | <(?P<name>script|style)\b(?P<given>{_ATTRIBUTES})(?:>(?P<code>.*?)(?:</(?P=name)\s*+>|\Z)|\Z)
    | <(?P<tag>[/!?a-zA-Z]{_ATTRIBUTES})(?:>|\Z)
    | &""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_VALUE = re.compile(r"""=\s*+(?:"([^"]*+)"|'([^']*+)')""")


class Markup(NamedTuple):
    """A page as it is written: the words between its tags, and what stands apart from them: values of attributes, strings of
    JSON-LD."""

    words: Trace
    apart: Trace


def json_strings(trace: Trace, start: int = 0, end: int | None = None) -> Trace:
    """The strings of JSON, keys among them, each between two signs of ``BETWEEN``."""
    found = Trace()
    _json_into(found, trace, start, len(trace.text) if end is None else end)
    return found.close()


def _json_into(found: Trace, trace: Trace, start: int, end: int) -> None:
    for string in _STRING.finditer(trace.text, start, end):
        found.stop()
        first, last = string.span(1)
        if "\\" in string[1]:
            _unescaped_into(found, trace, first, last)
        else:
            found.take(trace, first, last)
    found.stop()


def _unescaped_into(found: Trace, trace: Trace, start: int, end: int) -> None:
    for piece in _ESCAPE.finditer(trace.text, start, end):
        if piece.lastindex is None:
            found.take(trace, *piece.span())
        else:
            _put(found, trace, piece, _json_unescaped(piece[0]))


def _json_unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return ""


def _put(found: Trace, trace: Trace, piece: re.Match[str], text: str) -> None:
    """Add what an escape stands for, where every character of it takes the same number of characters of the source."""
    begin, end = trace.source(*piece.span())
    if text and (end - begin) % len(text) == 0:
        found.put(text, begin, (end - begin) // len(text))
    else:
        found.stop()


def csv_cells(trace: Trace, delimiter: str) -> Trace:
    """The cells of a row, each between two signs of ``BETWEEN``."""
    found, other = Trace(), f"[^{re.escape(delimiter)}\r\n]*+"
    for cell in re.finditer(rf'"([^"]*+(?:""[^"]*+)*)"({other})|({other})', trace.text):
        found.stop()
        if cell[3] is not None:
            found.take(trace, *cell.span(3))
            continue
        at = cell.start(1)
        while (quote := trace.text.find('""', at, cell.end(1))) >= 0:
            found.take(trace, at, quote + 1)
            at = quote + 2
        found.take(trace, at, cell.end(1))
        found.take(trace, *cell.span(2))
    found.stop()
    return found.close()


def markup(trace: Trace) -> Markup:
    """The words of HTML or XML, with its entities read once, and what stands apart from them."""
    words, apart = Trace(), Trace()
    for piece in _MARKUP.finditer(trace.text):
        kind = piece.lastgroup
        if kind == "words":
            words.take(trace, *piece.span())
        elif kind == "entity":
            _entity(words, trace, piece)
        elif kind == "data":
            words.take(trace, *piece.span("data"))
        elif kind == "tag":
            _attributes(apart, trace, *piece.span("tag"))
        elif kind == "code" and "ld+json" in piece["given"].lower():
            _json_into(apart, trace, *piece.span("code"))
        elif piece[0] == "&":
            words.take(trace, *piece.span())
    apart.stop()
    return Markup(words.close(), apart.close())


def unescaped(trace: Trace) -> Trace:
    """A text with its entities read once more: there are pages that were escaped twice."""
    found = Trace()
    for piece in re.finditer(rf"([^&]++)|({_ENTITY})|&", trace.text):
        if piece.lastindex == 2:
            _entity(found, trace, piece)
        else:
            found.take(trace, *piece.span())
    return found.close()


def _entity(found: Trace, trace: Trace, piece: re.Match[str]) -> None:
    text = html.unescape(piece[0])
    if len(text) == 1:
        _put(found, trace, piece, text)
    else:
        found.take(trace, *piece.span())


def _attributes(apart: Trace, trace: Trace, start: int, end: int) -> None:
    for value in _VALUE.finditer(trace.text, start, end):
        apart.stop()
        at, last = value.span(value.lastindex or 1)
        for entity in _ENTITIES.finditer(trace.text, at, last):
            apart.take(trace, at, entity.start())
            _entity(apart, trace, entity)
            at = entity.end()
        apart.take(trace, at, last)
