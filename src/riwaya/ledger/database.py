"""The database behind a ledger: opened, made or brought up to date; one writer at a time, readers in a snapshot."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, inspect

from riwaya.ledger.dialects import DIALECTS
from riwaya.ledger.errors import told
from riwaya.ledger.migrations import NEWEST, bring_up, make, schema_version
from riwaya.ledger.schema import META
from riwaya.model.errors import LedgerError


class Database:
    """A ledger's database. ``address`` is a path (SQLite) or a URL that begins with ``postgresql://``."""

    def __init__(self, address: str, *, create: bool, user: str) -> None:
        """Raises LedgerError where there is no ledger (and none is to be made), or it cannot be opened."""
        self.name = "postgresql" if address.startswith(("postgresql:", "postgresql+", "postgres:")) else "sqlite"
        self.address = address.replace("postgres:", "postgresql:", 1) if address.startswith("postgres:") else address
        self.shown = _without_password(self.address)
        self.dialect = DIALECTS[self.name]
        self._user = user
        self._create = create
        with told(self.shown):
            self._engine = self.dialect.engine(self.address, self._mode() if self.name == "sqlite" else "use")
            self._prepare()

    def _mode(self) -> str:
        path = Path(self.address)
        if path.is_dir():
            raise LedgerError(f"{path}: is a folder: name the file of the ledger, such as {path / 'riwaya.db'}")
        if not path.exists() or path.stat().st_size == 0:
            return "make" if self._create else "use"
        if os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK):
            return "use"
        log = Path(f"{self.address}-wal")
        if log.exists() and log.stat().st_size:
            raise LedgerError(f"{path}: was not closed and cannot be written here: copy it with {log.name} to another place")
        return "look"

    def _prepare(self) -> None:
        if self.name == "sqlite" and not self._create and not Path(self.address).exists():
            raise LedgerError(f"{self.shown}: no such ledger: riwaya ingest makes one")
        with self.reading() as connection:
            found = inspect(connection).has_table("meta")
            version = schema_version(connection) if found else 0
        if version == NEWEST:
            return
        if not found and not self._create:
            raise LedgerError(f"{self.shown}: holds no ledger: riwaya ingest makes one")
        try:
            with self.writing() as connection:
                self._make_or_bring_up(connection)
        except LedgerError as error:
            raise LedgerError(f"{self.shown}: {error}") if not str(error).startswith(self.shown) else error from error

    def _make_or_bring_up(self, connection: Connection) -> None:
        """Under the lock: another process may have been faster."""
        tables = inspect(connection).get_table_names()
        if META.name in tables:
            bring_up(connection, self.dialect, self._user)
        elif tables and self.name == "sqlite":
            raise LedgerError("is a database of something else: give another --ledger")
        else:
            make(connection, self.dialect, self._user)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it is now until it is closed."""
        with told(self.shown), self._engine.connect() as plain:
            level = {"isolation_level": "REPEATABLE READ"} if self.name == "postgresql" else {}
            yield plain.execution_options(**level)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one connection that may write; all is kept when the block ends, or nothing where it fails."""
        with told(self.shown), self._engine.connect() as plain:
            connection = plain.execution_options(writing=True)
            with connection.begin():
                self.dialect.lock(connection)
                yield connection

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def _without_password(address: str) -> str:
    scheme, found, rest = address.partition("://")
    if not found or "@" not in rest:
        return address
    login, _, place = rest.rpartition("@")
    return f"{scheme}://{login.partition(':')[0]}@{place}"
