"""Pages and patterns made to cost: everything ends soon, and no page reaches out of itself (R35, R37)."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import riwaya.sources
from riwaya.model.evidence import faults
from riwaya.read.reader import read_document
from riwaya.sources.html import tree_of
from sources.world import REPORT, SECOND, html, page, serving, taken

BODY = f"<p>{REPORT}</p><p>{SECOND}</p>"


def build(inner: str) -> bytes:
    return f'<html><head><meta charset="utf-8"><title>عنوان</title></head><body><h1>عنوان</h1>{inner}</body></html>'.encode()


PAGES: dict[str, Callable[[], bytes]] = {
    "divisions 100,000 deep": lambda: build("<div>" * 100_000 + BODY),
    "tables 5,000 deep": lambda: build("<table><tr><td>" * 5_000 + BODY),
    "spans 30,000 deep": lambda: build(BODY + "<span>" * 30_000),
    "a million line breaks": lambda: build(BODY + "<br>" * 1_000_000),
    "18,000 line breaks": lambda: build(BODY + "<br>" * 18_000),
    "9,000 links": lambda: build(BODY + "<ul>" + "<li><a href=/x>خبر</a></li>" * 9_000 + "</ul>"),
    "18,000 open links": lambda: build(BODY + "<a href='x'>" * 18_000),
    "20,000 open quotes": lambda: build(BODY + "<p class='" * 20_000),
    "two million brackets": lambda: build(BODY + "<" * 2_000_000),
    "an attribute of 5 MB": lambda: build(BODY + f"<p class='{'x' * 5_000_000}'>"),
    "3 MB of blanks": lambda: build(f"{BODY}<p>{' ' * 3_000_000}x"),
    "comments": lambda: build(BODY + "<!--" * 500_000),
    "a script of 5 MB": lambda: build(f"{BODY}<script>{'x' * 5_000_000}"),
    "JSON-LD nested deep": lambda: build(f'{BODY}<script type="application/ld+json">{"{" * 200_000}</script>'),
    "10,000 metadata": lambda: build("<meta property='article:published_time' content='2020-13-45'>" * 10_000 + BODY),
    "a title of 1 MB": lambda: build(BODY).replace(b"<title>", b"<title>" + " - أ".encode() * 200_000),
    "15,000 lines of dates": lambda: build("<p>20/9/2023</p>" * 15_000 + BODY),
    "a line of dates": lambda: build("<p>" + "20 سبتمبر 2023 " * 50_000 + "</p>" + BODY),
    "50 layout tables with 150 cells": lambda: build(("<table><tr>" + "<td><p>خ</p></td>" * 150 + "</tr></table>") * 50 + BODY),
    "entities": lambda: b'<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + build(BODY + "&b;" * 1000),
    "a million entities": lambda: build(BODY + "&#1602;" * 1_000_000),
    "NULs": lambda: build(BODY).replace(b"<p>", b"<p>\0"),
    "an unknown doctype": lambda: b'<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">' + build(BODY),
}


@pytest.mark.parametrize("name", PAGES)
def test_r37_hostile_pages_end_soon(tmp_path: Path, name: str) -> None:
    (tmp_path / "page.html").write_bytes(PAGES[name]())
    began = time.process_time()
    found, refused = taken(tmp_path / "page.html")
    assert time.process_time() - began < 5 and len(found) + len(refused) == 1
    assert not found or REPORT in found[0].document.text.replace("\ufffd", "")


def test_r37_long_attributes_are_dropped() -> None:
    tree = tree_of(f"<html><body><p class='{'x' * 5000}' id='a'>{REPORT}</p></body></html>", 100)
    assert dict(tree.find(".//p").attrib) == {"id": "a"}


def test_a_page_of_200_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "large.html").open("wb") as out:
        out.write(build(BODY))
        out.truncate(200 * 2**20)
    (tmp_path / "small.html").write_bytes(build(BODY))
    began = time.process_time()
    found, refused = taken(tmp_path)
    assert len(found) == 1 and "larger than 16 MiB" in refused[0].reason and time.process_time() - began < 2


def test_r35_no_page_leads_out_of_itself(tmp_path: Path) -> None:
    """Styles, pictures, frames, scripts, refreshes, bases and DTDs of a page are asked for by nobody."""
    with serving({}) as server:
        out = "".join(
            f"<{tag} src='{server.url}/{tag}' href='{server.url}/{tag}' data='{server.url}/{tag}'></{tag}>"
            for tag in ("img", "script", "link", "iframe", "object", "embed", "base", "video", "a")
        )
        head = f'<!DOCTYPE html SYSTEM "{server.url}/dtd"><meta http-equiv="refresh" content="0;url={server.url}/refresh">'
        include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{server.url}/xi"/>'
        include += f'<?xml-stylesheet href="{server.url}/xsl"?>'
        server.routes["/page"] = html(head.encode() + build(out + include + BODY))
        found, refused = taken(f"{server.url}/page")
        assert len(found) == 1 and refused == [] and [path for path, _ in server.asked] == ["/page"]


def patterns() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    """Every compiled pattern of the sources."""
    found: dict[str, re.Pattern[str] | re.Pattern[bytes]] = {}
    for info in pkgutil.iter_modules(riwaya.sources.__path__, "riwaya.sources."):
        module = importlib.import_module(info.name)
        found |= {f"{info.name}.{name}": value for name, value in vars(module).items() if isinstance(value, re.Pattern)}
    return found


STUFF = [
    " ",
    "\n",
    "\t ",
    "<",
    "<meta ",
    "<rss ",
    "<!",
    "0",
    "20",
    "a",
    "ا",
    "ق ",
    '"',
    "'",
    "=",
    ">",
    "-",
    "warc-record-id:",
    "content-length: 1\r\n",
]
STUFF += [
    "charset = ",
    "<?xml ",
    "The post ",
    "encoding ='",
    "/..",
    "\r\n\r\n",
    "{",
    "[ ",
    "content-type: \t",
    "&#",
    "\u0600",
    "@",
    "http://",
    "<!ENTITY",
]


@pytest.mark.parametrize("name", sorted(patterns()))
def test_r37_every_pattern_is_linear(name: str) -> None:
    """No text of 200,000 characters, made of what the pattern looks for, takes a second."""
    pattern = patterns()[name]
    for piece in [*STUFF, *(f"{a}{b}" for a in STUFF[:12] for b in STUFF[12:20])]:
        text = (piece * (200_000 // len(piece) + 1))[:200_000] + "\0"
        began = time.process_time()
        if isinstance(pattern.pattern, bytes):
            pattern.search(text.encode("utf-8", "ignore"))
        else:
            pattern.search(text)
        assert time.process_time() - began < 1, f"{name} on {piece!r}"


def test_there_are_patterns() -> None:
    assert len(patterns()) > 15


def test_r6_what_comes_from_pages_keeps_exact_evidence(tmp_path: Path) -> None:
    """From the page to the reader: every span stands where it says."""
    marked = "قَالَ المُتَحَدِّثُ 🔥 إِنَّ ٢٣ جُنـــدِيًّا\u200f قُتِلُوا &amp; أُصِيبَ «خمسة» في القصف على وادي النخيل أمس الأحد."
    (tmp_path / "page.html").write_text(page("مقتل 23 جنديا", marked, REPORT), encoding="utf-8")
    document = taken(tmp_path / "page.html")[0][0].document
    assert "ـــ" in document.text and "🔥" in document.text and "& أُصِيبَ" in document.text
    reading = read_document(document)
    assert reading.statements and faults(reading) == []
