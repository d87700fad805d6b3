"""Zip files and WACZ: read in place, within bounds, under no name of theirs (R34, R36)."""

from __future__ import annotations

import hashlib
import io
import json
import time
import zipfile
from pathlib import Path

import pytest

from riwaya.sources.options import Limits
from sources.world import REPORT, SECOND, lines_of, page, some_pages, taken, warc


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name) if name.endswith("/") else name, content)
    return out.getvalue()


def wacz(archives: dict[str, bytes], method: int = zipfile.ZIP_STORED, stated: dict[str, str] | None = None) -> bytes:
    """A WACZ of WARCs by name; ``stated`` gives other digests than the true ones."""
    digests = {name: (stated or {}).get(name) or hashlib.sha256(body).hexdigest() for name, body in archives.items()}
    resources = [
        {"path": f"archive/{name}", "hash": f"sha256:{digests[name]}", "bytes": len(body)} for name, body in archives.items()
    ]
    package = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}).encode()
    members = {f"archive/{name}": body for name, body in archives.items()}
    return packed(
        {
            **members,
            "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n',
            "indexes/index.cdx.gz": b"x",
            "datapackage.json": package,
        },
        method,
    )


def write(folder: Path, content: bytes, name: str = "pages.wacz") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED], ids=["stored", "deflated"])
def test_wacz(tmp_path: Path, method: int) -> None:
    one, two = (
        warc(some_pages(3))[0],
        warc({"https://jabal.example/1": page("صفحة أخرى", SECOND, REPORT).encode()}, zipped=False)[0],
    )
    found, refused = taken(write(tmp_path, wacz({"data.warc.gz": one, "more.warc": two}, method)))
    assert refused == [] and [item.capture.final for item in found][:3] == list(some_pages(3))
    assert found[3].document.title == "صفحة أخرى" and found[0].raw == some_pages(1)["https://sahel.example/news/0"]
    assert found[0].part == f"archive/data.warc.gz, record {found[0].capture.record_id}" and found[0].capture.tool.endswith(" warc")


def test_an_altered_archive_in_a_wacz_is_not_taken(tmp_path: Path) -> None:
    one, two = warc(some_pages(1))[0], warc(some_pages(2))[0]
    found, refused = taken(write(tmp_path, wacz({"a.warc.gz": one, "b.warc.gz": two}, stated={"a.warc.gz": "0" * 64})))
    assert len(found) == 2 and len(refused) == 1
    assert refused[0].where.endswith("archive/a.warc.gz") and "altered" in refused[0].reason


@pytest.mark.parametrize("package", [b"{", b"[]", b'{"resources": [1]}', b"[" * 100_000])
def test_a_wacz_whose_package_cannot_be_read(tmp_path: Path, package: bytes) -> None:
    content = packed({"archive/a.warc.gz": warc(some_pages(1))[0], "datapackage.json": package})
    found, refused = taken(write(tmp_path, content))
    assert found == [] and "datapackage.json" in refused[0].reason


def test_a_wacz_without_archives(tmp_path: Path) -> None:
    found, refused = taken(write(tmp_path, packed({"datapackage.json": b"{}", "reports.jsonl": lines_of({"text": REPORT})})))
    assert found == [] and "without a WARC" in refused[0].reason


def test_a_zip_is_its_files_each_of_its_kind(tmp_path: Path) -> None:
    members = {
        "day/reports.jsonl": lines_of({"id": "a", "text": REPORT}, {"text": SECOND}),
        "day/": b"",
        "__MACOSX/._x": b"\0",
        "page.html": page("عنوان").encode(),
        "picture.jpg": b"\xff\xd8",
        "old.txt": REPORT.encode("cp1256"),
        "broken.bin": bytes(range(256)) * 9,
        "empty.txt": b"",
        "pages.warc.gz": warc(some_pages(1))[0],
    }
    found, refused = taken(write(tmp_path, packed(members), "day.zip"))
    parts = ["day/reports.jsonl, line 1", "day/reports.jsonl, line 2", "page.html", "old.txt"]
    assert [item.part for item in found][:4] == parts and found[4].part.startswith("pages.warc.gz, record <urn:")
    assert [item.document.id for item in found][:2] == ["a", "reports-2"]
    assert found[0].capture.requested == str(tmp_path / "day.zip") and found[0].capture.final.endswith("day.zip, day/reports.jsonl")
    assert [one.where.rpartition(", ")[2] for one in refused] == ["broken.bin", "empty.txt"]


OUTSIDE = [
    "../../outside.txt",
    "/etc/outside.txt",
    "a/../../outside.txt",
    "..\\..\\outside.txt",
    "C:\\outside.txt",
    "C:/outside.txt",
    "..",
    "\\\\host\\x.txt",
]


