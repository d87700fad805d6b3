"""Accuracy does not fall: the tune side of the coded reports, where they are at hand."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from riwaya.model.document import Document
from riwaya.read.reader import read_document
from riwaya.show.jsonl import reading_line

CODING = Path(__file__).parent.parent.parent / "shared" / "coding"
FLOORS = {"statement": 87, "statement+source": 73, "statement+source+act": 69, "event": 82, "event+source": 69, "figure": 85}
FLOORS |= {"figure+source": 77}


@pytest.mark.skipif(not CODING.exists(), reason="the coded reports are not at hand (../shared/coding)")
def test_tune_side(tmp_path: Path) -> None:
    texts = CODING / "dev" / "texts.json"
    lines = []
    for row in json.loads(texts.read_text(encoding="utf-8")):
        day = date.fromisoformat(row["published"]) if row.get("published") else None
        lines.append(reading_line(read_document(Document(row["id"], row.get("title") or "", row["text"], day))))
    out = tmp_path / "out.jsonl"
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [sys.executable, str(CODING / "score.py"), str(texts), str(CODING / "dev" / "gold"), str(out)]
    done = subprocess.run([*command, "--only", f"{CODING / 'dev' / 'split.json'}:tune"], capture_output=True, text=True, check=True)
    found = {name: float(f1) for name, f1 in re.findall(r"^([a-z+]+) +[\d.]+ +[\d.]+ +([\d.]+) ", done.stdout, re.MULTILINE)}
    assert {name: found[name] for name, floor in FLOORS.items() if found[name] < floor} == {}
