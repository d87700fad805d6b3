"""Reread: the texts that the ledger has, read with the present rules; the earlier readings stay beside the new ones."""

from __future__ import annotations

from collections import Counter

from riwaya.ledger.ledger import Ledger
from riwaya.model.kept import KeptDocument, Outcome
from riwaya.workflow.ingest import Settings, Tell, running, silent
from riwaya.workflow.readers import CHUNK, Readers, Task
from riwaya.workflow.rules import present_rules

Batch = list[KeptDocument]


def reread(ledger: Ledger, settings: Settings = Settings(), tell: Tell = silent) -> Counter[str]:  # noqa: B008 frozen
    """Read every text that the present rules have not read yet; how many were read, and how many could not be."""
    counts: Counter[str] = Counter()
    version = present_rules(settings.actors).version
    with running(ledger, "reread", settings, counts) as run, Readers[Batch](settings.jobs, settings.actors) as readers:
        for batch, found in readers.over(ledger.unread(version, CHUNK), _tasks):
            outcomes: list[Outcome] = ledger.keep_readings(run, [(one.id, two) for one, two in zip(batch, found, strict=True)])
            counts.update(one.status for one in outcomes)
            tell(outcomes, 0)
    return +counts


def _tasks(batch: Batch) -> list[Task]:
    return [(one.id, one.document) for one in batch]
