"""Records as text and back: one canonical JSON for each frozen dataclass of the model, so that a hash of it means something.

Fields that have their default are left out, a span is ``[start, end, text]``, a day is ISO text; keys are sorted.
A field that a later version adds with a default reads as that default in what was stored before.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from riwaya.model.document import Span

Record = TypeVar("Record")


def canonical(value: object) -> str:
    """Plain data as JSON that is the same for equal data: sorted keys, no blanks, Arabic as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)


def digest(*parts: object) -> str:
    """SHA-256 in hexadecimal over the parts as one canonical JSON list, so that no two lists run together."""
    return hashlib.sha256(canonical(parts).encode("utf-8")).hexdigest()


def written(record: object) -> str:
    """A frozen dataclass as canonical JSON."""
    return canonical(_plain(record))


def read_back(kind: type[Record], text: str) -> Record:
    """The record that ``written`` wrote. Raises ValueError where the text is no such record."""
    try:
        found: Record = _reader_of(kind)(json.loads(text))
    except (TypeError, KeyError, IndexError, AttributeError) as error:
        raise ValueError(f"no {kind.__name__}: {error}") from error
    return found


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Span):
        return [value.start, value.end, value.text]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    found = {}
    for name, default in _defaults_of(type(value)):
        one = getattr(value, name)
        if default is MISSING or one != default:
            found[name] = _plain(one)
    return found


def _defaults_of(kind: Any) -> tuple[tuple[str, Any], ...]:
    return _defaults(kind)


def _reader_of(kind: Any) -> Callable[[Any], Any]:
    return _reader(kind)


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    if not is_dataclass(kind):
        raise TypeError(f"{kind.__name__} is no record")
    return tuple((one.name, one.default) for one in fields(kind))


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    if kind is Span:
        return lambda raw: Span(raw[0], raw[1], raw[2])
    if kind is date:
        return date.fromisoformat
    if is_dataclass(kind):
        return _record_reader(kind)
    if get_origin(kind) is tuple:
        inner = _reader(get_args(kind)[0])
        return tuple if inner is _as_it_is else lambda raw: tuple(map(inner, raw))
    if get_origin(kind) is UnionType or NoneType in get_args(kind):
        some = _reader(next(one for one in get_args(kind) if one is not NoneType))
        return some if some is _as_it_is else lambda raw: None if raw is None else some(raw)
    return _as_it_is


def _as_it_is(raw: Any) -> Any:
    return raw


def _record_reader(kind: Any) -> Callable[[Any], Any]:
    """Reads the fields that are no plain values; what is not there keeps its default."""
    hints = get_type_hints(kind)
    readers = [(one.name, reader) for one in fields(kind) if (reader := _reader(hints[one.name])) is not _as_it_is]

    def read(raw: dict[str, Any]) -> Any:
        for name, reader in readers:
            if name in raw:
                raw[name] = reader(raw[name])
        return kind(**raw)

    return read
