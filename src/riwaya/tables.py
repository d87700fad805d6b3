"""Tables of words: tab-separated rows, label first, then the Arabic, last an example that a test runs.

A row that is wrong stops the program with the file and the line: an unknown label, a missing column, a duplicate,
a presentation form or an invisible mark, a letter of another script, an example that does not hold the form.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from riwaya.model.swift import swift
from riwaya.spelling import fold

_ALIEN = re.compile("[^\u0621-\u063a\u0641-\u0652 |\\-'/.:«»؟،]")
_INVISIBLE = re.compile("[\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufb50-\ufdff\ufe70-\ufefc]")


class TableError(ValueError):
    """A table row that cannot be used; the message names file and line and says what to do."""


@swift
@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its place for error messages, its cells, and where each column stands in them."""

    file: str
    line: int
    values: list[str]
    columns: dict[str, int]

    def __getitem__(self, column: str) -> str:
        return self.values[self.columns[column]]

    def words(self, column: str) -> tuple[str, ...]:
        """The forms in a cell, separated by a bar."""
        return _parted(self[column])

    def folded(self, column: str) -> tuple[str, ...]:
        """The forms in a cell, folded all at once."""
        return _parted(fold(self[column]))

    def fail(self, why: str) -> TableError:
        """The error for this row."""
        return TableError(f"{self.file}:{self.line}: {why}")


def _parted(cell: str) -> tuple[str, ...]:
    return tuple(map(str.strip, cell.split("|"))) if cell else ()


def load_table(folder: Traversable, name: str, labels: frozenset[str] | None = None) -> list[Row]:
    """The rows of a table; the header line names the columns, ``#`` begins a comment.

    ``labels`` are the values that the first column may have. Raises TableError on a row that does not fit.
    """
    rows: list[Row] = []
    columns: dict[str, int] = {}
    for number, line in enumerate((folder / name).read_text(encoding="utf-8").split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not columns:
            columns = {column: at for at, column in enumerate(cells)}
            if len(columns) < len(cells):
                raise TableError(f"{name}:{number}: a column stands twice in the header: give each a name of its own")
            continue
        if len(cells) != len(columns):
            raise TableError(f"{name}:{number}: {len(cells)} columns where the header has {len(columns)}: count the tabs")
        row = Row(name, number, cells, columns)
        if labels is not None and cells[0] not in labels:
            raise row.fail(f"unknown label {cells[0]!r}: use one of {', '.join(sorted(labels))}")
        rows.append(row)
    return rows


def language_folder(code: str) -> Traversable:
    """The folder of a language's tables."""
    return files("riwaya") / "lang" / code


class SortedLines:
    """A file of data whose lines are sorted, looked up by their first cell: nothing is taken apart before it is asked for.

    A line is looked for by halving; once many were asked for, by a dictionary, which takes as long to make as they took.
    """

    def __init__(self, name: str) -> None:
        self._lines = (files("riwaya") / "data" / name).read_text(encoding="utf-8").split("\n")[:-1]
        self._asked = 0
        self._first: dict[str, int] = {}

    def __iter__(self) -> Iterator[str]:
        """The first cell of each line."""
        return iter([line[: line.index("\t")] for line in self._lines])

    def find(self, key: str) -> list[str]:
        """What stands behind the key, on each line that begins with it."""
        at = self._first.get(key, -1) if self._first else self._halve(key + "\t")
        if at < 0:
            return []
        start, found = key + "\t", []
        while at < len(self._lines) and self._lines[at].startswith(start):
            found.append(self._lines[at][len(start) :])
            at += 1
        return found

    def _halve(self, start: str) -> int:
        self._asked += 1
        if self._asked == _MANY:
            keys = list(self)
            self._first = dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
        return bisect_left(self._lines, start)


_MANY = 5000


def check_rows(rows: list[Row], arabic: tuple[str, ...], example: str | None = "example") -> Iterator[str]:
    """Faults that only a test looks for: script, invisible marks, duplicates, examples. One line a fault."""
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        for column in arabic:
            for form in row.words(column):
                yield from (f"{row.file}:{row.line}: {why} in {form!r}" for why in _strange(form))
        key = tuple(row[column] for column in row.columns if column != example)
        if key in seen:
            yield f"{row.file}:{row.line}: the same as line {seen[key]}: remove one"
        seen[key] = row.line
        if example is not None and not row[example].strip():
            yield f"{row.file}:{row.line}: no example: write a short sentence that holds the form"


def _strange(form: str) -> Iterator[str]:
    if _INVISIBLE.search(form):
        yield "an invisible mark, a tatweel or a presentation form"
    elif _ALIEN.search(form):
        yield "a letter that is not Arabic"
    if form != form.strip() or not form:
        yield "a blank at the edge or an empty form"
