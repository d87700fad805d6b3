"""Ingest: sources → reader → ledger. Safe to repeat (nothing is kept twice) and to interrupt (nothing kept is lost)."""

from __future__ import annotations

import secrets
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from riwaya.ledger.intake import Found, Prepared, prepared
from riwaya.ledger.ledger import Ledger
from riwaya.ledger.log import now
from riwaya.model.capture import Item, Refusal
from riwaya.model.errors import LedgerError
from riwaya.model.ids import make_id
from riwaya.model.kept import Outcome, Run
from riwaya.sources.kinds import items
from riwaya.sources.options import Options
from riwaya.workflow.readers import CHUNK, Readers, Task
from riwaya.workflow.rules import present_rules

Batch = list[Prepared | Refusal]
Tell = Callable[[Sequence[Outcome], int], None]
_PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class Settings:
    """How to ingest: the ``options`` of the sources, the user's own ``actors``, how many processes read."""

    options: Options = field(default_factory=Options)
    actors: Path | None = None
    jobs: int = 1


def silent(outcomes: Sequence[Outcome], size: int) -> None:
    """Tell nobody."""


def ingest(ledger: Ledger, sources: Iterable[str], settings: Settings = Settings(), tell: Tell = silent) -> Counter[str]:
    """Take in every report of the sources; how many there were of each outcome.

    ``tell`` is called after each batch is safe on the disk, with its outcomes and the bytes they came from. What cannot be
    taken is an outcome like the others, and the rest goes on. Raises LedgerError where the ledger cannot be written.
    """
    found = (one for source in sources for one in items(source, settings.options))
    return keep(ledger, found, settings, tell)


def keep(ledger: Ledger, found: Iterable[Item | Refusal], settings: Settings, tell: Tell = silent) -> Counter[str]:
    """Take in items that come from anywhere; the rest as in ``ingest``."""
    counts: Counter[str] = Counter()
    with running(ledger, "ingest", settings, counts) as run, Readers[Batch](settings.jobs, settings.actors) as readers:
        unread = _Unread(ledger)
        for batch, read in readers.over(_batches(found), unread.tasks):
            ready = unread.with_findings(batch, read)
            outcomes = ledger.keep(run, ready)
            counts.update(one.status for one in outcomes)
            counts.update(unread=sum(1 for one in outcomes if one.reason and one.status != "refused"))
            tell(outcomes, sum(len(one.item.raw) for one in batch if isinstance(one, Prepared)))
    return +counts


@contextmanager
def running(ledger: Ledger, kind: str, settings: Settings, counts: Counter[str]) -> Iterator[Run]:
    """A run, from its beginning to its end in the log, however it ends."""
    rules = present_rules(settings.actors)
    started = now()
    run = ledger.begin(Run(make_id("run", started, ledger.user, secrets.token_hex(8)), kind, started, ledger.user, rules))
    try:
        yield run
    except BaseException:
        with suppress(LedgerError):
            ledger.end(run, dict(+counts), whole=False)
        raise
    ledger.end(run, dict(+counts), whole=True)


def _batches(found: Iterable[Item | Refusal]) -> Iterator[Batch]:
    """Up to 32 items; fewer where they come slowly, so that what came is soon safe."""
    batch: Batch = []
    begun = time.monotonic()
    for one in found:
        batch.append(prepared(one) if isinstance(one, Item) else one)
        if len(batch) == CHUNK or time.monotonic() - begun > _PATIENCE:
            yield batch
            batch, begun = [], time.monotonic()
    if batch:
        yield batch


class _Unread:
    """Which items of a batch the ledger has not read, and where their findings go."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._asked: dict[int, list[str]] = {}

    def tasks(self, batch: Batch) -> list[Task]:
        """The documents that are new, each once."""
        items = {one.document: one.item.document for one in batch if isinstance(one, Prepared)}
        known = self._ledger.known(list(items))
        found = [(identity, document) for identity, document in items.items() if identity not in known]
        self._asked[id(batch)] = [identity for identity, _ in found]
        return found

    def with_findings(self, batch: Batch, read: Sequence[Found]) -> Batch:
        """The batch with the findings in their places."""
        found = dict(zip(self._asked.pop(id(batch)), read, strict=True))
        return [replace(one, found=found.get(one.document)) if isinstance(one, Prepared) else one for one in batch]
