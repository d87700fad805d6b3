"""Rows for spreadsheets (RFC 4180), in which no cell is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_line(cells: Iterable[object]) -> str:
    """Cells as one line; None is empty."""
    out = io.StringIO()
    csv.writer(out).writerow(["" if cell is None else _safe(str(cell)) for cell in cells])
    return out.getvalue()


def csv_lines(rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Rows of the same columns, the first line their names."""
    for number, row in enumerate(rows):
        if number == 0:
            yield csv_line(row)
        yield csv_line(row.values())


def _safe(cell: str) -> str:
    """A cell with an apostrophe before it where a program would take it for a formula; a number is none."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return cell.isascii() and not cell[0].isspace()
