"""Bad input through the real command: a message that names file and line, a status that is not 0, the others still read."""

import json
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

REPORT = "قال الوزير إن خمسة جنود قتلوا أمس."
OBJECT = json.dumps({"id": "a", "text": REPORT}).encode()
PERSIAN = "وزیر دفاع گفت پنج سرباز در این درگیری کشته شدند و چند نفر دیگر زخمی شدند؛ پلیس نیز این گزارش را تأیید کرد."
URDU = "وزیر دفاع نے کہا ہے کہ جھڑپ میں پانچ فوجی ہلاک ہوئے اور کئی زخمی ہیں، پولیس نے بھی اس کی تصدیق کی ہے۔"
KURDISH = "وەزیری بەرگری ڕایگەیاند کە پێنج سەرباز لە شەڕەکەدا کوژراون و چەند کەسێکی دیکەش بریندار بوون."
PASHTO = "د دفاع وزیر وویل چې پنځه سرتیري په نښته کې وژل شوي او څو تنه نور ټپیان دي."
UYGHUR = "مۇداپىئە مىنىستىرى توقۇنۇشتا بەش ئەسكەرنىڭ ئۆلگەنلىكىنى ئېيتتى."

BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty.txt: empty"),
    "blank.txt": (b" \n\t \r\n\xc2\xa0\n", "blank.txt: empty"),
    "empty.json": (b"", "empty.json: "),
    "none.json": (b"[]", "none.json: "),
    "latin.txt": (b"The minister said that five soldiers were killed.", "no Arabic"),
    "digits.txt": ("٢٣ ١٤ ٢٠٢٦".encode(), "no Arabic"),
    "persian.txt": (PERSIAN.encode(), "not Arabic"),
    "urdu.txt": (URDU.encode(), "not Arabic"),
    "kurdish.txt": (KURDISH.encode(), "not Arabic"),
    "pashto.txt": (PASHTO.encode(), "not Arabic"),
    "uyghur.txt": (UYGHUR.encode(), "not Arabic"),
    "binary.bin": (bytes(range(256)) * 20, "binary"),
    "noise.bin": (random.Random(1).randbytes(5_000), "binary"),
    "broken.txt": (REPORT.encode() + b"\xff\xfe\xfa" + REPORT.encode() + b"\xc3", "broken UTF-8 at byte"),
    "cut.txt": (b"\xff\xfe" + REPORT.encode("utf-16-le")[:-1], "broken UTF-16 at byte"),
    "line7.jsonl": (b"\n".join([OBJECT] * 6 + [b'{"id": "b", "text": ', OBJECT]), "line7.jsonl, line 7: bad JSON"),
    "list7.json": (b"[" + b",\n".join([OBJECT] * 6 + [b'{"id": "b", "text" 5}', OBJECT]) + b"]", "line 7"),
    "text7.jsonl": (b"\n".join([OBJECT] * 6 + [b'{"id": "b"}', OBJECT]), "text7.jsonl, line 7: no field text"),
    "number7.jsonl": (b"\n".join([OBJECT] * 6 + [b'{"id": "b", "text": 7}', OBJECT]), "number7.jsonl, line 7: "),
    "day7.jsonl": (b"\n".join([OBJECT] * 6 + [b'{"text": "x", "published": "soon"}', OBJECT]), "day7.jsonl, line 7: "),
    "deep.json": (b"[" * 200_000, "deep.json: "),
    "quotes.txt": (b'"' * 100_000, "no Arabic"),
}
"""Name of a file → its bytes, and what the message must hold."""

GOOD_BEFORE_AND_AFTER = {"line7.jsonl": 7, "text7.jsonl": 7, "number7.jsonl": 7, "day7.jsonl": 7, "list7.json": 6}
"""Files that hold good reports beside the bad one, and how many."""


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "riwaya", "read", *arguments, "--format", "jsonl"]
    return subprocess.run(command, input=given, capture_output=True, timeout=100, check=False)


