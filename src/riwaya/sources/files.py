"""Reports for ``riwaya read``: the documents of a file, of standard input or of an address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from riwaya.model.capture import Refusal
from riwaya.model.document import Document
from riwaya.sources.kinds import items
from riwaya.sources.options import Options


class InputError(ValueError):
    """Input that cannot be read; the message names the file (and the line) and says what to do."""


def documents(name: str, published: date | None = None) -> Iterator[Document | InputError]:
    """The reports of a file (``-``: standard input), each a document or the error that stands in its place.

    ``published`` is the day of publication for reports that do not state one.
    """
    if Path(name).is_dir():
        yield InputError(f"{name}: is a folder: give the files in it")
        return
    for found in items(name, Options(published=published)):
        yield InputError(f"{found.where}: {found.reason}") if isinstance(found, Refusal) else found.document
