"""A module as mypyc gets it: the same code, in the words that mypyc makes fast.

mypyc lays out the fields of a class itself, so ``@swift`` and ``slots=True`` go. Two things it leaves to the interpreter
unless they are written out; with both the compiled reader is a sixth faster:

- A name of a module is looked up in a dictionary whenever it is used, unless it is ``Final``; names in capitals are constants here.
  Only a name that stands alone before its ``=`` may be final.
- The ``__init__`` that a dataclass makes for itself stays Python; one that stands in the class becomes machine code. The records
  stay frozen: nobody but ``__init__`` writes to them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

_FUTURE = "from __future__ import annotations\n"
_FIXED = "  # type: ignore[misc]"


def rewritten(text: str) -> str:
    """The text of a module of the package as it is compiled."""
    text = re.sub(r"^@swift\n|, slots=True\b|\bslots=True(, )?", "", text, flags=re.M)
    return finals(alone(inits(text)))


def alone(text: str) -> str:
    """A module in which each name in capitals has its own line (``_NEAR, _FAR = 2, 6`` is ``_NEAR = 2`` and ``_FAR = 6``)."""
    lines = text.splitlines(keepends=True)
    for row in reversed(ast.parse(text).body):
        if isinstance(row, ast.Assign) and (pairs := _pairs(row)):
            lines[row.lineno - 1 : row.end_lineno] = [f"{name.id} = {ast.unparse(value)}\n" for name, value in pairs]
    return "".join(lines)


def _pairs(row: ast.Assign) -> list[tuple[ast.Name, ast.expr]]:
    """Names and values of an assignment of several constants at once; none where they are not told one by one."""
    names, values = row.targets[0], row.value
    if not isinstance(names, ast.Tuple) or not isinstance(values, ast.Tuple) or len(names.elts) != len(values.elts):
        return []
    told = [(name, value) for name, value in zip(names.elts, values.elts, strict=True) if isinstance(name, ast.Name)]
    return told if len(told) == len(names.elts) and all(name.id.isupper() for name, _ in told) else []


def finals(text: str) -> str:
    """A module whose names in capitals are final (``_LONG = 30`` is ``_LONG: Final = 30``)."""
    text = re.sub(r"^(_?[A-Z][A-Z0-9_]*): (.+?) = ", r"\1: Final[\2] = ", text, flags=re.M)
    text = re.sub(r"^(_?[A-Z][A-Z0-9_]*) = ", r"\1: Final = ", text, flags=re.M)
    return text.replace(_FUTURE, f"{_FUTURE}\nfrom typing import Final\n", 1)


def inits(text: str) -> str:
    """A module whose frozen records have their ``__init__`` written out, where a dataclass would make it."""
    lines = text.splitlines(keepends=True)
    for record in reversed(list(_records(ast.parse(text)))):
        fields = [one for one in record.body if isinstance(one, ast.AnnAssign)]
        body = "".join(f"        self.{name} = {name}{_FIXED}\n" for name in map(_name, fields))
        last = [one for one in record.body if isinstance(one, ast.AnnAssign | ast.Expr)][-1]
        lines.insert(last.end_lineno or 0, f"\n    def __init__(self, {', '.join(map(_parameter, fields))}) -> None:\n{body}")
        for field in fields:
            row = field.lineno - 1
            lines[row] = f"    {_name(field)}: {ast.unparse(field.annotation)}\n"
        maker = record.decorator_list[0].lineno - 1
        lines[maker] = lines[maker].replace("frozen=True", "frozen=True, init=False")
    return "".join(lines)


def _records(module: ast.Module) -> Iterator[ast.ClassDef]:
    """The frozen dataclasses of a module whose fields come first, each in one line, and that do nothing when they are made."""
    for one in module.body:
        if isinstance(one, ast.ClassDef) and len(one.decorator_list) == 1 and "frozen=True" in ast.unparse(one.decorator_list[0]):
            fields = [part for part in one.body if isinstance(part, ast.AnnAssign)]
            named = [part.name for part in one.body if isinstance(part, ast.FunctionDef)]
            plain = all(part.lineno == part.end_lineno and not isinstance(part.value, ast.Call) for part in fields)
            if fields and plain and not one.bases and "__post_init__" not in named:
                yield one


def _name(field: ast.AnnAssign) -> str:
    return ast.unparse(field.target)


def _parameter(field: ast.AnnAssign) -> str:
    default = f" = {ast.unparse(field.value)}" if field.value else ""
    return f"{_name(field)}: {ast.unparse(field.annotation)}{default}"
