"""Commands that ask what was found in comparing: incident, tolls, promises, sources. Nothing is changed.

The ledger's packages are imported when such a command runs: they would slow ``riwaya read``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Generic, TypeVar

import typer

from riwaya.cli.keep import opened
from riwaya.cli.options import DEFAULT_LEDGER, LedgerOption, Shape, ShapeOption
from riwaya.cli.read import as_wide, day, write
from riwaya.link.reasons import REASONS
from riwaya.model.event import TYPES
from riwaya.model.incident import PROMISE_STATUSES
from riwaya.show import linked
from riwaya.show.incident import whole_lines
from riwaya.show.kept import json_line
from riwaya.show.sheet import csv_lines

if TYPE_CHECKING:
    from riwaya.ledger.incidents import IncidentQuery
    from riwaya.link.views import Profile

Found = TypeVar("Found")


class Sheet(StrEnum):
    """How lists are printed."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


SheetOption = Annotated[Sheet, typer.Option("--format", help="table, jsonl for programs, csv for spreadsheets")]
Place = Annotated[str | None, typer.Option(help="words of the place's name, or its row of the gazetteer")]
Country = Annotated[str | None, typer.Option(help="ISO 3166-1 alpha-2")]
Since = Annotated[str | None, typer.Option(metavar="DAY", help="not before this day (2026-11-24)")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="not after this day")]
Actor = Annotated[str | None, typer.Option(help="words of the name of somebody who takes part")]
Type = Annotated[str | None, typer.Option(help=f"one of {', '.join(TYPES)}")]
Text = Annotated[str | None, typer.Option(help="only where a report has these words, in any spelling")]


def incident(
    identity: Annotated[str, typer.Argument(metavar="ID", help="of an incident; its beginning is enough")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    why: Annotated[bool, typer.Option("--why", help="also why its events are one, and the steps behind each toll")] = False,
    shape: ShapeOption = Shape.table,
) -> None:
    """One incident: every teller with his figures side by side, how they stand, tolls with their rules, why it is one."""
    from riwaya.workflow.answers import whole

    with opened(ledger) as kept:
        found = whole(kept, identity)
    write(json_line(found) if shape is Shape.jsonl else as_wide(whole_lines(found, REASONS, why)))


def tolls(  # noqa: PLR0913 options of a command
    ledger: LedgerOption = DEFAULT_LEDGER,
    view: Annotated[str, typer.Option(help="range, ucdp, acled, airwars or ibc; all where none is named")] = "",
    kind: Annotated[str, typer.Option(help="killed, wounded, captured …; all where none is named")] = "",
    place: Place = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    actor: Actor = None,
    type: Type = None,
    text: Text = None,
    context: Annotated[str, typer.Option(help='"war": ACLED counts uncounted dead as 10, not 3')] = "",
    adversary_high: Annotated[
        bool, typer.Option("--adversary-high", help="what a party says of its enemy's losses enters UCDP's high")
    ] = False,
    shape: SheetOption = Sheet.table,
) -> None:
    """Tolls of incidents in the views of ACLED, UCDP, Airwars, Iraq Body Count, each with its rule beside it."""
    from riwaya.link.views import VIEWS
    from riwaya.workflow.answers import TollQuery
    from riwaya.workflow.answers import tolls as ask

    _one_of(view, ("", *VIEWS), "--view")
    query = TollQuery(asked_for(place, country, (since, until), actor, type, text), view, kind)
    with opened(ledger) as kept:
        found = list(ask(kept, query, _profile(context, adversary_high)))
    _print(found, shape, _Printer(linked.toll_list, linked.toll_row, lambda one: json_line(one[1])))


def promises(  # noqa: PLR0913 options of a command
    ledger: LedgerOption = DEFAULT_LEDGER,
    status: Annotated[str | None, typer.Option(help=f"one of {', '.join(PROMISE_STATUSES)}")] = None,
    kind: Annotated[str | None, typer.Option(help="promise, offer, threat or demand")] = None,
    place: Place = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    actor: Actor = None,
    type: Type = None,
    text: Text = None,
    shape: SheetOption = Sheet.table,
) -> None:
    """Promises, offers, threats and demands: which stand open, which were met, broken, withdrawn; evidence on both sides."""
    from riwaya.workflow.answers import PromiseQuery, quotes_of
    from riwaya.workflow.answers import promises as ask

    _one_of(status or "", ("", *PROMISE_STATUSES), "--status")
    _one_of(kind or "", ("", "promise", "offer", "threat", "demand"), "--kind")
    _one_of(type or "", ("", *TYPES), "--type")
    days = day(since), day(until)
    with opened(ledger) as kept:
        found = list(ask(kept, PromiseQuery(kind, status, type, place, country, days, actor, text)))
        claims = (identity for one in found for identity in (one.id, *(sign.id for sign in one.signs)))
        quotes = quotes_of(kept, claims) if shape is Sheet.table else {}
    _print(found, shape, _Printer(lambda some: linked.promise_list(some, quotes, REASONS), linked.promise_row))


def sources(  # noqa: PLR0913 options of a command
    name: Annotated[list[str] | None, typer.Argument(metavar="[NAME]", help="words of a teller's name, or his key")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    place: Place = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    actor: Actor = None,
    type: Type = None,
    text: Text = None,
    shape: SheetOption = Sheet.table,
) -> None:
    """Who tells: what each claimed, admitted, denied, how often alone, contradicted, matched later; counted in incidents."""
    from riwaya.workflow.answers import sources as ask

    query = asked_for(place, country, (since, until), actor, type, text)
    with opened(ledger) as kept:
        found = ask(kept, query, " ".join(name) if name else None)
    _print(found, shape, _Printer(linked.source_list, linked.source_row))


def asked_for(
    place: str | None,
    country: str | None,
    days: tuple[str | None, str | None],
    actor: str | None,
    type: str | None,
    text: str | None,
) -> IncidentQuery:
    """The query of the incidents that options ask for."""
    from riwaya.ledger.incidents import IncidentQuery

    _one_of(type or "", ("", *TYPES), "--type")
    first, last = days
    return IncidentQuery(place=place, country=country, days=(day(first), day(last)), actor=actor, type=type, text=text)


def _profile(context: str, adversary_high: bool) -> Profile | None:
    """The profile that options ask for, None for the one that the stored tolls were counted by."""
    from riwaya.link.views import DEFAULT, Profile

    _one_of(context, ("", "war"), "--context")
    profile = Profile(context, adversary_high)
    return None if profile == DEFAULT else profile


def _one_of(value: str, known: Iterable[str], option: str) -> None:
    """Refuse a value that is none of those known."""
    if value not in known:
        names = ", ".join(one for one in known if one)
        raise typer.BadParameter(f"{value!r} is none of {names}", param_hint=option)


@dataclass(frozen=True, slots=True)
class _Printer(Generic[Found]):
    """How what was found is printed: all of it as a table, one as a row, one as JSON."""

    table: Callable[[Sequence[Found]], str]
    row: Callable[[Found], linked.Row]
    json: Callable[[Found], str] = json_line


def _print(found: Sequence[Found], shape: Sheet, printer: _Printer[Found]) -> None:
    """What was found in the wanted shape; nothing, and the exit status 1, where nothing was."""
    if not found:
        raise typer.Exit(1)
    if shape is Sheet.csv:
        for piece in csv_lines(map(printer.row, found)):
            write(piece)
    else:
        write(as_wide(printer.table(found)) if shape is Sheet.table else "".join(map(printer.json, found)))
