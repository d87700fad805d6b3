"""The command line, one file for each kind of command.

app        all commands, in the order of ``riwaya --help``
read       read, explain: nothing is kept
keep       ingest, reread, decide, withdraw: the ledger grows
look       verify, show, diff, search, log: the ledger is asked
"""

from riwaya.cli.app import main

__all__ = ["main"]
