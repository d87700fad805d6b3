"""The reader over many documents: on one core or several, in the order in which they came, with little held at a time."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing.connection import wait
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

from riwaya.ledger.copies import bands, shingles
from riwaya.ledger.intake import Found
from riwaya.ledger.rows import claims
from riwaya.ledger.words import stems
from riwaya.model.document import Document
from riwaya.model.errors import LedgerError
from riwaya.model.evidence import faults
from riwaya.read.reader import read_document

Task = tuple[str, Document]
Batch = TypeVar("Batch")

CHUNK = 32
"""Documents that are read and kept together."""


def examined(identity: str, document: Document, actors: Path | None = None) -> Found:
    """All that the ledger keeps of a document: claims, words for search, fingerprint.

    Where the reader fails, or gives evidence that does not stand, the document is kept unread, and the failure says why.
    """
    failure, found = "", None
    try:
        reading = read_document(document, actors)
        wrong = faults(reading)
        failure = f"the evidence does not stand ({wrong[0]}): kept unread, please report this" if wrong else ""
        found = None if wrong else claims(identity, reading)
    except Exception as error:  # whatever the reader stumbles over, the other documents go on
        failure = f"the reader failed ({type(error).__name__}: {error}): kept unread, please report this"
    return Found(found, failure, stems(document.characters), bands(shingles(document.text)[0]))


def _examined(tasks: Sequence[Task], actors: Path | None) -> list[Found]:
    return [examined(identity, document, actors) for identity, document in tasks]


class Readers(Generic[Batch]):
    """Readers for batches: ``over`` gives each batch back with what was found, in the order in which they came.

    ``jobs`` processes read at a time; they are started at the first full batch, so that a handful of reports is read at
    once. A process that dies is an error that says so. They end with this process, however it ends.
    """

    def __init__(self, jobs: int, actors: Path | None) -> None:
        self._jobs = max(1, jobs)
        self._actors = actors
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def over(self, batches: Iterable[Batch], tasks: Callable[[Batch], Sequence[Task]]) -> Iterator[tuple[Batch, list[Found]]]:
        """Each batch with what was found in its tasks. Raises LedgerError where a reading process died."""
        waiting: deque[tuple[Batch, Future[list[Found]]]] = deque()
        try:
            for batch in batches:
                waiting.append((batch, self._read(tasks(batch))))
                while waiting and (len(waiting) > 3 * self._jobs or waiting[0][1].done()):
                    yield waiting[0][0], waiting[0][1].result()
                    waiting.popleft()
            while waiting:
                yield waiting[0][0], waiting[0][1].result()
                waiting.popleft()
        except BrokenProcessPool as error:
            _unblock(self._pool)
            raise LedgerError(
                "a reading process died, perhaps for want of memory: run the same command again, with fewer --jobs"
            ) from error

    def _read(self, tasks: Sequence[Task]) -> Future[list[Found]]:
        if self._jobs > 1 and (self._pool is not None or len(tasks) >= CHUNK):
            self._pool = self._pool or _pool(self._jobs)
            before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            try:
                return self._pool.submit(_examined, tasks, self._actors)
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, before)
        done: Future[list[Found]] = Future()
        done.set_result(_examined(tasks, self._actors))
        return done


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _prepare)


def _unblock(pool: ProcessPoolExecutor | None) -> None:
    """Let a pool end of which a process died as work was handed to it.

    Python before 3.11.5 waits for ever for the thread that writes to a full pipe which nobody reads any more (gh-94777); later
    versions close the reading end themselves, as is done here. The writing thread may close it in the same moment.
    """
    reader = getattr(getattr(pool, "_call_queue", None), "_reader", None)
    if sys.version_info < (3, 11, 5) and reader is not None and not reader.closed:
        with suppress(OSError):
            reader.close()


def _prepare() -> None:
    """A reading process leaves Ctrl-C to its parent, and ends when the parent does, even one that was killed.

    It was started with Ctrl-C blocked, so that none can end it, with a traceback, while it still imports.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
