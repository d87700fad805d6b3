"""CSV: each row under the header is a report. Comma, semicolon, tab or bar; cells may hold line breaks."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from riwaya.model.capture import Item, Refusal
from riwaya.sources.arrival import Arrival
from riwaya.sources.lines import Line, lines
from riwaya.sources.options import Limits, Options, Refused, size
from riwaya.sources.record import Record, check_columns, record_item

_DELIMITERS = ",;\t|"


def csv_items(arrival: Arrival, options: Options) -> Iterator[Item | Refusal]:
    """The reports of a CSV file, one a row; a row that is broken loses no other. Raises Refused where no column is the text."""
    rows = _Rows(lines(arrival, options.limits), options.limits)
    check_columns(rows.header, options)
    number = 0
    while (row := rows.next()) is not None:
        number += 1
        yield _item(arrival, options, row, rows, f"row {number}")


def delimiter_of(header: str) -> str:
    """What stands between the cells of a table, by its header line."""
    return max(_DELIMITERS, key=header.count)


class _Row:
    """A row: the bytes of its lines, its cells, or why it has none."""

    def __init__(self, taken: list[Line], cells: list[str], fault: str | None) -> None:
        self.raw = b"".join(line.raw for line in taken)
        self.cells = cells
        self.fault = fault or next((line.fault for line in taken if line.fault), None)


class _Rows:
    """The rows of a file, each with the bytes that it was read from."""

    def __init__(self, source: Iterator[Line], limits: Limits) -> None:
        csv.field_size_limit(limits.report)
        self._source = source
        self._most = limits.report
        self._taken: list[Line] = []
        self._delimiter = ","
        first = next((line for line in source if line.fault or line.text.strip()), None)
        if first is None or first.fault:
            raise Refused(first.fault if first and first.fault else "empty: there is nothing to read")
        self._delimiter = delimiter_of(first.text)
        self.line = first.text.rstrip("\r\n")
        try:
            self.header = [cell.strip() for cell in next(csv.reader([first.text], delimiter=self._delimiter))]
        except csv.Error as error:
            raise Refused(f"no header line that can be read ({error}): save the table again as CSV") from error
        self._reader = self._new_reader()

    def next(self) -> _Row | None:
        """The next row that is not blank, None at the end."""
        while True:
            self._taken = []
            try:
                cells = next(self._reader)
            except StopIteration:
                return None
            except (csv.Error, Refused) as error:
                self._reader = self._new_reader()
                return _Row(self._taken, [], f"{error}: quote the cells that hold quotation marks or line breaks")
            if cells or any(line.fault for line in self._taken):
                return _Row(self._taken, cells, self._breaks_off())

    def _breaks_off(self) -> str | None:
        """Why the row that was taken is not whole: the file ends inside of its quotation marks."""
        texts = [line.text for line in self._taken]
        if sum(text.count('"') for text in texts) % 2 == 0:
            return None
        try:
            list(csv.reader(texts, delimiter=self._delimiter, strict=True))
        except csv.Error as error:
            return "the file ends inside of quotation marks: fetch or copy it again" if "end of data" in str(error) else None
        return None

    def _new_reader(self) -> Iterator[list[str]]:
        return iter(csv.reader(self._texts(), delimiter=self._delimiter))

    def _texts(self) -> Iterator[str]:
        """The lines' texts; those that a row takes are kept until the next row."""
        held = 0
        for line in self._source:
            held = held + len(line.raw) if self._taken else len(line.raw)
            self._taken.append(line)
            if held > self._most:
                raise Refused(f"a row longer than {size(self._most)}")
            yield line.text


def _item(arrival: Arrival, options: Options, row: _Row, rows: _Rows, part: str) -> Item | Refusal:
    if row.fault:
        return Refusal(arrival.where(part), row.fault)
    if len(row.cells) > len(rows.header):
        why = f"{len(row.cells)} cells where the header has {len(rows.header)}: quote the cells that hold the delimiter"
        return Refusal(arrival.where(part), why)
    value = dict(zip(rows.header, row.cells, strict=False))
    return record_item(arrival, options, "csv", Record(row.raw, part, value, rows.line))
