"""Parquet: each row is a report. Needs pyarrow, which ``pip install 'riwaya[parquet]'`` brings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from riwaya.model.capture import Item, Refusal
from riwaya.sources.arrival import Arrival
from riwaya.sources.options import Limits, Options, Refused, size
from riwaya.sources.record import Record, check_columns, record_item

_ROWS = 16
_STRINGS = 64 * 2**20
_CONTAINERS = 1_000_000


def parquet_items(arrival: Arrival, options: Options) -> Iterator[Item | Refusal]:
    """The reports of a Parquet file, one a row; a row has no bytes of its own, so they are the row as one line of JSON.

    Raises Refused where it is no Parquet file, or no column is the text.
    """
    for number, row in enumerate(_rows(arrival, options), 1):
        raw = json.dumps(row, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
        yield record_item(arrival, options, "parquet", Record(raw, f"row {number}", row))


def _rows(arrival: Arrival, options: Options) -> Iterator[dict[str, Any]]:
    try:
        import pyarrow  # noqa: PLC0415 - optional, and 55 MB
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ImportError as error:
        raise Refused("Parquet needs pyarrow: pip install 'riwaya[parquet]'") from error
    try:
        with arrival.open() as stream:
            file = ParquetFile(stream, thrift_string_size_limit=_STRINGS, thrift_container_size_limit=_CONTAINERS)
            check_columns(file.schema_arrow.names, options)
            _check_sizes(file.metadata, options.limits)
            for batch in file.iter_batches(batch_size=_ROWS):
                yield from batch.to_pylist()
    except (pyarrow.ArrowException, OSError, MemoryError, UnicodeDecodeError) as error:
        raise Refused(f"no Parquet file that can be read ({str(error)[:160]}): write it again") from error


def _check_sizes(metadata: Any, limits: Limits) -> None:
    """Raises Refused where a group of rows expands to far more than its bytes: nobody's archive does."""
    for index in range(metadata.num_row_groups):
        group = metadata.row_group(index)
        packed = sum(max(0, group.column(at).total_compressed_size) for at in range(group.num_columns))
        if group.total_byte_size > limits.file and group.total_byte_size > limits.ratio * max(1, packed):
            raise Refused(f"rows that expand to {size(group.total_byte_size)}: write the file in smaller groups of rows")
