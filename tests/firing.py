"""Which rules fire in a text, and what is read where one is broken."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import isgeneratorfunction
from types import CodeType, FrameType, FunctionType
from typing import Any

from riwaya.model.document import Document
from riwaya.read.dates.dates import find_dates
from riwaya.read.reader import read_document
from riwaya.read.roles.roles import Roles
from riwaya.read.rules import RULES
from riwaya.read.text.layout import lay_out

_SHOWN = ("figures.", "dates.", "events.")
"""The topics of rules whose names stand in the output; so do statement rules, which have no topic."""
_NOTHING: tuple[Any, ...] = (None, False, "", "actual", (None, None), Roles(), ())


def _is_shown(name: str) -> bool:
    return (name.startswith(_SHOWN) and name != "dates.lasting") or "." not in name


def code_of(name: str) -> CodeType:
    """The code of a rule."""
    rule = RULES[name]
    assert isinstance(rule, FunctionType)
    return rule.__code__


def fired(document: Document) -> set[str]:
    """The names of the rules that fire in a document: those that the output names, and those that answer something."""
    codes = {code_of(name): name for name in RULES if not _is_shown(name)}
    names: set[str] = set()

    def watch(frame: FrameType, event: str, answer: Any) -> None:
        name = codes.get(frame.f_code) if event == "return" else None
        if name is not None and _answers(frame, answer):
            names.add(name)

    sys.setprofile(watch)
    try:
        reading = read_document(document)
    finally:
        sys.setprofile(None)
    names |= {statement.rule for statement in reading.statements} | {event.rule for event in reading.events}
    names |= {event.date.rule for event in reading.events if event.date}
    names |= {figure.rule for event in reading.events for figure in event.figures}
    names |= {mention.when.rule for mention in find_dates(lay_out(document), document.published)}
    return names


def _answers(frame: FrameType, answer: Any) -> bool:
    """Whether an answer says something: it is not empty and not just what the rule was given."""
    if answer in _NOTHING:
        return False
    given = frame.f_code.co_varnames[: frame.f_code.co_argcount]
    return isinstance(answer, bool | str) or not any(frame.f_locals.get(name) is answer for name in given)


@contextmanager
def broken(name: str) -> Iterator[None]:
    """Within it the rule never fires."""
    rule = RULES[name]
    assert isinstance(rule, FunctionType)
    kept = rule.__code__
    rule.__code__ = _silent(name, rule).__code__
    try:
        yield
    finally:
        rule.__code__ = kept


def _silent(name: str, rule: Callable[..., object]) -> Callable[..., object]:
    """A function that answers what the rule answers where it does not fire."""
    if isgeneratorfunction(rule):
        return _yields_nothing
    if name in ("speakers.issuer", "speakers.named_below", "speakers.with_carriers", "dates.lasting"):
        return _gives_back
    if name == "figures.role":
        return _empty
    if name == "roles.with_pronoun":
        return _neither
    if name == "modality.planned_behind":
        return _happened
    return _no_roles if str(rule.__annotations__.get("return")) == "Roles" else _none


def _yields_nothing(*_: Any, **__: Any) -> Iterator[None]:
    yield from ()


def _gives_back(*given: Any, **_: Any) -> Any:
    return given[1]


def _empty(*_: Any, **__: Any) -> Any:
    return []


def _neither(*_: Any, **__: Any) -> Any:
    return None, None


def _happened(*_: Any, **__: Any) -> Any:
    return "actual"


def _none(*_: Any, **__: Any) -> Any:
    return None


def _no_roles(*_: Any, **__: Any) -> Any:
    return Roles()
