"""Errors that every part may see, without the packages of the part that raises them."""

from __future__ import annotations


class LedgerError(RuntimeError):
    """The ledger cannot do what was asked; what was stored before is untouched. The message says what to do."""
