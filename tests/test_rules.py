"""Every rule has a docstring that a user can read, and the page of rules says what the rules say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from riwaya.lang.ar.lexicon import lexicon
from riwaya.read.rules import FAMILIES, RULES, WORDS, first_line
from riwaya.show.rules import RULES as SHOWN

ROOT = Path(__file__).parent.parent
LONGEST = 150
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


def test_the_page_of_rules_is_current(tmp_path: Path) -> None:
    script = "import rules_page, sys; sys.stdout.buffer.write(rules_page.page().encode())"
    made = subprocess.run([sys.executable, "-c", script], cwd=ROOT / "tools", capture_output=True, check=True).stdout
    assert made == (ROOT / "docs" / "rules.md").read_bytes(), "run: python tools/rules_page.py"
