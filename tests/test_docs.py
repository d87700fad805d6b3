"""The documentation cannot lag: a command, option, rule, field or file that no page names fails here."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, get_args, get_type_hints

import pytest
import typer
from typer.models import OptionInfo

import riwaya
from riwaya.cli.app import program
from riwaya.model.event import KINDS, MODALITIES, TYPES, Event, Figure, Place
from riwaya.model.statement import ACTS, Source, Statement
from riwaya.show.jsonl import reading_json
from write_docs import OUTPUT, rules_page

ROOT = Path(__file__).parent.parent
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
FIELDS = (ROOT / "docs" / "output.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "src").rglob("*.md"), *(ROOT / "samples").glob("*.md")])


def section(page: str, title: str) -> str:
    """What stands under a heading, until the next one of its kind."""
    return page.partition(f"\n{title}\n")[2].partition("\n## ")[0]


def commands(program: typer.Typer) -> dict[str, Callable[..., Any]]:
    """Name of a command → the function behind it."""
    calls = ((one.name, one.callback) for one in program.registered_commands if one.callback is not None and not one.hidden)
    return {name or call.__name__.strip("_").replace("_", "-"): call for name, call in calls}


def options(command: Callable[..., Any]) -> Iterator[str]:
    """The options of a command and, behind a blank, the values that one may have."""
    for name, hint in get_type_hints(command, include_extras=True).items():
        for option in (one for one in getattr(hint, "__metadata__", ()) if isinstance(one, OptionInfo) and not one.hidden):
            given = (option.default, *(option.param_decls or ()))
            long = [one for one in given if str(one).startswith("--")] or [f"--{name.replace('_', '-')}"]
            kind = get_args(hint)[0]
            yield str(long[0])
            if isinstance(kind, type) and issubclass(kind, Enum):
                yield from (f"{long[0]} {value.value}" for value in kind)


def undocumented(program: typer.Typer, page: str) -> list[str]:
    found = []
    for name, command in commands(program).items():
        here = section(page, f"## riwaya {name}")
        found += [f"riwaya {name}"] if not here else []
        found += [f"riwaya {name} {one}" for one in options(command) if f"`{one}" not in here]
    return found


def test_every_command_and_option_is_documented() -> None:
    assert {"read", "explain"} <= set(commands(program()))
    assert undocumented(program(), COMMANDS) == []


def test_no_page_names_a_command_or_option_that_is_not_there() -> None:
    known = {f"## riwaya {name}" for name in commands(program())}
    assert set(re.findall("^## riwaya .*$", COMMANDS, re.MULTILINE)) == known
    given = {option for command in commands(program()).values() for option in options(command) if " " not in option} | {
        "--help",
        "--version",
    }
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", COMMANDS)) <= given
    used = re.findall(r"riwaya [a-z]+[^\n`|]*", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert {option for line in used for option in re.findall(r"--[a-z-]+", line)} <= given


def test_an_undocumented_option_is_found() -> None:
    program = typer.Typer()

    @program.command()
    def read(loud: Annotated[bool, typer.Option()] = False) -> None: ...

    @program.command()
    def sing() -> None: ...

    assert undocumented(program, COMMANDS) == ["riwaya read --loud", "riwaya sing"]


def test_the_page_of_rules_is_made_from_the_code() -> None:
    assert OUTPUT.read_text(encoding="utf-8") == rules_page(), "make docs"


TEXT = "إذا انسحب الجيش فستوقف الحركة القصف، قال القائد حامد الفكي. وقتل خمسة جنود على الأقل من الجيش في دمشق أمس."
PARTS = {"place": "## A place", "date": "## A date", "figures": "## A figure", "source": "## A statement"}


def keys(found: Any, title: str) -> Iterator[tuple[str, str]]:
    """Each key of the output with the heading that it must stand under."""
    if isinstance(found, list):
        for one in found:
            yield from keys(one, title)
    if isinstance(found, dict):
        for key, value in found.items():
            yield title, key
            below = {"statements": "## A statement", "events": "## An event", **PARTS}.get(key, title)
            if key in ("statements", "events", *PARTS):
                yield from keys(value, below)


def missing_fields(page: str) -> list[str]:
    found = reading_json(riwaya.read(TEXT, published="2026-03-02"))
    event = next(event for event in found["events"] if event["place"] and event["date"] and event["figures"])
    found["events"] = [event]
    named = {(title, key) for title, key in keys(found, "## A report") if key not in ("start", "end", "text")}
    return [f"{title}: {key}" for title, key in sorted(named) if f"| `{key}` |" not in section(page, title)]


def test_every_field_of_the_output_is_documented() -> None:
    assert missing_fields(FIELDS) == []
    assert missing_fields(FIELDS.replace("| `modality` |", "| `mood` |")) == ["## An event: modality"]


def test_every_value_of_the_output_is_documented() -> None:
    for value in (*ACTS, *TYPES, *KINDS, *MODALITIES):
        assert re.search(rf"\b{value}\b", FIELDS), value


def test_the_records_have_no_field_that_is_not_printed() -> None:
    printed = {"mention": "text", "latitude": "lat", "longitude": "lon"}
    for name in (one.name for record in (Statement, Source, Event, Figure, Place) for one in fields(record)):
        if name != "span":
            assert f"`{printed.get(name, name)}`" in FIELDS, name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_files_that_a_page_names_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`((?:src|docs|tools|tests|samples|data|lang|read|show|model)/[\w./-]*\w)`", text)
    named += re.findall(r"\]\(([\w./-]+)\)", text)
    places = (ROOT, ROOT / "src" / "riwaya", page.parent)
    assert [name for name in named if not any((place / name).exists() for place in places)] == []


def test_the_commands_of_the_makefile_are_there() -> None:
    goals = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        assert set(re.findall(r"(?:`|^)make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)) <= goals, page.name


def test_the_example_of_the_readme_runs() -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})


def test_the_picture_is_small() -> None:
    assert (ROOT / "docs" / "reading.png").stat().st_size <= 150_000


def test_the_changelog_knows_the_version() -> None:
    assert f"\n## {riwaya.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_what_is_licensed_is_named() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    data = (ROOT / "src" / "riwaya" / "data" / "README.md").read_text(encoding="utf-8")
    names = {path.name for path in (ROOT / "src" / "riwaya" / "data").iterdir() if path.suffix == ".tsv"}
    assert names and [name for name in sorted(names) if f"`{name}`" not in data] == []
    assert "GeoNames" in notice and "creativecommons.org/licenses/by/4.0" in notice
