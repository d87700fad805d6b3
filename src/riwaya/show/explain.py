"""Why a line is in the ledger: the table with the rule's own words beside the evidence."""

from __future__ import annotations

from riwaya.model.reading import Reading
from riwaya.show.table import table


def explanation(reading: Reading) -> str:
    """The ledger of a report, every statement, event, date and figure with the rule that found it, in plain words."""
    return table(reading, why=True)
