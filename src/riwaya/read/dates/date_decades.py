"""Decades and their parts."""

from __future__ import annotations

from datetime import date

from riwaya.lang.ar.calendar import decades, thirds
from riwaya.read.dates.timeline import Days, Timeline

_PARTS = {"first": (0, 3), "middle": (4, 6), "last": (7, 9), "end": (7, 9)}
"""The years of a decade that its thirds have."""


def decade(line: Timeline) -> Days | None:
    """Ten years of the last century or a third of them (ثمانينيات القرن الماضي، أواسط التسعينيات)."""
    third = thirds().get(line.first)
    at = line.index + (third is not None)
    year = decades().get(line.word(at) if third is not None else line.first)
    if year is None:
        return None
    first, last = _PARTS.get(third or "", (0, 9))
    begins, ends = date(year + first, 1, 1), date(year + last, 12, 31)
    end = line.skip(at + 1, "من")
    if line.word(end) == "القرن" and line.word(end + 1) in ("الماضي", "العشرين", "المنصرم", "الفائت"):
        return Days(end + 2, begins, ends, "range")
    alone = (line.before() == "في" or third is not None) and line.word(at).startswith("ال")
    return Days(at + 1, begins, ends, "range") if alone and not _is_age(line, at) else None


def _is_age(line: Timeline, at: int) -> bool:
    """شاب في | العشرينيات, هو في | الثلاثينيات من عمره: how old somebody is, and no years of a century."""
    if line.word(at + 1) == "من" and line.word(at + 2).startswith(("عمر", "العمر")):
        return True
    return at == line.index and "person" in line.tokens[at - 2].word.labels
