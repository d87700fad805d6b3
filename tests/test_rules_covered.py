"""Every rule is fired by two cases and comes near to firing in a third; and without it a case fails."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pytest

from cases import Case, corpus, found
from firing import broken, fired
from riwaya.read.rules import RULES, WORDS

FIRES = 2

UNREACHED = {
    "joins.doing": "an attack noun is never the actor of an attack verb by the time that mentions are joined",
    "joins.in_a_manner": "the manner of a killing (حرقا) is read as its victim",
}
"""Rules that no case can show at work, because something else goes wrong first. A rule that is shown must leave this table."""

UNNEEDED: dict[str, str] = {}
"""Rules without which no case of theirs reads otherwise."""


@cache
def fired_in() -> dict[str, list[Case]]:
    """Rule → the cases in which it fires."""
    cases: dict[str, list[Case]] = defaultdict(list)
    for case in corpus():
        for name in fired(case.document):
            cases[name].append(case)
    return cases


def test_what_fires_is_registered() -> None:
    assert set(fired_in()) - set(WORDS) == set()


@pytest.mark.parametrize("name", sorted(WORDS))
def test_rule_is_covered(name: str) -> None:
    near = [case.id for case in corpus() if name in case.near]
    if name in UNREACHED:
        assert len(fired_in()[name]) < FIRES, "it is covered now: take it out of UNREACHED"
        return
    assert len(fired_in()[name]) >= FIRES, f"{name}: {FIRES} cases must fire it"
    assert near, f"{name}: no case comes near to it (near = [...])"


@pytest.mark.parametrize("name", sorted(set(RULES) - set(UNREACHED)))
def test_without_the_rule_a_case_fails(name: str) -> None:
    cases = fired_in()[name]
    with broken(name):
        fails = any(found(case) != case.expected for case in cases)
    assert fails != (name in UNNEEDED), "no case of this rule needs it" if not fails else "it is needed now"
