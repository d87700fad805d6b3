"""The bytes as received: once, under their SHA-256, never opened for writing again.

Beside an SQLite file they are files of their own, ``<ledger>.raw/ab/abcd…``, made read-only at birth: ``sha256sum`` and
any viewer can check and open them without Riwaya, a copy of the two is a copy of everything, and the database stays
small. In PostgreSQL they are a column of the table ``raw``, since a team has one server and one backup, not one disk.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, select

from riwaya.ledger.schema import RAW

_READ_ONLY = 0o444
_STALE = 3600


class Store(Protocol):
    """Where bytes are kept."""

    in_table: bool

    def put(self, pieces: Mapping[str, bytes]) -> None:
        """Keep bytes under their hash; they are on the disk when this returns. Known ones are left alone."""

    def get(self, connection: Connection, sha256: str) -> bytes | None:
        """The bytes under a hash, None where they are missing."""

    def fault(self, connection: Connection, sha256: str, size: int) -> str | None:
        """What is wrong with the bytes under a hash, None where they are as they came."""


class Folder:
    """Files beside the ledger."""

    in_table = False

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, sha256: str) -> Path:
        """Where the bytes of a hash lie. Raises ValueError where it is none, so no name from outside becomes a path."""
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            raise ValueError(f"{sha256!r} is no SHA-256")
        return self.root / sha256[:2] / sha256

    def put(self, pieces: Mapping[str, bytes]) -> None:
        """Each piece is written beside its place, flushed, and moved there whole; then the folders are flushed."""
        folders = set()
        for sha256, content in pieces.items():
            path = self.path(sha256)
            if path.exists() and path.stat().st_size == len(content):
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            folders |= {path.parent, self.root, self.root.parent}
            self._write(path, content)
        for folder in folders:
            _flush_folder(folder)

    def _write(self, path: Path, content: bytes) -> None:
        new = self.root / f"new-{os.getpid()}-{path.name}"
        new.unlink(missing_ok=True)
        try:
            handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _READ_ONLY)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
        except OSError:
            new.unlink(missing_ok=True)
            raise

    def get(self, connection: Connection, sha256: str) -> bytes | None:
        """The content of the file."""
        path = self.path(sha256)
        return path.read_bytes() if path.exists() else None

    def fault(self, connection: Connection, sha256: str, size: int) -> str | None:
        """Read in pieces, so that a large file needs little memory."""
        path = self.path(sha256)
        if not path.exists():
            return f"the file {path} is missing: put it back from a copy"
        if path.stat().st_size != size:
            return f"the file {path} has {path.stat().st_size} bytes where {size} were received"
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != sha256:
            return f"the file {path} was changed: its SHA-256 is {found}"
        if stat.S_IMODE(path.stat().st_mode) & 0o222:
            return f"the file {path} can be written: chmod a-w"
        return None

    def tidy(self) -> None:
        """Take away what interrupted runs left half written an hour ago or earlier."""
        for left in self.left_over():
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink(missing_ok=True)

    def left_over(self) -> Iterator[Path]:
        """Half-written files."""
        yield from self.root.glob("new-*")


class Column:
    """The table ``raw`` itself."""

    in_table = True

    def put(self, pieces: Mapping[str, bytes]) -> None:
        """Nothing to do: the bytes go in with their row."""

    def get(self, connection: Connection, sha256: str) -> bytes | None:
        """The content of the row."""
        found: bytes | None = connection.execute(select(RAW.c.content).where(RAW.c.sha256 == sha256)).scalar()
        return None if found is None else bytes(found)

    def fault(self, connection: Connection, sha256: str, size: int) -> str | None:
        """Size and hash of the row's content."""
        content = self.get(connection, sha256)
        if content is None:
            return "the bytes are missing: restore the table raw from a backup"
        if len(content) != size:
            return f"{len(content)} bytes where {size} were received"
        found = hashlib.sha256(content).hexdigest()
        return None if found == sha256 else f"the bytes were changed: their SHA-256 is {found}"


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
