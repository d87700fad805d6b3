"""Feeds: each entry a report with its own bytes and day; what is broken or hostile loses no other."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from riwaya.sources.feedcut import cut, is_feed
from riwaya.sources.options import Limits, Refused
from sources.world import REPORT, SECOND, entry, html, page, rss, serving, taken

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>شبكة الجبل</title><id>urn:x</id><updated>2023-09-20T10:00:00Z</updated>
<entry><title>انفجار قرب الجسر</title><id>urn:1</id><link href="https://jabal.example/1"/>
<published>2023-09-20T01:00:00+03:00</published><updated>2023-09-22T01:00:00+03:00</updated>
<content type="html">&lt;p&gt;{REPORT}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</content></entry>
<entry><title type="html">نفي &lt;b&gt;قاطع&lt;/b&gt;</title><id>urn:2</id><link href="https://jabal.example/2"/>
<updated>2023-09-20T01:00:00+03:00</updated><summary type="text">{SECOND} 5 &lt; 7</summary></entry></feed>"""

RDF = f"""<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://wadi.example/"><title>صوت الوادي</title><link>https://wadi.example/</link><description>x</description></channel>
<item rdf:about="https://wadi.example/1"><title>خبر</title><link>https://wadi.example/1</link><description>{REPORT}</description><dc:date>2023-09-20T08:00:00+03:00</dc:date></item>
</rdf:RDF>"""


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "feed.rss"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_rss(tmp_path: Path) -> None:
    body = rss(entry("انفجار قرب الجسر"), entry("نفي", SECOND, link="https://sahel.example/2"))
    found, refused = taken(write(tmp_path, body))
    assert refused == [] and [item.part for item in found] == ["entry 1", "entry 2"]
    document = found[0].document
    assert (document.title, document.text, document.outlet) == ("انفجار قرب الجسر", REPORT, "وكالة الساحل")
    assert (document.published, document.url) == (date(2023, 9, 20), "https://sahel.example/1")
    assert document.id.startswith("sahel.example-") and document.id != found[1].document.id
    assert found[0].capture.media_type == "application/rss+xml" and found[0].capture.tool.endswith(" feed")
    assert found[0].text_layer.startswith("feed 1, feedparser 6.")


def test_atom(tmp_path: Path) -> None:
    found, refused = taken(write(tmp_path, ATOM))
    assert refused == []
    first, second = (item.document for item in found)
    assert (first.title, first.text, first.outlet) == ("انفجار قرب الجسر", f"{REPORT}\n{SECOND}", "شبكة الجبل")
    assert (first.published, second.published) == (date(2023, 9, 20), date(2023, 9, 20))
    assert (second.title, second.text) == ("نفي قاطع", f"{SECOND} 5 < 7")
    assert found[0].capture.media_type == "application/atom+xml"


def test_rdf(tmp_path: Path) -> None:
    found, refused = taken(write(tmp_path, RDF))
    assert refused == [] and (found[0].document.text, found[0].document.published) == (REPORT, date(2023, 9, 20))
    assert found[0].document.outlet == "صوت الوادي"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "iso-8859-6", "utf-16"])
def test_r2_entries_keep_their_own_bytes_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    body = rss(entry("انفجار"), entry("نفي", SECOND)).replace("utf-8", encoding).encode(encoding)
    found, refused = taken(write(tmp_path, body))
    assert refused == [] and [item.document.text for item in found] == [REPORT, SECOND]
    at = 0
    for item in found:
        begin = body.find(item.raw, at)
        assert begin >= at and item.raw.decode("utf-16-le" if encoding == "utf-16" else encoding).startswith("<item>")
        at = begin + len(item.raw)


def test_an_arabic_day(tmp_path: Path) -> None:
    found, refused = taken(write(tmp_path, rss(entry("خبر", day="الأربعاء، 20 سبتمبر/أيلول 2023 - 10:30"))))
    assert refused == [] and found[0].document.published == date(2023, 9, 20)


@pytest.mark.parametrize("day", ["Fri, 20 Mar 0025 10:00:00 GMT", "2123-01-01T00:00:00Z", "soon", "31 فبراير 2023"])
def test_a_day_that_cannot_be_is_told_and_the_entry_taken_without(tmp_path: Path, day: str) -> None:
    found, refused = taken(write(tmp_path, rss(entry("خبر", day=day), entry("ثان", SECOND))))
    assert [item.document.published for item in found] == [None, date(2023, 9, 20)]
    assert len(refused) == 1 and refused[0].where.endswith("entry 1") and "1990" in refused[0].reason


def test_an_entry_that_is_no_arabic_report_loses_no_other(tmp_path: Path) -> None:
    found, refused = taken(write(tmp_path, rss(entry("News", "In English only"), entry("خبر"), entry("", ""))))
    assert [item.part for item in found] == ["entry 2"]
    assert [one.where.rpartition(", ")[2] for one in refused] == ["entry 1", "entry 3"]


BROKEN = {
    "an ampersand": rss(entry("خبر & تعليق"), entry("نفي", SECOND)),
    "an unknown entity": rss(entry("خبر&nbsp;عاجل"), entry("نفي", SECOND)),
    "an open tag": rss("<p>" + entry("خبر"), entry("نفي", SECOND)),
    "cut off": rss(entry("خبر"), entry("نفي", SECOND), entry("ثالث"))[:-200],
    "two feeds": rss(entry("خبر"), entry("نفي", SECOND)) * 2,
}


