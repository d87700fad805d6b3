"""The command line, one file for each kind of command.

app        all commands, in the order of ``riwaya --help``
read       read, explain: nothing is kept
keep       ingest, reread, decide, withdraw: the ledger grows
link       link, incidents, undo: which reports tell of one incident
look       verify, show, diff, search, log: the ledger is asked
linked     incident, tolls, promises, sources: what comparing found is asked
"""

from riwaya.cli.app import main

__all__ = ["main"]
