"""All commands of ``riwaya``, in the order of its help."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import Annotated

import typer

from riwaya.model.errors import LedgerError
from riwaya.version import __version__

COMMANDS = {
    "read": "read",
    "explain": "read",
    "ingest": "keep",
    "reread": "keep",
    "link": "link",
    "incidents": "link",
    "incident": "linked",
    "tolls": "linked",
    "promises": "linked",
    "sources": "linked",
    "search": "look",
    "show": "look",
    "diff": "look",
    "decide": "keep",
    "withdraw": "keep",
    "undo": "link",
    "log": "look",
    "verify": "look",
}
"""The commands in the order of the help, each with its module in this folder, where a function of that name is the command."""

_SELDOM = (50_000, 20, 50)
"""How seldom a command collects garbage: the tables are many objects that stay, and to look through them at every 700 new ones
takes a tenth of the start (0.50 and 0.44 s for one sentence, in turns)."""


def program(asked: str = "") -> typer.Typer:
    """All commands; or only the one that is asked for, where there is one of that name: the others would slow its start."""
    made = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        callback=_whole,
        help="Who says what in Arabic news of armed conflict: read reports, keep them in a ledger, check and question it.",
    )
    for name in [asked] if asked in COMMANDS else COMMANDS:
        made.command(name)(getattr(import_module(f"riwaya.cli.{COMMANDS[name]}"), name))
    return made


def _tell_version(asked: bool) -> None:
    """Print the versions and stop, where they are asked for."""
    if asked:
        rules = import_module("riwaya.workflow.rules")
        print(f"riwaya {__version__}, rules {rules.present_rules().version}, comparing {rules.link_rules()}")
        raise typer.Exit


def _whole(
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_tell_version, help="Print the version and what the rules are called."),
    ] = False,
) -> None:
    """What holds for all commands; with it, a program of one command is asked for that command by name."""


def main() -> None:
    """Entry point; a reader that closes the pipe early is no error, a ledger that cannot do what was asked is status 3."""
    gc.set_threshold(*_SELDOM)
    try:
        program(next(iter(sys.argv[1:]), ""))()
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    except LedgerError as error:
        print(f"riwaya: {error}", file=sys.stderr)
        raise SystemExit(3) from None
