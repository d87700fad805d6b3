"""The table in a terminal: label first, one Arabic string a line, each isolated, as wide as the terminal."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from riwaya.model.document import Document
from riwaya.model.reading import Reading
from riwaya.read.reader import read_document
from riwaya.show.explain import explanation
from riwaya.show.table import fitted, table

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.json"))
ARABIC = "[\u0600-\u06ff]"
ISOLATED = re.compile(f"^  [^\u0600-\u06ff\u2068\u2069]*\u2068[^\u2068\u2069]*{ARABIC}[^\u2068\u2069]*\u2069$")


def reading(path: Path) -> Reading:
    one = json.loads(path.read_text(encoding="utf-8"))
    return read_document(Document(one["id"], one["title"], one["text"], date.fromisoformat(one["published"]), one["outlet"]))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [20, 40, 80, 1000])
def test_each_arabic_string_has_a_line_and_is_isolated(path: Path, width: int) -> None:
    for shown in (table(reading(path)), fitted(table(reading(path)), width)):
        lines = [line for line in shown.splitlines() if re.search(ARABIC, line)]
        assert len(lines) > 10 and [line for line in lines if not ISOLATED.match(line)] == []


@pytest.mark.parametrize("width", [40, 57, 80])
def test_a_fitted_table_is_no_wider_and_loses_no_word(width: int) -> None:
    for path in SAMPLES:
        plain = table(reading(path))
        shown = fitted(plain, width)
        arabic = [re.sub("[\u2068\u2069]", "", line) for line in shown.splitlines() if re.search(ARABIC, line)]
        assert max(map(len, arabic)) <= width
        assert re.sub("[\u2068\u2069]", " ", shown).split() == re.sub("[\u2068\u2069]", " ", plain).split()


def test_hostile_words_cannot_leave_their_line() -> None:
    bad = "\u2069\u202e\x1b[2J\r\x07\u2028\u2029\x85"
    document = Document(f"a{bad}b", f"عنوان {bad} طويل", f"قال الوزير {bad} حامد إن خمسة جنود قتلوا {bad} أمس.", None, f"o{bad}")
    shown = table(read_document(document))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066\u2067]", shown)
    assert shown.count("\u2068") == shown.count("\u2069") == len([line for line in shown.splitlines() if re.search(ARABIC, line)])


def test_explain_is_the_table_with_the_rules() -> None:
    one = reading(SAMPLES[0])
    lines = explanation(one).splitlines()
    told = sum(line.split()[:1] == ["why"] for line in lines)
    dates = sum(event.date is not None for event in one.events)
    assert told == len(one.statements) + len(one.events) + dates + sum(len(event.figures) for event in one.events)
    assert [line for line in lines if line.split()[:1] != ["why"]] == table(one).splitlines()
    assert "no description" not in "".join(lines)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals here")
def test_in_a_terminal_the_table_is_as_wide_as_that() -> None:
    here, there = os.openpty()
    command = [sys.executable, "-m", "riwaya", "read", str(SAMPLES[2])]
    with subprocess.Popen(command, stdout=there, env={**os.environ, "COLUMNS": "50"}) as process:
        os.close(there)
        out = b""
        while True:
            try:
                piece = os.read(here, 65_536)
            except OSError:
                break
            if not piece:
                break
            out += piece
        process.wait(60)
    os.close(here)
    lines = re.sub("[\u2068\u2069]", "", out.decode()).replace("\r", "").splitlines()
    assert process.returncode == 0 and 40 < max(map(len, lines)) <= 50


def test_one_is_counted_in_the_singular() -> None:
    one = read_document(Document("one", "", "قال الوزير إن القوات انسحبت من القرية.", date(2015, 3, 2)))
    assert (len(one.statements), len(one.events)) == (1, 1)
    assert table(one).endswith("\n1 statement, 1 event\n\n")
    assert table(read_document(Document("none", "", "فتحت السوق أبوابها.", date(2015, 3, 2)))).endswith(
        "\n0 statements, 0 events\n\n"
    )
