"""R4: every character of a text layer leads back to the bytes that were kept, or is said to have none; each map is proven anew."""

from __future__ import annotations

import gzip
import io
import json
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.model.capture import Capture, Item
from riwaya.model.document import Document, Span
from riwaya.sources.bytemap import MAPPED, text_map
from sources.proof import lost, proven
from sources.world import PAGES, REPORT, SECOND, entry, lines_of, page, rss, some_pages, taken, warc

TITLE = "نفي «قاطع» بعد الانفجار"
VOICED = "قَالَ المُتَحَدِّثُ بِاسْمِ المَجْلِسِ إنّ \u200fثلاثةً\u200f من الحـــراس 🕊 أُصيبوا"
TEXT = f'{VOICED}.\n\t"{SECOND}"\r\nوأضاف: \\ انتهى.'
ROW = {"id": "r1", "summary": REPORT, "title": TITLE, "text": TEXT, "published": "2023-09-20"}


def csv_of(delimiter: str, **changed: str) -> str:
    row = {**ROW, **changed}
    cells = (f'"{cell}"' for cell in (value.replace('"', '""') for value in row.values()))
    return f"{delimiter.join(row)}\r\n{delimiter.join(cells)}\r\n"


def parquet() -> bytes:
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([ROW]), out)
    return out.getvalue()


NARROW = {"title": "نفي قاطع", "text": f"{REPORT} {SECOND}"}
FILES: dict[str, bytes] = {
    "utf8.txt": TEXT.encode(),
    "marked.txt": TEXT.encode("utf-8-sig"),
    "wide.txt": TEXT.encode("utf-16"),
    "wide_be.txt": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "unmarked_wide.txt": TEXT.encode("utf-16-le"),
    "windows.txt": f"{REPORT}\r\n{SECOND} – 5€".encode("cp1256"),
    "iso.txt": f"{REPORT}\n{SECOND}".encode("iso8859-6"),
    "packed.txt.gz": gzip.compress(TEXT.encode()),
    "one.json": json.dumps(ROW, ensure_ascii=False, indent=2).encode(),
    "escaped.json": json.dumps(ROW).encode(),
    "escaped_wide.json": json.dumps([ROW, ROW]).encode("utf-16"),
    "many.json": json.dumps([ROW, ROW], ensure_ascii=False).encode("utf-8-sig"),
    "lines.jsonl": lines_of(ROW, ROW),
    "windows.jsonl": lines_of(NARROW, NARROW).decode().encode("cp1256"),
    "iso.jsonl": lines_of(NARROW, NARROW).decode().encode("iso8859-6"),
    "wide.jsonl": lines_of(ROW, ROW).decode().encode("utf-16"),
    "rows.csv": csv_of(",").encode(),
    "rows.tsv": csv_of("\t").encode("utf-16"),
    "windows.csv": csv_of(";", **NARROW).replace("🕊", "").encode("cp1256", "ignore"),
    "rows.parquet": parquet(),
    "feed.rss": rss(entry(TITLE, f"{REPORT}</p><p>{SECOND}")).encode(),
    "page.html": page(TITLE).encode(),
    "packed.html.gz": gzip.compress(page(TITLE).encode()),
    "pages.warc.gz": warc(some_pages(2))[0],
    "gzipped.warc": warc({url: gzip.compress(body) for url, body in some_pages(2).items()}, zipped=False, coding="gzip")[0],
}


