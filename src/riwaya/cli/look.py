"""Commands that ask a ledger: search, show, diff, log, verify. Nothing is changed."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from riwaya.cli.keep import opened
from riwaya.cli.options import DEFAULT_LEDGER, LedgerOption, QuietOption, Shape, ShapeOption
from riwaya.cli.read import write
from riwaya.show.kept import change_lines, custody_lines, entry_lines, fault_lines, hit_lines, json_line


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORD...", help='all must be there; "side by side"; begin*; -without')],
    ledger: LedgerOption = DEFAULT_LEDGER,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="documents at most")] = 20,
    old: Annotated[bool, typer.Option("--old", help="older versions of reports too")] = False,
    shape: ShapeOption = Shape.table,
) -> None:
    """Find words in any spelling: harakat, hamza, endings, attached particles and digits make no difference."""
    query = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    with opened(ledger) as kept:
        hits = kept.search(query, limit=limit, all_versions=old)
    write("".join(json_line(hit) if shape is Shape.jsonl else hit_lines(hit) for hit in hits))
    raise typer.Exit(0 if hits else 1)


def show(
    identity: Annotated[
        str, typer.Argument(metavar="ID", help="of a claim, document, reading, capture or decision; its beginning is enough")
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
    shape: ShapeOption = Shape.table,
) -> None:
    """The whole chain behind a claim: raw bytes, captures, text layer, runs, the claim, decisions, exports."""
    with opened(ledger) as kept:
        found = kept.custody(identity)
    write(json_line(found) if shape is Shape.jsonl else custody_lines(found))


def diff(
    before: Annotated[str | None, typer.Argument(metavar="OLD", help="a version of the rules, or its beginning")] = None,
    after: Annotated[str | None, typer.Argument(metavar="NEW")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    shape: ShapeOption = Shape.table,
) -> None:
    """What newer rules read differently: claims added, gone, changed. By default the last two versions that read here."""
    count = 0
    with opened(ledger) as kept:
        for change in kept.changes(before, after):
            count += 1
            write(json_line(change) if shape is Shape.jsonl else change_lines(change))
        if shape is Shape.table:
            write(f"{count} claims are read differently\n")


def log(
    ledger: LedgerOption = DEFAULT_LEDGER,
    subject: Annotated[str | None, typer.Option("--object", metavar="ID", help="only what is about this")] = None,
    action: Annotated[str | None, typer.Option(help="only this: ingest, refuse, decide …")] = None,
    since: Annotated[int, typer.Option(metavar="SEQ", help="only behind this entry")] = 0,
    shape: ShapeOption = Shape.table,
) -> None:
    """Every step that was ever taken, in order."""
    with opened(ledger) as kept:
        for entry in kept.log(since):
            if subject in (None, entry.object) and action in (None, entry.action):
                write(json_line(entry) if shape is Shape.jsonl else entry_lines(entry))


def verify(
    ledger: LedgerOption = DEFAULT_LEDGER,
    head: Annotated[
        str, typer.Option(metavar="SEQ:HASH", help="an end of the log that you noted before; it must still be there")
    ] = "",
    quiet: QuietOption = False,
    shape: ShapeOption = Shape.table,
) -> None:
    """Is everything as it was? Bytes, texts, evidence, decisions, references, the chained log. Status 1 where it is not."""
    faults = 0
    with opened(ledger) as kept:
        for fault in kept.verify(head, lambda name: progress(f"checking {name}", quiet)):
            faults += 1
            write(json_line(fault) if shape is Shape.jsonl else fault_lines(fault))
        held = kept.summary()
    progress("", quiet)
    if faults:
        print(f"riwaya: {faults} faults: keep this ledger as it is, and compare it with your last copy", file=sys.stderr)
    elif not quiet and shape is Shape.table:
        write(
            f"intact: {held.documents} documents, {held.statements} statements, {held.events} events, {held.decisions} decisions\n"
        )
        write(f"head of the log: {held.head}\n")
    raise typer.Exit(1 if faults else 0)


def progress(line: str, quiet: bool) -> None:
    """What is being done, on a line of the terminal that the next one takes."""
    if not quiet and sys.stderr.isatty():
        print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)
