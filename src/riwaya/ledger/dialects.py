"""What SQLite and PostgreSQL do each in its own words: connect, lock, refuse changes, index words."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, Table, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import QueuePool

WAIT = 120
"""Seconds to wait for another writer."""

LONGEST = 150_000
"""Characters of stems that PostgreSQL indexes of one document."""


MODES = {"make": "rwc", "use": "rw", "look": "ro&immutable=1"}
"""How a ledger is opened: made where there is none, used as it is, or looked at where nothing can be written."""


class Dialect(Protocol):
    """The words of one database."""

    def engine(self, address: str, mode: str) -> Engine:
        """The engine of an address, in one of ``MODES``; nothing is opened yet."""

    def lock(self, connection: Connection) -> None:
        """Make this transaction the only writer until it ends."""

    def protect(self, connection: Connection, tables: Iterable[Table]) -> None:
        """Have the database refuse UPDATE and DELETE on these tables."""

    def create_index(self, connection: Connection) -> None:
        """Make the full-text index, empty."""

    def clear_index(self, connection: Connection) -> None:
        """Empty the full-text index."""

    def fill_index(self, connection: Connection, rows: Sequence[dict[str, object]]) -> None:
        """Add rows of ``number`` and ``stems`` to the full-text index."""

    def match(self, terms: Sequence[Sequence[str]], without: Sequence[Sequence[str]]) -> str:
        """The query: all phrases of stems in ``terms``, none of those in ``without``; the last may end in ``*``."""

    @property
    def searching(self) -> str:
        """The SELECT that gives numbers of documents, best first, for ``:query``."""

    @property
    def indexed(self) -> str:
        """The SELECT that gives the numbers of all documents in the index."""

    @property
    def guards(self) -> tuple[str, ...]:
        """The names of the triggers that ``protect`` puts on a table."""

    @property
    def guarding(self) -> str:
        """The SELECT that gives the names of all triggers that work."""


class Sqlite:
    """SQLite in WAL mode: readers are never blocked, writers take turns; commits reach the disk before they count."""

    searching = "SELECT rowid AS number FROM search WHERE search MATCH :query ORDER BY rank, rowid"
    indexed = "SELECT id AS number FROM search_docsize"
    guards = ("keep_{}_update", "keep_{}_delete")
    guarding = "SELECT name FROM sqlite_master WHERE type = 'trigger'"

    def engine(self, address: str, mode: str) -> Engine:
        """An engine whose transactions begin as we say: a deferred one to read, an immediate one to write."""
        url = f"file:{_quoted(Path(address).resolve())}?mode={MODES[mode]}"
        made = create_engine("sqlite://", creator=lambda: _opened(url, mode != "look"), poolclass=QueuePool)
        event.listen(made, "begin", _begin)
        return made

    def lock(self, connection: Connection) -> None:
        """Nothing to do: the transaction began with BEGIN IMMEDIATE."""

    def protect(self, connection: Connection, tables: Iterable[Table]) -> None:
        """Triggers that abort."""
        for table in tables:
            for what in ("UPDATE", "DELETE"):
                connection.execute(
                    text(
                        f"CREATE TRIGGER keep_{table.name}_{what.lower()} BEFORE {what} ON {table.name} "
                        "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
                    )
                )

    def create_index(self, connection: Connection) -> None:
        """An FTS5 index without a copy of the text; our words are split already, blanks part them."""
        connection.execute(text("CREATE VIRTUAL TABLE search USING fts5(stems, content='', tokenize='ascii')"))

    def clear_index(self, connection: Connection) -> None:
        """All rows out at once."""
        connection.execute(text("INSERT INTO search(search) VALUES ('delete-all')"))

    def fill_index(self, connection: Connection, rows: Sequence[dict[str, object]]) -> None:
        """The row id is the number of the document."""
        connection.execute(text("INSERT INTO search(rowid, stems) VALUES (:number, :stems)"), list(rows))

    def match(self, terms: Sequence[Sequence[str]], without: Sequence[Sequence[str]]) -> str:
        """FTS5's query language, every stem quoted."""
        wanted = " AND ".join(map(_fts_phrase, terms))
        return f"({wanted})" + "".join(f" NOT {_fts_phrase(one)}" for one in without)


