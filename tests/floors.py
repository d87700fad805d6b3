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

from crossed import done, share, told
from examples import CHECKS, unread
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


def floors(part: str = "f1") -> dict[str, int]:
    """Measure → the percent under which it must not fall; in ``unread`` table → how many rows at most."""
    return dict(pinned()[part])


def measured(folders: Sequence[Path]) -> dict[str, dict[str, int]]:
    """What can be pinned, as it is now, rounded down."""
    f1 = {name: math.floor(score.f1) for name, score in scores(folders).by.items()}
    speakers = {name: math.floor(share(sentences)) for name, sentences in told().items()}
    doers = {name: math.floor(share(sentences)) for name, sentences in done().items()}
    rows = {name: len(unread(name)) for name in sorted(CHECKS) if not name.startswith("lists/")}
    return {"f1": f1, "speakers": speakers, "doers": doers, "unread": rows}


def worse(now: dict[str, dict[str, int]]) -> dict[str, tuple[int, int]]:
    """What would be pinned lower than it is: name → the floor and what is measured."""
    if not FLOORS.exists():
        return {}
    found: dict[str, tuple[int, int]] = {}
    for part, numbers in now.items():
        sign = -1 if part == "unread" else 1
        old = pinned().get(part, {})
        found |= {name: (old[name], number) for name, number in numbers.items() if name in old and sign * number < sign * old[name]}
    return found


def pin(lower: bool) -> dict[str, dict[str, int]]:
    """Pin the scores as they are, rounded down; raises SystemExit where one would get worse and that is not meant."""
    folders = sorted(path.parent for path in CORPUS.glob("ar/reports/*/gold.json"))
    now = measured(folders)
    if (fallen := worse(now)) and not lower:
        raise SystemExit(f"these would get worse: {fallen}; --lower if that is meant")
    parts = ["".join((f"\n[{part}]\n", *(f'"{name}" = {number}\n' for name, number in now[part].items()))) for part in now]
    FLOORS.write_text(f'{_HEAD}fingerprint = "{fingerprint(folders)}"\n{"".join(parts)}', encoding="utf-8")
    return now


_HEAD = """# What may not get worse, pinned by floors.py.
# f1: F1 in percent on the coded reports in ar/reports.
# speakers, doers: how many of a hundred verbs have the right speaker or doer (crossed.py).
# unread: how many examples of a table the reader does not yet read as their row says (examples.py).
"""


if __name__ == "__main__":
    print(pin("--lower" in sys.argv))
