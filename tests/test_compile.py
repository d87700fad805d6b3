"""The copy of the package that tools/compile.py compiles, and what it says and refuses; nothing is compiled here."""

from __future__ import annotations

import ast
import re
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest

import compile as compiling
from compile_source import alone, finals, inits, memos
from riwaya.read.rules import WORDS
from riwaya.version import __version__


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    compiling.copy(folder)
    return folder / "riwaya"


def test_the_copy_has_every_file_and_nothing_else(made: Path) -> None:
    copied = {path.relative_to(made).as_posix(): path for path in made.rglob("*") if path.is_file()}
    assert sorted(copied) == compiling.files()
    data = [name for name in copied if not name.endswith(".py")]
    assert {"data/forms.tsv", "lang/ar/cues.tsv", "lang/ar/lists/phrases.tsv", "show/page.css", "sources/pagewords.tsv"} <= set(
        data
    )
    assert all(path.read_bytes() == (compiling.PACKAGE / name).read_bytes() for name, path in copied.items() if name in data)


def test_what_is_compiled_has_no_slots_and_is_not_swift(made: Path) -> None:
    texts = {name: (made / name).read_text(encoding="utf-8") for name in compiling.files() if compiling.takes(name)}
    assert len(texts) > 100 and {"read/text/tokens.py", "lang/ar/words.py", "spelling.py"} <= set(texts)
    assert [name for name, text in texts.items() if "slots=True" in text or "@swift" in text] == []
    assert "@dataclass(frozen=True, eq=False, init=False)" in texts["lang/ar/lexicon.py"]
    assert "    def __init__(self, start: int, end: int, low: int | None" in texts["read/numbers/numbers.py"]
    assert "\n_DASHES: Final = frozenset" in texts["read/numbers/numbers.py"]


def test_no_constant_is_set_twice(made: Path) -> None:
    texts = {name: (made / name).read_text(encoding="utf-8") for name in compiling.files() if compiling.takes(name)}
    final = {name: re.findall(r"^(\w+): Final = ", text, re.MULTILINE) for name, text in texts.items()}
    assert sum(map(len, final.values())) > 100
    assert {name: names for name, names in final.items() if len(names) > len(set(names))} == {}


def test_nothing_is_looked_for_in_a_row_with_a_star(made: Path) -> None:
    """Mypyc has no code for ``word in ("(", *words)``."""
    trees = {name: ast.parse((made / name).read_bytes()) for name in compiling.files() if compiling.takes(name)}
    compared = [(name, node) for name, tree in trees.items() for node in ast.walk(tree) if isinstance(node, ast.Compare)]
    starred = [
        (name, node.lineno)
        for name, node in compared
        for row in node.comparators
        if isinstance(row, ast.Tuple | ast.List | ast.Set) and any(isinstance(one, ast.Starred) for one in row.elts)
    ]
    assert len(compared) > 1000 and starred == []


def test_mypyc_takes_every_module(made: Path) -> None:
    """The types that mypyc works out are stricter than those of mypy: a name that held None may hold nothing else in one place."""
    modules = [f"riwaya/{name}" for name in compiling.files() if compiling.takes(name)]
    assert compiling.refused(made.parent, modules) == []


def test_what_mypyc_does_not_take_is_told(tmp_path: Path) -> None:
    planted = (
        "def whose(given: str | None) -> str | None:\n"
        "    actor = given\n"
        "    actor, target = None, actor\n"
        "    return actor or target\n"
    )
    (tmp_path / "riwaya").mkdir()
    (tmp_path / "riwaya" / "planted.py").write_text(planted, encoding="utf-8")
    told = compiling.refused(tmp_path, ["riwaya/planted.py"])
    assert any("planted.py" in line and "error" in line for line in told), told


def test_of_a_failed_build_the_errors_are_told_and_not_what_was_printed_last() -> None:
    warned = [f"riwaya/read/{number}.py: warning: Treating generator comprehension as list" for number in range(99)]
    assert compiling.reasons(["riwaya/a.py:1: error: it is so", *warned]) == ["riwaya/a.py:1: error: it is so"]
    assert compiling.reasons(warned) == warned[-compiling.LAST :]


def test_nothing_else_is_changed(made: Path) -> None:
    changed = [name for name in compiling.files() if (made / name).read_bytes() != (compiling.PACKAGE / name).read_bytes()]
    assert "read/sayings/attribution.py" in changed
    for name in [name for name in changed if compiling.takes(name)]:
        whole, copied = (ast.parse((folder / name).read_bytes()) for folder in (compiling.PACKAGE, made))
        whole.body = [one for node in whole.body for one in _one_by_one(node)]
        for node in [node for tree in (whole, copied) for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]:
            node.decorator_list = []
        assert ast.dump(whole) == ast.dump(_taken_back(whole, copied)), name


