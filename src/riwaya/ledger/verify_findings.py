"""What comparing found, checked: every account, relation, toll, grade and promise hangs on claims that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sqlalchemy import Row, select

from riwaya.ledger.checking import CHUNK, Subject
from riwaya.ledger.linkschema import FINDING
from riwaya.ledger.schema import EVENT, FIGURE, STATEMENT
from riwaya.model.kept import Fault

_TABLES = {"event": EVENT, "fig": FIGURE, "stmt": STATEMENT}
_CLAIM = re.compile(rf'"({"|".join(_TABLES)})-([0-9a-f]{{16}})"')


def findings(subject: Subject) -> Iterator[Fault]:
    """Everything that was found: no number, no relation, no promise without its claims."""
    query = select(FINDING.c.incident, FINDING.c.kind, FINDING.c.record).order_by(
        FINDING.c.incident, FINDING.c.kind, FINDING.c.place
    )
    rows: list[Row[tuple[str, str, str]]] = []
    for row in subject.rows(query):
        rows.append(row)
        if len(rows) == CHUNK:
            yield from _unfounded(subject, rows)
            rows = []
    yield from _unfounded(subject, rows)


def _unfounded(subject: Subject, rows: Sequence[Row[tuple[str, str, str]]]) -> Iterator[Fault]:
    named = {(prefix, f"{prefix}-{rest}") for row in rows for prefix, rest in _CLAIM.findall(row.record)}
    kept: set[str] = set()
    for prefix, table in _TABLES.items():
        ids = sorted(identity for kind, identity in named if kind == prefix)
        for at in range(0, len(ids), CHUNK):
            kept |= {row.id for row in subject.rows(select(table.c.id).where(table.c.id.in_(ids[at : at + CHUNK])))}
    for row in rows:
        for prefix, rest in _CLAIM.findall(row.record):
            if f"{prefix}-{rest}" not in kept:
                what = f"hangs on {prefix}-{rest}, and no claim has this id: riwaya link --anew makes it again"
                yield Fault(row.incident or "all reports", f"{row.kind} {what}")
