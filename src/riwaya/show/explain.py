"""Why a line is in the ledger: the rule's own words (its docstring) beside the evidence."""

from __future__ import annotations

from riwaya.model.reading import Reading
from riwaya.show.rules import RULES
from riwaya.show.table import clean, line


def explanation(reading: Reading) -> str:
    """Every statement, event, date and figure of a report with the rule that found it, in plain words."""
    out = [f"{clean(reading.document.id)}\n"]
    for number, statement in enumerate(reading.statements, 1):
        out.append(f"\n  [{number}] {statement.act}\n" + line("cue", statement.cue.text) + _because(statement.rule))
    for event in reading.events:
        told = f"statement [{event.statement + 1}]" if event.statement is not None else "the outlet's own voice"
        out.append(f"\n  > {event.type}, claimed by {told}\n" + line("trigger", event.trigger.text) + _because(event.rule))
        if event.date is not None:
            out.append(line("date", event.date.span.text) + _because(event.date.rule))
        for figure in event.figures:
            out.append(line(figure.kind, figure.span.text) + _because(figure.rule))
    return "".join(out) + "\n"


def _because(rule: str) -> str:
    return line("why", f"{RULES.get(rule, 'no description')} [{rule}]")
