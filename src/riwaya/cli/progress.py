"""A progress bar for ingest and reread: how many reports, how fast, how long still; on standard error, and only there."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

PLAIN = frozenset((".txt", ".json", ".jsonl", ".ndjson", ".html", ".htm", ".csv"))
"""Files whose size tells how much there is to do; what is packed or fetched has no known end."""


def known_size(sources: Iterable[str]) -> int | None:
    """The bytes that the sources will give, None where that cannot be told beforehand."""
    total = 0
    for source in sources:
        path = Path(source)
        found = [one for one in path.rglob("*") if one.is_file()] if path.is_dir() else [path]
        if any(one.suffix.lower() not in PLAIN or not one.is_file() for one in found):
            return None
        total += sum(one.stat().st_size for one in found)
    return total or None


class Bar:
    """The bar; nothing is drawn where it is not wanted or standard error is no terminal."""

    def __init__(self, total: int | None, *, quiet: bool) -> None:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
        console = Console(stderr=True)
        self._bar = Progress(*columns, console=console, disable=quiet or not sys.stderr.isatty(), transient=True)
        self._task = self._bar.add_task("0 reports", total=total)
        self._count, self._begun = 0, time.monotonic()

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()

    def add(self, reports: int, size: int) -> None:
        """So many more reports are done, from so many bytes."""
        self._count += reports
        rate = self._count / max(time.monotonic() - self._begun, 0.001)
        self._bar.update(self._task, advance=size, description=f"{self._count} reports, {rate:.0f}/s")

    @property
    def seconds(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self._begun

    def say(self, line: str) -> None:
        """One line on standard error, above the bar."""
        if self._bar.disable:
            print(line, file=sys.stderr)
        else:
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
