"""Damaged files of every kind, for as long as it is told: nothing may raise, cost much, or fill the memory.

    python tools/soak_sources.py [--minutes 10] [--seed 0]

Prints the files read, the slowest of them, and the memory at the beginning and at the end; ends with 1 at the first fault.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from sources.mutants import mutant
from sources.test_mutants import check

SLOWEST = 10.0
GROWTH = 200


def megabytes() -> int:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> int:
    """Read damaged files until the time is over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    told = parser.parse_args()
    end = time.monotonic() + told.minutes * 60
    seed, slowest, warm = told.seed, (0.0, ""), 0
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end:
            path = mutant(Path(folder), seed)
            began = time.process_time()
            check(path, seed)
            slowest = max(slowest, (time.process_time() - began, f"seed {seed}, {path.name}"))
            seed += 1
            warm = megabytes() if seed == told.seed + 1000 else warm
    grown = megabytes() - warm if warm else 0
    print(f"{seed - told.seed:,} damaged files; slowest {slowest[0]:.2f} s of processor time ({slowest[1]})")
    print(f"memory {megabytes()} MB at most, {grown} MB more than after the first 1,000")
    return int(slowest[0] > SLOWEST or grown > GROWTH)


if __name__ == "__main__":
    raise SystemExit(main())