def _taken_back(whole: ast.Module, copied: ast.Module) -> ast.Module:
    """The copy without what was written out: imports of types, final constants, the __init__ of records, answers that are kept."""
    imported = set(map(ast.unparse, whole.body))
    added = {"from typing import Final", "from typing import Any", "from typing import TYPE_CHECKING", _ATTRIBUTE} - imported
    copied.body = [node for node in copied.body if ast.unparse(node) not in added]
    copied.body = [_no_longer_final(node) for node in _no_longer_kept(whole, copied)]
    for was, one in zip(_classes(whole), _classes(copied), strict=True):
        if "__init__" not in _methods(was) and "__init__" in _methods(one):
            made = _methods(one)["__init__"]
            one.body = [part for part in one.body if part is not made and part is not _methods(one).get("__reduce__")]
            defaults = dict(zip([it.arg for it in reversed(made.args.args)], reversed(made.args.defaults), strict=False))
            for field in (node for node in one.body if isinstance(node, ast.AnnAssign)):
                field.value = defaults.get(ast.unparse(field.target))
            kept = [ast.unparse(node) for node in made.body if ast.unparse(node) != "self.__post_init__()"]
            assert ("__post_init__" in _methods(one)) == (len(kept) < len(made.body))
            for field, row in zip([node for node in one.body if isinstance(node, ast.AnnAssign)], kept, strict=True):
                name = ast.unparse(field.target)
                if (anew := re.fullmatch(rf"self\.{name} = (\w+)\(\) if {name} is None else {name}", row)) is not None:
                    field.value = ast.parse(f"field(default_factory={anew[1]})", mode="eval").body
                else:
                    assert row == f"self.{name} = {name}"
    return copied


_ATTRIBUTE = "if TYPE_CHECKING:\n    from mypy_extensions import mypyc_attr"


def _no_longer_kept(whole: ast.Module, copied: ast.Module) -> list[ast.stmt]:
    """The rows of the copy, where a function that keeps its answers stands under its decorator again."""
    decorated = {node.name: node for node in whole.body if isinstance(node, ast.FunctionDef) and node.decorator_list}
    workers = {f"_{name.lstrip('_')}_made": name for name in decorated}
    rows: list[ast.stmt] = []
    for node in copied.body:
        if isinstance(node, ast.FunctionDef) and node.name in workers:
            node.name = workers[node.name]
            node.decorator_list = decorated[node.name].decorator_list
            rows.append(node)
            continue
        keeper = isinstance(node, ast.FunctionDef) and node.name in decorated and not node.decorator_list
        store = isinstance(node, ast.AnnAssign) and re.sub("_(before|key)$", "", ast.unparse(node.target)) in workers
        if not keeper and not store:
            rows.append(node)
    return rows


def _one_by_one(node: ast.stmt) -> list[ast.stmt]:
    """A row of constants and their values, as so many assignments."""
    match node:
        case ast.Assign(targets=[ast.Tuple(names)], value=ast.Tuple(values)) if "_".join(map(ast.unparse, names)).isupper():
            return [ast.copy_location(ast.Assign([name], value), node) for name, value in zip(names, values, strict=True)]
    return [node]


def _no_longer_final(node: ast.stmt) -> ast.stmt:
    if not isinstance(node, ast.AnnAssign) or "Final" not in ast.unparse(node.annotation) or node.value is None:
        return node
    if isinstance(node.annotation, ast.Subscript):
        return ast.AnnAssign(node.target, node.annotation.slice, node.value, simple=1)
    return ast.Assign([node.target], node.value)


def _classes(tree: ast.Module) -> list[ast.ClassDef]:
    return [node for node in tree.body if isinstance(node, ast.ClassDef)]


def _methods(of: ast.ClassDef) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in of.body if isinstance(node, ast.FunctionDef)}


def test_only_records_that_are_made_plainly_get_an_init() -> None:
    plain = '@dataclass(frozen=True)\nclass Row:\n    at: int\n    how: str = "by"\n'
    assert "    how: str\n\n    def __init__(self, at: int, how: str = 'by') -> None:\n" in inits(plain)
    assert "        self.at = at  # type: ignore[misc]\n" in inits(plain)
    assert inits(plain.replace("Row", "Row(Base)")) == plain.replace("Row", "Row(Base)")
    odd = plain.replace('"by"', 'field(default="by", compare=False)')
    assert odd != plain
    assert inits(odd) == odd