class Postgres:
    """PostgreSQL: a lock for writers that ends with the transaction, readers in a snapshot of their own."""

    searching = (
        "SELECT document AS number FROM search, to_tsquery('simple', :query) AS query WHERE stems @@ query "
        "ORDER BY ts_rank(stems, query) DESC, document"
    )
    indexed = "SELECT document AS number FROM search"
    guards = ("keep_{}_row", "keep_{}_statement")
    guarding = (
        "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
        "WHERE relnamespace = current_schema()::regnamespace AND tgenabled <> 'D'"
    )

    def engine(self, address: str, mode: str) -> Engine:
        """psycopg whatever the URL names; dead connections are noticed."""
        return create_engine(make_url(address).set(drivername="postgresql+psycopg"), pool_pre_ping=True)

    def lock(self, connection: Connection) -> None:
        """One writer for each schema at a time."""
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('riwaya ' || current_schema()))"))

    def protect(self, connection: Connection, tables: Iterable[Table]) -> None:
        """Triggers that raise, on TRUNCATE too."""
        connection.execute(
            text(
                "CREATE OR REPLACE FUNCTION riwaya_keep() RETURNS trigger LANGUAGE plpgsql AS "
                "$$BEGIN RAISE EXCEPTION 'the ledger is append-only'; END$$"
            )
        )
        for table in tables:
            for what, each in (("UPDATE OR DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
                connection.execute(
                    text(
                        f"CREATE TRIGGER keep_{table.name}_{each.lower()} BEFORE {what} ON {table.name} "
                        f"FOR EACH {each} EXECUTE FUNCTION riwaya_keep()"
                    )
                )

    def create_index(self, connection: Connection) -> None:
        """A column of lexemes with their positions, and an inverted index over it."""
        connection.execute(text("CREATE TABLE search (document integer PRIMARY KEY, stems tsvector NOT NULL)"))
        connection.execute(text("CREATE INDEX search_stems ON search USING gin (stems)"))

    def clear_index(self, connection: Connection) -> None:
        """All rows out at once."""
        connection.execute(text("DELETE FROM search"))

    def fill_index(self, connection: Connection, rows: Sequence[dict[str, object]]) -> None:
        """Our words are split and folded already: the configuration that changes nothing.

        PostgreSQL cannot index more of one document than fits a megabyte: of a longer one only the beginning is found.
        """
        query = text("INSERT INTO search(document, stems) VALUES (:number, to_tsvector('simple', :stems))")
        connection.execute(query, [{**row, "stems": _cut(str(row["stems"]))} for row in rows])

    def match(self, terms: Sequence[Sequence[str]], without: Sequence[Sequence[str]]) -> str:
        """PostgreSQL's query language, every stem quoted."""
        return " & ".join([*map(_ts_phrase, terms), *(f"!({_ts_phrase(one)})" for one in without)])


DIALECTS: dict[str, Dialect] = {"sqlite": Sqlite(), "postgresql": Postgres()}
"""The databases that a ledger can live in."""


def _quoted(path: Path) -> str:
    return str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _opened(url: str, writable: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(url, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA cache_size=-32768")
    if writable and connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        _into_wal(connection)
    connection.execute("PRAGMA synchronous=FULL")
    return connection


def _into_wal(connection: sqlite3.Connection) -> None:
    """SQLite does not wait for its turn here, so we do."""
    until = time.monotonic() + WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.05)


def _begin(connection: Any) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _fts_phrase(stems: Sequence[str]) -> str:
    *rest, last = stems
    star = "*" if last.endswith("*") else ""
    return '"' + " ".join([*rest, last.rstrip("*")]) + '"' + star


def _cut(stems: str) -> str:
    return stems if len(stems) <= LONGEST else stems[:LONGEST].rpartition(" ")[0]


def _ts_phrase(stems: Sequence[str]) -> str:
    quoted = ["'" + stem.rstrip("*") + "'" + (":*" if stem.endswith("*") else "") for stem in stems]
    return "(" + " <-> ".join(quoted) + ")"
