"""WARC archives: every page once, and whatever is broken, false or altered loses no other and mixes no two (R34)."""

from __future__ import annotations

import gzip
import io
import re
import time
import zlib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.warcwriter import WARCWriter

from riwaya.model.capture import Item, Refusal
from riwaya.sources.options import Limits
from sources.world import REPORT, apart, page, record, some_pages, taken, warc

URL = "https://sahel.example/news/{}"
ZIPPED = pytest.mark.parametrize("zipped", [True, False], ids=["gzip", "plain"])


def write(folder: Path, content: bytes, zipped: bool = True) -> Path:
    path = folder / ("pages.warc.gz" if zipped else "pages.warc")
    path.write_bytes(content)
    return path


def numbers(found: list[Item]) -> list[int]:
    return [int(str(item.document.url).rpartition("/")[2]) for item in found]


@ZIPPED
def test_pages_of_an_archive(tmp_path: Path, zipped: bool) -> None:
    pages = some_pages(5)
    found, refused = taken(write(tmp_path, warc(pages, zipped)[0], zipped))
    assert refused == [] and [item.capture.requested for item in found] == list(pages)
    assert [item.raw for item in found] == list(pages.values())
    assert found[3].document.title == "بيان المجلس رقم 3" and found[3].document.published == date(2023, 9, 20)


def test_r3_capture_record_of_an_archived_page(tmp_path: Path) -> None:
    archive = warc(some_pages(1), zipped=False)[0]
    archive = re.sub(rb"WARC-Date: [^\r]*", b"WARC-Date: 2024-01-02T03:04:05Z", archive)
    archive = archive.replace(b"WARC-Block-Digest", b"WARC-Other-Digest")
    found, _ = taken(write(tmp_path, archive, zipped=False))
    capture = found[0].capture
    assert capture.requested == capture.final == URL.format(0)
    assert capture.retrieved == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert capture.record_id is not None and re.fullmatch(r"<urn:uuid:[0-9a-f-]{36}>", capture.record_id)
    assert found[0].part == f"record {capture.record_id}" and capture.tool.endswith(" warc")
    names = [name for name, _ in capture.headers]
    assert "Content-Type" in names and "WARC-Payload-Digest" in names and capture.media_type.startswith("text/html")


