"""What fits on a screen is read: limits of size that fail the build, each shown to fail on a planted offender.

The other limits are checked by `make check`, which `make test` runs too: arguments, complexity, statements and docstrings by
ruff, types by mypy, the direction of imports by import-linter. That they are asked at all is tested here.
"""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted(path for folder in ("src", "tools", "tests") for path in (ROOT / folder).rglob("*.py"))
CODE = [path for path in FILES if "tests" not in path.relative_to(ROOT).parts]

FILE_LINES, FUNCTION_LINES = 400, 40
MOST_LINES, MOST_PERCENT = 25, 90
"""So many of a hundred functions have so many lines at the most."""

LAZY = {
    "src/riwaya/cli/keep.py": "the ledger's packages would slow `riwaya read`",
    "src/riwaya/cli/link.py": "the ledger's packages would slow `riwaya read`",
    "src/riwaya/cli/linked.py": "the ledger's packages would slow `riwaya read`",
    "src/riwaya/sources/kinds.py": "what brings the net, archives or slow libraries comes when the first of it comes",
    "src/riwaya/sources/language.py": "a model that most runs never ask",
    "src/riwaya/sources/options.py": "the version is asked for only when something is captured",
    "src/riwaya/sources/parquet.py": "pyarrow is optional",
}
"""Files that may import inside a function → why (an optional package, or one that would slow every start)."""

