"""Commands by which a ledger grows: ingest, reread, decide, withdraw.

The ledger's packages and the progress bar's are imported when such a command runs: they would slow ``riwaya read``.
"""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.options import (
    DEFAULT_LEDGER,
    JobsOption,
    LedgerOption,
    QuietOption,
    Shape,
    ShapeOption,
    UserOption,
    cores,
)
from riwaya.cli.read import Actors, Published, checked, day, write
from riwaya.model.kept import Outcome
from riwaya.show.kept import json_line
from riwaya.show.table import clean, line

if TYPE_CHECKING:
    from riwaya.cli.progress import Bar
    from riwaya.workflow.archive import Ledger

Sources = Annotated[list[str], typer.Argument(metavar="SOURCE...", help="files, folders, feeds, pages, archives")]
Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="what it is about: ids as show, search and log print them")]
Reason = Annotated[str, typer.Option("--why", "--reason", metavar="TEXT", help="why: it stays beside the decision")]

STOPPED = 130
"""Exit status after Ctrl-C."""

_MOST_TOLD = 50
_LABELS = {
    "new": "new reports",
    "version": "new versions of known reports",
    "copy": "near-copies of known reports",
    "layer": "new text layers of known bytes",
    "place": "known reports, found at another place",
    "sighting": "seen again, nothing new",
    "reread": "read with the present rules",
    "unread": "kept, but the reader failed",
    "refused": "refused",
}


def ingest(  # noqa: PLR0913 options of a command
    sources: Sources,
    ledger: LedgerOption = DEFAULT_LEDGER,
    published: Published = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="outlet of reports that state none")] = None,
    fields: Annotated[list[str] | None, typer.Option("--field", metavar="NAME=COLUMN", help="published=date_extracted …")] = None,
    follow: Annotated[bool, typer.Option("--follow", help="fetch the pages that a feed links to")] = False,
    domains: Annotated[list[str] | None, typer.Option("--domain", metavar="NAME", help="fetch from these domains only")] = None,
    networks: Annotated[
        list[str] | None, typer.Option("--network", metavar="CIDR", help="fetch from these addresses although they are not public")
    ] = None,
    actors: Actors = None,
    jobs: JobsOption = cores(),  # noqa: B008 the same all along
    user: UserOption = None,
    quiet: QuietOption = False,
    shape: ShapeOption = Shape.table,
) -> None:
    """Take reports into the ledger: safe to repeat and to interrupt, nothing is kept twice, nothing kept is lost."""
    from riwaya.cli.progress import Bar, known_size
    from riwaya.sources.options import Options
    from riwaya.workflow.ingest import Settings
    from riwaya.workflow.ingest import ingest as take

    try:
        options = Options(
            day(published),
            outlet,
            renamed(fields or []),
            follow=follow,
            domains=tuple(domains or ()),
            networks=tuple(networks or ()),
        )
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--network") from None
    settings = Settings(options, checked(actors), jobs)
    with opened(ledger, user=user, create=True) as kept:
        _grow(lambda tell: take(kept, sources, settings, tell), Bar(known_size(sources), quiet=quiet), shape, quiet)


def reread(
    ledger: LedgerOption = DEFAULT_LEDGER,
    actors: Actors = None,
    jobs: JobsOption = cores(),  # noqa: B008 the same all along
    user: UserOption = None,
    quiet: QuietOption = False,
    shape: ShapeOption = Shape.table,
) -> None:
    """Read every text of the ledger with the present rules; earlier readings stay, riwaya diff compares them."""
    from riwaya.cli.progress import Bar
    from riwaya.workflow.ingest import Settings
    from riwaya.workflow.reread import reread as read_again

    settings = Settings(actors=checked(actors), jobs=jobs)
    with opened(ledger, user=user) as kept:
        _grow(lambda tell: read_again(kept, settings, tell), Bar(None, quiet=quiet), shape, quiet)


def decide(
    kind: Annotated[str, typer.Argument(help="same, different, unsure, repeat, accept, reject or note")],
    ids: Ids,
    reason: Reason,
    ledger: LedgerOption = DEFAULT_LEDGER,
    user: UserOption = None,
) -> None:
    """Keep what you decided about some things, and why; it can be withdrawn, never deleted."""
    with opened(ledger, user=user) as kept:
        write(f"{kept.decide(kind, ids, reason).id}\n")


def withdraw(
    decision: Annotated[str, typer.Argument(metavar="ID", help="the decision's id")],
    reason: Reason,
    ledger: LedgerOption = DEFAULT_LEDGER,
    user: UserOption = None,
) -> None:
    """Take a decision back; both stay on record."""
    with opened(ledger, user=user) as kept:
        kept.withdraw(decision, reason)


def renamed(fields: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Our names of fields with those of a table or of JSON; anything else is a wrong option."""
    pairs = [field.partition("=") for field in fields]
    for name, equals, column in pairs:
        if not (name and equals and column):
            raise typer.BadParameter(f"{name!r}: write it as published=date_extracted", param_hint="--field")
    return tuple((name, column) for name, _, column in pairs)


@contextmanager
def opened(address: str, *, user: str | None = None, create: bool = False) -> Iterator[Ledger]:
    """A ledger, closed in the end."""
    from riwaya.workflow.archive import Ledger

    with Ledger(address, create=create, user=user) as kept:
        yield kept


def _grow(work: Callable[[Callable[[Sequence[Outcome], int], None]], Counter[str]], bar: Bar, shape: Shape, quiet: bool) -> None:
    """Do the work, tell of it, and end with the exit status: 0, 1 where something was refused, 130 when stopped."""
    told: Counter[str] = Counter()

    def tell(outcomes: Sequence[Outcome], size: int) -> None:
        bar.add(len(outcomes), size)
        for one in outcomes:
            told["refused"] += bool(one.reason)
            if one.reason and told["refused"] <= _MOST_TOLD:
                bar.say(f"riwaya: {clean(one.where)}: {clean(one.reason)}")
        if shape is Shape.jsonl:
            write("".join(json_line(one) for one in outcomes), now=True)

    before = signal.signal(signal.SIGTERM, _stop)
    try:
        with bar:
            counts = work(tell)
    except KeyboardInterrupt:
        bar.say("riwaya: stopped; what was kept is safe: run the same command again to go on")
        raise typer.Exit(STOPPED) from None
    finally:
        signal.signal(signal.SIGTERM, before)
    if told["refused"] > _MOST_TOLD:
        bar.say(f"riwaya: {told['refused'] - _MOST_TOLD} more: riwaya log --action refuse")
    if shape is Shape.table and not quiet:
        write("".join(line(str(counts[name]), label) for name, label in _LABELS.items() if counts[name]))
        write(line("seconds", f"{bar.seconds:.1f}"))
    raise typer.Exit(1 if told["refused"] else 0)


def _stop(number: int, frame: FrameType | None) -> None:
    """A polite request to end is as good as Ctrl-C."""
    raise KeyboardInterrupt
