"""docs/linking.md names what there is: every status, view, rule, table and file in it exists, and none is left out."""

from __future__ import annotations

import re
from pathlib import Path

from riwaya.link.clusters import ANCHORS, MEAN
from riwaya.link.features import AGAINST, AGREEMENT, FEATURES, VETOES, sentence
from riwaya.link.grades import GRADES
from riwaya.link.reasons import REASONS
from riwaya.link.standing import CLASSES
from riwaya.link.strands import INSIDE, TOGETHER
from riwaya.link.views import VIEWS
from riwaya.model.incident import BEARINGS, PROMISE_STATUSES, RELATIONS, STATUSES
from riwaya.tables import language_folder

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "linking.md").read_text(encoding="utf-8")


def test_nothing_is_left_out() -> None:
    for name in (*STATUSES, *VIEWS, *PROMISE_STATUSES, *RELATIONS, *BEARINGS, *GRADES):
        assert name.removesuffix("s").removesuffix("?") in PAGE, name
    assert len(re.findall(r"^\| \d \|", PAGE, re.MULTILINE)) == len(CLASSES)


def test_what_is_named_exists() -> None:
    tables = {entry.name for entry in language_folder("ar").iterdir()}
    for name in re.findall(r"`(\w+\.tsv)`", PAGE):
        assert name in tables, name
    for path in re.findall(r"`(src/[\w/.]+|tools/[\w/.]+)`", PAGE):
        assert (ROOT / path).exists(), path
    rules = {rule.__name__ for rule in (*(rule for rule, _ in (*FEATURES, *INSIDE)), *VETOES)}
    for name in re.findall(r"`([a-z]+(?:_[a-z]+)+)`", PAGE):
        assert name in REASONS or name in rules or name == "recalled_in", name


def test_every_feature_stands_with_its_weight_and_its_words() -> None:
    between, inside = PAGE.partition("\nInside a report")[::2]
    for weights, page in ((FEATURES, between), (INSIDE, inside)):
        for rule, weight in weights:
            assert f"| `{rule.__name__}` | {weight:+g} | {sentence(rule, '')} |\n" in page, rule.__name__
    assert f"From **{AGREEMENT:g}**" in PAGE and f"at least **{MEAN:g}**, a veto counting −{-AGAINST:g}" in PAGE
    assert f"the {ANCHORS} that say most" in PAGE and f"it takes **{TOGETHER:g}** points" in PAGE
    assert all(f"`{veto.__name__}`" in between for veto in VETOES)
