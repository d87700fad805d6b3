"""Options that several commands share."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated

import typer

DEFAULT_LEDGER = "riwaya.db"
"""The ledger that is meant where none is named."""

LedgerOption = Annotated[
    str,
    typer.Option("--ledger", envvar="RIWAYA_LEDGER", metavar="PATH|URL", help="an SQLite file, or postgresql://… for a team"),
]
UserOption = Annotated[str | None, typer.Option("--user", envvar="RIWAYA_USER", help="who answers for this; default: your account")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="no progress, no summary")]
JobsOption = Annotated[int, typer.Option("--jobs", "-j", min=1, max=256, help="processes that read; default: one for each core")]


class Shape(StrEnum):
    """How answers are printed."""

    table = "table"
    jsonl = "jsonl"


ShapeOption = Annotated[Shape, typer.Option("--format", help="table, or jsonl for programs")]


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
