"""A mark as text and back, for the ledger to keep: what is compared of a report need not be found in its text again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from hashlib import blake2b
from typing import Any

from riwaya.link.blocks import Key
from riwaya.link.marks import Mark
from riwaya.model.incident import Join, Where

_DAYS = frozenset({"told", "first", "last"})
_DEFAULTS = {one.name: one.default for one in fields(Mark)}


def written(mark: Mark) -> str:
    """A mark as canonical JSON; what has its default is left out."""
    found = {name: _plain(value) for name, default in _DEFAULTS.items() if (value := getattr(mark, name)) != default}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted((_plain(one) for one in value), key=str)
    if isinstance(value, Where | Join):
        return [getattr(value, one.name) for one in fields(value)]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def read_back(text: str) -> Mark:
    """The mark that ``written`` wrote."""
    found = json.loads(text)
    for name, value in found.items():
        found[name] = _READERS[name](value) if name in _READERS else value
    return Mark(**found)


_READERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(_DAYS, date.fromisoformat),
    "events": tuple,
    "words": tuple,
    "sentences": tuple,
    "means": frozenset,
    "parties": frozenset,
    "rare": frozenset,
    **dict.fromkeys(("counts", "witnesses"), lambda value: frozenset(map(tuple, value))),
    "places": lambda value: tuple(Where(*one) for one in value),
    "why": lambda value: tuple(Join(*one) for one in value),
}
"""Field → how its JSON is read, where it is no plain value."""


def key_number(key: Key) -> int:
    """A key as a signed number of 64 bits."""
    raw = blake2b("\0".join(key).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(raw, "big", signed=True)
