"""Frozen records that are made as fast as open ones.

A frozen dataclass writes each field by a call of ``object.__setattr__``, which takes five times as long as an assignment, and
the reader makes fifty records for a sentence. So an instance is opened, filled by assignment, and closed again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

_Record = TypeVar("_Record")
_set_class = object.__dict__["__class__"].__set__


def swift(closed: type[_Record]) -> type[_Record]:
    """A frozen dataclass with slots, whose instances are made by assignment; nothing else about it changes."""
    known = fields(closed)  # type: ignore[arg-type]
    opened = type(closed.__name__, (), {"__slots__": tuple(one.name for one in known)})
    scope: dict[str, object] = {"set_class": _set_class, "opened": opened, "closed": closed}
    scope |= {f"_{one.name}": one.default for one in known}
    given = [one.name if one.default is MISSING else f"{one.name}=_{one.name}" for one in known]
    lines = [
        f"def __init__(self, {', '.join(given)}):",
        "set_class(self, opened)",
        *(f"self.{one.name} = {one.name}" for one in known),
        "self.__class__ = closed",
    ]
    exec("\n    ".join(lines), scope)
    setattr(closed, "__init__", scope["__init__"])  # noqa: B010
    return closed


def changed(record: _Record, **changes: Any) -> _Record:
    """A record with some fields changed, as ``dataclasses.replace`` makes it, in a third of the time."""
    kind: Any = type(record)
    places, read = _fields(kind)
    values = list(read(record))
    for name, value in changes.items():
        values[places[name]] = value
    made: _Record = kind(*values)
    return made


@cache
def _fields(kind: Any) -> tuple[dict[str, int], Callable[[Any], tuple[Any, ...]]]:
    """The place of each field of a record, which has two or more, and what reads them all at once."""
    names = tuple(kind.__dataclass_fields__)
    return {name: place for place, name in enumerate(names)}, attrgetter(*names)
