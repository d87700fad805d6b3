"""Every row of every table: its form is sound, and its example holds it as the program sees it."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from examples import CHECKS, unread
from floors import floors
from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.gazetteer import gazetteer, place_key
from riwaya.lang.ar.lexicon import TABLES
from riwaya.lang.ar.register import name_words, register
from riwaya.lang.ar.words import analyse
from riwaya.model.document import Document
from riwaya.read.grammar import understand
from riwaya.read.places.places import find_places
from riwaya.read.telling.opinion import asks, counted
from riwaya.read.text.layout import lay_out
from riwaya.spelling import fold
from riwaya.tables import SortedLines, TableError, check_rows, language_folder, load_table

FOLDER = language_folder("ar")
SOURCE = Path(__file__).parent.parent / "src" / "riwaya"
LISTS = [f"lists/{entry.name}" for entry in (FOLDER / "lists").iterdir()]
NAMES = sorted([*LISTS, *(entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".tsv"))])
ARABIC = {"form", "forms", "names", "demonyms", "capitals", "perfect", "imperfect", "participle", "masdar"}
ARABIC |= {"nouns", "with", "without", "singular", "plural", "name"}


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_sound(name: str) -> None:
    rows = load_table(FOLDER, name)
    assert rows
    columns = tuple(column for column in rows[0].columns if column in ARABIC)
    faults = [fault for fault in check_rows(rows, columns, "example") if "'#" not in fault]
    assert faults == []


@pytest.mark.parametrize("name", sorted(TABLES))
def test_the_lexicon_finds_each_row_in_its_example(name: str) -> None:
    missing = []
    for row in load_table(FOLDER, name):
        senses = list(TABLES[name](row))
        labels = {(sense.label, sense.entry.lemma) for _, sense in senses}
        words = [analyse(token.raw) for token in lay_out(Document("row", "", row["example"])).tokens]
        seen = {(found.sense.label, found.sense.entry.lemma) for word in words for found in word.analyses if found.sense.entry}
        several = [form for form, _ in senses] + [
            name for column in ("names",) if column in row.columns for name in row.words(column)
        ]
        whole = any(" " in form and fold(form) in fold(row["example"]) for form in several)
        if senses and not (labels & seen or whole):
            missing.append(f"{name}:{row.line}: {row['example']!r} does not show the row")
    assert missing == []


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_examples_are_read_with_the_class_of_their_row(name: str) -> None:
    assert len(unread(name)) <= floors("unread").get(name, 0), unread(name)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in TABLES and name not in CHECKS])
def test_examples_hold_a_form(name: str) -> None:
    missing = []
    for row in load_table(FOLDER, name):
        forms = [form for column in row.columns if column in ARABIC for form in row.words(column)]
        example = fold(row["example"])
        if forms and not any(fold(form) in example for form in forms):
            missing.append(f"{name}:{row.line}: {row['example']!r} holds none of its forms")
    assert missing == []


def test_places_of_the_overlay_are_found() -> None:
    book = gazetteer()
    for row in load_table(FOLDER, "places.tsv"):
        for form in row.words("forms"):
            assert f"overlay:{row['english']}" in {named.identifier for named in book.find(place_key(form))}
    lost = [row.line for row in load_table(FOLDER, "places.tsv") if not find_places(lay_out(Document("row", "", row["example"])))]
    assert lost == []


def test_actors_are_found_by_each_of_their_names() -> None:
    for row in load_table(FOLDER, "actors.tsv"):
        for name in row.words("names"):
            found = register().find(name_words(name), None)
            assert found is not None, f"{row.file}:{row.line}: {name}"


def test_verb_forms_are_unambiguous_in_person() -> None:
    forms = [found.sense.form for found in analyse("أعلنت").analyses if isinstance(found.sense.form, VerbForm)]
    assert forms and all(form.person == 3 for form in forms)


def test_words_of_opinion_are_counted_in_their_examples() -> None:
    missing = []
    for row in load_table(FOLDER, "opinion.tsv"):
        grammar = understand(Document("row", "", row["example"]), None)
        voice, days = counted(grammar, ())
        if not {"voice": voice, "day": days, "asked": asks(grammar)}[row["kind"]]:
            missing.append(f"{row.line}: {row['example']!r} is not counted as {row['kind']}")
    assert missing == []


def test_each_list_lives_in_the_file_of_a_module_that_asks_for_it() -> None:
    homes = {row["list"]: name.removeprefix("lists/").removesuffix(".tsv") for name in LISTS for row in load_table(FOLDER, name)}
    asked: dict[str, set[str]] = {}
    for path in SOURCE.rglob("*.py"):
        for name in re.findall(r'word_list\(\s*"([^"]+)"\)', path.read_text(encoding="utf-8")):
            asked.setdefault(name, set()).add(path.stem)
    assert asked
    assert [name for name, modules in sorted(asked.items()) if homes.get(name) not in modules] == []


@pytest.mark.parametrize("name", [path.name for path in (SOURCE / "data").glob("*.tsv")])
def test_data_are_sorted_and_every_line_is_found_by_its_first_cell(name: str) -> None:
    lines = (SOURCE / "data" / name).read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)
    data, rows = SortedLines(name), defaultdict(list)
    for line in lines:
        key, _, rest = line.partition("\t")
        rows[key].append(rest)
    assert list(dict.fromkeys(data)) == list(rows)
    assert len(rows) > 5000
    assert all(data.find(key) == found for key, found in rows.items())  # by halving, then by the dictionary
    assert all(data.find(key) == found for key, found in rows.items())
    assert data.find("") == data.find("ا" * 40) == data.find("\uffff") == []


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("list\tform\tform\nfire\tحريق\tحريق\n", "t.tsv:1: a column stands twice"),
        ("list\tform\nfire\n", "t.tsv:2: 1 columns where the header has 2: count the tabs"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_its_line(tmp_path: Path, table: str, why: str) -> None:
    (tmp_path / "t.tsv").write_text(table, encoding="utf-8")
    with pytest.raises(TableError, match=why):
        load_table(tmp_path, "t.tsv")
