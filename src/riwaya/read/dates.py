"""Time expressions, resolved against the day of publication. No date is invented: what does not resolve is no mention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from riwaya.lang.ar.calendar import openers
from riwaya.model.event import When
from riwaya.read.date_rules import RULES
from riwaya.read.layout import Layout
from riwaya.read.timeline import Days, Timeline
from riwaya.read.tokens import NUMBER, WORD, Token


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression: its tokens (end exclusive) and what it resolves to."""

    start: int
    end: int
    when: When


def find_dates(layout: Layout, published: date | None) -> list[DateMention]:
    """The time expressions of a document in text order, longest first where they overlap.

    Without a day of publication only dates with a year resolve.
    """
    mentions: list[DateMention] = []
    known = openers()
    index = 0
    while index < len(layout.tokens):
        token = layout.tokens[index]
        mention = _longest(layout, index, published) if _may_open(token, known) else None
        if mention is None:
            index += 1
        else:
            mentions.append(mention)
            index = mention.end
    return mentions


def _may_open(token: Token, known: frozenset[str]) -> bool:
    if token.kind == NUMBER:
        return True
    return token.kind == WORD and (token.norm in known or (len(token.norm) > 2 and token.norm[1:] in known))


def _longest(layout: Layout, index: int, published: date | None) -> DateMention | None:
    line = Timeline(layout, index, published)
    best: tuple[int, Days, str] | None = None
    for rule in RULES:
        found = rule(line)
        if found is not None and (best is None or found.end > best[0]):
            best = found.end, found, rule.__name__
    if best is None:
        return None
    end, days, name = best
    index += layout.tokens[index].norm == "في"
    start = layout.tokens[index].start + line.clitic
    stop = layout.tokens[end - 1].end
    span = layout.document.span(start, stop)
    return DateMention(index, end, When(days.first, days.last, span, days.precision, f"dates.{name}"))
