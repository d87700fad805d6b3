"""A report as received, and spans of its characters."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from riwaya.model.swift import swift


@swift
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's characters.

    ``start`` and ``end`` are Unicode code points in logical order, end exclusive; ``text`` is the exact substring.
    """

    start: int
    end: int
    text: str

    def holds(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@swift
@dataclass(frozen=True, slots=True)
class Document:
    """One news report: what every offset in Riwaya counts from is ``characters``."""

    id: str
    title: str
    text: str
    published: date | None = None
    outlet: str | None = None
    url: str | None = None

    @property
    def characters(self) -> str:
        """Title, newline, text, exactly as received (an absent title is the empty string)."""
        return f"{self.title}\n{self.text}"

    @property
    def sha256(self) -> str:
        """SHA-256 of the characters as UTF-8, in hexadecimal."""
        return hashlib.sha256(self.characters.encode("utf-8", "surrogatepass")).hexdigest()

    def span(self, start: int, end: int) -> Span:
        """The span from start to end.

        Raises ValueError where the bounds do not lie inside the document or are empty.
        """
        characters = self.characters
        if not 0 <= start < end <= len(characters):
            raise ValueError(f"{self.id}: no span {start}:{end} in {len(characters)} characters")
        return Span(start, end, characters[start:end])
