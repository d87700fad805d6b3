"""What comparing gives, for a terminal and as rows: accounts side by side, tolls with their rules, promises, records of tellers.

In a table the label comes first and Arabic stands last on its line, so that no terminal mixes up directions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from riwaya.model.incident import Account, Grade, Incident, Promise, Quantity, Relation, SourceRecord, Toll, Where
from riwaya.show.table import clean, line

Reasons = Mapping[str, str]
Row = dict[str, str]

_COLUMNS = (("figure", 16), ("since", 10), ("act", 8), ("class", 5), ("status", 10), ("reports", 7))
"""The columns of a table of accounts before the teller, with their widths."""


def number(low: int | None, high: int | None) -> str:
    """An interval in words; an open end is said."""
    if low is None:
        return "dead, no number" if high is None else f"up to {high}"
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low} to {high}"


def quantity_words(quantity: Quantity) -> str:
    """A quantity in words: kind, status, side."""
    status = "" if quantity.status == "unknown" else f" {quantity.status}{'s' if quantity.status != 'all' else ''}"
    return f"{quantity.kind}{status}" + (f" of {quantity.side.removeprefix('name:')}" if quantity.side else "")


class Compared(Protocol):
    """An incident with all that comparing its claims found (``riwaya.workflow.answers.Whole``)."""

    @property
    def incident(self) -> Incident: ...  # noqa: D102 as named
    @property
    def accounts(self) -> tuple[Account, ...]: ...  # noqa: D102
    @property
    def relations(self) -> tuple[Relation, ...]: ...  # noqa: D102
    @property
    def tolls(self) -> tuple[Toll, ...]: ...  # noqa: D102
    @property
    def grade(self) -> Grade | None: ...  # noqa: D102
    @property
    def quotes(self) -> Mapping[str, str]: ...  # noqa: D102
    @property
    def tellers(self) -> Mapping[str, str]: ...  # noqa: D102


def whole_lines(found: Compared, reasons: Reasons) -> str:
    """One incident: what, where, when; its accounts side by side; how they stand; tolls with their rules; why it is one."""
    one = found.incident
    days = "unknown" if one.first is None else str(one.first) + (f" to {one.last}" if one.last != one.first else "")
    out = [f"{one.id}  {one.type}\n", line("place", place_words(one.place)), line("days", days)]
    out.append(line("told in", f"{len(one.documents)} reports, {one.texts} without near-copies"))
    out.append(account_lines(found.accounts, found.quotes, reasons))
    out += ["\nclasses of tellers\n", class_lines(found.accounts, reasons)] if found.accounts else []
    out += ["\nhow the claims stand\n", relation_lines(found.relations, found.tellers, reasons)] if found.relations else []
    out += [f"\n{grade_lines(found.grade)}"] if found.grade else []
    out += ["\ntolls\n", *map(toll_lines, found.tolls)] if found.tolls else []
    return "".join(out) + why_lines(one)


def why_lines(incident: Incident) -> str:
    """Why events are one incident: pair by pair, what speaks for and against it."""
    out = ["\nwhy these events are one incident\n"] if incident.why else []
    pair = ("", "")
    for join in incident.why:
        if (join.one, join.other) != pair:
            pair = (join.one, join.other)
            out.append(f"  {join.one} {join.other}\n")
        out.append(line(f"  {join.score:+.1f}", join.sentence))
    return "".join(out)


# --- accounts


def account_lines(accounts: Sequence[Account], quotes: Mapping[str, str], reasons: Reasons) -> str:
    """The accounts of one incident side by side, a table for each quantity; below each figure its words and its reason."""
    out: list[str] = []
    for quantity in dict.fromkeys(one.quantity for one in accounts):
        out.append(f"\n{clean(quantity_words(quantity))}\n")
        out.append("  " + " ".join(f"{name:<{width}}" for name, width in _COLUMNS) + " teller\n")
        for one in (one for one in accounts if one.quantity == quantity):
            out.append("  " + " ".join(f"{cell:<{width}}" for cell, (_, width) in zip(_cells(one), _COLUMNS, strict=True)))
            out.append(f" {clean(one.name)}\n")
            out += _below(one, quotes, reasons)
    return "".join(out)


def _cells(one: Account) -> tuple[str, ...]:
    status = one.scope if one.status == "cumulative" else one.status
    return number(one.low, one.high), str(one.since or "no day"), one.act, str(one.standing), status, str(len(one.documents))


def _below(one: Account, quotes: Mapping[str, str], reasons: Reasons) -> Iterator[str]:
    yield line("  evidence", one.evidence[0] + (f" and {len(one.evidence) - 1} more" if len(one.evidence) > 1 else ""))
    if one.evidence[0] in quotes:
        yield line("  words", quotes[one.evidence[0]])
    if one.because:
        yield line("  because", reasons.get(one.because, one.because))


def class_lines(accounts: Iterable[Account], reasons: Reasons) -> str:
    """What the classes of the accounts mean, each rule once."""
    found = sorted({(one.standing, one.ground) for one in accounts})
    return "".join(line(f"class {number}", reasons.get(ground, ground)) for number, ground in found)


def relation_lines(relations: Sequence[Relation], names: Mapping[str, str], reasons: Reasons) -> str:
    """How the claims stand to each other, with the pair of evidence; ``names`` says by id who tells.

    What one claim has to do with several others by one rule stands under it.
    """
    out: list[str] = []
    last = ("", "", "")
    for one in relations:
        if (one.kind, one.one, one.rule) != last:
            last = (one.kind, one.one, one.rule)
            out.append(f"  {one.kind:<11} {one.one} {clean(names.get(one.one, ''))}\n")
            out.append(line("  because", reasons.get(one.rule, one.rule)))
        out.append(line("  beside", f"{one.other} {names.get(one.other, '')}"))
    return "".join(out)


def grade_lines(grade: Grade | None) -> str:
    """The grade that is suggested, its rule and what it rests on."""
    if grade is None:
        return ""
    return f"suggested grade: {grade.suggestion}\n" + line("rule", grade.rule) + "".join(line("rests on", one) for one in grade.why)


# --- tolls


def toll_lines(toll: Toll) -> str:
    """A toll with the rule beside its numbers and how they came about."""
    out = [f"{toll.incident}  {toll.view}  {clean(quantity_words(toll.quantity))}\n"]
    out += [
        line(name, str(value)) for name, value in (("low", toll.low), ("best", toll.best), ("high", toll.high)) if value is not None
    ]
    if toll.high is None and toll.low is not None:
        out.append(line("high", "open"))
    out.append(line("rule", toll.rule))
    out += [line("step", one) for one in toll.why]
    return "".join(out) + line("evidence", " ".join(toll.evidence))


def toll_row(toll: Toll) -> Row:
    """A toll as a row of a table."""
    quantity = toll.quantity
    return {
        "incident": toll.incident,
        "kind": quantity.kind,
        "side": quantity.side,
        "status": quantity.status,
        "view": toll.view,
        "low": _cell(toll.low),
        "best": _cell(toll.best),
        "high": _cell(toll.high),
        "rule": toll.rule,
        "evidence": "; ".join(toll.evidence),
        "why": "; ".join(toll.why),
    }


# --- promises


def promise_lines(promise: Promise, quotes: Mapping[str, str], reasons: Reasons) -> str:
    """A promise, what became of it, and the claims on both sides."""
    out = [f"{promise.id}  {promise.kind}  {promise.status}  {promise.made or 'no day'}\n", line("by", promise.by)]
    out += [line("to", promise.to)] if promise.to else []
    out.append(line("what", _what(promise)))
    out += [line("where", promise.where.name)] if promise.where else []
    out += [line("if", promise.condition)] if promise.condition else []
    out += [line("words", quotes[promise.id])] if promise.id in quotes else []
    for sign in promise.signs:
        out.append(line(sign.bearing, sign.id))
        out += [line("  words", quotes[sign.id])] if sign.id in quotes else []
        out.append(line("  because", reasons.get(sign.rule, sign.rule)))
    return "".join(out)


def promise_row(promise: Promise) -> Row:
    """A promise as a row of a table; the ids of the claims on both sides by how they bear on it."""
    row = {
        "id": promise.id,
        "kind": promise.kind,
        "status": promise.status,
        "made": str(promise.made or ""),
        "by": promise.by,
        "to": promise.to or "",
        "what": _what(promise),
        "where": promise.where.name if promise.where else "",
        "condition": promise.condition or "",
    }
    for bearing in ("repeats", "meets", "breaks", "withdraws", "condition"):
        name = "condition_came_true" if bearing == "condition" else bearing
        row[name] = "; ".join(sign.id for sign in promise.signs if sign.bearing == bearing)
    return row


def _what(promise: Promise) -> str:
    if promise.what is None:
        return "nothing that is coded as an event"
    words = f"{promise.what} {promise.mode}" if promise.mode else promise.what
    return f"not to do it: {words}" if promise.negated else words


# --- records of tellers

_COUNTS = ("claims", "admissions", "denials", "alone", "contradicted", "matched")


def source_lines(records: Sequence[SourceRecord]) -> str:
    """The records of tellers, counted in incidents, the teller last on each line."""
    head = "  ".join(f"{name:>12}" for name in _COUNTS) + "  teller\n"
    rows = ("  ".join(f"{getattr(one, name):>12}" for name in _COUNTS) + f"  {clean(one.name)}\n" for one in records)
    return head + "".join(rows)


def source_row(record: SourceRecord) -> Row:
    """The record of a teller as a row of a table."""
    row = {"who": record.who, "name": record.name} | {name: str(getattr(record, name)) for name in _COUNTS}
    return row | {"incidents": "; ".join(record.incidents)}


def _cell(value: int | None) -> str:
    return "" if value is None else str(value)


def place_words(place: Where | None) -> str:
    """A place on one line, the name last."""
    return "unknown" if place is None else f"{place.precision}, {place.country or 'country unknown'}: {place.name}"
