"""Commands that compare: link makes the incidents, incidents lists them, incident shows one, undo takes a decision back."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.keep import opened
from riwaya.cli.look import progress
from riwaya.cli.options import DEFAULT_LEDGER, LedgerOption, QuietOption, Shape, ShapeOption, UserOption
from riwaya.cli.read import write
from riwaya.model.incident import Incident
from riwaya.show.incidents import COLUMNS, incident_json, incident_lines, incident_row, whole_incident
from riwaya.show.kept import json_line
from riwaya.show.table import line

if TYPE_CHECKING:
    from riwaya.workflow.archive import Ledger

Day = Annotated[str | None, typer.Option(metavar="DAY", help="written as 2026-11-24")]


class Rows(StrEnum):
    """How a list of incidents is printed."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


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
    place: Annotated[str | None, typer.Option(help="words of its name, or a row of the gazetteer")] = None,
    country: Annotated[str | None, typer.Option(metavar="ISO", help="two letters")] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DAY", help="on or after this day (2026-11-24)")] = None,
    last: Annotated[str | None, typer.Option("--until", metavar="DAY", help="on or before this day")] = None,
    actor: Annotated[str | None, typer.Option(help="words of the name of somebody who acts or suffers in it")] = None,
    kind: Annotated[str | None, typer.Option("--type", help="ASSAULT, COERCE, CONTROL, RETREAT …")] = None,
    text: Annotated[str | None, typer.Option(help="words of the reports, as in riwaya search")] = None,
    texts: Annotated[int, typer.Option(min=1, help="told in so many texts at least, near-copies not counted")] = 1,
    order: Annotated[Order, typer.Option("--sort", help="by day, or by size: the most told first")] = Order.day,
    limit: Annotated[int, typer.Option(min=0, help="so many at most; 0: all")] = 0,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: Annotated[Rows, typer.Option("--format", help="table, jsonl or csv")] = Rows.table,
) -> None:
    """List incidents: what happened where and when, in how many texts, told by how many."""
    from riwaya.ledger.incidents import IncidentQuery

    days = (_day(first, "--from"), _day(last, "--until"))
    asked = IncidentQuery(None, place, country, days, actor, kind, text, texts, order.value, limit)
    with opened(ledger) as kept:
        for piece in _PRINTERS[form](kept, kept.incidents(asked)):
            write(piece)


def _day(written: str | None, option: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise typer.BadParameter(f"{written!r} is no day: write it as 2026-11-24", param_hint=option) from None


def _table(kept: Ledger, found: Iterator[Incident]) -> Iterator[str]:
    return (incident_lines(one) for one in found)


def _jsonl(kept: Ledger, found: Iterator[Incident]) -> Iterator[str]:
    for one in found:
        accounts = [asdict(account) for account in kept.counted(one.id)]
        yield incident_json(one, kept.links.names(one.documents), accounts)


def _csv(kept: Ledger, found: Iterator[Incident]) -> Iterator[str]:
    yield _row(COLUMNS)
    yield from (_row(incident_row(one)) for one in found)


def _row(cells: tuple[object, ...]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


_PRINTERS = {Rows.table: _table, Rows.jsonl: _jsonl, Rows.csv: _csv}


def incident(
    identity: Annotated[str, typer.Argument(metavar="ID", help="of an incident or of one of its events; its beginning is enough")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    shape: ShapeOption = Shape.table,
) -> None:
    """Show an incident: who tells it, what each report says, and why these reports are taken for one incident."""
    from riwaya.workflow.told import told_of

    with opened(ledger) as kept:
        found = kept.incident(identity)
        pieces = [json_line(found)] if shape is Shape.jsonl else whole_incident(found, told_of(kept, found))
        for piece in pieces:
            write(piece)


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
