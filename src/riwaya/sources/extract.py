"""The report in a page: its title, outlet, day and text, without the page around it."""

from __future__ import annotations

import copy
import logging
import re
import warnings
from collections.abc import Callable, Collection
from datetime import date
from functools import cache
from typing import NamedTuple

from lxml.html import tostring
from resiliparse.extract.html2text import extract_plain_text
from trafilatura import bare_extraction
from trafilatura.metadata import extract_metadata

from riwaya.sources.dateline import EARLIEST, date_line, is_rights, page_words
from riwaya.sources.html import Tree, blocks, open_layout_tables, tree_of, without_furniture
from riwaya.sources.identity import host_of
from riwaya.sources.language import arabic_letters
from riwaya.sources.options import Limits, Refused, library, package_version
from riwaya.sources.pagedate import page_day
from riwaya.spelling import fold

VERSION = "page 1"
"""Our own part of the extraction: raise the number when the text of a page may come out differently."""

_LEAST = 60
_THIN = 200
_LARGE = 3_000
_LONGEST_OUTLET = 5
_SPLIT = re.compile(r"\s{1,9}[|\-–—»«:•]{1,2}\s{1,9}")
_EDGES = " \t:.،…»«|-–"


class Page(NamedTuple):
    """What stands in a page; ``canonical`` is the address that it claims for itself."""

    title: str
    text: str
    published: date | None
    outlet: str | None
    canonical: str | None
    text_layer: str


class _Claimed(NamedTuple):
    """What a page says to machines."""

    title: str
    outlet: str | None
    canonical: str | None
    published: date | None


def read_page(markup: str, url: str | None, latest: date, extractor: str, limits: Limits) -> Page:
    """The report in a page. ``latest`` is the last day that it can have been published on.

    Raises Refused where the page is none, or holds no text of a report.
    """
    with library("the page"):
        return _read(markup, url, latest, extractor, limits)


def _read(markup: str, url: str | None, latest: date, extractor: str, limits: Limits) -> Page:
    tree = tree_of(markup, limits.elements)
    open_layout_tables(tree)
    bare = without_furniture(tree)
    lines = list(blocks(bare))
    claimed = _claimed(bare, url, latest)
    texts = {line.text for line in lines}
    title = _headline(claimed.title, texts)
    day = page_day(lines, title, claimed.published, latest)
    text, used = _text(tree, extractor)
    text = _report(text, title, latest)
    if arabic_letters(f"{title}{text}") < _LEAST:
        raise Refused("no text of an Arabic report found in the page: give the address of an article")
    if _only_links(bare):
        raise Refused("nothing but links in the page: give the address of an article, or of a feed")
    outlet = claimed.outlet or _named_beside(tree, title, texts)
    return Page(title, text, day, outlet, claimed.canonical, f"{VERSION}, {used} {package_version(used)}")


def _text(tree: Tree, extractor: str) -> tuple[str, str]:
    """The main text and the extractor that found it: the other one is asked where the first finds next to nothing."""
    text = EXTRACTORS[extractor](tree)
    if arabic_letters(text) >= _THIN:
        return text, extractor
    other = next(name for name in EXTRACTORS if name != extractor)
    more = EXTRACTORS[other](tree)
    return (more, other) if arabic_letters(more) > 2 * arabic_letters(text) else (text, extractor)


def by_trafilatura(tree: Tree) -> str:
    """Main text by trafilatura: careful. In a large tree its second opinions would cost the square of the size, so it
    gives none there."""
    _quiet()
    large = sum(1 for _ in tree.iter()) > _LARGE
    found = bare_extraction(copy.deepcopy(tree), fast=large, include_comments=False, include_tables=True, include_images=False)
    return (getattr(found, "text", None) or "") if found else ""


def by_resiliparse(tree: Tree) -> str:
    """Main text by Resiliparse: quick, for archives in bulk; more of the page stays in."""
    markup = tostring(without_furniture(tree), encoding="unicode")
    return extract_plain_text(markup, preserve_formatting=True, main_content=True, list_bullets=False, alt_texts=False)


EXTRACTORS: dict[str, Callable[[Tree], str]] = {"trafilatura": by_trafilatura, "resiliparse": by_resiliparse}
"""Who finds the main text of a page; the key (one of ``options.EXTRACTOR_NAMES``) is the name of the package."""


@cache
def _quiet() -> None:
    """The libraries log, and warn of, what they cannot find, which is ours to say."""
    warnings.filterwarnings("ignore", module=r"dateutil\.")
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _only_links(tree: Tree) -> bool:
    """Whether hardly a word of a page stands outside of links: a front page or a menu is no report."""
    body = tree.find("body")
    if body is None:
        return False
    linked = sum(arabic_letters(link.text_content()) for link in body.iter("a"))
    return arabic_letters(body.text_content()) - linked < _LEAST


def _claimed(tree: Tree, url: str | None, latest: date) -> _Claimed:
    """What the page says to machines; its free text is not searched for a day."""
    _quiet()
    days = {"extensive_search": False, "original_date": True, "min_date": EARLIEST.isoformat(), "max_date": latest.isoformat()}
    found = extract_metadata(tree, default_url=url, date_config=days)
    title, outlet, canonical, day = map(_words, (found.title, found.sitename, found.url, found.date))
    host = host_of(url)
    if host and host in outlet.lower():
        outlet = ""
    if not canonical.startswith(("http://", "https://")):
        canonical = ""
    return _Claimed(title, outlet or None, canonical or None, date.fromisoformat(day) if day else None)


def _words(claimed: object) -> str:
    """What a page says of itself, where it says it in words: JSON-LD may hold anything."""
    return claimed if isinstance(claimed, str) else ""


def _headline(title: str, lines: Collection[str]) -> str:
    """The title without the outlet's name: the longest part of it that stands on the page, else all of it."""
    title = " ".join(title.split())
    if title in lines:
        return title
    return max((part for part in _parts(title) if part in lines), key=len, default=title)


def _named_beside(tree: Tree, headline: str, lines: Collection[str]) -> str | None:
    """The outlet, where the title element names it beside the headline: ``headline - section - outlet``."""
    title = " ".join((tree.findtext(".//title") or "").split())
    others = [part for part in _parts(title) if part != headline]
    if headline not in lines or not headline or headline not in title or not others:
        return None
    return others[-1] if len(others[-1].split()) <= _LONGEST_OUTLET else None


def _parts(title: str) -> list[str]:
    return [part.strip() for part in _SPLIT.split(title) if part.strip()]


def _report(text: str, title: str, latest: date) -> str:
    """The text by lines, without the title again, a line of a date at either end, and words of the page's furniture."""
    lines = [line for raw in text.split("\n") if (line := " ".join(raw.split())) and not _is_furniture(line)]
    head = [line for line in lines[:4] if line != title and not _is_date(line, latest)]
    lines = head + lines[4:]
    while lines and _is_date(lines[-1], latest):
        lines.pop()
    return "\n".join(lines)


def _is_furniture(line: str) -> bool:
    return (len(line) < 40 and fold(line.strip(_EDGES)) in page_words("furniture")) or is_rights(line)


def _is_date(line: str, latest: date) -> bool:
    found = date_line(line, latest)
    return found is not None and found.others == 0