def test_r36_names_that_lead_outside_reach_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "deep" / "inside"
    inside.mkdir(parents=True)
    content = packed({**{name: REPORT.encode() for name in OUTSIDE}, "good.txt": SECOND.encode()})
    path = write(inside, content, "odd.zip")
    before = sorted(str(one) for one in tmp_path.rglob("*"))
    opened: list[str] = []
    real = open

    def watched(name: object, *arguments: object, **named: object) -> object:
        opened.append(str(name))
        return real(name, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.chdir(inside)
    monkeypatch.setattr("builtins.open", watched)
    found, refused = taken(path)
    assert [item.document.text for item in found] == [SECOND] and len(refused) == len(OUTSIDE)
    assert all("outside" in one.reason for one in refused)
    assert [name for name in opened if "outside" in name or ".." in name] == []
    assert sorted(str(one) for one in tmp_path.rglob("*")) == before


def test_r36_names_are_only_words(tmp_path: Path) -> None:
    found, refused = taken(
        write(tmp_path, packed({"a\x1b[31m\u202egpj.txt": REPORT.encode(), "b" * 5000 + ".txt": SECOND.encode()}), "odd.zip")
    )
    assert refused == [] and len(found) == 2
    assert not any(mark in item.part for item in found for mark in ("\x1b", "\u202e")) and len(found[1].part) <= 200


def test_r36_names_in_a_wacz(tmp_path: Path) -> None:
    content = wacz({"data.warc.gz": warc(some_pages(1))[0], "../../../escape.warc.gz": warc(some_pages(2))[0]})
    found, refused = taken(write(tmp_path, content))
    assert len(found) == 1 and len(refused) == 1 and "outside" in refused[0].reason


def test_r34_a_bomb_in_a_zip_loses_no_other(tmp_path: Path) -> None:
    content = packed({"bomb.txt": b" " * 100_000_000, "bomb.jsonl": b"{" * 50_000_000, "good.txt": REPORT.encode()})
    assert len(content) < 300_000
    began = time.process_time()
    found, refused = taken(write(tmp_path, content, "bomb.zip"))
    assert (
        len(found) == 1 and len(refused) == 2 and all("bomb" in one.reason for one in refused) and time.process_time() - began < 1
    )


def test_r34_a_zip_that_lies_about_sizes(tmp_path: Path) -> None:
    content = bytearray(packed({"small.txt": b" " * 30_000_000 + REPORT.encode(), "good.txt": REPORT.encode()}))
    at = content.rfind(b"PK\x01\x02", 0, content.rfind(b"PK\x01\x02"))
    content[at + 24 : at + 28] = (500).to_bytes(4, "little")
    found, refused = taken(write(tmp_path, bytes(content), "lies.zip"))
    assert [item.part for item in found] == ["good.txt"] and len(refused) == 1


def test_r34_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    content = packed({"inner.zip": packed({"a.txt": REPORT.encode()}), "inner.wacz": b"x", "b.txt": SECOND.encode()})
    found, refused = taken(write(tmp_path, content, "outer.zip"))
    assert [item.part for item in found] == ["b.txt"] and all("archive within an archive" in one.reason for one in refused)


def test_r34_an_unnamed_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = packed({"a.txt": REPORT.encode()})
    found, refused = taken(write(tmp_path, packed({"inner": inner, "b.txt": SECOND.encode()}), "outer.zip"))
    assert [item.part for item in found] == ["b.txt"] and "archive within an archive" in refused[0].reason


def test_r34_too_many_members(tmp_path: Path) -> None:
    content = packed({f"{number}.txt": b"" for number in range(60)})
    found, refused = taken(write(tmp_path, content, "many.zip"), limits=Limits(members=50))
    assert found == [] and "more than 50 files" in refused[0].reason


def test_r34_a_list_of_files_that_would_fill_the_memory(tmp_path: Path) -> None:
    content = packed({f"{number}-{'x' * 500}.txt": b"" for number in range(60)})
    found, refused = taken(write(tmp_path, content, "many.zip"), limits=Limits(members=20))
    assert found == [] and "a list of files" in refused[0].reason


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9, 0.999])
def test_r34_a_zip_that_is_cut(tmp_path: Path, part: float) -> None:
    content = packed({"a.txt": REPORT.encode(), "b.txt": SECOND.encode()})
    found, refused = taken(write(tmp_path, content[: int(len(content) * part)], "cut.zip"))
    assert found == [] and len(refused) == 1


def test_r34_a_damaged_member_loses_no_other(tmp_path: Path) -> None:
    content = bytearray(packed({"a.txt": REPORT.encode() * 30, "b.txt": SECOND.encode()}))
    content[60:70] = b"\xff" * 10
    found, refused = taken(write(tmp_path, bytes(content), "damaged.zip"))
    assert [item.part for item in found] == ["b.txt"] and refused[0].where.endswith("a.txt")


def test_an_encrypted_member_is_named(tmp_path: Path) -> None:
    content = bytearray(packed({"a.txt": REPORT.encode(), "b.txt": SECOND.encode()}))
    content[content.find(b"PK\x01\x02") + 8] |= 1
    content[6] |= 1
    found, refused = taken(write(tmp_path, bytes(content), "secret.zip"))
    assert [item.part for item in found] == ["b.txt"] and "encrypted" in refused[0].reason


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts open files through /proc")
def test_nothing_stays_open(tmp_path: Path) -> None:
    write(tmp_path, wacz({"a.warc.gz": warc(some_pages(2))[0]}, zipfile.ZIP_DEFLATED))
    write(tmp_path, packed({"a.txt": REPORT.encode()}), "a.zip")
    taken(tmp_path)
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(20):
        taken(tmp_path)
    assert len(list(Path("/proc/self/fd").iterdir())) <= before
