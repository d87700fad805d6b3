"""Riwaya reads Arabic news of armed conflict and keeps who says what, with the exact words that are the evidence."""

from typing import TYPE_CHECKING, Any

from riwaya.api import Reading, read
from riwaya.version import __version__

if TYPE_CHECKING:
    from riwaya.workflow.archive import Ledger

__all__ = ["Ledger", "Reading", "__version__", "read"]


def __getattr__(name: str) -> Any:
    """``riwaya.Ledger`` is imported when it is first asked for: SQLAlchemy would slow ``riwaya read``."""
    if name != "Ledger":
        raise AttributeError(f"riwaya has no {name}")
    from riwaya.workflow.archive import Ledger  # noqa: PLC0415

    return Ledger