@pytest.mark.parametrize("why", BROKEN)
def test_broken_xml_loses_no_entry(tmp_path: Path, why: str) -> None:
    found, refused = taken(write(tmp_path, BROKEN[why]))
    texts = [item.document.text for item in found]
    assert texts[:2] == [REPORT, SECOND] and "broken XML" in refused[-1].reason
    assert all(f"<item>{''}" in item.raw.decode() and item.raw.decode().endswith("</item>") for item in found)


LAUGHS = (
    '<!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {x} "{f"&{y};" * 10}">' for x, y in zip("bcdefghij", "abcdefghi", strict=True))
    + "]>"
)
QUADRATIC = '<!DOCTYPE rss [<!ENTITY a "' + "ha" * 50_000 + '">]>'
HOSTILE = {
    "billion laughs": rss(entry("&j;"), head=LAUGHS),
    "quadratic blow-up": rss(entry("&a;" * 5000), head=QUADRATIC),
    "a file as an entity": rss(entry("&x;"), head='<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    "a parameter entity": rss(entry("x"), head='<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x.dtd"> %x;]>'),
    "behind something broken": rss(entry("&x; & <"), head='<!DOCTYPE rss [<!entity x "y">]>'),
}


@pytest.mark.parametrize("why", HOSTILE)
def test_r35_feeds_that_declare_entities_are_refused(tmp_path: Path, why: str) -> None:
    began = time.process_time()
    found, refused = taken(write(tmp_path, HOSTILE[why]))
    assert found == [] and "entities" in refused[0].reason and time.process_time() - began < 1


def test_r35_an_external_dtd_is_never_fetched(tmp_path: Path) -> None:
    with serving({}) as server:
        dtd = f'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "{server.url}/rss.dtd">'
        found, refused = taken(write(tmp_path, rss(entry("خبر"), head=dtd)))
        assert len(found) == 1 and refused == [] and server.asked == []


def test_r35_an_entity_in_an_entry_stays_a_word(tmp_path: Path) -> None:
    found, _ = taken(write(tmp_path, rss(entry("خبر", REPORT).replace("خبر", "خبر &secret;"))))
    assert found[0].document.title.startswith("خبر") and "root:" not in found[0].document.title


def test_a_million_entries_are_contained(tmp_path: Path) -> None:
    body = rss("<item><title>ا</title></item>" * 1_000_000)
    began = time.process_time()
    found, refused = taken(write(tmp_path, body), limits=Limits(entries=300))
    assert len(found) == 300 and "more than 300 entries" in refused[-1].reason and time.process_time() - began < 10


def test_a_feed_too_large_is_refused_at_once(tmp_path: Path) -> None:
    path = write(tmp_path, b"<rss>")
    with path.open("r+b") as out:
        out.truncate(200 * 2**20)
    began = time.process_time()
    found, refused = taken(path)
    assert found == [] and "larger than 64 MiB" in refused[0].reason and time.process_time() - began < 1


def test_xml_nested_deep_is_refused(tmp_path: Path) -> None:
    found, refused = taken(write(tmp_path, rss("<a>" * 100_000)))
    assert found == [] and "deeper" in refused[0].reason


@pytest.mark.parametrize(
    "text", ["<rss " * 20_000, "<rss " + '"' * 100_001, "<feed '" + "x" * 100_000, "<?xml" + " " * 100_000, "<item>" * 50_000]
)
def test_r37_what_only_looks_like_a_feed_costs_little(text: str) -> None:
    began = time.process_time()
    is_feed(text)
    with pytest.raises(Refused):
        cut(text, 10)
    with suppress(Refused):
        cut(f"<rss>{text.replace('<rss', '<x')}</rss>", 10)
    assert time.process_time() - began < 2


def test_a_feed_over_the_net_and_its_pages() -> None:
    with serving({}) as server:
        links = [f"{server.url}/news/{number}" for number in range(4)]
        server.routes["/feed"] = (
            200,
            {"Content-Type": "application/rss+xml; charset=utf-8"},
            rss(*(entry(f"عنوان {link[-1]}", link=link) for link in links)).encode(),
        )
        server.routes["/news/0"] = html(page("عنوان الصفحة", REPORT, SECOND).encode())
        server.routes["/news/1"] = html(page("صفحة بلا يوم", REPORT, SECOND, date="").encode())
        server.routes["/news/2"] = html(b"<html><body>gone</body></html>")
        alone, refused = taken(f"{server.url}/feed")
        assert refused == [] and [item.part for item in alone] == ["entry 1", "entry 2", "entry 3", "entry 4"]
        assert [path for path, _ in server.asked] == ["/feed"]
        followed, refused = taken(f"{server.url}/feed", follow=True)
    assert [item.part for item in followed] == ["", "", "entry 3", "entry 4"]
    assert followed[0].document.title == "عنوان الصفحة" and followed[0].document.text == f"{REPORT}\n{SECOND}"
    assert followed[0].capture.requested == links[0] and followed[0].document.outlet == "وكالة الساحل"
    assert followed[1].document.published == date(2023, 9, 20)
    assert [one.where for one in refused] == links[2:]


def test_r33_a_feed_cannot_lead_inside() -> None:
    """Links of entries are checked like any address."""
    with serving({}) as server:
        server.routes["/feed"] = (200, {}, rss(entry("خبر", link="http://169.254.169.254/latest/")).encode())
        found, refused = taken(f"{server.url}/feed", follow=True)
    assert len(found) == 1 and "no public address" in refused[0].reason
