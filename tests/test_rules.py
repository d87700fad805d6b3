"""Every rule has a docstring that a user can read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from riwaya.lang.ar.lexicon import lexicon
from riwaya.read.rules import FAMILIES, RULES, WORDS, first_line
from riwaya.show.rules import RULES as SHOWN

ROOT = Path(__file__).parent.parent
LONGEST = 150
MAKERS = {"attribution": 2, "_built": 2, "Attribution": 4}
"""Who makes an attribution → which argument is the rule."""
_SENTENCE = re.compile(r"[^a-z\W_][^\n]*\.", re.UNICODE)


def fault(words: str) -> str:
    """What is wrong with the first line of a docstring; empty where nothing is."""
    if not words:
        return "no docstring"
    if len(words) > LONGEST:
        return f"{len(words)} characters: say it in a line"
    return "" if _SENTENCE.fullmatch(words) else "write one sentence, with a capital and a full stop"


@pytest.mark.parametrize("name", sorted(WORDS))
def test_a_rule_says_what_it_does(name: str) -> None:
    assert fault(WORDS[name]) == ""


def test_words_that_nobody_can_read_are_found() -> None:
    def silent() -> None: ...

    assert fault(first_line(silent)) == "no docstring"
    assert "say it in a line" in fault("A rule " + "that goes on " * 20 + ".")
    assert "full stop" in fault("A verb that reports") and "capital" in fault("a verb that reports.")


def test_no_two_rules_say_the_same() -> None:
    assert len(set(WORDS.values())) == len(WORDS)


def test_each_class_of_event_words_has_words() -> None:
    senses = {sense for found in lexicon().values() for sense in found if sense.label == "trigger"}
    parts = {("verb" if sense.part == "verb" else "noun", getattr(sense.entry, "group", "")) for sense in senses}
    assert {name for name in FAMILIES if name.startswith("events.")} == {f"events.{part}_{group}" for part, group in parts}


def test_what_is_shown_are_the_words_of_the_rules() -> None:
    assert {f"{words}." for words in SHOWN.values()} == set(WORDS.values())
    assert not set(RULES) & set(FAMILIES)


def written() -> Iterator[str]:
    """The rules of statements that the code of the reader names, whether a text sets them off or not."""
    for path in sorted((ROOT / "src" / "riwaya" / "read").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS:
                named = node.args[MAKERS[node.func.id] :][:1]
                yield from (one.value for one in named if isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_each_rule_that_the_code_names_is_registered() -> None:
    named = set(written())
    assert len(named) > 20, "the rules are no longer made as this test thinks"
    assert named - set(WORDS) == set()
