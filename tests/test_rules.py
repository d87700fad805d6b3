"""Every rule has plain words (in riwaya/show/rules.py), and every rule is seen at work in the samples and cases."""

import ast
import json
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from riwaya.model.document import Document
from riwaya.model.reading import Reading
from riwaya.read.date_rules import RULES as DATE_RULES
from riwaya.read.reader import read_document
from riwaya.show.rules import RULES
from riwaya.tables import language_folder, load_table

ROOT = Path(__file__).parent.parent
CASES = sorted((ROOT / "tests" / "corpus" / "ar").glob("*.toml"))
SINGLE = tomllib.loads((ROOT / "tests" / "corpus" / "ar" / "rules.toml").read_text(encoding="utf-8"))["case"]
MAKERS = {"attribution": 2, "_built": 2, "Attribution": 4}
"""Who makes an attribution → which argument is the rule."""


def rules_of(reading: Reading) -> set[str]:
    rules = {statement.rule for statement in reading.statements} | {event.rule for event in reading.events}
    rules |= {event.date.rule for event in reading.events if event.date}
    return rules | {figure.rule for event in reading.events for figure in event.figures}


def read(text: str, title: str = "", published: str = "2026-03-02") -> set[str]:
    return rules_of(read_document(Document("x", title, text, date.fromisoformat(published))))


@cache
def seen() -> frozenset[str]:
    texts = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "samples").glob("*.json"))]
    for path in CASES:
        texts += tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    return frozenset(rule for row in texts for rule in read(row["text"], row.get("title", ""), row.get("published", "2026-03-02")))


def written() -> Iterator[str]:
    """The rules that the code of the reader names, whether a text sets them off or not."""
    yield from (f"dates.{rule.__name__}" for rule in DATE_RULES)
    for path in sorted((ROOT / "src" / "riwaya" / "read").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS:
                named = node.args[MAKERS[node.func.id] :][:1]
                yield from (one.value for one in named if isinstance(one, ast.Constant) and isinstance(one.value, str))


def wordless() -> set[str]:
    """Rules of events that no row of the table of triggers can set off: a group without verbs, or without nouns."""
    found = set()
    for row in load_table(language_folder("ar"), "triggers.tsv"):
        found |= {f"events.verb_{row['class']}"} if row["perfect"] or row["imperfect"] else set()
        found |= {f"events.noun_{row['class']}"} if row["nouns"] else set()
    return {rule for rule in RULES if rule.startswith("events.")} - found


def test_every_rule_has_words() -> None:
    named = set(written())
    assert len(named) > 40, "the rules are no longer made as this test thinks"
    assert (named | seen()) - set(RULES) == set()


def test_every_rule_is_seen_at_work() -> None:
    assert set(RULES) - seen() - wordless() == set(), "write a sentence for it into tests/corpus/ar/rules.toml"


@pytest.mark.parametrize("case", SINGLE, ids=lambda case: case["rule"])
def test_a_rule_fires_in_its_sentence(case: dict[str, str]) -> None:
    assert case["rule"] in read(case["text"])


def test_words_are_one_plain_line() -> None:
    assert [rule for rule, words in RULES.items() if not words or "\n" in words or words[0].isupper() or words.endswith(".")] == []
