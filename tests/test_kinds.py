"""The index of rules by the type and class of an event leaves out no rule that would hold of one."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import riwaya
from riwaya.read import events
from riwaya.read.grammar import Grammar
from riwaya.read.telling import telling
from riwaya.read.telling.claims import Claim
from riwaya.read.telling.kinds import ONLY_OF, ONLY_OF_NOUNS, asked_of

ROOT = Path(__file__).parent.parent
RULES = (*telling.HARMLESS, *telling.REJECTS)


def texts() -> Iterator[str]:
    """The samples and the cases."""
    yield from (json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted((ROOT / "samples").glob("*.json")))
    for path in sorted((ROOT / "tests" / "corpus").rglob("*.toml")):
        yield from (case["text"] for case in tomllib.loads(path.read_text(encoding="utf-8")).get("case", []) if "text" in case)


def test_no_rule_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    missed: set[tuple[str, str]] = set()

    def told(grammar: Grammar, claim: Claim) -> bool:
        mark = claim.mark
        asked = asked_of(RULES, (mark.entry.type, mark.entry.group), mark.is_verb)
        rules = (*telling.HARMLESS, *telling.OF_ANY) if mark.is_verb else RULES
        missed.update((rule.__name__, mark.entry.lemma) for rule in rules if rule not in asked and rule(grammar, claim))
        return telling.is_told(grammar, claim)

    monkeypatch.setattr(events, "is_told", told)
    for text in texts():
        riwaya.read(text)
    assert missed == set(), "add the type or class to the rule's line in read/telling/kinds.py"


def test_every_name_is_that_of_a_rule() -> None:
    assert ONLY_OF.keys() | ONLY_OF_NOUNS <= {rule.__name__ for rule in RULES}
