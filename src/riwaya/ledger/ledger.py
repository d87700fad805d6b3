"""The front door of the ledger: open it, ask it, decide, check."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import func, select

from riwaya.ledger import compare, custody, decisions, dump, incidents, query, search
from riwaya.ledger.checking import Subject
from riwaya.ledger.database import Database
from riwaya.ledger.errors import told
from riwaya.ledger.incidents import EVERY_INCIDENT, IncidentQuery
from riwaya.ledger.intake import Found, Intake, Prepared, numbers_of, start_run
from riwaya.ledger.links import Links
from riwaya.ledger.log import OUTSIDE, Pen, entries, head
from riwaya.ledger.query import EVERY_DOCUMENT, EVERY_EVENT, EVERY_STATEMENT, DocumentQuery, EventQuery, StatementQuery
from riwaya.ledger.raw import Column, Folder, Store
from riwaya.ledger.schema import CAPTURE, DECISION, DOCUMENT, EVENT, RAW, READING, STATEMENT
from riwaya.ledger.verify import CHECKS
from riwaya.model.capture import Refusal
from riwaya.model.errors import LedgerError
from riwaya.model.incident import Incident
from riwaya.model.kept import (
    Change,
    Custody,
    Decision,
    Fault,
    Hit,
    KeptDocument,
    KeptEvent,
    KeptReading,
    KeptStatement,
    LogEntry,
    Original,
    Outcome,
    Run,
    Summary,
)


class Ledger:
    """A ledger of reports and claims: a path (an SQLite file, with the bytes in ``<path>.raw`` beside it) or a URL.

    ``Ledger("news.db")`` makes the file where there is none, unless ``create`` is False. A URL that begins with
    ``postgresql://`` is a PostgreSQL database, where the same tables lie and the bytes with them. ``user`` is who answers
    for what is done (by default the name of the account). Every method that fails raises LedgerError with one line that
    says what to do; what was stored before stays as it was. A ledger can be used with ``with``, and closes then.
    """

    def __init__(self, address: str | Path, *, create: bool = True, user: str | None = None) -> None:
        self.user = user or _account()
        self._database = Database(str(address), create=create, user=self.user)
        self.address = self._database.shown
        self.links = Links(self._database, self.user)
        self._store: Store = Column() if self._database.name == "postgresql" else Folder(Path(f"{address}.raw"))

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    # --- asking

    def documents(self, asked: DocumentQuery = EVERY_DOCUMENT) -> Iterator[KeptDocument]:
        """The documents that a query asks for, in the order in which they were kept."""
        with self._database.reading() as connection:
            yield from query.documents(connection, asked)

    def reading(self, document: str, rules: str | None = None) -> KeptReading:
        """The newest reading of the document with this id (or that of one version of the rules).

        Raises LedgerError where there is none.
        """
        with self._database.reading() as connection:
            identity = decisions.full_id(connection, document)
            found = next(query.readings(connection, DocumentQuery(id=identity, current=None), rules), None)
        if found is None:
            raise LedgerError(f"{document}: no reading: riwaya reread reads what was not read")
        return found

    def readings(self, asked: DocumentQuery = EVERY_DOCUMENT, rules: str | None = None) -> Iterator[KeptReading]:
        """The newest reading of each document asked for; ``.reading`` equals what the reader gave, record for record."""
        with self._database.reading() as connection:
            yield from query.readings(connection, asked, rules)

    def statements(self, asked: StatementQuery = EVERY_STATEMENT) -> Iterator[KeptStatement]:
        """The statements that a query asks for, in the order of documents and text."""
        with self._database.reading() as connection:
            yield from query.statements(connection, asked)

    def events(self, asked: EventQuery = EVERY_EVENT) -> Iterator[KeptEvent]:
        """The events that a query asks for, in the order of documents and text."""
        with self._database.reading() as connection:
            yield from query.events(connection, asked)

    def search(self, words: str, *, limit: int = 20, all_versions: bool = False) -> list[Hit]:
        """Documents with these words in any spelling, best first, and where the words stand (``riwaya.ledger.search``)."""
        with self._database.reading() as connection:
            return list(search.find(connection, self._database.dialect, words, limit, all_versions))

    def raw(self, sha256: str) -> bytes:
        """The bytes as received. Raises LedgerError where they are not there."""
        with self._database.reading() as connection:
            kept = connection.execute(select(RAW.c.number).where(RAW.c.sha256 == sha256)).first()
            found = self._store.get(connection, sha256) if kept else None
        if found is None:
            raise LedgerError(f"{sha256}: no such bytes here")
        return found

    def originals(self, document: str | None = None) -> Iterator[Original]:
        """Every text layer (or the one with this id) beside the bytes that it was made from."""
        with self._database.reading() as connection:
            yield from custody.originals(connection, self._store, document)

    def custody(self, identity: str) -> Custody:
        """The whole way of a claim or document, by its id or the beginning of it."""
        with self._database.reading() as connection:
            return custody.custody(connection, identity)

    def changes(
        self, before: str | None = None, after: str | None = None, asked: DocumentQuery = EVERY_DOCUMENT
    ) -> Iterator[Change]:
        """What two versions of the rules read differently; by default the last two."""
        with self._database.reading() as connection:
            yield from compare.changes(connection, *compare.chosen(connection, before, after), asked)

    def rules(self) -> list[str]:
        """The versions of the rules that have read here, the oldest first."""
        with self._database.reading() as connection:
            return compare.versions(connection)

    def decisions(self, *, standing: bool = True, subject: str | None = None, since: int = 0) -> list[Decision]:
        """The decisions that stand (or all), about one thing (or all), made or withdrawn behind a log entry."""
        with self._database.reading() as connection:
            return list(decisions.decisions(connection, standing=standing, subject=subject, since=since))

    def incidents(self, asked: IncidentQuery = EVERY_INCIDENT) -> Iterator[Incident]:
        """The incidents that a query asks for, as ``riwaya link`` left them."""
        with self._database.reading() as connection:
            yield from incidents.incidents(connection, self._database.dialect, asked)

    def incident(self, identity: str) -> Incident:
        """The incident with this id, or the one that an event with this id belongs to; the beginning is enough."""
        with self._database.reading() as connection:
            return incidents.one_incident(connection, identity)

    def log(self, since: int = 0) -> Iterator[LogEntry]:
        """The log behind a sequence number, in order."""
        with self._database.reading() as connection:
            yield from entries(connection, since)

    def head(self) -> str:
        """The end of the log as ``seq:hash``; pin it elsewhere, and ``verify`` will miss whatever is cut off."""
        with self._database.reading() as connection:
            return head(connection)

    def summary(self) -> Summary:
        """How much the ledger holds."""
        with self._database.reading() as connection:
            tables = (DOCUMENT, CAPTURE, READING, STATEMENT, EVENT, DECISION)
            counts = {table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables}
            return Summary(**{f"{name}s": count for name, count in counts.items()}, head=head(connection))

    def dump(self) -> Iterator[str]:
        """Everything as sorted lines of JSON without clocks: equal ledgers give equal lines."""
        with self._database.reading() as connection:
            yield from dump.dump(connection)

    def verify(self, pinned: str = "", tell: Callable[[str], object] = str) -> Iterator[Fault]:
        """Everything that is not as it was; nothing is the normal answer.

        ``pinned`` is a head of the log kept elsewhere; ``tell`` is given the name of each check as it begins.
        """
        with self._database.reading() as connection:
            subject = Subject(connection, self._database.dialect, self._store, pinned)
            for name, check in CHECKS.items():
                tell(name)
                yield from check(subject)

    # --- deciding

    def decide(self, kind: str, subjects: Sequence[str], reason: str, *, user: str | None = None) -> Decision:
        """Keep what a person decided about the things with these ids, and why (``riwaya.ledger.decisions.DECISIONS``).

        An incident stands for the event that it has its id from, since incidents are made again and claims stay.
        """
        with self._database.writing() as connection:
            subjects = [incidents.anchor(connection, one) for one in subjects]
            return decisions.decide(connection, kind, subjects, self.user if user is None else user, reason)

    def withdraw(self, decision: str, reason: str, *, user: str | None = None) -> None:
        """Take a decision back; it and the withdrawal stay on record."""
        with self._database.writing() as connection:
            decisions.withdraw(connection, decision, self.user if user is None else user, reason)

    def record(self, action: str, subject: str, detail: object = None, *, user: str | None = None) -> int:
        """Have the log tell of an export, a download, a refused access or a changed setting; the entry's number.

        Raises LedgerError for any other action: those only the ledger itself writes.
        """
        if action not in OUTSIDE:
            raise LedgerError(f"{action!r} is not for others to write: use one of {', '.join(OUTSIDE)}")
        with self._database.writing() as connection:
            pen = Pen(connection, user=self.user if user is None else user)
            seq = pen.add(action, subject, detail=detail)
            pen.flush()
            return seq

    # --- taking in (``riwaya.workflow`` does this)

    def begin(self, run: Run) -> Run:
        """Keep a run and make search ready for its word tables."""
        if isinstance(self._store, Folder):
            self._store.tidy()
        with self._database.writing() as connection:
            kept = start_run(connection, run)
            pen = Pen(connection, run=run.id)
            search.renew(connection, self._database.dialect, pen, run.rules.tables)
            pen.flush()
        return kept

    def known(self, documents: Sequence[str]) -> set[str]:
        """Those of these ids whose documents are kept and read."""
        with self._database.reading() as connection:
            number = numbers_of(connection, DOCUMENT, documents)
            read = connection.execute(select(READING.c.document).where(READING.c.document.in_(list(number.values()))))
            done = set(read.scalars())
        return {identity for identity, found in number.items() if found in done}

    def keep(self, run: Run, batch: Sequence[Prepared | Refusal]) -> list[Outcome]:
        """Keep a batch, all or nothing; what became of each."""
        pieces = {one.sha256: one.item.raw for one in batch if isinstance(one, Prepared) and one.found is not None}
        with told(self.address):
            self._store.put(pieces)
        with self._database.writing() as connection:
            pen = Pen(connection, run=run.id)
            return Intake(connection, self._database.dialect, self._store, run, pen).keep(batch)

    def unread(self, rules: str, size: int) -> Iterator[list[KeptDocument]]:
        """The documents that a version of the rules has not read, in batches; nothing is locked between two of them."""
        last = 0
        while True:
            with self._database.reading() as connection:
                numbers = query.unread(connection, rules, last, size)
                kept = query.documents_by_number(connection, numbers)
            if not numbers:
                return
            yield [kept[number] for number in numbers]
            last = numbers[-1]

    def keep_readings(self, run: Run, batch: Sequence[tuple[str, Found]]) -> list[Outcome]:
        """Keep what was read in documents that are kept already, all or nothing; what became of each."""
        with self._database.writing() as connection:
            pen = Pen(connection, run=run.id)
            return Intake(connection, self._database.dialect, self._store, run, pen).keep_readings(batch)

    def end(self, run: Run, counts: dict[str, int], *, whole: bool) -> None:
        """Have the log tell that a run came to its end, or was stopped before."""
        with self._database.writing() as connection:
            pen = Pen(connection, run=run.id)
            pen.add("finish" if whole else "stop", run.id, detail=counts)
            pen.flush()


def _account() -> str:
    """Who answers for what is done: RIWAYA_USER, else the name of the account."""
    named = os.environ.get("RIWAYA_USER", "").strip()
    try:
        return named or getpass.getuser()
    except (KeyError, OSError):
        raise LedgerError("no account name is known here: say who you are with --user or RIWAYA_USER") from None