def test_a_frozen_record_can_be_copied_and_sent_elsewhere() -> None:
    plain = '@dataclass(frozen=True)\nclass Row:\n    at: int\n    how: str = "by"\n'
    scope: dict[str, Any] = {"dataclass": dataclass, "Any": Any}
    exec(re.sub(r"self\.(\w+) = (\w+)", r'object.__setattr__(self, "\1", \2)', inits(plain)), scope)
    assert scope["Row"](3).__reduce__() == (scope["Row"], (3, "by"))
    assert "__reduce__" not in inits(plain.replace("(frozen=True)", ""))


def test_only_what_is_in_no_circle_says_so(made: Path) -> None:
    """Garbage in a circle of such objects would never be freed: each may only hold others of them, and what holds nothing."""
    trees = [ast.parse((made / name).read_bytes()) for name in compiling.files() if compiling.takes(name)]
    classes = [one for tree in trees for one in _classes(tree)]
    closed = {one.name: one for one in classes if "mypyc_attr(acyclic=True)" in map(ast.unparse, one.decorator_list)}
    assert {"Word", "Token", "Sense", "Span", "Event", "Mark"} <= set(closed) and not {"Row", "Grammar"} & set(closed)
    aliases = {ast.unparse(row.targets[0]): row.value for tree in trees for row in tree.body if isinstance(row, ast.Assign)}
    bases = {one.name for one in classes if any(ast.unparse(base) == "NamedTuple" for base in one.bases)}
    for name in {"Facts", "Word", "Token"}:
        init = _methods(closed[name])["__init__"]
        told = [one for one in ast.walk(init) if isinstance(one, ast.AnnAssign)]
        closed[name].body += [ast.AnnAssign(ast.Name("told"), one.annotation, None, simple=1) for one in told]
    for one in closed.values():
        for part in (part for part in one.body if isinstance(part, ast.AnnAssign)):
            _holds_nothing_open(part.annotation, {*closed, *bases, *_PLAIN}, aliases)


_PLAIN = {"str", "int", "bool", "float", "date", "tuple", "frozenset"}


def _holds_nothing_open(annotation: ast.expr, known: set[str], aliases: dict[str, ast.expr]) -> None:
    for name in [node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)]:
        if name in aliases and name not in known:
            _holds_nothing_open(aliases[name], known, aliases)
        else:
            assert name in known, f"{ast.unparse(annotation)}: {name} may lead back to what holds it"


def test_a_record_that_is_open_or_settles_itself_gets_an_init_too() -> None:
    text = (
        "@dataclass\nclass Row:\n    at: int\n    how: frozenset[str] = frozenset()\n"
        "    rows: list[int] = field(default_factory=list)\n"
        "\n    def __post_init__(self) -> None:\n        self.twice = 2 * self.at\n"
    )
    made = inits(text)
    assert made.startswith("@dataclass(init=False)\n")
    scope: dict[str, Any] = {"dataclass": dataclass, "field": field}
    exec(made, scope)
    one, other = scope["Row"](3), scope["Row"](4, frozenset("a"), [5])
    assert (one.at, one.how, one.rows, one.twice) == (3, frozenset(), [], 6)
    assert (other.at, other.how, other.rows, other.twice) == (4, frozenset("a"), [5], 8)
    assert one.rows is not scope["Row"](3).rows


def test_kept_answers_are_kept_in_a_dictionary() -> None:
    text = (
        "from __future__ import annotations\n\n\n@remembered(2)\ndef twice(number: int) -> int | None:\n    asked.append(number)\n"
        "    return 2 * number if number else None\n\n\n@cache\ndef _sum(left: int, right: int) -> int:\n    asked.append(left)\n"
        "    return left + right\n\n\n@cache\ndef all_words() -> int:\n    asked.append(-1)\n    return 0\n"
    )
    made = memos(text)
    assert made == memos(text.replace("@remembered", "@lru_cache"))
    assert "@" not in made
    asked: list[int] = []
    scope: dict[str, Any] = {"asked": asked}
    exec(made.replace(": Final[dict[Any, Any]]", ""), scope)
    assert [scope["twice"](number) for number in (1, 0, 1, 0)] == [2, None, 2, None] and asked == [1, 0]
    assert scope["twice"](3) == 6 and scope["twice"](1) == 2 and asked == [1, 0, 3, 1]  # full, so emptied
    assert [scope["_sum"](2, 3), scope["_sum"](2, 3), scope["all_words"](), scope["all_words"]()] == [5, 5, 0, 0]
    assert asked == [1, 0, 3, 1, 2, -1]


