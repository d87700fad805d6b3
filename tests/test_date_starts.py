"""The index of rules of time by first word leaves out no rule that would find something."""

import json
import tomllib
from datetime import date
from pathlib import Path

from riwaya.lang.ar.calendar import openers
from riwaya.model.document import Document
from riwaya.read.dates.date_rules import RULES
from riwaya.read.dates.date_starts import rules_at
from riwaya.read.dates.timeline import Timeline
from riwaya.read.text.layout import lay_out

ROOT = Path(__file__).parent.parent
DAY = date(2026, 3, 4)


def texts() -> list[str]:
    """The samples, the cases and every example of a table."""
    found = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted((ROOT / "samples").glob("*.json"))]
    for path in sorted((ROOT / "tests" / "corpus").rglob("*.toml")):
        found += [case["text"] for case in tomllib.loads(path.read_text(encoding="utf-8")).get("case", []) if "text" in case]
    for path in sorted((ROOT / "src" / "riwaya" / "lang" / "ar").rglob("*.tsv")):
        found.append(path.read_text(encoding="utf-8").replace("\t", "\n"))
    return found


def test_no_rule_is_left_out() -> None:
    missed = set()
    for text in texts():
        layout = lay_out(Document("one", "", text, DAY))
        for index in range(len(layout.tokens)):
            line = Timeline(layout, index, DAY)
            tried = rules_at(line)
            if line.first not in openers() and not line.first[:1].isdigit():
                continue
            missed |= {(rule.__name__, line.first) for rule in RULES if rule not in tried and rule(line) is not None}
    assert missed == set(), "add the first word to the rule's line in read/dates/date_starts.py"
