"""Pages: title, outlet, day and text, without the page around them, in every encoding."""

from __future__ import annotations

import gzip
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from riwaya.sources.decode import decode_markup
from riwaya.sources.extract import EXTRACTORS
from riwaya.sources.options import EXTRACTOR_NAMES
from sources.world import PAGES, REPORT, SECOND, lines_of, page, serving, some_pages, taken, warc

CASES: dict[str, dict[str, Any]] = tomllib.loads((PAGES / "pages.toml").read_text(encoding="utf-8"))


def test_every_page_has_a_case() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == set(CASES)


@pytest.mark.parametrize("name", sorted(CASES))
def test_page(name: str) -> None:
    case = CASES[name]
    found, refused = taken(PAGES / f"{name}.html")
    assert not refused and len(found) == 1
    document = found[0].document
    assert document.title == case["title"]
    assert document.outlet == case.get("outlet")
    assert document.published == case.get("published"), case["why"]
    lines = document.text.split("\n")
    assert lines[0].startswith(case["first"]) and lines[-1].endswith(case["last"]) and len(lines) == case["paragraphs"], lines
    assert [words for words in case["absent"] if words in document.text] == []


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_quick_extractor_finds_every_paragraph_too(name: str) -> None:
    careful, quick = (taken(PAGES / f"{name}.html", extractor=extractor)[0][0] for extractor in ("trafilatura", "resiliparse"))
    assert set(careful.document.text.split("\n")) <= set(quick.document.text.split("\n"))
    assert careful.document.published == quick.document.published
    assert careful.text_layer.startswith("page 1, trafilatura ") and quick.text_layer.startswith("page 1, resiliparse ")


def test_what_one_extractor_overlooks_the_other_finds(tmp_path: Path) -> None:
    body = f'<div id="comments"><p>{REPORT} {SECOND}</p><p>{SECOND} {REPORT}</p></div>'
    (tmp_path / "page.html").write_text(page("عنوان", "").replace("<p></p>", body), encoding="utf-8")
    found, refused = taken(tmp_path / "page.html")
    assert refused == [] and found[0].document.text == f"{REPORT} {SECOND}\n{SECOND} {REPORT}"
    assert found[0].text_layer.startswith("page 1, resiliparse")


OLD = (PAGES / "old_tables.html").read_text(encoding="utf-8")
META = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'
ENCODED = {
    "windows-1256 as it says": OLD.encode("cp1256"),
    "windows-1256 that says nothing": OLD.replace(META, "").encode("cp1256"),
    "windows-1256 that says UTF-8": OLD.replace("windows-1256", "utf-8").encode("cp1256"),
    "windows-1256 that says Latin": OLD.replace("windows-1256", "iso-8859-1").encode("cp1256"),
    "iso-8859-6 that says nothing": OLD.replace(META, "").replace("©", "").encode("iso8859-6"),
    "UTF-8 that says windows-1256": OLD.encode(),
    "UTF-8 with a mark": OLD.replace(META, "").encode("utf-8-sig"),
    "UTF-16": OLD.replace(META, "").encode("utf-16"),
    "entities": OLD.replace(META, "").encode("ascii", "xmlcharrefreplace"),
}


@pytest.mark.parametrize("said", ENCODED)
def test_encodings(tmp_path: Path, said: str) -> None:
    (tmp_path / "page.html").write_bytes(ENCODED[said])
    found, refused = taken(tmp_path / "page.html")
    assert not refused
    assert found[0].document.title == CASES["old_tables"]["title"]
    assert found[0].document.text.startswith(CASES["old_tables"]["first"]) and found[0].raw == ENCODED[said]


def test_one_broken_byte_loses_no_page() -> None:
    whole = page("عنوان الخبر").replace('<meta charset="utf-8">', "").encode()
    broken = whole.replace("الجسر".encode(), "الجس".encode() + b"\xff", 1)
    assert "الجس\ufffd القديم" in decode_markup(broken) and "المتحدث" in decode_markup(broken)


