"""What the output of the reader must keep (docs/output.md), checked on the printed JSON and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from riwaya.model.event import KINDS, MODALITIES, TYPES
from riwaya.model.statement import ACTS

Json = dict[str, Any]
PRECISIONS = frozenset({"country", "region", "admin1", "district", "town", "site", "unknown"})


def broken(found: Json, characters: str) -> Iterator[str]:
    """What one line of output breaks, one line a fault; ``characters`` are title, newline and text."""
    yield from _spans(found, characters, "")
    yield from _order("statements", [one["cue"]["start"] for one in found["statements"]])
    yield from _order("events", [one["trigger"]["start"] for one in found["events"]])
    for number, one in enumerate(found["statements"]):
        yield from (f"statement {number}: {fault}" for fault in _statement(one, characters))
    pointing = {one["statement"] for one in found["events"] if one["rule"] == "events.denied_back"}
    for number, one in enumerate(found["events"]):
        yield from (f"event {number}: {fault}" for fault in _event(one, characters))
        yield from (f"event {number}: {fault}" for fault in _told_by(one, found["statements"], pointing))


def _spans(value: Any, characters: str, path: str) -> Iterator[str]:
    """Every object with a start and an end reads what the characters read there."""
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from _spans(one, characters, f"{path}[{number}]")
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and not characters[value["start"] : value["end"]] == value["text"] != "":
            yield f"{path}: {value['start']}:{value['end']} does not read {value['text']!r}"
        for key, one in value.items():
            yield from _spans(one, characters, f"{path}.{key}")


def _order(name: str, starts: list[int]) -> Iterator[str]:
    if any(right < left for left, right in pairwise(starts)):
        yield f"{name} are not in text order"


def _statement(found: Json, characters: str) -> Iterator[str]:
    if found["act"] not in ACTS:
        yield f"unknown act {found['act']}"
    if not isinstance(found["quoted"], bool):
        yield "quoted is not true or false"
    if not found["rule"]:
        yield "no rule"
    if not found["content"]["text"].strip():
        yield "empty content"
    source = found["source"]
    if source is not None and (not source["name"].strip() or source["name"] not in characters):
        yield f"the source's name {source['name']!r} is not in the text"
    if source is not None and len({source[key] is None for key in ("text", "start", "end")}) != 1:
        yield "half a source mention"


def _event(found: Json, characters: str) -> Iterator[str]:
    if found["type"] not in TYPES or found["modality"] not in MODALITIES:
        yield f"unknown type or modality: {found['type']}, {found['modality']}"
    if not found["rule"]:
        yield "no rule"
    for role in ("actor", "target"):
        if found[role] is not None and found[role]["name"] not in characters:
            yield f"the name of the {role} is not in the text"
    yield from _figures(found["figures"])
    if found["date"] is not None and date.fromisoformat(found["date"]["start"]) > date.fromisoformat(found["date"]["end"]):
        yield "the date ends before it begins"
    if found["place"] is not None:
        yield from _place(found["place"])


def _figures(found: list[Json]) -> Iterator[str]:
    for one in found:
        low, high = one["low"], one["high"]
        if one["kind"] not in KINDS:
            yield f"unknown kind {one['kind']}"
        if low is None and high is None:
            yield "a figure without a number"
        if (low is not None and high is not None and low > high) or min(low or 0, high or 0) < 0:
            yield f"a figure from {low} to {high}"


def _place(found: Json) -> Iterator[str]:
    if found["precision"] not in PRECISIONS:
        yield f"unknown precision {found['precision']}"
    if found["country"] is not None and not re.fullmatch("[A-Z]{2}", found["country"]):
        yield f"country {found['country']!r} is no ISO code"
    if (found["lat"] is None) != (found["lon"] is None):
        yield "half a coordinate"
    if found["lat"] is not None and not (-90 <= found["lat"] <= 90 and -180 <= found["lon"] <= 180):
        yield f"coordinates {found['lat']}, {found['lon']}"


def _is_deed(one: Json) -> bool:
    """Whether the content of a statement is the deed that it lays to somebody, owns up to or calls for, told before its cue."""
    owned = one["act"] == "claim_responsibility" and one["rule"] != "adopted"
    return (owned or one["rule"] in ("ascribed", "told_beside")) and bool(one["content"]["start"] < one["cue"]["start"])


def _is_denied_news(event: Json, denial: Json, inner: Json) -> bool:
    """Whether an event is denied with the news of it, which stands at the head of what is denied (نفى صحة | أنباء تحدثت عن)."""
    source = inner["source"]
    head = source is None or source["start"] is None or 0 <= source["start"] - denial["content"]["start"] <= len("جميع ")
    return bool(event["negated"]) and denial["act"] == "deny" and head


def _told_by(event: Json, statements: list[Json], pointing: set[int | None]) -> Iterator[str]:
    """The statement of an event is the innermost one whose content holds the trigger.

    But for a deed told before who did or wants it (هجوم نسبته السلطات إلى, تفجير أعلنت الحركة مسؤوليتها عنه, إضراب دعت إليه
    النقابات): the outer voice tells of the deed, only the blame, claim or call is another's. The word of a deed that a denial
    points back to is the denial (وهو ما تنفيه أنقرة): of what it denies so, whoever told it tells it (``pointing``: such denials).
    Nor does news that somebody denies tell for anybody else (نفى أنباء تحدثت عن مقتله).
    """
    index, trigger = event["statement"], event["trigger"]
    if event["rule"] == "events.denied_back":
        cue = statements[index]["cue"] if index is not None else {"start": 0, "end": 0}
        if not cue["start"] <= trigger["start"] < trigger["end"] <= cue["end"]:
            yield "denied by nobody"
        return
    contents = [one["content"] for one in statements]
    holding = {
        number: content["end"] - content["start"]
        for number, content in enumerate(contents)
        if content["start"] <= trigger["start"] and trigger["end"] <= content["end"] and not _is_deed(statements[number])
    }
    if index in holding and _is_denied_news(event, statements[index], statements[min(holding, key=holding.__getitem__)]):
        return
    holding = {number: size for number, size in holding.items() if number == index or number not in pointing}
    if index is None and holding:
        yield f"in the outlet's own voice, but its trigger stands in the content of statement {min(holding)}"
    elif index is not None and index not in holding:
        yield f"its trigger does not stand in the content of statement {index}"
    elif index is not None and holding[index] > min(holding.values()):
        yield f"statement {index} is not the innermost that holds its trigger"