@pytest.mark.parametrize("name", FILES)
def test_r4_every_kind_of_source_leads_back_to_its_bytes(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    found, refused = taken(tmp_path / name)
    assert found and not refused
    for item in found:
        mapped = proven(item)
        assert lost(item, mapped) == [] and mapped.whole and mapped.of
        assert [gap for gap in mapped.gaps if gap.why == "joined"] == [
            replace(mapped.gaps[0], text_start=len(item.document.title), text_end=len(item.document.title) + 1, why="joined")
        ]


@pytest.mark.parametrize("kind", MAPPED)
def test_r4_every_kind_says_what_its_bytes_are(kind: str) -> None:
    page_of_sources = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
    assert MAPPED[kind].of in page_of_sources


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.html")))
@pytest.mark.parametrize("extractor", ["trafilatura", "resiliparse"])
def test_r4_pages(name: str, extractor: str) -> None:
    ((item,), _) = taken(PAGES / f"{name}.html", extractor=extractor)
    assert lost(item, proven(item)) == []


RICH = (
    f"""<!doctype html><html><head><title>{TITLE} - صوت الوادي</title><meta property="og:title" content="{TITLE}">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "عنوان آخر", "articleBody": "{REPORT}"}}</script>
<script>var text = "{REPORT}";</script></head><body>
<div class="menu"><a href="/1">{REPORT}</a><a href="/2">الجسر</a></div>
<article><h1>نفي &laquo;<b>قاطع</b>&raquo;&nbsp;بعد&#32;الانفجار</h1>
<p>قال <a href="/m" title="x > y">المتح<!-- لا -->دث</a> باسم&nbsp;&#x627;&#1604;مجلس
   إن <b><i>ثلاثة</i></b> من الحراس أصيبوا <script>show("x < y")</script>عندما انفجرت عبوة قرب الجسر القديم مساء الأحد.</p>
<p>{SECOND}</p><p>{SECOND}</p>
<ul><li>وقَالَت الوكالة إن القافـــلة وصلت.</li><li>\u200fونفى المجلس ذلك &amp; غيره.</li></ul>
<table><tr><th>المدينة</th><th>القتلى</th></tr><tr><td>الوادي</td><td>12</td></tr><tr><td>الجسر</td><td>3</td></tr></table>
<p>وأكد المجلس أن التحقيق مستمر <!-- {SECOND} --> وأن النتائج ستعلن.</p></article>
<aside><a href="/1">{REPORT}</a><a href="/3">{SECOND}</a></aside></body></html>""",
)[0]
ENCODED = {
    "UTF-8": RICH.encode(),
    "UTF-16": RICH.encode("utf-16"),
    "Windows-1256": RICH.encode("cp1256", "xmlcharrefreplace"),
    "ISO-8859-6": RICH.encode("iso8859-6", "xmlcharrefreplace"),
    "entities": RICH.encode("ascii", "xmlcharrefreplace"),
}


@pytest.mark.parametrize("extractor", ["trafilatura", "resiliparse"])
@pytest.mark.parametrize("encoding", ENCODED)
def test_r4_a_page_as_people_write_them(tmp_path: Path, encoding: str, extractor: str) -> None:
    (tmp_path / "page.html").write_bytes(ENCODED[encoding])
    ((item,), refused) = taken(tmp_path / "page.html", extractor=extractor)
    mapped = proven(item)
    assert not refused and lost(item, mapped) == []
    assert "المتحدث باسم المجلس" in item.document.characters
    place = mapped.placed("content", item.document.span(*whereabouts(item, "المتحدث باسم المجلس")), item.raw)
    assert place.raw_start is not None and "<!-- " in place.words and item.raw[: place.raw_start].decode(mapped.codec, "ignore")


def whereabouts(item: Item, words: str) -> tuple[int, int]:
    at = item.document.characters.index(words)
    return at, at + len(words)


@pytest.mark.parametrize(("extractor", "times"), [("trafilatura", 1), ("resiliparse", 2)])
def test_r4_a_sentence_that_the_page_repeats_is_found_in_the_report_itself(tmp_path: Path, extractor: str, times: int) -> None:
    (tmp_path / "page.html").write_bytes(RICH.encode())
    ((item,), _) = taken(tmp_path / "page.html", extractor=extractor)
    mapped = proven(item)
    inside = item.raw.index(b"<article>"), item.raw.index(b"</article>")
    assert all(inside[0] < one.raw_start and one.raw_end <= inside[1] for one in mapped.segments)
    both = [one for one in mapped.segments if item.raw[one.raw_start : one.raw_end].decode() == SECOND]
    assert len({one.raw_start for one in both}) == item.document.text.split("\n").count(SECOND) == times


def test_r4_a_title_that_only_machines_are_told(tmp_path: Path) -> None:
    told = (
        page("أخبار")
        .replace("<h1>أخبار</h1>", "")
        .replace("<title>أخبار", f'<meta property="og:title" content="{TITLE}"><title>أخبار')
    )
    (tmp_path / "page.html").write_text(told, encoding="utf-8")
    ((item,), _) = taken(tmp_path / "page.html")
    assert item.document.title == TITLE and lost(item, proven(item)) == []


ESCAPED = f"&lt;p&gt;{REPORT}&amp;nbsp;&lt;b&gt;5 &amp;lt; 7&lt;/b&gt;&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;"
FEEDS = {
    "escaped": rss(entry(TITLE).replace(f"<![CDATA[<p>{REPORT}</p>]]>", ESCAPED)),
    "in CDATA": rss(entry(f"<![CDATA[{TITLE} &amp; غيره]]>", f"{REPORT} <em>أمس</em><!-- x -->&#1548; {SECOND}")),
    "atom": f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry>
<title type="html">نفي &lt;b&gt;قاطع&lt;/b&gt;</title><summary>{REPORT}</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{REPORT}</p><p>{SECOND}</p></div></content>
</entry></feed>""",
}


@pytest.mark.parametrize("name", FEEDS)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1256", "iso8859-6", "cp720"])
def test_r4_feeds(tmp_path: Path, name: str, codec: str) -> None:
    (tmp_path / "feed.rss").write_bytes(FEEDS[name].replace("utf-8", codec).encode(codec, "xmlcharrefreplace"))
    ((item,), refused) = taken(tmp_path / "feed.rss")
    assert not refused and lost(item, proven(item)) == []


def test_r4_what_the_bytes_do_not_say_has_no_bytes() -> None:
    forged = Document("x", TITLE, TEXT.replace("ثلاثة", "ثلاثون"))
    taken_so = Capture("x", "x", datetime.now(UTC), "text/html")
    for layer in ("plain 1", "json 1", "csv 1"):
        found = text_map(TEXT.encode(), layer, forged, taken_so)
        assert found is not None and found.segments == () and not found.whole
    found = text_map(f"<p>{TEXT}</p>".encode(), "page 1", forged, taken_so)
    assert found is not None and found.segments and not found.whole
    at = forged.characters.index("ثلاثون")
    place = found.placed("figure", Span(at, at + 6, "ثلاثون"), b"")
    assert place.raw_start is None and "not found in the bytes" in place.fault
    assert text_map(b"", "my own 1", forged, taken_so) is None


WORDS = st.lists(
    st.sampled_from("قال الوزيرُ إنّ القـــوّات «قصفت» المدينة أمس، 🔥 12 و5% «ال» . لا آب لُبنان ﷺ é".split()),
    min_size=12,
    max_size=40,
)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=5)
DRESS = st.lists(
    st.sampled_from(
        [
            "{}",
            "<b>{}</b>",
            "<a href='#'>{}</a>",
            "<i><b>{}</b></i>",
            "{}<!-- {} -->",
            "\u200f{}",
            "&rlm;{}",
            "{}&nbsp;",
            "\n\t {}",
            "#",
            "x",
        ]
    ),
    min_size=1,
    max_size=30,
)


def dressed(word: str, dress: str) -> str:
    if dress in ("#", "x"):
        return "".join(f"&#{ord(letter)};" if dress == "#" else f"&#x{ord(letter):x};" for letter in word)
    return dress.replace("{}", word)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, DRESS, st.sampled_from(["utf-8", "utf-16", "cp1256", "ascii"]), st.sampled_from(["trafilatura", "resiliparse"]))
def test_r4_any_page_that_is_read_is_mapped(tmp_path_factory, paragraphs, dress, codec, extractor) -> None:  # type: ignore[no-untyped-def]
    told = [
        f"{' '.join(dressed(word, dress[at % len(dress)]) for at, word in enumerate(words))} وهذه الفقرة {number}"
        for number, words in enumerate([*paragraphs, paragraphs[0]])
    ]
    path = tmp_path_factory.mktemp("pages") / "page.html"
    path.write_bytes(page("عنوان الخبر الطويل", REPORT, *told, SECOND).encode(codec, "xmlcharrefreplace"))
    found, _ = taken(path, extractor=extractor)
    for item in found:
        assert lost(item, proven(item)) == []


def test_r4_two_lines_alike_out_of_which_letters_are_left(tmp_path: Path) -> None:
    words = "قال قال قال قال قال قال قال ﷺ قال قال ﷺ قال".split()
    told = [f"{' '.join(f'<b>{word}</b>' for word in words)} وهذه الفقرة {number}" for number in (0, 1)]
    (tmp_path / "page.html").write_bytes(page("عنوان الخبر الطويل", REPORT, *told, SECOND).encode())
    ((item,), _) = taken(tmp_path / "page.html", extractor="resiliparse")
    assert "ﷺ" not in item.document.text and item.document.text.count("وهذه الفقرة") == len(told)
    assert lost(item, proven(item)) == []


STRINGS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)


@settings(max_examples=150, deadline=None)
@given(STRINGS, STRINGS, st.booleans(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(["json", "jsonl"]))
def test_r4_any_json_that_is_read_is_mapped(tmp_path_factory, title, extra, ascii_only, codec, suffix) -> None:  # type: ignore[no-untyped-def]
    row = {"extra": extra, "title": title, "text": f"{REPORT}{extra}{SECOND}{title}"}
    path = tmp_path_factory.mktemp("json") / f"one.{suffix}"
    path.write_bytes(json.dumps(row, ensure_ascii=ascii_only).encode(codec))
    found, refused = taken(path)
    assert (len(found), len(refused)) == (1, 0)
    assert lost(found[0], proven(found[0])) == []


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.text(max_size=60), st.text(max_size=20), st.sampled_from([*MAPPED]))
def test_r4_any_bytes_and_any_text_have_a_map_that_is_true(raw: bytes, text: str, title: str, kind: str) -> None:
    capture = Capture("x", "x", datetime.now(UTC), "text/html")
    item = Item(raw, capture, "", Document("x", title, text), f"{kind} 1")
    found = text_map(raw, item.text_layer, item.document, capture)
    assert found is not None
    for one in found.segments:
        assert 0 <= one.raw_start < one.raw_end <= len(raw) and one.text_start < one.text_end
        span = Span(one.text_start, one.text_start + 1, "")
        place = found.placed("cue", span, raw)
        assert place.raw_start == one.raw_start and place.raw_end is not None and place.raw_end <= one.raw_end


LONG = 300_000
HOSTILE = {
    "tags without an end": ("page", "<a " * (LONG // 3), REPORT * 100),
    "attributes without an end": ("page", '<a ="' * (LONG // 5), REPORT * 100),
    "signs": ("page", "<" * LONG, REPORT * 100),
    "entities": ("page", "&#x627;" * (LONG // 7), "ا" * LONG),
    "comments": ("page", "<!--" * (LONG // 4), REPORT * 100),
    "scripts": ("page", "<script></script " * (LONG // 16), REPORT * 100),
    "one letter": ("page", "ا" * LONG, f"{'ا' * 200}ب\n" * 1200),
    "short lines": ("page", "<p>ا ب</p>" * (LONG // 10), "ا ب\n" * 30_000),
    "lines that are not there": ("page", f"<p>{REPORT * (LONG // 100)}", "\n".join(f"{number}{REPORT}" for number in range(3000))),
    "escapes": ("json", "\\" * LONG, REPORT),
    "quotation marks": ("csv", '"' * LONG, REPORT),
    "a feed in a feed": ("feed", "<item>" + "&lt;p&gt;" * (LONG // 9), REPORT * 100),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_r4_hostile_bytes_cost_no_more_than_their_length(name: str) -> None:
    kind, raw, text = HOSTILE[name]
    begun = time.process_time()
    found = text_map(raw.encode(), f"{kind} 1", Document("x", "", text), Capture("x", "x", datetime.now(UTC), "text/html"))
    assert found is not None and time.process_time() - begun < 8
