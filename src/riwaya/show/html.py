"""A reading as a page: right to left, self-contained, each paragraph with its evidence marked and its claims beside it.

There is no script: what belongs together lights up through CSS (``:has``), and numbers are links between text and claims.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from riwaya.model.document import Document
from riwaya.model.reading import Reading
from riwaya.show.claims import claims, english
from riwaya.show.marks import KINDS, Piece, marks, pieces
from riwaya.show.table import clean

_KEY = {
    "source": "who says",
    "cue": "reports",
    "content opens closes": "what is said",
    "trigger": "what happened",
    "figure": "how many",
    "place": "where",
    "date": "when",
}
_LIT = 400
_LONG = 600
_STOP = re.compile(r"(?<=[.!?؟])[ \u00a0]+(?=\S)")
_ADDRESS = re.compile(r"https?://[^\s\x00-\x20]+", re.IGNORECASE)


def page(readings: Sequence[Reading]) -> str:
    """One self-contained page for some readings: no script, nothing fetched."""
    contents = "".join(
        f'<li><a href="#r{number}">{_arabic(reading.document.title or reading.document.id)}</a></li>'
        for number, reading in enumerate(readings, 1)
    )
    return (
        '<!doctype html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="referrer" content="no-referrer">\n<title>رواية</title>\n'
        "<style>body{max-width:80rem;margin:1rem auto;padding:0 1rem}"
        "body{background:#fbfaf7}@media(prefers-color-scheme:dark){body{background:#17181a}}</style>\n"
        f"</head>\n<body>\n{body(readings, f'<nav><ol>{contents}</ol></nav>' if len(readings) > 1 else '')}</body>\n</html>\n"
    )


def body(readings: Iterable[Reading], top: str = "") -> str:
    """The part of a page that shows readings, for a notebook too."""
    shown = list(readings)
    most = max((max(len(one.statements), len(one.events)) for one in shown), default=0)
    key = "".join(f'<span class="en {look}">{words}</span>' for look, words in _KEY.items())
    warning = english("read by a machine: reported, not confirmed", "soft")
    articles = "".join(_article(reading, f"r{number}") for number, reading in enumerate(shown, 1))
    return (
        f'<div class="riwaya" dir="rtl">\n<style>{_style()}{_links(most)}</style>\n'
        f'{top}<p class="key">{key} {warning}</p>\n{articles}</div>\n'
    )


@cache
def _style() -> str:
    return (files("riwaya") / "show" / "page.css").read_text(encoding="utf-8")


def _links(most: int) -> str:
    """Where one part of a claim is pointed at or was followed, all parts of it light up; the first few hundred of a report."""
    rules = (
        f".riwaya article:has(.{name}:is(:hover,:target,:focus-within)) .{name}"
        for number in range(1, min(most, _LIT) + 1)
        for name in (f"c{number}", f"v{number}")
    )
    lit = "{box-shadow:0 .12em 0 var(--hot),0 -.12em 0 var(--hot)}"
    return ",\n".join(rules) + lit + "\n" if most else ""


def _article(reading: Reading, name: str) -> str:
    """One report: a row for its title and for each paragraph, with the claims that begin there."""
    rows = _rows(reading.document)
    starts = [start for start, _ in rows]
    told: list[list[str]] = [[] for _ in rows]
    for at, claim in claims(reading, name):
        told[bisect_right(starts, at) - 1].append(claim)
    out = [f'<article id="{name}">\n']
    for number, (within, cards) in enumerate(zip(_by_row(reading, rows), told, strict=True)):
        text = "".join(_piece(reading.document, name, piece) for piece in within)
        here = "".join(cards)
        tag = "h2" if number == 0 and reading.document.title else "p"
        beside = f'<ol class="claims">{here}</ol>' if here else ""
        out.append(f'<div class="row"><{tag} class="text" lang="ar">{text}</{tag}>{beside}</div>\n')
        out += [_meta(reading.document)] if number == 0 else []
    return "".join(out) + "</article>\n"


def _meta(document: Document) -> str:
    parts = [_arabic(str(part)) for part in (document.outlet, document.published, document.id) if part]
    if document.url and _ADDRESS.fullmatch(document.url):
        parts.append(f'<a class="en" href="{escape(document.url)}" rel="noopener noreferrer">{escape(document.url)}</a>')
    return f'<p class="meta soft en">{" · ".join(parts)}</p>\n'


def _rows(document: Document) -> list[tuple[int, int]]:
    """Bounds of the title and of each paragraph that is not blank; a long paragraph breaks between sentences."""
    characters, title = document.characters, len(document.title)
    rows = [(0, title)]
    start = title + 1
    for line in document.text.split("\n"):
        stops = [start + found.end() for found in _STOP.finditer(line)] if len(line) > _LONG else []
        first = start
        for stop in [*stops, start + len(line)]:
            if stop - first >= _LONG // 2 or stop == start + len(line):
                rows.append((first, stop))
                first = stop
        start += len(line) + 1
    return [rows[0], *((start, end) for start, end in rows[1:] if characters[start:end].strip())]


def _by_row(reading: Reading, rows: Sequence[tuple[int, int]]) -> list[list[Piece]]:
    """The pieces of each row."""
    cuts = sorted({bound for row in rows for bound in row} | {0, len(reading.document.characters)})
    found = pieces(list(marks(reading)), cuts) if len(cuts) > 1 else iter(())
    by_row: list[list[Piece]] = [[] for _ in rows]
    number = 0
    for piece in found:
        while number < len(rows) - 1 and piece.start >= rows[number][1]:
            number += 1
        if rows[number][0] <= piece.start < rows[number][1]:
            by_row[number].append(piece)
    return by_row


def _piece(document: Document, name: str, piece: Piece) -> str:
    """A piece of text with its looks; a cue and a trigger are links to their claim and carry its number."""
    text = escape("\n".join(clean(line) for line in document.characters[piece.start : piece.end].split("\n")))
    kinds = {mark.kind for mark in piece.marks}
    looks = [kind for kind in KINDS if kind in kinds] + list(dict.fromkeys(mark.claim for mark in piece.marks))
    looks += ["opens"] if any(mark.kind == "content" for mark in piece.opens) else []
    looks += ["closes"] if any(mark.kind == "content" for mark in piece.closes) else []
    if not looks:
        return text
    label = f'class="{" ".join(looks)}"'
    for kind in ("cue", "trigger"):
        for mark in piece.opens:
            if mark.kind == kind:
                number = f'<span class="n" aria-hidden="true">{mark.claim[1:]}</span>' if kind == "cue" else ""
                return f'<a {label} id="{name}-t{mark.claim}" href="#{name}-{mark.claim}">{number}{text}</a>'
    return f"<span {label}>{text}</span>"


def _arabic(text: str) -> str:
    return f"<bdi>{escape(clean(text))}</bdi>"
