"""Commands of linking: link makes the incidents, incidents lists them, undo takes a decision back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.keep import opened
from riwaya.cli.linked import Actor, Country, Place, Sheet, SheetOption, Since, Text, Type, Until, asked_for
from riwaya.cli.look import progress
from riwaya.cli.options import DEFAULT_LEDGER, LedgerOption, QuietOption, UserOption
from riwaya.cli.read import as_wide, write
from riwaya.model.incident import Incident
from riwaya.show.incidents import COLUMNS, incident_json, incident_lines, incident_row
from riwaya.show.sheet import csv_line
from riwaya.show.table import line

if TYPE_CHECKING:
    from riwaya.workflow.archive import Ledger


class Order(StrEnum):
    """In which order incidents are listed."""

    day = "day"
    size = "size"


def link(
    anew: Annotated[bool, typer.Option("--anew", help="make all incidents again; the result is the same")] = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
    user: UserOption = None,
    quiet: QuietOption = False,
) -> None:
    """Find the reports of the same incidents; what was linked before is brought up to date with new reports and decisions."""
    from riwaya.workflow.link import link as bring_up

    with opened(ledger, user=user) as kept:
        counts = bring_up(kept, anew=anew, tell=lambda what, count: progress(f"{what} {count}", quiet))
    progress("", quiet)
    if not quiet:
        told = [line(str(counts[name]), f"{name} linked") for name in ("reports", "incidents") if counts]
        write("".join(told) or line("0", "reports are new: the incidents are as they were"))


def incidents(  # noqa: PLR0913 options of a command
    ledger: LedgerOption = DEFAULT_LEDGER,
    place: Place = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    actor: Actor = None,
    type: Type = None,
    text: Text = None,
    texts: Annotated[int, typer.Option(min=1, help="told in so many texts at least, near-copies not counted")] = 1,
    order: Annotated[Order, typer.Option("--sort", help="by day, or by size: the most told first")] = Order.day,
    limit: Annotated[int, typer.Option(min=0, help="so many at most; 0: all")] = 0,
    shape: SheetOption = Sheet.table,
) -> None:
    """List incidents: what happened where and when, in how many texts, told by how many; as JSON with who says what number."""
    query = replace(asked_for(place, country, (since, until), actor, type, text), texts=texts, order=order.value, limit=limit)
    with opened(ledger) as kept:
        found = kept.incidents(query)
        first = next(found, None)
        if first is None:
            raise typer.Exit(1)
        for piece in _PRINTERS[shape](kept, chain([first], found)):
            write(piece)


def _table(kept: Ledger, found: Iterator[Incident]) -> Iterator[str]:
    return (as_wide(incident_lines(one)) for one in found)


def _jsonl(kept: Ledger, found: Iterator[Incident]) -> Iterator[str]:
    from riwaya.workflow.answers import accounts_of

    for one in found:
        yield incident_json(one, kept.links.names(one.documents), accounts_of(kept, one.id))


def _csv(kept: Ledger, found: Iterator[Incident]) -> Iterator[str]:
    yield csv_line(COLUMNS)
    yield from (csv_line(incident_row(one)) for one in found)


_PRINTERS = {Sheet.table: _table, Sheet.jsonl: _jsonl, Sheet.csv: _csv}
"""How a list is printed, by shape."""


def undo(
    reason: Annotated[str, typer.Option("--why", "--reason", metavar="TEXT", help="why: it stays beside the decision")],
    decision: Annotated[str | None, typer.Argument(metavar="ID", help="of the decision; by default your last one")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    user: UserOption = None,
) -> None:
    """Take a decision back, by default your last one; both stay on record. The next riwaya link heeds it."""
    with opened(ledger, user=user) as kept:
        mine = [one.id for one in kept.decisions() if one.user == kept.user]
        chosen = decision or (mine[-1] if mine else None)
        if chosen is None:
            print(f"riwaya: no decision of {kept.user} stands: riwaya log --action decide lists them all", file=sys.stderr)
            raise typer.Exit(1)
        kept.withdraw(chosen, reason)
        write(f"{chosen}\n")
