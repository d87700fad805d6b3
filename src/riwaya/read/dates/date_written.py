"""The day on which a report was written, where its own days say that it came out before the day it was received with."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.lang.ar.calendar import first_words, shifts, weekdays
from riwaya.read.text.layout import Layout

_WEEK = 7


def written_on(layout: Layout) -> date | None:
    """اليوم (الخميس), أمس الأربعاء in what came on a Friday: the report was written on the Thursday; its days count from there.

    All such days must agree, and none may stand in somebody's words (قال: «سنعود اليوم الخميس»).
    """
    published = layout.document.published
    if published is None:
        return None
    openers = first_words(shifts)
    late: set[int] = set()
    for index, norm in enumerate(layout.norms):
        if norm in openers and layout.around[index] is None:
            found = _called(layout, index)
            if found is not None:
                late.add(((published + timedelta(days=found[0])).weekday() - found[1]) % _WEEK)
    agreed = late.pop() if len(late) == 1 else 0
    return published - timedelta(days=agreed)


def _called(layout: Layout, index: int) -> tuple[int, int] | None:
    """أمس الأول (الأربعاء): the days from today and the weekday behind, in brackets too."""
    end = layout.sentence(index).end
    for length in (3, 2, 1):
        at = index + length
        shift = shifts().get(" ".join(layout.norms[index:at])) if at < end else None
        if shift is not None:
            at += at + 1 < end and layout.norms[at] == "("
            named = weekdays().get(layout.norms[at])
            return (shift.days, named) if named is not None and shift.precision == "day" else None
    return None
