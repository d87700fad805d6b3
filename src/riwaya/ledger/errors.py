"""Errors of the ledger: one line that names the ledger and says what to do."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, NoSuchModuleError, SQLAlchemyError

from riwaya.model.errors import LedgerError

_FULL = "no space left on the disk: free some and run the same command again; what was stored is safe"

ADVICE = {
    "is full": _FULL,
    "No space left": _FULL,
    "could not extend file": _FULL,
    "readonly database": "cannot be written (read-only file system or file): choose another place with --ledger",
    "Read-only file system": "cannot be written (read-only file system): choose another place with --ledger",
    "unable to open": "cannot be opened: does the folder exist, and may you write there?",
    "not a database": "is no ledger (not an SQLite file): give another --ledger",
    "malformed": "is damaged: restore it from a copy; riwaya verify says what is wrong",
    "disk I/O error": "the disk reports an error: check it, then run riwaya verify",
    "is locked": "another program has held the ledger for more than a minute: end it and run the same command again",
    "append-only": "is append-only: rows are never changed or deleted",
    "onnection": "the PostgreSQL server cannot be reached: is it running, and is the address right?",
    "permission denied": "the PostgreSQL user may not do this: ask for the right to create and write tables",
}
"""What to do about an error of the database or the disk, by words of its message."""

_ROOM = 64 * 1024
_WRITING = {errno.ENOSPC: "is full", errno.EDQUOT: "is full", errno.EROFS: "Read-only file system"}


def advice(address: str, error: BaseException) -> LedgerError:
    """The error of the ledger for an error of the database, its driver or the disk."""
    if isinstance(error, OSError) and error.errno in _WRITING:
        return LedgerError(f"{address}: {ADVICE[_WRITING[error.errno]]}")
    cause = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    first = cause.strip().partition("\n")[0]
    if "disk I/O error" in cause and _is_full(address):
        return LedgerError(f"{address}: {_FULL}")
    found = next((text for words, text in ADVICE.items() if words in cause), f"failed ({first}): run riwaya verify")
    if isinstance(error, NoSuchModuleError | ModuleNotFoundError):
        found = f"needs a driver that is not installed ({first}): pip install 'riwaya[postgresql]'"
    return LedgerError(f"{address}: {found}")


def _is_full(address: str) -> bool:
    """Whether the disk of a ledger's file has no room left: SQLite calls that an I/O error where it grows its index."""
    folder = Path(address).resolve().parent
    return folder.is_dir() and shutil.disk_usage(folder).free < _ROOM


@contextmanager
def told(address: str) -> Iterator[None]:
    """Errors of the database, its driver and the disk become a LedgerError that says what to do."""
    try:
        yield
    except (SQLAlchemyError, OSError, ModuleNotFoundError) as error:
        raise advice(address, error) from error
