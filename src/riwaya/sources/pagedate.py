"""The day a page was published on: Arabic date lines first, then what the page says to machines, never a footer's ©."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from riwaya.sources.dateline import DateLine, date_line
from riwaya.sources.html import Block

_AFTER_HEADING = 6
_BEFORE_HEADING = 3
_FEW_WORDS = 2
_MOST_WORDS = 6
_NEAR = timedelta(days=2)


def page_day(lines: Sequence[Block], headline: str, stated: date | None, latest: date) -> date | None:
    """The day of publication, None where the page gives none.

    ``lines`` are the page's without its furniture; ``stated`` is what the page says to machines. A line of a date beside
    the heading wins over it: it is the day where the report was written. A line with many other words is believed only
    where nothing contradicts it, and a day of updating only where there is no other.
    """
    at = _heading(lines, headline)
    found = list(_beside_heading(lines, at, latest)) if at is not None else []
    for line in found:
        if line.label != "updated" and (line.others <= _FEW_WORDS or stated is None or abs(line.day - stated) <= _NEAR):
            return line.day
    if stated is not None:
        return stated
    below = lines[at:] if at is not None else lines
    alone = {line.day for line in _dated(below, latest) if line.label != "updated" and line.others == 0}
    if len(alone) == 1:
        return alone.pop()
    return next((line.day for line in found), None)


def _beside_heading(lines: Sequence[Block], at: int, latest: date) -> Iterator[DateLine]:
    """Lines of a date after the heading, nearest first, then those inside the article before it: what stands above it
    elsewhere is the visitor's today."""
    after = lines[at : at + _AFTER_HEADING + 1]
    before = [line for line in reversed(lines[max(0, at - _BEFORE_HEADING) : at]) if line.inside]
    yield from (found for found in _dated([*after, *before], latest) if found.others <= _MOST_WORDS)


def _heading(lines: Sequence[Block], headline: str) -> int | None:
    for index, line in enumerate(lines):
        if line.tag == "h1" or (headline and headline in (line.text, *line.pieces)):
            return index
    return None


def _dated(lines: Sequence[Block], latest: date) -> Iterator[DateLine]:
    """What each line says of a day: the whole line, or else the piece of it that says it in the fewest words."""
    for line in lines:
        found = (
            [date_line(line.text, latest)]
            if len(line.pieces) == 1
            else [date_line(text, latest) for text in (line.text, *line.pieces)]
        )
        fitting = [one for one in found if one is not None]
        if fitting:
            yield min(fitting, key=lambda one: (one.others, one.label == ""))
