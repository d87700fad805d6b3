"""What the ledger gives back, as lines for a terminal (the label first) and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from riwaya.model.kept import (
    Change,
    Custody,
    Decision,
    Fault,
    Hit,
    KeptCapture,
    KeptDocument,
    KeptEvent,
    KeptStatement,
    LogEntry,
    Run,
)
from riwaya.model.textmap import Placed, TextMap
from riwaya.show.table import clean, event_lines, line, statement_lines

_AROUND = 40
_LONGEST_WORDS = 400


def json_line(record: object) -> str:
    """A record and all in it as one line of JSON."""
    return json.dumps(_plain(record), ensure_ascii=False) + "\n"


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


def hit_lines(hit: Hit) -> str:
    """A document that was found, and the words around each place."""
    document = hit.document.document
    out = [f"{hit.document.id}  {clean(document.outlet or '')}  {document.published or 'no day'}\n", line("title", document.title)]
    for span in hit.spans[:5]:
        around = document.characters[max(0, span.start - _AROUND) : span.end + _AROUND]
        out += [line("found", f"{span.text} [{span.start}:{span.end}]"), line("in", around)]
    return "".join(out) + "\n"


def change_lines(change: Change) -> str:
    """A claim that is read differently."""
    out = [f"{change.how} {change.kind} {change.id} in {change.document_id}\n"]
    out.append(line("words", f"{change.quote.text} [{change.quote.start}:{change.quote.end}]"))
    for name, before, after in change.fields:
        out += [line(f"{name} was", before), line(f"{name} is", after)]
    return "".join(out)


def entry_lines(entry: LogEntry) -> str:
    """An entry of the log on one line."""
    by = entry.run or f"user {entry.user}"
    return clean(f"{entry.seq} {entry.made} {by} {entry.action} {entry.object} {entry.detail}") + "\n"


def fault_lines(fault: Fault) -> str:
    """A fault on one line."""
    return clean(f"{fault.where}: {fault.what}") + "\n"


def custody_lines(found: Custody) -> str:
    """The chain behind a claim, from the bytes to what people decided."""
    out = [f"{found.kind} {found.id}\n\nraw bytes\n", line("sha256", found.document.raw)]
    out += [line("size", f"{found.captures[0].size} bytes")] if found.captures else []
    for number, capture in enumerate(found.captures, 1):
        out += [f"capture {number}\n", *_capture(capture)]
    out += ["text layer\n", *_document(found.document)]
    out += list(_map(found.map))
    out += [line("copied in", one) for one in found.copies]
    for reading, run in found.readings:
        out += [f"reading {reading}\n", *_run(run)]
    for claim, evidence in zip(found.claims, found.evidence or [()] * len(found.claims), strict=True):
        out += [
            f"claim, as {claim.reading_id} has it{' (ORPHAN: the text is not what it was)' if claim.orphan else ''}\n",
            *_claim(claim),
            *(["  evidence, its characters and its bytes\n"] if evidence else []),
            *map(_placed, evidence),
        ]
    out += [piece for one in found.decisions for piece in _decision(one)]
    exports = [entry for entry in found.log if entry.action in ("export", "download")]
    out += ["exports\n", *(line(str(one.seq), f"{one.made} {one.object}") for one in exports)] if exports else ["exports: none\n"]
    return "".join(out) + "log\n" + "".join(f"  {entry_lines(one)}" for one in found.log)


def _capture(one: KeptCapture) -> Iterator[str]:
    capture = one.capture
    yield line("id", one.id)
    yield line("requested", capture.requested)
    yield line("final", capture.final)
    yield from [line("part", one.part)] if one.part else []
    yield from [line("outlet", one.outlet)] if one.outlet else []
    yield line("at", capture.retrieved.isoformat())
    yield line("type", capture.media_type)
    yield line("tool", capture.tool)
    yield line("operator", one.operator)
    yield from [line("record", capture.record_id)] if capture.record_id else []
    yield from (line("header", f"{name}: {value}") for name, value in capture.headers)


def _document(one: KeptDocument) -> Iterator[str]:
    document = one.document
    yield line("id", one.id)
    yield line("made by", one.layer)
    yield line("sha256", document.sha256)
    yield line("version", f"{one.version}{'' if one.current else ', a newer one was kept since'}")
    yield line("outlet", document.outlet or "unknown")
    yield line("published", str(document.published or "unknown"))
    yield line("title", document.title)
    yield from [line("copy of", one.copy_of)] if one.copy_of else []


def _map(found: TextMap | None) -> Iterator[str]:
    if found is None:
        yield line("bytes", "not here as they came, or of a kind of layer that this version cannot map")
        return
    gaps: Counter[str] = Counter()
    for gap in found.gaps:
        gaps[gap.why] += gap.text_end - gap.text_start
    count = sum(one.text_end - one.text_start for one in found.segments)
    yield line("bytes", f"{found.of}; {found.codec}")
    yield line("mapped", ", ".join([f"{count} characters", *(f"{number} {why}" for why, number in sorted(gaps.items()))]))


def _placed(one: Placed) -> str:
    at = f"{one.span.start}:{one.span.end}"
    if one.fault:
        return line(one.part, f"{at} HAS NO BYTES: {one.fault}")
    words = one.words if len(one.words) <= _LONGEST_WORDS else f"{one.words[:_LONGEST_WORDS]}…"
    return line(one.part, f"{at} in bytes {one.raw_start}:{one.raw_end}: {words}")


def _run(run: Run) -> Iterator[str]:
    yield line("run", f"{run.id}, {run.kind}, {run.started}, by {run.operator}")
    yield line("rules", f"{run.rules.version} ({run.rules.tool})")
    yield from (
        line(name, getattr(run.rules, name)) for name in ("code", "tables", "gazetteer", "actors") if getattr(run.rules, name)
    )


def _claim(claim: KeptStatement | KeptEvent) -> Iterator[str]:
    yield line("id", claim.id)
    if isinstance(claim, KeptStatement):
        yield from statement_lines(claim.place + 1, claim.statement)
        yield line("offsets", f"cue {_at(claim.statement.cue)}, content {_at(claim.statement.content)}")
        yield line("rule", claim.statement.rule)
    else:
        yield from event_lines(claim.event)
        yield line("offsets", f"trigger {_at(claim.event.trigger)}")
        yield line("told by", claim.statement_id or "the outlet's own voice")
        yield from (
            line("figure", f"{identity} {one.kind} {_at(one.span)}")
            for identity, one in zip(claim.figure_ids, claim.event.figures, strict=True)
        )
        yield line("rule", claim.event.rule)


def _at(span: Any) -> str:
    return f"{span.start}:{span.end}"


def _decision(one: Decision) -> Iterator[str]:
    yield f"decision {one.id}{' (withdrawn)' if one.withdrawn else ''}\n"
    yield line("says", f"{one.kind} of {', '.join(one.subjects)}")
    yield line("by", f"{one.user}, {one.made}")
    yield line("because", one.reason)
    if one.withdrawn:
        yield line("withdrawn", f"{one.withdrawn} by {one.withdrawn_by}: {one.withdrawn_reason}")