def beside_a_good_one(bad: Path) -> tuple[list[str], int]:
    """The bad file read before a good one: the messages, and how many reports were read from the bad one."""
    good = bad.with_name("good.txt")
    good.write_text(REPORT, encoding="utf-8")
    done = run(str(bad), str(good))
    read = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert read and read[-1]["id"].startswith("good") and read[-1]["statements"], "the good file behind it was not read"
    return done.stderr.decode().splitlines(), len(read) - 1


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_file_is_named_and_the_others_are_read(tmp_path: Path, name: str) -> None:
    content, wanted = BAD[name]
    (tmp_path / name).write_bytes(content)
    messages, read = beside_a_good_one(tmp_path / name)
    assert len(messages) == 1, "one line for one fault"
    assert messages[0].startswith(f"riwaya: {tmp_path / name}") and wanted in messages[0]
    assert read == GOOD_BEFORE_AND_AFTER.get(name, 0)


@pytest.mark.parametrize("name", ["blank.txt", "latin.txt", "kurdish.txt", "noise.bin", "broken.txt", "deep.json"])
def test_bad_standard_input_is_named(name: str) -> None:
    done = run("-", given=BAD[name][0])
    assert done.returncode == 1 and done.stderr.startswith(b"riwaya: -") and b"Traceback" not in done.stderr


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    messages, _ = beside_a_good_one(tmp_path / "nowhere.txt")
    assert messages == [f"riwaya: {tmp_path / 'nowhere.txt'}: no such file"]


def test_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    messages, _ = beside_a_good_one(tmp_path / "reports")
    assert len(messages) == 1 and "reports: is a folder" in messages[0]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever is root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "secret.txt").chmod(0)
    messages, _ = beside_a_good_one(tmp_path / "secret.txt")
    assert "secret.txt: cannot be read" in messages[0]


LONG = {
    "line.txt": (REPORT + " ").encode() * 900_000,
    "line.jsonl": b'{"id": "long", "text": "' + (REPORT + " ").encode() * 900_000 + b'"}',
    "quotes.txt": b'"' * 1_000_000,
    "marks.txt": REPORT.encode() + b'"' * 1_000_000,
    "guillemets.txt": REPORT.encode() + "«".encode() * 1_000_000,
}
"""Lines of 50 MB, and a million quotation marks, with and without a report: no single report."""


@pytest.mark.parametrize("name", sorted(LONG))
def test_a_file_that_is_no_single_report_is_named_at_once(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(LONG[name])
    begun = time.monotonic()
    messages, _ = beside_a_good_one(tmp_path / name)
    assert len(messages) == 1 and messages[0].startswith(f"riwaya: {tmp_path / name}") and re.search("MiB|characters", messages[0])
    assert time.monotonic() - begun < 30


UNBALANCED = ["{}", "«{}", "{}»", "“{}“", '"{}', "({}", "»{}«", "«“{}»", '{} " {} " {} "', "««««{}", "{}\n«{}\n{}»"]


@pytest.mark.parametrize("marks", UNBALANCED)
def test_unbalanced_marks_are_no_fault(marks: str) -> None:
    done = run("-", given=marks.format(*[REPORT] * 3).encode())
    assert done.returncode == 0 and done.stderr == b""
    assert [one["source"]["text"] for one in json.loads(done.stdout)["statements"]] == ["الوزير"] * marks.count("{}")


def test_a_mark_behind_a_preposition_that_nothing_closes() -> None:
    done = run("-", given="قصف على «السوق،".encode())
    assert done.returncode == 0 and done.stderr == b""
    assert [one["target"]["text"] for one in json.loads(done.stdout)["events"]] == ["«السوق،"]


HOSTILE = {
    "quotes": '"' * 200_000,
    "guillemets": "«" * 200_000,
    "brackets": "(" * 100_000 + "قتل",
    "one word": "قال " * 5_000,
    "one letter": "و" * 200_000,
    "digits": "٣" * 200_000,
    "lines": "\n" * 200_000,
    "stops": "." * 200_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_text_is_read_to_its_end(name: str) -> None:
    done = run("-", given=(REPORT + "\n" + HOSTILE[name]).encode())
    assert done.returncode == 0, done.stderr.decode()[-400:]
    assert json.loads(done.stdout)["statements"][0]["source"]["text"] == "الوزير"


def test_a_name_cannot_repaint_the_terminal(tmp_path: Path) -> None:
    done = run(str(tmp_path / "\x1b[31m\u202enowhere.txt"))
    assert done.returncode == 1 and b"\x1b" not in done.stderr and "\u202e".encode() not in done.stderr
