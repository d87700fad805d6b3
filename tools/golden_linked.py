"""Write the golden files of what is found in the sample dispatches; run it where a change of them is meant, and read the diff.

usage: python tools/golden_linked.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
SAMPLES = sorted(map(str, (ROOT / "samples").glob("*.json")))


def riwaya(ledger: Path, *words: str) -> str:
    """What a command prints."""
    command = [sys.executable, "-m", "riwaya", *words, "--ledger", str(ledger)]
    return subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout


def main() -> None:
    """Take the samples into a ledger of its own, link it, and write what the commands print."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger.db"
        riwaya(ledger, "ingest", *SAMPLES, "--quiet")
        riwaya(ledger, "link", "--quiet")
        market = riwaya(ledger, "incidents", "--sort", "size", "--limit", "1", "--format", "csv").splitlines()[1].partition(",")[0]
        found = {
            "samples_incidents.jsonl": riwaya(ledger, "incidents", "--format", "jsonl"),
            "samples_incident.txt": riwaya(ledger, "incident", market),
            "samples_promises.txt": riwaya(ledger, "promises"),
        }
    for name, text in found.items():
        (GOLDEN / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