def other_records() -> bytes:
    """What archives hold besides pages."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    arabic = page("عنوان").encode()
    menu = "".join(f"<li><a href=/{number}>أخبار القسم رقم {number}</a></li>" for number in range(20))
    english = b"<html><body><p>English only</p></body></html>"
    when = {"WARC-Date": "2026-11-24T08:00:00Z"}
    for one in (
        writer.create_warcinfo_record("x.warc.gz", {"software": "tests"}),
        record(writer, "https://a.example/missing", arabic, status="404 Not Found"),
        record(writer, "https://a.example/picture", b"\x89PNG" * 999, Content_Type="image/png"),
        record(writer, "https://a.example/style", arabic, Content_Type="text/css"),
        record(writer, "https://a.example/english", english),
        record(writer, "https://a.example/menu", f"<html><body><nav>{menu}</nav></body></html>".encode()),
        record(writer, "https://a.example/good", arabic),
        writer.create_warc_record(
            "https://a.example/resource", "resource", io.BytesIO(arabic), warc_content_type="text/html", warc_headers_dict=when
        ),
    ):
        writer.write_record(one)
    return out.getvalue()


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    found, refused = taken(write(tmp_path, other_records()))
    assert [item.capture.final.rpartition("/")[2] for item in found] == ["good", "resource"]
    assert len(refused) == 1 and "1 (no Arabic in it)" in refused[0].reason and "1 (nothing but links" in refused[0].reason


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_payloads_that_are_packed(tmp_path: Path, coding: str) -> None:
    body = page("عنوان").encode()
    packed = gzip.compress(body) if coding == "gzip" else zlib.compress(body)
    found, refused = taken(write(tmp_path, warc({URL.format(1): packed}, coding=coding)[0]))
    assert refused == [] and found[0].raw == body


def changed(archive: bytes, begins: list[int], at: int, new: bytes, zipped: bool) -> bytes:
    """The archive with another Content-Length in one record."""
    old = archive[begins[at] : begins[at + 1]]
    old = gzip.decompress(old) if zipped else old
    false = re.sub(rb"(?m)^Content-Length: \d+", b"Content-Length: " + new, old, count=1)
    return archive[: begins[at]] + (gzip.compress(false) if zipped else false) + archive[begins[at + 1] :]


@ZIPPED
@pytest.mark.parametrize(
    "length", ["5", "0", "900", "1500", "100000", "16000000", "999999999999999999", "99999999999999999999999", "-5", "abc", ""]
)
def test_r34_a_false_length_mixes_no_two_pages(tmp_path: Path, zipped: bool, length: str) -> None:
    pages = some_pages(6)
    archive, begins = warc(pages, zipped)
    found, refused = taken(write(tmp_path, changed(archive, begins, 2, length.encode(), zipped), zipped))
    assert numbers(found) == [0, 1, 3, 4, 5] and len(refused) == 1 and "ength" in refused[0].reason
    assert [item.raw for item in found] == [body for url, body in pages.items() if not url.endswith("/2")]


@ZIPPED
def test_r34_damage_is_told_and_the_rest_read(tmp_path: Path, zipped: bool) -> None:
    archive, begins = warc(some_pages(6), zipped)
    damaged = bytearray(archive)
    middle = (begins[2] + begins[3]) // 2
    damaged[middle : middle + 8] = b"\0\xff\0\xff\0\xff\0\xff"
    found, refused = taken(write(tmp_path, bytes(damaged), zipped))
    assert numbers(found) == [0, 1, 3, 4, 5] and len(refused) == 1
    assert "pages.warc" in refused[0].where and ("damaged" in refused[0].reason)


def test_r34_an_altered_page_is_not_taken(tmp_path: Path) -> None:
    """A page whose number of dead was changed in the archive, its length kept."""
    archive, _ = warc({URL.format(1): page("بيان", REPORT).encode(), URL.format(2): page("بيان", REPORT).encode()}, zipped=False)
    altered = archive.replace("ثلاثة".encode(), "تسعةة".encode(), 1)
    found, refused = taken(write(tmp_path, altered, zipped=False))
    assert numbers(found) == [2] and "altered" in refused[0].reason and "urn:uuid" in refused[0].where


@ZIPPED
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_r34_an_archive_that_is_cut(tmp_path: Path, zipped: bool, part: float) -> None:
    archive, begins = warc(some_pages(8), zipped)
    end = begins[4] + int((begins[5] - begins[4]) * part)
    found, refused = taken(write(tmp_path, archive[:end], zipped))
    assert numbers(found) == [0, 1, 2, 3] and len(refused) == 1 and re.search("cut|no head", refused[0].reason)


def test_r34_one_gzip_member_for_all_records(tmp_path: Path) -> None:
    archive, begins = warc(some_pages(20), zipped=False)
    found, refused = taken(write(tmp_path, gzip.compress(archive)))
    assert refused == [] and numbers(found) == list(range(20))
    found, refused = taken(write(tmp_path, gzip.compress(changed(archive, begins, 3, b"7", False))))
    assert numbers(found) == [number for number in range(20) if number != 3] and len(refused) == 1


def bomb(megabytes: int, length: int | None = None) -> bytes:
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:bomb>\r\nWARC-Target-URI: http://b.example/\r\n"
    head += "WARC-Date: 2024-01-01T00:00:00Z\r\nContent-Type: application/http\r\n"
    head += f"Content-Length: {length or megabytes * 2**20}\r\n\r\n"
    packer = zlib.compressobj(9, wbits=31)
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".ljust(2**20, b" ")
    return b"".join([packer.compress(head.encode()), *(packer.compress(block) for _ in range(megabytes)), packer.flush()])


@pytest.mark.parametrize("length", [None, 1000, 10**15])
def test_r34_a_gzip_bomb_is_contained(tmp_path: Path, length: int | None) -> None:
    archive, begins = warc(some_pages(3))
    path = write(tmp_path, archive[: begins[2]] + bomb(200, length) + archive[begins[2] :])
    began = time.process_time()
    found, refused = taken(path)
    assert numbers(found) == [0, 1, 2] and time.process_time() - began < 3
    assert any("bomb" in one.reason for one in refused), refused


def test_r34_a_payload_bomb_is_contained(tmp_path: Path) -> None:
    packed = gzip.compress(b" " * 60_000_000)
    archive, _ = warc({URL.format(7): packed}, coding="gzip")
    found, refused = taken(write(tmp_path, archive + warc(some_pages(1))[0]))
    assert numbers(found) == [0] and "larger than 16 MiB once unpacked" in refused[0].reason


def test_r34_a_page_of_200_megabytes_is_passed_over(tmp_path: Path) -> None:
    with (tmp_path / "large.warc").open("wb") as out:
        for url, body in some_pages(2).items():
            out.write(warc({url: body}, zipped=False)[0])
            if url.endswith("0"):
                head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:large>\r\nContent-Type: application/http\r\n"
                out.write(head + b"Content-Length: %d\r\n\r\n" % (200 * 2**20))
                out.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".ljust(2**20) * 200 + b"\r\n\r\n")
    code = (
        "import sys\nfrom riwaya.sources.kinds import items\nfrom sources.world import memory\nmarks = []\n"
        "for found in items(sys.argv[1]):\n    marks.append(memory())\nprint(len(marks), marks[-1] - marks[0])"
    )
    count, megabytes = apart(code, tmp_path / "large.warc")
    assert count == 3 and megabytes < 30
    began = time.process_time()
    found, refused = taken(tmp_path / "large.warc")
    assert numbers(found) == [0, 1] and [one.where.rpartition(", ")[2] for one in refused] == ["record <urn:large>"]
    assert "larger than 16 MiB" in refused[0].reason and time.process_time() - began < 3


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"nothing of the kind" * 100, "no WARC file"),
        (gzip.compress(b"nothing of the kind" * 100, mtime=0), "no WARC file"),
        (b"\x1f\x8b\x08" * 100_000, "damaged|cut|no WARC"),
        (b"WARC/", "no head|WARC"),
        (b"WARC/1.0\r\n" * 100_000, "no head|ength"),
    ],
)
def test_r34_what_is_no_archive(tmp_path: Path, content: bytes, word: str) -> None:
    began = time.process_time()
    found, refused = taken(write(tmp_path, content))
    assert found == [] and any(part in refused[0].reason for part in word.split("|")), refused
    assert time.process_time() - began < 10


@pytest.mark.parametrize("broken", [b"WARC/1.0\r\nContent-Length: 16000000\r\n\r\n", b"\x1f\x8b\x08\0\0\0\0\0\0\x03bad"])
def test_r34_broken_records_without_end_are_left(tmp_path: Path, broken: bytes) -> None:
    path = write(tmp_path, warc(some_pages(1), zipped=broken[:1] != b"W")[0] + broken * 300_000, zipped=broken[:1] != b"W")
    began = time.process_time()
    found, refused = taken(path, limits=Limits(faults=50))
    assert numbers(found) == [0] and len(refused) <= 52 and time.process_time() - began < 10


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        (rb"WARC-Date: [^\r]*", b"WARC-Date: 0025-01-02T03:04:05Z", "1990"),
        (rb"WARC-Date: [^\r]*", b"WARC-Date: yesterday", "1990"),
        (rb"WARC-Date: [^\r]*", b"X-No-Date: 1", "1990"),
        (rb"WARC-Target-URI: [^\r]*", b"X-No-URI: 1", "address"),
        (rb"WARC-Target-URI: [^\r]*", b"WARC-Target-URI: urn:x", "address"),
    ],
)
def test_r3_a_record_that_does_not_say_when_or_where_is_refused(tmp_path: Path, old: bytes, new: bytes, word: str) -> None:
    archive = re.sub(old, new, warc(some_pages(1), zipped=False)[0])
    found, refused = taken(write(tmp_path, archive + warc(some_pages(2), zipped=False)[0], zipped=False))
    assert numbers(found) == [0, 1] and len(refused) == 1 and word in refused[0].reason


def test_a_long_archive_is_never_held_whole(tmp_path: Path) -> None:
    one = warc({URL.format(1): page("عنوان", *[REPORT + " " + "س" * 500] * 20).encode()}, zipped=False)[0]
    picture = (
        b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: image/png\r\nContent-Length: 1000000\r\n\r\n"
        + b"x" * 10**6
        + b"\r\n\r\n"
    )
    with (tmp_path / "long.warc").open("wb") as out:
        for _ in range(150):
            out.write(one + picture)
    code = (
        "import sys\nfrom riwaya.sources.kinds import items\nfrom sources.world import memory\nmarks = []\n"
        "for found in items(sys.argv[1]):\n    marks.append(memory())\nprint(len(marks), marks[-1] - marks[20])"
    )
    count, megabytes = apart(code, tmp_path / "long.warc")
    assert count == 150 and megabytes < 30


DAMAGED_PAGES = some_pages(4)
DAMAGED = {zipped: warc(DAMAGED_PAGES, zipped)[0].ljust(6000, b"\n")[:6000] for zipped in (True, False)}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), zipped=st.booleans())
def test_any_damage_is_survived_and_no_page_is_false(tmp_path: Path, data: Any, zipped: bool) -> None:
    """Whatever bytes are changed, cut out or put in: what is taken is one of the pages, byte for byte."""
    archive = bytearray(DAMAGED[zipped])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(archive) - 1))
        length = data.draw(st.integers(0, 40))
        archive[at : at + length] = data.draw(st.binary(max_size=40))
    found, refused = taken(write(tmp_path, bytes(archive), zipped))
    assert all(item.raw in DAMAGED_PAGES.values() for item in found)
    assert all(isinstance(one, Refusal) and one.reason and "\n" not in one.reason for one in refused)
