"""Every reporting verb with every kind of speaker, every verb of doing with every kind of doer: no fewer are read right."""

from __future__ import annotations

import pytest

from crossed import DOERS, SPEAKERS, done, share, told
from floors import floors

SLACK = 10


@pytest.mark.parametrize("name", SPEAKERS)
def test_a_verb_has_its_speaker(name: str) -> None:
    assert share(told()[name]) >= floors("speakers")[name], [text for text, right in told()[name] if not right]


@pytest.mark.parametrize("name", DOERS)
def test_a_verb_has_its_doer(name: str) -> None:
    assert share(done()[name]) >= floors("doers")[name], [text for text, right in done()[name] if not right]


def test_floors_lie_close_below_what_is_read() -> None:
    found = {**{name: share(told()[name]) for name in SPEAKERS}, **{name: share(done()[name]) for name in DOERS}}
    pinned = {**floors("speakers"), **floors("doers")}
    assert {name for name in found if found[name] > pinned[name] + SLACK} == set(), "python tests/floors.py raises the floors"
