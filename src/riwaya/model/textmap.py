"""Where the characters of a text layer stand in the bytes that were kept (R4)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from riwaya.model.document import Span


@dataclass(frozen=True, slots=True, order=True)
class Segment:
    """Characters of a text layer and the bytes that give them, both from start to end, end exclusive.

    The bytes decode either to these very characters, or to as many escapes of one length, a character each (``\\u0627``,
    ``&#1575;``).
    """

    text_start: int
    text_end: int
    raw_start: int
    raw_end: int


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """Characters of a text layer that no byte gives: ``joined`` between title and text, ``put in`` by the extraction (white
    space, marks of lists and tables), or ``not found`` in the bytes."""

    text_start: int
    text_end: int
    why: str


_Piece = TypeVar("_Piece", Segment, Gap)


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece of evidence in the bytes: what it is of its claim (cue, trigger …), the span, the bytes from ``raw_start`` to
    ``raw_end`` and their words as they stand there. ``fault`` says why there are none."""

    part: str
    span: Span
    raw_start: int | None = None
    raw_end: int | None = None
    words: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class TextMap:
    """The map of a text layer: segments in the order of the text; ``raw`` is the SHA-256 of the bytes, ``of`` says what they
    are, ``codec`` decodes them. ``gaps`` are the stretches between the segments."""

    raw: str
    of: str
    codec: str
    segments: tuple[Segment, ...]
    gaps: tuple[Gap, ...]

    @property
    def whole(self) -> bool:
        """Whether every character stands in the bytes, but for those that were put in."""
        return all(gap.why != "not found" for gap in self.gaps)

    def placed(self, part: str, span: Span, raw: bytes) -> Placed:
        """A piece of evidence in the bytes, or why it has no place there."""
        lost = next((gap for gap in _within(self.gaps, span) if gap.why == "not found"), None)
        if lost is not None:
            at = max(lost.text_start, span.start)
            return Placed(part, span, fault=f"character {at} is not found in the bytes")
        ranges = [self._bytes(one, span, raw) for one in _within(self.segments, span)]
        if not ranges:
            return Placed(part, span, fault="no byte gives it")
        if ranges != sorted(ranges):
            return Placed(part, span, fault="its words stand in another order in the bytes")
        start, end = ranges[0][0], ranges[-1][1]
        return Placed(part, span, start, end, raw[start:end].decode(self.codec, "replace"))

    def _bytes(self, one: Segment, span: Span, raw: bytes) -> tuple[int, int]:
        """The bytes of those characters of a segment that a span holds."""
        count = one.text_end - one.text_start
        first, last = max(0, span.start - one.text_start), min(count, span.end - one.text_start)
        if (first, last) == (0, count):
            return one.raw_start, one.raw_end
        stands = raw[one.raw_start : one.raw_end].decode(self.codec, errors_of(self.codec))
        step = len(stands) // count
        start = one.raw_start + len(stands[: first * step].encode(self.codec, errors_of(self.codec)))
        return start, start + len(stands[first * step : last * step].encode(self.codec, errors_of(self.codec)))


def _within(pieces: Sequence[_Piece], span: Span) -> Iterator[_Piece]:
    """The pieces that share a character with a span; they stand in the order of the text."""
    first = bisect_right(pieces, span.start, key=lambda one: one.text_start) - 1
    for at in range(max(0, first), len(pieces)):
        if pieces[at].text_start >= span.end:
            return
        if pieces[at].text_end > span.start:
            yield pieces[at]


def errors_of(codec: str) -> str:
    """How a codec decodes broken bytes so that every character gives the length of its own bytes back."""
    return "replace" if codec.startswith("utf-16") else "surrogateescape"
