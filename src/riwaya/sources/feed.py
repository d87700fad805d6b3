"""RSS and Atom: each entry is a report, or the page that it links to where pages are to be followed."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import feedparser
from resiliparse.extract.html2text import extract_plain_text

from riwaya.model.capture import Item, Refusal
from riwaya.model.document import Document
from riwaya.sources.arrival import Arrival
from riwaya.sources.dateline import plausible
from riwaya.sources.decode import decode_exactly, mended
from riwaya.sources.feedcut import Entry, Feed, cut
from riwaya.sources.fetch import fetch
from riwaya.sources.identity import identity_of
from riwaya.sources.language import fault
from riwaya.sources.options import Options, Refused, library, package_version, tool
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
        about = _parsed(feed.about()).feed
        self._outlet = _plain(about.get("title")) or options.outlet
        media_type = "application/atom+xml" if feed.kind == "feed" else "application/rss+xml"
        self._capture = arrival.captured(media_type, tool("feed"))
        self._layer = f"{VERSION}, feedparser {package_version('feedparser')}, resiliparse {package_version('resiliparse')}"

    def entry(self, number: int, entry: Entry) -> Iterator[Item | Refusal]:
        """The report of one entry, with what had to be refused of it."""
        where = self._arrival.where(f"entry {number}")
        try:
            found = _parsed(self._feed.alone(entry)).entries
            if not found:
                raise Refused("an entry that cannot be taken apart: left out")
        except Refused as error:
            yield Refusal(where, str(error))
            return
        day, why = self._day(found[0])
        if why is not None:
            yield Refusal(where, why)
        link = _link(found[0])
        if self._options.follow and link is not None:
            followed = list(self._follow(link, day))
            yield from followed
            if any(isinstance(one, Item) for one in followed):
                return
        yield self._item(number, entry, found[0], day)

    def _item(self, number: int, entry: Entry, found: Any, day: date | None) -> Item | Refusal:
        raw = self._feed.text[entry.start : entry.end].encode(self._codec, "surrogateescape")
        if len(raw) > self._options.limits.report:
            return Refusal(self._arrival.where(f"entry {number}"), "an entry larger than a report may be: left out")
        url = _link(found)
        identity = identity_of(url or str(found.get("id") or f"{self._arrival.name} {number}"))
        outlet = self._outlet or (urlsplit(url).hostname if url else None)
        document = Document(identity, _plain(found.get("title")), _text(found), day or self._options.published, outlet, url)
        why = fault(document)
        if why is not None:
            return Refusal(self._arrival.where(f"entry {number}"), why)
        return Item(raw, self._capture, self._arrival.part(f"entry {number}"), document, self._layer)

    def _follow(self, link: str, day: date | None) -> Iterator[Item | Refusal]:
        """The page that an entry links to; the entry's day and outlet stand in where the page has none."""
        options = self._options
        time.sleep(options.pause)
        try:
            arrival = fetch(link, options, options.limits.report)
            yield from page_items(arrival, replace(options, published=day or options.published, outlet=self._outlet))
        except Refused as error:
            yield Refusal(link, f"{error} (the feed's own entry is taken instead)")

    def _day(self, found: Any) -> tuple[date | None, str | None]:
        for name in _DATES:
            written = found.get(name)
            day = parse_day(str(written)) if written else None
            if day is not None and plausible(day, self._arrival.latest):
                return day, None
            if written:
                return None, f"the day {str(written)[:60]!r} is none between 1990 and {self._arrival.latest}: taken without a day"
        return None, None


def _parsed(xml: str) -> Any:
    with library("the feed"):
        return feedparser.parse(io.BytesIO(mended(xml).encode()), sanitize_html=False, resolve_relative_uris=False)


def _link(found: Any) -> str | None:
    link = str(found.get("link") or "").strip()
    return link if link.startswith(("http://", "https://")) else None


def _text(found: Any) -> str:
    """The longest text that an entry gives, without markup and without a plugin's last line."""
    bodies = [*found.get("content", []), found.get("summary_detail") or {}]
    body = max(bodies, key=lambda one: len(one.get("value") or ""))
    lines = _plain(body.get("value"), plain=body.get("type") == "text/plain").split("\n")
    return "\n".join(line for line in lines if not _TAIL.match(line))


def _plain(markup: str | None, plain: bool = False) -> str:
    """Markup as lines of text."""
    if not markup:
        return ""
    if plain or ("<" not in markup and "&" not in markup):
        return "\n".join(line for raw in markup.split("\n") if (line := " ".join(raw.split())))
    text = extract_plain_text(markup, preserve_formatting=True, main_content=False, list_bullets=False, alt_texts=False)
    return "\n".join(line for raw in text.split("\n") if (line := " ".join(raw.split())))
