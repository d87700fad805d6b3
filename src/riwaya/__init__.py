"""Riwaya reads Arabic news of armed conflict and keeps who says what, with the exact words that are the evidence."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from riwaya.api import Reading, read
from riwaya.version import __version__

if TYPE_CHECKING:
    from riwaya.ledger.query import DocumentQuery, EventQuery, StatementQuery
    from riwaya.workflow.archive import Ledger

__all__ = ["DocumentQuery", "EventQuery", "Ledger", "Reading", "StatementQuery", "__version__", "read"]

_LATER = {
    "Ledger": "riwaya.workflow.archive",
    "DocumentQuery": "riwaya.ledger.query",
    "EventQuery": "riwaya.ledger.query",
    "StatementQuery": "riwaya.ledger.query",
}
"""Names that are imported when they are first asked for: SQLAlchemy would slow ``riwaya read``."""


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"riwaya has no {name}")
    return getattr(import_module(_LATER[name]), name)
