"""docs/linking.md names what there is: every status, view, rule, table and file in it exists, and none is left out."""

from __future__ import annotations

import re
from pathlib import Path

from riwaya.link.grades import GRADES
from riwaya.link.reasons import REASONS
from riwaya.link.standing import CLASSES
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
    for name in re.findall(r"`([a-z]+(?:_[a-z]+)+)`", PAGE):
        assert name in REASONS, name
