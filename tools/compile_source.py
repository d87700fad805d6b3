"""A module as mypyc gets it: the same code, in the words that mypyc makes fast.

mypyc lays out the fields of a class itself, so ``@swift`` and ``slots=True`` go. Three things it leaves to the interpreter
unless they are written out; with the first two the compiled reader is a sixth faster. A fourth is not seen by mypyc at all:

- A name of a module is looked up in a dictionary whenever it is used, unless it is ``Final``; names in capitals are constants here.
  Only a name that stands alone before its ``=`` may be final.
- The ``__init__`` that a dataclass makes for itself stays Python; one that stands in the class becomes machine code. The records
  stay frozen: nobody but ``__init__`` writes to them.
- A function under ``@cache``, ``@lru_cache``, ``@remembered`` or ``@per_document`` is an object of the interpreter; one that
  keeps its answers in a dictionary of its own is called as machine code. A dictionary that is full is emptied; the answers
  are the same.
- Words, tokens and frozen records only hold what was made before them, so that no circle leads back to one: they are told to be
  without circles (``acyclic``), and whoever collects garbage need not count them and look through them.
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
    return acyclic(finals(alone(inits(memos(text)))))


def memos(text: str) -> str:
    """A module whose functions that keep their answers do so in a dictionary, where a decorator would."""
    lines = text.splitlines(keepends=True)
    kept = list(_keepers(ast.parse(text)))
    for made, what in reversed(kept):
        first = made.decorator_list[0].lineno - 1
        lines[made.lineno - 1] = lines[made.lineno - 1].replace(f"def {made.name}(", f"def {_worker(made)}(", 1)
        keeper = _of_document(made) if what == "per_document" else _of_program(made, what)
        lines[first : made.end_lineno] = [*lines[made.lineno - 1 : made.end_lineno], keeper]
    return "".join(lines).replace(_FUTURE, f"{_FUTURE}\nfrom typing import Any\n", 1) if kept else text


def _keepers(module: ast.Module) -> Iterator[tuple[ast.FunctionDef, str]]:
    """The functions of a module that keep their answers, each with how many it keeps, "" for all."""
    for one in module.body:
        if isinstance(one, ast.FunctionDef) and len(one.decorator_list) == 1 and not one.args.defaults:
            match one.decorator_list[0]:
                case ast.Name("cache"):
                    yield one, ""
                case ast.Name("per_document"):
                    yield one, "per_document"
                case ast.Call(ast.Name("lru_cache" | "remembered"), [most]):
                    yield one, ast.unparse(most)


def _worker(made: ast.FunctionDef) -> str:
    """The name of the function that works an answer out."""
    return f"_{made.name.lstrip('_')}_made"


def _of_program(made: ast.FunctionDef, most: str) -> str:
    """What asks for the answer and keeps it, at most so many of them."""
    names = [one.arg for one in made.args.args]
    key = names[0] if len(names) == 1 else f"({', '.join(names)})"
    worker = _worker(made)
    rows = [
        f"{worker}_before: Final[dict[Any, Any]] = {{}}",
        "",
        "",
        f"def {made.name}({ast.unparse(made.args)}) -> {ast.unparse(made.returns or ast.Constant(None))}:",
        f"    found: Any = {worker}_before.get({key}, {worker}_before)",
        f"    if found is {worker}_before:",
        f"        found = {worker}({', '.join(names)})",
        *([f"        if len({worker}_before) >= {most}:", f"            {worker}_before.clear()"] if most else []),
        f"        {worker}_before[{key}] = found",
        "    return found",
    ]
    return "\n\n" + "\n".join(rows) + "\n"


def _of_document(made: ast.FunctionDef) -> str:
    """What asks for the answer and keeps it with the grammar of the document."""
    worker = _worker(made)
    rows = [
        f"{worker}_key: Final[Any] = {worker}",
        "",
        "",
        f"def {made.name}({ast.unparse(made.args)}) -> {ast.unparse(made.returns or ast.Constant(None))}:",
        f"    found: Any = grammar.kept.get({worker}_key, grammar)",
        "    if found is grammar:",
        f"        found = grammar.kept[{worker}_key] = {worker}(grammar)",
        "    return found",
    ]
    return "\n\n" + "\n".join(rows) + "\n"


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
    """A module whose records have their ``__init__`` written out, where a dataclass would make it."""
    lines = text.splitlines(keepends=True)
    records = list(_records(ast.parse(text)))
    for record in reversed(records):
        fields = [one for one in record.body if isinstance(one, ast.AnnAssign)]
        body = "".join(f"        self.{_name(field)} = {_given(field)}{_FIXED}\n" for field in fields)
        body += "        self.__post_init__()\n" if _settles(record) else ""
        body += _reduce(record.name, fields) if "frozen=True" in ast.unparse(record.decorator_list[0]) else ""
        last = [one for one in record.body if isinstance(one, ast.AnnAssign | ast.Expr)][-1]
        lines.insert(last.end_lineno or 0, f"\n    def __init__(self, {', '.join(map(_parameter, fields))}) -> None:\n{body}")
        for field in fields:
            row = field.lineno - 1
            lines[row] = f"    {_name(field)}: {ast.unparse(field.annotation)}\n"
        maker = record.decorator_list[0].lineno - 1
        lines[maker] = re.sub(r"@dataclass(?:\((.*)\))?", _without_init, lines[maker])
    return "".join(lines).replace(_FUTURE, f"{_FUTURE}\nfrom typing import Any\n", 1) if records else text


def _reduce(name: str, fields: list[ast.AnnAssign]) -> str:
    """What a record is made from again where it is copied or sent to another process; with slots a dataclass says so itself."""
    values = "".join(f"self.{_name(field)}, " for field in fields)
    return f"\n    def __reduce__(self) -> Any:\n        return {name}, ({values.strip()})\n"


def acyclic(text: str) -> str:
    """A module in which classes whose instances are in no circle say so: those with slots of their own, and frozen records."""
    found = [one for one in ast.parse(text).body if isinstance(one, ast.ClassDef) and _in_no_circle(one)]
    lines = text.splitlines(keepends=True)
    for one in reversed(found):
        first = min([one.lineno, *(decorator.lineno for decorator in one.decorator_list)])
        lines.insert(first - 1, "@mypyc_attr(acyclic=True)\n")
    return "".join(lines).replace(_FUTURE, f"{_FUTURE}\n{_ATTRIBUTE}", 1) if found else text


_ATTRIBUTE = "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from mypy_extensions import mypyc_attr\n"
_OPEN = re.compile(r"\b(list|dict|set|Callable|Any|object)\b")


def _in_no_circle(one: ast.ClassDef) -> bool:
    """Whether no instance of a class can lead back to itself; ``tests/test_compile.py`` looks at what they all hold."""
    if any("frozen=True" in ast.unparse(decorator) for decorator in one.decorator_list):
        return not any(_OPEN.search(ast.unparse(part.annotation)) for part in one.body if isinstance(part, ast.AnnAssign))
    return any(isinstance(part, ast.Assign) and ast.unparse(part.targets[0]) == "__slots__" for part in one.body)


def _records(module: ast.Module) -> Iterator[ast.ClassDef]:
    """The dataclasses of a module whose fields come first, each in one line and with a plain default, one made anew, or none."""
    for one in module.body:
        if isinstance(one, ast.ClassDef) and len(one.decorator_list) == 1 and "dataclass" in ast.unparse(one.decorator_list[0]):
            fields = [part for part in one.body if isinstance(part, ast.AnnAssign)]
            plain = all(part.lineno == part.end_lineno and not _is_odd(part) for part in fields)
            if fields and not one.bases and plain:
                yield one


def _is_odd(field: ast.AnnAssign) -> bool:
    """``field(...)`` that says more than what makes the value anew."""
    return isinstance(field.value, ast.Call) and ast.unparse(field.value.func) == "field" and not _made_anew(field)


def _settles(record: ast.ClassDef) -> bool:
    """Whether a record does more when it is made than take its fields."""
    return any(isinstance(part, ast.FunctionDef) and part.name == "__post_init__" for part in record.body)


def _without_init(maker: re.Match[str]) -> str:
    """The decorator of a record that has its ``__init__``."""
    return f"@dataclass({', '.join([*filter(None, [maker[1]]), 'init=False'])})"


def _name(field: ast.AnnAssign) -> str:
    return ast.unparse(field.target)


def _made_anew(field: ast.AnnAssign) -> str:
    """What makes a field's value where none is given (``field(default_factory=list)``: ``list``), or nothing."""
    match field.value:
        case ast.Call(ast.Name("field"), [], [ast.keyword("default_factory", factory)]):
            return ast.unparse(factory)
    return ""


def _given(field: ast.AnnAssign) -> str:
    """The value that a field takes when its record is made."""
    return f"{_made_anew(field)}() if {_name(field)} is None else {_name(field)}" if _made_anew(field) else _name(field)


def _parameter(field: ast.AnnAssign) -> str:
    kind = ast.unparse(field.annotation)
    if _made_anew(field):
        return f"{_name(field)}: {kind} | None = None"
    return f"{_name(field)}: {kind}" + (f" = {ast.unparse(field.value)}" if field.value else "")
