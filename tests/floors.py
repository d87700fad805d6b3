"""The floors of the coded reports: pinned with the fingerprint of the reports, raised on request, never lowered by accident.

usage: floors.py [--lower]      writes corpus/floors.toml; a floor goes down only where --lower says that this is meant
"""

from __future__ import annotations

import hashlib
import math
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scoring import scores

CORPUS = Path(__file__).parent / "corpus"
FLOORS = CORPUS / "floors.toml"


def fingerprint(folders: Sequence[Path]) -> str:
    """SHA-256 of the texts and codings of some reports."""
    digest = hashlib.sha256()
    for folder in folders:
        for name in ("text.json", "gold.json"):
            digest.update(f"{folder.name}/{name}\n".encode() + (folder / name).read_bytes())
    return digest.hexdigest()


def pinned() -> dict[str, Any]:
    """The file of floors."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def floors() -> dict[str, int]:
    """Measure → F1 in percent under which it must not fall."""
    return dict(pinned()["f1"])


def pin(lower: bool) -> dict[str, int]:
    """Pin the scores as they are, rounded down; raises SystemExit where one would go down and that is not meant."""
    folders = sorted(path.parent for path in CORPUS.glob("ar/reports/*/gold.json"))
    now = {name: math.floor(score.f1) for name, score in scores(folders).by.items()}
    old = floors() if FLOORS.exists() else {}
    fallen = {name: (old[name], now[name]) for name in now if now[name] < old.get(name, 0)}
    if fallen and not lower:
        raise SystemExit(f"these would go down: {fallen}; --lower if that is meant")
    lines = [f'"{name}" = {floor}' for name, floor in now.items()]
    head = "# F1 in percent on the coded reports in ar/reports, under which nothing may fall. Pinned by floors.py.\n"
    FLOORS.write_text(head + f'fingerprint = "{fingerprint(folders)}"\n\n[f1]\n' + "\n".join(lines) + "\n", encoding="utf-8")
    return now


if __name__ == "__main__":
    print(pin("--lower" in sys.argv))
