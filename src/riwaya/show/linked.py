"""What comparing gives, for a terminal and as rows: tolls with their rules, promises, records of tellers.

In a table the label comes first and Arabic stands last on its line, so that no terminal mixes up directions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from riwaya.model.incident import Incident, Promise, Quantity, SourceRecord, Toll, Where
from riwaya.show.incidents import head
from riwaya.show.table import clean, isolated, line

Reasons = Mapping[str, str]
Row = dict[str, str]


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
    return f"{quantity.kind}{status}" + (f" of {isolated(clean(quantity.side.removeprefix('name:')))}" if quantity.side else "")


# --- tolls


def toll_list(found: Iterable[tuple[Incident, Toll]]) -> str:
    """Tolls under the incidents that they are of, each with the rule beside its numbers and how they came about."""
    out: list[str] = []
    last = ""
    for incident, toll in found:
        if incident.id != last:
            out += ["\n" if last else "", head_lines(incident)]
        last = incident.id
        out += [f"  --- {toll.view}, {quantity_words(toll.quantity)}\n", *_numbers(toll), line("rule", toll.rule)]
        out += [line("step", one) for one in toll.why]
        out.append(line("evidence", " ".join(toll.evidence)))
    return "".join(out)


def head_lines(incident: Incident) -> str:
    """What, where, when, told by how many reports."""
    return f"{incident.id}  {incident.type}\n" + "".join(head(incident))


def _numbers(toll: Toll) -> Iterator[str]:
    named = (("low", toll.low), ("best", toll.best), ("high", toll.high))
    yield from (line(name, str(value)) for name, value in named if value is not None)
    if toll.high is None and toll.low is not None:
        yield line("high", "open")


def toll_row(found: tuple[Incident, Toll]) -> Row:
    """A toll with its incident as a row of a table."""
    incident, toll = found
    quantity, where = toll.quantity, incident.place or Where("")
    return {
        "incident": toll.incident,
        "type": incident.type,
        "place": where.name,
        "country": where.country or "",
        "first": str(incident.first or ""),
        "last": str(incident.last or ""),
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


def promise_list(found: Iterable[Promise], quotes: Mapping[str, str], reasons: Reasons) -> str:
    """Promises, each with what became of it and the claims on both sides."""
    return "\n".join(promise_lines(one, quotes, reasons) for one in found)


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
_TITLES = ("claimed", "admitted", "denied", "alone", "opposed", "matched")
"""The titles of the counts of a record; opposed is contradicted or denied."""


def source_list(records: Sequence[SourceRecord]) -> str:
    """The records of tellers, counted in incidents, the teller last on each line."""
    out = [f"{'in':<5} {' '.join(_TITLES)}  teller\n"]
    for one in records:
        counts = (f"{getattr(one, name):<{len(title)}}" for name, title in zip(_COUNTS, _TITLES, strict=True))
        out.append(f"{len(one.incidents):<5} {' '.join(counts)}  {isolated(clean(one.name))}\n")
    return "".join(out)


def source_row(record: SourceRecord) -> Row:
    """The record of a teller as a row of a table."""
    row = {"who": record.who, "name": record.name} | {name: str(getattr(record, name)) for name in _COUNTS}
    return row | {"incidents": "; ".join(record.incidents)}


def _cell(value: int | None) -> str:
    return "" if value is None else str(value)
