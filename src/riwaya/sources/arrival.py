"""Bytes that have come, from a file or over the net, with the record of how: what every kind of source reads from."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from riwaya.model.capture import Capture
from riwaya.sources.address import is_web
from riwaya.sources.identity import identity_of
from riwaya.sources.options import Options, Refused, size

STANDARD_INPUT = "-"
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Arrival:
    """Bytes that have come: ``name`` is what messages call them, ``open`` gives them from the start, ``length`` is None
    where it is not known before the end. ``prefix`` names the file inside an archive."""

    name: str
    capture: Capture
    open: Callable[[], BinaryIO]
    length: int | None = None
    prefix: str = ""

    @property
    def stem(self) -> str:
        """The name without folders and endings, as an id for what has none."""
        return identity_of(self.name) if is_web(self.name) else PurePosixPath(self.name.removesuffix(".gz")).stem or "report"

    @property
    def latest(self) -> date:
        """The last day that something in here can have been published on: the day after its capture."""
        return self.capture.retrieved.date() + timedelta(days=1)

    def whole(self, most: int) -> bytes:
        """All of it. Raises Refused where it is more than ``most`` bytes."""
        if self.length is not None and self.length > most:
            raise Refused(too_large(most))
        with self.open() as stream:
            raw = stream.read(most + 1)
        if len(raw) > most:
            raise Refused(too_large(most))
        return raw

    def head(self) -> bytes:
        """The first bytes, to tell what it is."""
        with self.open() as stream:
            return stream.read(_HEAD)

    def part(self, inner: str = "") -> str:
        """The name of a part: ``line 7``, inside an archive ``reports.jsonl, line 7``."""
        return ", ".join(text for text in (self.prefix, inner) if text)

    def where(self, inner: str = "") -> str:
        """The name of a part for a message: ``archive.zip, reports.jsonl, line 7``."""
        return ", ".join(text for text in (self.name, inner) if text)

    def captured(self, media_type: str, tool: str, headers: tuple[tuple[str, str], ...] = ()) -> Capture:
        """The capture record with what only the kind of source knows; a media type that a server gave stays."""
        capture = self.capture
        return replace(capture, media_type=capture.media_type or media_type, tool=tool, headers=(*capture.headers, *headers))


def too_large(most: int) -> str:
    """Why something over a cap is not taken."""
    return f"larger than {size(most)}: split it, or give the part of it that holds the report"


def from_path(name: str, options: Options) -> Arrival:
    """The bytes of a file, or of standard input for ``-``. Raises Refused where there is no such file, or no plain one."""
    if name == STANDARD_INPUT:
        raw = sys.stdin.buffer.read(options.limits.file + 1)
        return from_bytes("stdin", raw, Capture(name, name, options.time(), ""))
    path = Path(name)
    try:
        about = path.stat()
    except (OSError, ValueError) as error:
        raise Refused("no such file" if isinstance(error, FileNotFoundError) else f"cannot be read ({error})") from error
    if not stat.S_ISREG(about.st_mode):
        raise Refused("a folder, not a file" if stat.S_ISDIR(about.st_mode) else "no plain file (a pipe, socket or device)")
    if not os.access(path, os.R_OK):
        raise Refused("cannot be read (Permission denied)")
    final = str(path.resolve()) if path.is_symlink() else name
    return Arrival(name, Capture(name, final, options.time(), ""), lambda: path.open("rb"), about.st_size)


def from_bytes(name: str, raw: bytes, capture: Capture) -> Arrival:
    """Bytes that are already here."""
    return Arrival(name, capture, lambda: io.BytesIO(raw), len(raw))
