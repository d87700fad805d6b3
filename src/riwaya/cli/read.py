"""``riwaya read`` and ``riwaya explain``: reports in, who says what out; nothing is kept."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated

import typer

from riwaya.lang.ar.register import register
from riwaya.model.document import Document
from riwaya.model.reading import Reading
from riwaya.read.reader import read_document
from riwaya.show.explain import explanation
from riwaya.show.html import page
from riwaya.show.jsonl import reading_line
from riwaya.show.table import clean, fitted, table
from riwaya.sources.files import InputError, documents
from riwaya.tables import TableError

Files = Annotated[list[str], typer.Argument(metavar="FILE...", help="text, JSON or JSON Lines; - is standard input")]
Published = Annotated[str | None, typer.Option(metavar="DAY", help="day of publication for reports that state none (2026-11-24)")]
Actors = Annotated[Path | None, typer.Option(metavar="FILE", help="your own actors, a table that wins over the register")]


class Format(StrEnum):
    """How a reading is shown."""

    table = "table"
    jsonl = "jsonl"
    html = "html"


class _Run:
    """The readings of some files, with the errors told on the way."""

    def __init__(self, files: list[str], published: str | None, actors: Path | None) -> None:
        self.files = files
        self.actors = checked(actors)
        self.published = day(published)
        self.failed = False

    def readings(self) -> Iterator[Reading]:
        """Every document read; an error is told on standard error and the rest goes on."""
        for name in self.files:
            for found in documents(name, self.published):
                if isinstance(found, Document):
                    yield read_document(found, self.actors)
                else:
                    self.tell(found)

    def tell(self, error: InputError) -> None:
        """One error, on one line."""
        self.failed = True
        print(f"riwaya: {clean(str(error))}", file=sys.stderr)


def checked(actors: Path | None) -> Path | None:
    """The file of the user's own actors, after it was read once; a wrong one is a wrong option."""
    try:
        register(actors)
    except (OSError, UnicodeDecodeError, TableError) as error:
        raise typer.BadParameter(f"{actors}: {error}", param_hint="--actors") from None
    return actors


def day(published: str | None) -> date | None:
    """The day of an option; anything else is a wrong option."""
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        raise typer.BadParameter(f"{published!r} is no day: write it as 2026-11-24", param_hint="--published") from None


def read(
    files: Files,
    published: Published = None,
    actors: Actors = None,
    form: Annotated[Format, typer.Option("--format", help="table, jsonl or html")] = Format.table,
) -> None:
    """Read reports and print who says what."""
    run = _Run(files, published, actors)
    if form is Format.html:
        readings = list(run.readings())
        if readings:
            write(page(readings))
    else:
        for reading in run.readings():
            write(reading_line(reading) + "\n" if form is Format.jsonl else as_wide(table(reading)))
    raise typer.Exit(1 if run.failed else 0)


def explain(files: Files, published: Published = None, actors: Actors = None) -> None:
    """Read reports and print the rule behind each line in plain words."""
    run = _Run(files, published, actors)
    for reading in run.readings():
        write(as_wide(explanation(reading)))
    raise typer.Exit(1 if run.failed else 0)


def as_wide(shown: str) -> str:
    """A table as wide as the terminal; into a file or a pipe each value goes on one line."""
    return fitted(shown, get_terminal_size().columns) if sys.stdout.isatty() else shown


def write(text: str, *, now: bool = False) -> None:
    """Text to standard output, whatever the terminal's encoding; at once where ``now`` is true."""
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    if now:
        sys.stdout.buffer.flush()