WORDS_IN_CODE = 5
"""So many Arabic words may stand in one constant of a rule; a longer list is a table (lang/ar/lists)."""
NO_LISTS = {
    "rules.py FAMILIES": "cues that a family answers to, the labels of the table of cues",
    "phrases.py _IN_CHARGE": "names of lists by their prepositions",
    "genitives.py _ARMED_DEEDS": "stems",
    "antecedents.py _PHRASE": "prepositions at which a phrase ends",
    "bearers.py _ENABLED": "prepositions at which a phrase ends",
    "near.py ACTOR": "prepositions at which a phrase ends",
    "near.py TARGET": "prepositions at which a phrase ends",
    "groups.py _GROUP": "prepositions at which a phrase ends",
    "governors.py _PRONOUNED": "endings",
    "nominals.py _ADVERBIAL": "endings",
    "numbers.py _CLITICS": "clitics",
    "numbers.py _OPENERS": "what stands before the ends of a range, with the one between them",
    "place_terms.py ARTICLES": "clitics",
}
"""Constants of rules that hold more → why they are no lists of words."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(text: str) -> Iterator[Function]:
    return (node for node in ast.walk(ast.parse(text)) if isinstance(node, Function))


def length(function: Function) -> int:
    """Lines of a function without its docstring."""
    documented = ast.get_docstring(function, clean=False) is not None
    docstring = (function.body[0].end_lineno or 0) - function.body[0].lineno + 1 if documented else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def size_faults(name: str, text: str) -> list[str]:
    lines = text.count("\n")
    found = [f"{name}: {lines} lines, at most {FILE_LINES}: split it, one phenomenon each"] if lines > FILE_LINES else []
    long = [one for one in functions(text) if length(one) > FUNCTION_LINES]
    return found + [f"{name}:{one.lineno}: {one.name} has {length(one)} lines, at most {FUNCTION_LINES}" for one in long]


def share_faults(texts: list[str]) -> list[str]:
    lengths = [length(one) for text in texts for one in functions(text)]
    short = sum(one <= MOST_LINES for one in lengths)
    wanted = f"{MOST_PERCENT} % of the functions have {MOST_LINES} lines or fewer"
    return [] if short * 100 >= MOST_PERCENT * len(lengths) else [f"only {short} of {len(lengths)}: at least {wanted}"]


def import_faults(name: str, text: str) -> list[str]:
    inside = {node.lineno for one in functions(text) for node in ast.walk(one) if isinstance(node, ast.Import | ast.ImportFrom)}
    if name in LAZY:
        return [] if inside else [f"{name}: imports nothing inside a function any more: take it off the list"]
    return [f"{name}:{line}: an import inside a function: move it up, or state why in LAZY" for line in sorted(inside)]


def word_faults(name: str, text: str) -> list[str]:
    """The constants of a module that hold a list of words which belongs into a table."""
    found = []
    for node in ast.parse(text).body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        target = ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
        strings = (one.value for one in ast.walk(node.value) if isinstance(one, ast.Constant) and isinstance(one.value, str))
        words = sum(len(string.split()) for string in strings if re.search("[\u0621-\u064a]", string))
        if words > WORDS_IN_CODE and f"{name} {target}" not in NO_LISTS:
            found.append(f"{name}: {target} holds {words} words, at most {WORDS_IN_CODE}: make it a list in lang/ar/lists")
    return found


@pytest.mark.parametrize("path", sorted((ROOT / "src/riwaya/read").rglob("*.py")), ids=lambda path: path.name)
def test_words_stand_in_tables(path: Path) -> None:
    assert word_faults(path.name, path.read_text(encoding="utf-8")) == []


def test_what_is_excepted_from_tables_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    excepted = set(NO_LISTS)
    monkeypatch.setitem(globals(), "NO_LISTS", {})
    found = {
        fault for path in (ROOT / "src/riwaya/read").rglob("*.py") for fault in word_faults(path.name, path.read_text("utf-8"))
    }
    assert {fault.split(" holds ")[0].replace(": ", " ", 1) for fault in found} == excepted


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_sizes(path: Path) -> None:
    assert size_faults(path.name, path.read_text(encoding="utf-8")) == []


def test_most_functions_are_short() -> None:
    assert share_faults([path.read_text(encoding="utf-8") for path in CODE]) == []


def test_imports_stand_at_the_top() -> None:
    names = {path.relative_to(ROOT).as_posix(): path for path in FILES}
    assert set(LAZY) <= set(names)
    assert [fault for name, path in names.items() for fault in import_faults(name, path.read_text(encoding="utf-8"))] == []


def function_of(lines: int, docstring: str = "") -> str:
    return "def grow() -> None:\n" + docstring + "    print()\n" * (lines - 1)


def test_a_file_too_long_is_found() -> None:
    assert size_faults("x.py", "a = 1\n" * FILE_LINES) == []
    assert size_faults("x.py", "a = 1\n" * (FILE_LINES + 1)) != []


def test_a_function_too_long_is_found() -> None:
    assert size_faults("x.py", function_of(FUNCTION_LINES, '    """One.\n\n    Two.\n    """\n')) == []
    assert size_faults("x.py", function_of(FUNCTION_LINES + 1)) != []
    assert size_faults("x.py", "class A:\n" + function_of(FUNCTION_LINES + 1).replace("def", " async def", 1)) != []


def test_too_many_long_functions_are_found() -> None:
    short, long = [function_of(MOST_LINES)], [function_of(MOST_LINES + 1)]
    assert share_faults(short * 9 + long) == []
    assert share_faults(short * 8 + long) != []


def test_a_list_of_words_in_code_is_found() -> None:
    words = "قصف دمر هاجم حاصر فجر"
    assert word_faults("x.py", f"_A = frozenset('{words}'.split())\nDOC = 'six words that are no Arabic words'\n") == []
    assert word_faults("x.py", f"_A = frozenset('{words} اقتحم'.split())\n") != []
    assert word_faults("x.py", "_A: dict[str, int] = {" + ", ".join(f"'{one}': 1" for one in [*words.split(), "نسف"]) + "}\n") != []


def test_a_late_import_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    late = "def go() -> None:\n    if True:\n        import json\n"
    assert import_faults("x.py", "import json\nfrom re import compile\n" + function_of(3)) == []
    assert import_faults("x.py", late) == import_faults("x.py", late.replace("import json", "from re import compile")) != []
    monkeypatch.setitem(LAZY, "x.py", "a test")
    assert import_faults("x.py", late) == []
    assert import_faults("x.py", "import json\n") != []


def test_make_test_asks_every_checker() -> None:
    done = subprocess.run(["make", "-n", "test"], cwd=ROOT, capture_output=True, text=True, check=True)
    for command in ("ruff format --check", "ruff check", "mypy", "lint-imports", "pytest"):
        assert command in done.stdout, f"make test does not run {command}"


def test_the_limits_of_ruff_are_switched_on() -> None:
    lint = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"]
    assert {"C90", "PLR0913", "PLR0915", "PLC0415", "D1"} <= set(lint["select"])
    assert lint["mccabe"]["max-complexity"] <= 10 and lint["pylint"]["max-args"] <= 6


OFFENDERS = {
    "layer": ("read/text/planted.py", "from riwaya.read.clauses import near\n\nprint(near)\n"),
    "worker": ("read/text/planted.py", "from riwaya.show import table\n\nprint(table)\n"),
    "direction": ("model/planted.py", "from riwaya.read import reader\n\nprint(reader)\n"),
}


@pytest.mark.parametrize("name", sorted(OFFENDERS))
def test_an_import_in_the_wrong_direction_is_found(name: str, tmp_path: Path) -> None:
    """The contract of import-linter, on a copy of the package with one import too many."""
    where, text = OFFENDERS[name]
    for path in [path for path in CODE if "src" in path.parts]:
        copy = tmp_path / path.relative_to(ROOT / "src")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    assert subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": "."}, capture_output=True, check=False).returncode == 0
    (tmp_path / "riwaya" / where).write_text(text, encoding="utf-8")
    done = subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": "."}, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "planted" in done.stdout
