"""A feed cut into its entries, each with its own bytes, without any XML entity or DTD being looked at (R35)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.parsers import expat

from riwaya.sources.options import Refused

_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(rss|feed|RDF)(?=[\s>])")
_QUOTE_OR_END = re.compile("[>\"']")
_PROLOG = 100_000
_ENTRY = re.compile(r"<(?:[\w.-]{1,40}:)?(item|entry)(?=[\s>])")
_DECLARATION = re.compile(r"<!(ENTITY|ELEMENT|ATTLIST)", re.IGNORECASE)
_ENTRIES = frozenset({"item", "entry"})
_DEEPEST = 100


class Entry(NamedTuple):
    """An entry: its characters in the feed's text from start to end."""

    start: int
    end: int


class Feed(NamedTuple):
    """A feed: its text, its kind (rss, feed or RDF), the start tag of its root, what stands before the first entry,
    the entries, and why it ends early."""

    text: str
    kind: str
    root: str
    head: str
    entries: tuple[Entry, ...]
    fault: str | None

    def alone(self, entry: Entry) -> str:
        """A feed of one entry, for a parser that takes feeds."""
        inner = self.text[entry.start : entry.end]
        return self._framed(f"<channel>{inner}</channel>" if self.kind == "rss" else inner)

    def about(self) -> str:
        """The feed without its entries: what it says of itself."""
        unclosed = "<channel" in self.head and "</channel" not in self.head
        return self._framed(self.head + ("</channel>" if unclosed else ""))

    def _framed(self, inner: str) -> str:
        return f"{self.root}{inner}</{self.root[1:].split()[0].rstrip('>')}>"


def is_feed(text: str) -> bool:
    """Whether a text begins as an RSS, RDF or Atom feed."""
    found = _ROOT.search(text)
    return found is not None and "<html" not in text[: found.start()].lower()


def cut(text: str, most: int) -> Feed:
    """The entries of a feed, at most ``most`` of them. What is broken ends nothing: the rest is cut by its tags.

    Raises Refused where it is no feed, or declares entities.
    """
    begun = _ROOT.search(text, 0, _PROLOG)
    ended = _end_of_tag(text, begun.end()) if begun else None
    if _DECLARATION.search(text, 0, begun.start() if begun else _PROLOG):
        raise Refused("declares XML entities or a DTD of its own: not read, for it may expand without end")
    if begun is None or ended is None:
        raise Refused("no RSS or Atom feed: give the address of the feed itself")
    clean = text[begun.start() :].encode("utf-8", "replace")
    found, fault = _strict(clean, most)
    entries = list(_characters(clean, found, begun.start()))
    if fault is not None:
        entries += _loose(text, entries[-1].end if entries else ended, most - len(entries))
    if len(entries) >= most:
        fault = f"more than {most:,} entries: the rest is left out"
    head = text[ended : entries[0].start if entries else len(text)]
    return Feed(text, begun[1], text[begun.start() : ended], head, tuple(entries), fault)


def _end_of_tag(text: str, at: int) -> int | None:
    """The place after a start tag's ``>``, which may also stand in its attributes; None where there is none."""
    while found := _QUOTE_OR_END.search(text, at):
        if found[0] == ">":
            return found.end()
        at = text.find(found[0], found.end()) + 1
        if at == 0:
            return None
    return None


def _strict(text: bytes, most: int) -> tuple[list[Entry], str | None]:
    """Byte ranges of the entries as an XML parser sees them, and where it stopped before the end."""
    parser = expat.ParserCreate("utf-8")
    found: list[Entry] = []
    path: list[str] = []
    begun = [0]

    def start(name: str, _: dict[str, str]) -> None:
        path.append(name.rpartition(":")[2])
        if len(path) > _DEEPEST:
            raise Refused(f"XML nested deeper than {_DEEPEST}")
        if path[-1] in _ENTRIES and not _ENTRIES & set(path[:-1]):
            begun[0] = parser.CurrentByteIndex

    def end(_: str) -> None:
        name = path.pop()
        if name in _ENTRIES and not _ENTRIES & set(path):
            found.append(Entry(begun[0], text.find(b">", parser.CurrentByteIndex) + 1))
            if len(found) >= most:
                raise _Enough

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(text, True)
    except _Enough:
        return found, None
    except expat.ExpatError as error:
        return (
            found,
            f"broken XML at line {error.lineno} ({expat.ErrorString(error.code)}): the entries after it were cut by their tags",
        )
    return found, None


class _Enough(Exception):
    """As many entries as are taken."""


def _characters(text: bytes, found: list[Entry], offset: int) -> Iterator[Entry]:
    """Byte ranges as ranges of characters."""
    at, passed = 0, offset
    for entry in found:
        start = passed + len(text[at : entry.start].decode("utf-8", "replace"))
        end = start + len(text[entry.start : entry.end].decode("utf-8", "replace"))
        at, passed = entry.end, end
        yield Entry(start, end)


def _loose(text: str, at: int, most: int) -> Iterator[Entry]:
    """Entries by their tags alone, from a place on."""
    for _ in range(most):
        found = _ENTRY.search(text, at)
        if found is None:
            return
        close = f"</{found[0][1:]}>"
        end = text.find(close, found.end())
        if end < 0:
            return
        again = _ENTRY.search(text, found.end(), end)
        at = end + len(close)
        if again is None:
            yield Entry(found.start(), at)
        else:
            yield Entry(again.start(), at)
