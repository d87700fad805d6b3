"""Places: named places of a document."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.model.event import Place
from riwaya.read.layout import Layout


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A named place: its tokens (end exclusive), what it is, and how specific (0 world region to 6 site)."""

    start: int
    end: int
    place: Place
    specificity: int


def find_places(layout: Layout) -> list[PlaceMention]:
    """The places of a document in text order."""
    return []
