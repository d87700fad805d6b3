"""All commands of ``riwaya``, in the order of its help."""

from __future__ import annotations

import gc
import sys

import typer

from riwaya.cli import keep, link, linked, look, read
from riwaya.model.errors import LedgerError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Who says what in Arabic news of armed conflict: read reports, keep them in a ledger, check and question it.",
)

COMMANDS = (
    read.read,
    read.explain,
    keep.ingest,
    keep.reread,
    link.link,
    link.incidents,
    linked.incident,
    linked.tolls,
    linked.promises,
    linked.sources,
    look.search,
    look.show,
    look.diff,
    keep.decide,
    keep.withdraw,
    link.undo,
    look.log,
    look.verify,
)
"""The commands; a function's name is the command's, its docstring the help."""

_SELDOM = (50_000, 20, 50)
"""How seldom a command collects garbage: the tables are many objects that stay, and to look through them at every 700 new ones
takes a tenth of the start (0.50 and 0.44 s for one sentence, in turns)."""

for command in COMMANDS:
    app.command()(command)


def main() -> None:
    """Entry point; a reader that closes the pipe early is no error, a ledger that cannot do what was asked is status 3."""
    gc.set_threshold(*_SELDOM)
    try:
        app()
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    except LedgerError as error:
        print(f"riwaya: {error}", file=sys.stderr)
        raise SystemExit(3) from None
