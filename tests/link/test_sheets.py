"""Rows for spreadsheets: what a report says is never taken for a formula, and reads back as it was."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.show.sheet import csv_line, csv_lines
from riwaya.show.table import fitted


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-2+3", "@sum", "\t=1", "\r=1", "-", "=HYPERLINK(1)"])
def test_a_formula_is_written_as_text(cell: str) -> None:
    assert next(
        csv.reader(
            io.StringIO(
                csv_line(
                    [cell],
                )
            )
        )
    ) == [f"'{cell}"]


@pytest.mark.parametrize("cell", ["-12.5", "+7", "-3", "قال: =1", "31", "", "بلدة"])
def test_numbers_and_words_stay_as_they_are(cell: str) -> None:
    assert next(csv.reader(io.StringIO(csv_line([cell, "x"])))) == [cell, "x"]


def test_the_first_line_names_the_columns_and_nothing_is_empty() -> None:
    assert "".join(csv_lines([{"a": None, "b": 'say "so", or\nnot'}])) == 'a,b\r\n,"say ""so"", or\nnot"\r\n'
    assert list(csv_lines([])) == []


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), min_size=2, max_size=4))
def test_cells_read_back(cells: list[str]) -> None:
    (found,) = csv.reader(io.StringIO(csv_line(cells), newline=""))
    assert [one.removeprefix("'") if one != cell else one for one, cell in zip(found, cells, strict=True)] == cells


ROW = "12 since ⁨لجنة الإنقاذ في بلدة المرج⁩\n"


def test_a_long_last_cell_goes_on_below_its_beginning() -> None:
    assert fitted(ROW, 80) == ROW
    assert fitted(ROW, 24) == "12 since ⁨لجنة الإنقاذ في⁩\n         ⁨بلدة المرج⁩\n"
    assert fitted("x" * 20 + ROW, 14) == "x" * 20 + ROW, "too narrow to break"


def test_a_part_of_a_line_runs_as_the_whole_line_does() -> None:
    step = "  step        12, class 1, since 2026-03-02: لجنة الإنقاذ في بلدة المرج\n"
    parts = fitted(step, 46).splitlines()
    assert parts[1].strip().startswith("\u2066") and parts[1].endswith("\u2069")
    assert fitted("  words       في يوم 12 لجنة الإنقاذ في بلدة المرج\n", 30).count("\u2068") > 1
