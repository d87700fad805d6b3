"""RSS and Atom: each entry is a report, or the page that it links to where pages are to be followed."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

import feedparser
from resiliparse.extract.html2text import extract_plain_text

from riwaya.model.capture import Item, Refusal
from riwaya.model.document import Document
from riwaya.sources.arrival import Arrival, too_large
from riwaya.sources.dateline import plausible
from riwaya.sources.decode import decode_exactly, mended
from riwaya.sources.feedcut import Entry, Feed, cut
from riwaya.sources.fetch import fetch
from riwaya.sources.identity import host_of, identity_of
from riwaya.sources.language import fault
from riwaya.sources.options import Options, Refused, library, package_version, printable, tool
from riwaya.sources.page import page_items
from riwaya.sources.record import parse_day

VERSION = "feed 1"

_DATES = ("published", "updated", "date", "created")
_TAIL = re.compile(r"^(?:The post .{0,300} (?:appeared first on|first appeared on) .{0,200}|\[?(?:…|\.\.\.)\]?)$")


def feed_items(arrival: Arrival, options: Options) -> Iterator[Item | Refusal]:
    """The entries of a feed. One that is broken, or states a day that cannot be, loses no other.

    Raises Refused where it is no feed.
    """
    text, codec = decode_exactly(arrival.whole(options.limits.feed), arrival.capture.media_type)
    feed = cut(text, options.limits.entries)
    reader = _Reader(arrival, options, feed, codec)
    for number, entry in enumerate(feed.entries, 1):
        yield from reader.entry(number, entry)
    if feed.fault or not feed.entries:
        yield Refusal(arrival.where(), feed.fault or "a feed without entries: nothing to read")


class _Reader:
    """Reads the entries of one feed."""

    def __init__(self, arrival: Arrival, options: Options, feed: Feed, codec: str) -> None:
        self._arrival = arrival
        self._options = options
        self._feed = feed
        self._codec = codec
        with library("the feed"):
            self._outlet = _line(_parsed(feed.about()).feed.get("title")) or options.outlet
        media_type = "application/atom+xml" if feed.kind == "feed" else "application/rss+xml"
        self._capture = arrival.captured(media_type, tool("feed"))
        self._layer = f"{VERSION}, feedparser {package_version('feedparser')}, resiliparse {package_version('resiliparse')}"

    def entry(self, number: int, entry: Entry) -> Iterator[Item | Refusal]:
        """The report of one entry, with what had to be refused of it."""
        part = f"entry {number}"
        try:
            told = _told(self._feed.alone(entry))
        except Refused as error:
            yield Refusal(self._arrival.where(part), str(error))
            return
        day, why = self._day(told)
        if why is not None:
            yield Refusal(self._arrival.where(part), why)
        if self._options.follow and told.link is not None:
            followed = list(self._follow(told.link, day))
            yield from followed
            if any(isinstance(one, Item) for one in followed):
                return
        yield self._item(part, entry, told, day)

    def _item(self, part: str, entry: Entry, told: _Told, day: date | None) -> Item | Refusal:
        raw = self._feed.text[entry.start : entry.end].encode(self._codec, "surrogateescape")
        if len(raw) > self._options.limits.report:
            return Refusal(self._arrival.where(part), too_large(self._options.limits.report))
        identity = identity_of(told.link or told.id or self._arrival.where(part))
        outlet = self._outlet or host_of(told.link)
        document = Document(identity, told.title, told.text, day or self._options.published, outlet, told.link)
        why = fault(document)
        if why is not None:
            return Refusal(self._arrival.where(part), why)
        return Item(raw, self._capture, self._arrival.part(part), document, self._layer)

    def _follow(self, link: str, day: date | None) -> Iterator[Item | Refusal]:
        """The page that an entry links to; the entry's day and outlet stand in where the page has none."""
        options = self._options
        time.sleep(options.pause)
        try:
            arrival = fetch(link, options, options.limits.report)
            yield from page_items(arrival, replace(options, published=day or options.published, outlet=self._outlet))
        except Refused as error:
            yield Refusal(link, f"{error} (the feed's own entry is taken instead)")

    def _day(self, told: _Told) -> tuple[date | None, str | None]:
        if not told.day:
            return None, None
        day = parse_day(told.day)
        if day is not None and plausible(day, self._arrival.latest):
            return day, None
        return None, f"the day {printable(told.day[:60])!r} is none between 1990 and {self._arrival.latest}: taken without a day"


class _Told(NamedTuple):
    """What an entry says; its day as it is written."""

    id: str
    title: str
    text: str
    link: str | None
    day: str


def _told(xml: str) -> _Told:
    """What the one entry of a feed says. Raises Refused where nobody can tell."""
    with library("the entry"):
        entries = _parsed(xml).entries
        if not entries:
            raise Refused("an entry that cannot be taken apart: left out")
        found = entries[0]
        link = str(found.get("link") or "").strip()
        return _Told(
            id=str(found.get("id") or ""),
            title=_line(found.get("title")),
            text=_text(found),
            link=link if link.startswith(("http://", "https://")) else None,
            day=next((str(found[name]) for name in _DATES if found.get(name)), ""),
        )


def _parsed(xml: str) -> Any:
    return feedparser.parse(io.BytesIO(mended(xml).encode()), sanitize_html=False, resolve_relative_uris=False)


def _text(found: Any) -> str:
    """The longest text that an entry gives, without markup and without a plugin's last line."""
    bodies = [*found.get("content", []), found.get("summary_detail") or {}]
    body = max(bodies, key=lambda one: len(one.get("value") or ""))
    lines = _plain(body.get("value"), plain=body.get("type") == "text/plain").split("\n")
    return "\n".join(line for line in lines if not _TAIL.match(line))


def _line(markup: str | None) -> str:
    """Markup as one line of text."""
    return " ".join(_plain(markup).split())


def _plain(markup: str | None, plain: bool = False) -> str:
    """Markup as lines of text."""
    if not markup:
        return ""
    if plain or ("<" not in markup and "&" not in markup):
        return "\n".join(line for raw in markup.split("\n") if (line := " ".join(raw.split())))
    text = extract_plain_text(markup, preserve_formatting=True, main_content=False, list_bullets=False, alt_texts=False)
    return "\n".join(line for raw in text.split("\n") if (line := " ".join(raw.split())))