def test_a_page_cannot_pass_for_another(tmp_path: Path) -> None:
    """What a page says of its own address is believed only where nothing else is known."""
    claimed = page("بيان").replace("</head>", '<link rel="canonical" href="https://trusted.example/report/1"></head>')
    (tmp_path / "saved.html").write_text(claimed, encoding="utf-8")
    assert taken(tmp_path / "saved.html")[0][0].document.url == "https://trusted.example/report/1"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<html><body><p>Nothing here is Arabic at all, so there is no report to read in this page.</p></body></html>", "Arabic"),
        (b"<html><body></body></html>", "no text of an Arabic report"),
        (b"", "empty"),
        (
            page("گزارش", "گزارش‌ها می‌گویند پنج نفر کشته شدند و چند نفر زخمی شدند؛ پلیس گفت که پیگیری می‌کند" * 3).encode(),
            "not Arabic",
        ),
    ],
)
def test_what_is_no_report_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "page.html").write_bytes(content)
    found, refused = taken(tmp_path / "page.html")
    assert not found and len(refused) == 1
    assert refused[0].where.endswith("page.html") and words in refused[0].reason


def test_a_page_wrapped_in_one_form_is_still_read(tmp_path: Path) -> None:
    modern = (PAGES / "modern.html").read_text(encoding="utf-8")
    wrapped = modern.replace("<body>", "<body><form id='aspnetForm'>").replace("</body>", "</form></body>")
    (tmp_path / "page.html").write_text(wrapped, encoding="utf-8")
    plain, found = (taken(path)[0][0].document for path in (PAGES / "modern.html", tmp_path / "page.html"))
    assert (found.text, found.published, found.outlet) == (plain.text, plain.published, plain.outlet)


CLAIMS = ['"headline":{"a":1}', '"headline":["x"]', '"publisher":7,"datePublished":{}', '"url":["x"],"author":[[]]', '"@graph":7']


@pytest.mark.parametrize("claim", CLAIMS)
def test_what_a_page_says_to_machines_may_be_anything(tmp_path: Path, claim: str) -> None:
    linked = f'{{"@context":"https://schema.org","@type":"NewsArticle",{claim}}}'
    script = f'<script type="application/ld+json">{linked}</script></head>'
    (tmp_path / "page.html").write_text(page("عنوان الخبر").replace("</head>", script), encoding="utf-8")
    found, refused = taken(tmp_path / "page.html")
    assert refused == [] and found[0].document.published == date(2023, 9, 20) and REPORT in found[0].document.text


def test_options_that_are_none_are_said() -> None:
    for wrong in ({"extractor": "other"}, {"networks": ("10.0.0.0/99",)}):
        with pytest.raises(ValueError, match=r"extractor|10\.0\.0\.0/99"):
            taken("x", **wrong)
    assert tuple(EXTRACTORS) == EXTRACTOR_NAMES


@pytest.mark.parametrize("header", ["text/html; charset=windows-1256", "text/html; charset=utf-8", "text/html"])
def test_windows_1256_over_the_net(header: str) -> None:
    body = OLD.replace(META, "").encode("cp1256")
    with serving({"/news.htm": (200, {"Content-Type": header}, body)}) as server:
        found, refused = taken(f"{server.url}/news.htm")
    assert refused == [] and found[0].raw == body and found[0].capture.media_type == header
    assert found[0].document.title == CASES["old_tables"]["title"] and found[0].document.published == date(2012, 10, 9)


@pytest.mark.parametrize(
    ("header", "body", "count"),
    [
        ("text/plain", REPORT.encode("cp1256"), 1),
        ("application/json", lines_of({"text": REPORT}, {"text": SECOND}), 2),
        ("text/csv", f"text\n{REPORT}\n{SECOND}\n".encode(), 2),
        ("application/octet-stream", gzip.compress(lines_of({"text": REPORT}, {"text": SECOND})), 2),
        ("application/warc", warc(some_pages(3))[0], 3),
    ],
)
def test_what_stands_at_an_address_is_told_by_its_content(header: str, body: bytes, count: int) -> None:
    with serving({"/x": (200, {"Content-Type": header}, body)}) as server:
        found, refused = taken(f"{server.url}/x")
    assert refused == [] and len(found) == count and len({item.document.id for item in found}) == count
