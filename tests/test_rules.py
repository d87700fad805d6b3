"""Every rule has plain words, and every rule is seen at work in the samples and cases."""

import json
import tomllib
from datetime import date
from pathlib import Path

from riwaya.model.document import Document
from riwaya.read.reader import read_document
from riwaya.show.rules import RULES

ROOT = Path(__file__).parent.parent


def seen() -> set[str]:
    texts = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "samples").glob("*.json"))]
    for path in sorted((ROOT / "tests" / "corpus" / "ar").glob("*.toml")):
        texts += tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    rules: set[str] = set()
    for row in texts:
        reading = read_document(
            Document("x", row.get("title", ""), row["text"], date.fromisoformat(row.get("published", "2026-03-02")))
        )
        rules |= {statement.rule for statement in reading.statements}
        rules |= {event.rule for event in reading.events}
        rules |= {event.date.rule for event in reading.events if event.date}
        rules |= {figure.rule for event in reading.events for figure in event.figures}
    return rules


def test_every_rule_that_fires_has_words() -> None:
    assert seen() - set(RULES) == set()