def test_what_is_made_of_a_document_is_kept_with_it() -> None:
    text = "@per_document\ndef length(grammar: Grammar) -> int:\n    asked.append(1)\n    return len(grammar.kept)\n"
    asked: list[int] = []
    scope: dict[str, Any] = {"asked": asked, "Any": Any, "Final": Final}
    exec(memos("from __future__ import annotations\n" + text), scope)
    one, other = SimpleNamespace(kept={}), SimpleNamespace(kept={})
    assert [scope["length"](one), scope["length"](one), scope["length"](other)] == [0, 0, 0] and asked == [1, 1]


def test_what_takes_a_default_keeps_its_decorator() -> None:
    text = "@cache\ndef register(own: Path | None = None) -> Register:\n    return Register(own)\n"
    assert memos(text) == text


def test_names_in_capitals_are_final() -> None:
    text = "from __future__ import annotations\n\n_LONG = 3\nROWS: list[int] = []\nshort = 1\nif True:\n    _DEEP = 1\n"
    wanted = "from typing import Final\n\n_LONG: Final = 3\nROWS: Final[list[int]] = []\nshort = 1\nif True:\n    _DEEP = 1\n"
    assert finals(text) == "from __future__ import annotations\n\n" + wanted


def test_constants_stand_alone() -> None:
    told = '_NEAR, _FAR = 2, ("a",\n    "b")\nROWS = 1, 2\n'
    assert alone(told) == "_NEAR = 2\n_FAR = ('a', 'b')\nROWS = 1, 2\n"
    for other in (
        "_A, _B = both()\n",
        "_A, b = 1, 2\n",
        "a, b = 1, 2\n",
        "_A, _B.c = 1, 2\n",
        "_A, *_B = 1, 2\n",
        "if 1:\n    _A, _B = 1, 2\n",
    ):
        assert alone(other) == other


def test_the_rest_of_the_package_is_left_alone(made: Path) -> None:
    left = [name for name in compiling.files() if not compiling.takes(name) and name not in compiling.INTERPRETED]
    assert {"read/__init__.py", "model/swift.py", "api.py"} <= set(left)
    assert [name for name in left if (made / name).read_bytes() != (compiling.PACKAGE / name).read_bytes()] == []


def test_the_interpreted_modules_are_there_and_say_what_the_rules_do(made: Path) -> None:
    assert all((made / name).exists() and why for name, why in compiling.INTERPRETED.items())
    last = ast.parse((made / "read/rules.py").read_bytes()).body[-1]
    assert isinstance(last, ast.Expr) and isinstance(last.value, ast.Call)
    assert ast.literal_eval(last.value.args[0]) == WORDS


def test_what_the_machine_lacks_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name)
    monkeypatch.setenv("CC", str(tmp_path / "no-such-compiler"))
    assert "apt-get install gcc python3-dev" in compiling.lacking()
    monkeypatch.setenv("CC", sys.executable)
    monkeypatch.setattr("sysconfig.get_path", lambda name: str(tmp_path))
    assert "apt-get install python3-dev" in compiling.lacking()
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(compiling.BuildError, match="no mypyc and no setuptools and no wheel: pip install"):
        compiling.build(tmp_path)


def test_only_a_wheel_of_these_sources_is_at_hand(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert compiling.at_hand(tmp_path) is None
    path = tmp_path / f"riwaya-{__version__}-{compiling.tag()}.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name in compiling.files():
            wheel.write(made / name, f"riwaya/{name}")
    assert compiling.at_hand(tmp_path) == path
    with pytest.raises(compiling.BuildError, match=r"the wheel lacks riwaya/.*read/text/tokens\."):
        compiling.complete(path)
    monkeypatch.setattr(compiling, "source", lambda name: b"changed since")
    assert compiling.at_hand(tmp_path) is None


def test_the_build_tells_how_far_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.c").touch()
    lines = ["running build_ext\n", *["gcc -O2 -c c/one.c -o objects/one.o\n"] * compiling.EVERY, "done\n"]
    assert list(compiling.progress(lines, tmp_path)) == lines
    assert capsys.readouterr().err == f"compiling file {compiling.EVERY} of 1\n"
