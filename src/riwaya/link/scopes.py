"""What a figure covers: the incident, a stretch of time, or all since something began; and whether it is said to be new."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.model.event import Event, Figure
from riwaya.model.incident import Report
from riwaya.spelling import fold
from riwaya.tables import language_folder, load_table

_SENTENCE = re.compile(r"[\n؟!?;؛]|\.(?!\d)")
_COMMA = re.compile(r"[،,](?!\d)")
_LONG = 3
"""Days over which a count since a day is no one incident's any more."""

_SINCE = "dates.since"

_BEFORE = 40
"""Characters before a figure in which a word of among is looked for."""

_NEAR = 110
"""Characters before and behind a figure within which words say what it covers."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure covers (of ``SCOPES``), the rule that says so, and whether the words say that the count is new."""

    covers: str
    rule: str
    update: bool


def scope_of(figure: Figure, event: Event, report: Report) -> Scope:
    """What a figure covers, by the words of its clause and the time that stands there."""
    start, end = _clause(report.document.characters, figure.span.start, figure.span.end)
    start, end = max(start, figure.span.start - _NEAR), min(end, figure.span.end + _NEAR)
    clause = report.document.characters[start:end]
    update = bool(_pattern("update").search(_folded(clause)))
    for rule in RULES:
        covers = rule(clause, (start, end), event)
        if covers is not None:
            return Scope(covers, rule.__name__, update)
    return Scope("incident", "", update)


def since_something_began(clause: str, where: tuple[int, int], event: Event) -> str | None:
    """The clause counts from the beginning of something (منذ بدء), or gives a grand total: no figure of one incident."""
    return "cumulative" if _pattern("cumulative").search(_folded(clause)) or _since().search(_folded(clause)) else None


def within_a_time(clause: str, where: tuple[int, int], event: Event) -> str | None:
    """The clause counts what happened in a stretch of time (خلال الشهر الماضي): no figure of one incident."""
    return "period" if _pattern("period").search(_folded(clause)) or _within().search(_folded(clause)) else None


def of_a_whole_conflict(clause: str, where: tuple[int, int], event: Event) -> str | None:
    """The clause counts what a war, a conflict, a rebellion took: no figure of one incident."""
    return "cumulative" if _conflict().search(_folded(clause)) else None


def since_many_days(clause: str, where: tuple[int, int], event: Event) -> str | None:
    """The clause counts since a day more than three days back: the figure covers that time, no one incident."""
    when = event.date
    if when is None or when.rule != _SINCE or not where[0] <= when.span.start < where[1]:
        return None
    return "cumulative" if (when.end - when.start).days > _LONG else None


RULES = (since_something_began, within_a_time, since_many_days, of_a_whole_conflict)
"""What makes a figure cover more than the incident, in the order in which it is asked."""


def is_part(figure: Figure, report: Report) -> bool:
    """Whether the words right before a figure make it a part of another one: بين القتلى تسعة أطفال, منهم ثلاثة."""
    before = _folded(report.document.characters[max(0, figure.span.start - _BEFORE) : figure.span.start])
    return bool(_among().search(before))


@cache
def _among() -> re.Pattern[str]:
    """A word of among at the end of some words, with at most one word behind it (بينهم أيضا)."""
    return re.compile(rf"(?<!\w)[وف]?(?:{_either('among')})(?: \w+)?$")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The forms of a class as whole words, a conjunction before them or not."""
    return re.compile(rf"(?<!\w)[وف]?(?:{_either(name)})(?!\w)")


@cache
def _either(name: str) -> str:
    rows = load_table(language_folder("ar"), "scopes.tsv")
    forms = [fold(form) for row in rows if row["class"] == name for form in row.words("forms")]
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))


@cache
def _since() -> re.Pattern[str]:
    """منذ 2009, منذ ست سنوات: a word of since, at most two words, a year or a long unit of time."""
    return re.compile(rf"(?<!\w)[وف]?(?:{_either('since')}) (?:\w+ ){{0,2}}?(?:{_either('long')}|(?:1[89]|20)\d\d)(?!\w)")


@cache
def _within() -> re.Pattern[str]:
    """خلال ثلاثة أيام, خلال يوليو, في 10 أشهر: a word of within, at most two words, a unit of time or a month; or في, a number."""
    months = "|".join(
        re.escape(fold(row["form"])) for row in load_table(language_folder("ar"), "months.tsv") if row["alone"] == "free"
    )
    within = rf"(?:{_either('within')}) (?:\w+ ){{0,2}}?(?:{_either('unit')}|{months})"
    return re.compile(rf"(?<!\w)[وف]?(?:{within}|في \d+ (?:{_either('unit')}))(?!\w)")


@cache
def _conflict() -> re.Pattern[str]:
    """أسفر النزاع, حرب أهلية راح ضحيتها: a conflict beside a word of what it took, at most eight words between them."""
    word, took = f"(?:{_either('conflict')})", f"[وف]?(?:{_either('took')})"
    return re.compile(rf"(?<!\w)(?:[وف]?{word}(?: \w+){{0,8}}? {took}|{took} (?:\w+ )?{word})(?!\w)")


@lru_cache(1 << 12)
def _folded(clause: str) -> str:
    return " ".join(fold(clause).split())


def _clause(characters: str, start: int, end: int) -> tuple[int, int]:
    """The clause of a figure: between commas, sentence ends and words with which another count begins.

    A short clause before it that counts nothing (منذ بدء الحرب، قتل 900) belongs to it.
    """
    first, last = _cut(characters, start, end, _SENTENCE)
    inner_first, inner_last = _cut(characters[:last], start, end, _COMMA)
    inner_first = max(first, inner_first)
    opening = characters[first : max(first, inner_first - 1)]
    if inner_first > first and not re.search(r"\d", opening) and not _COMMA.search(opening):
        inner_first = first
    return _turned(characters, inner_first, inner_last, start, end)


def _cut(characters: str, start: int, end: int, edge: re.Pattern[str]) -> tuple[int, int]:
    """Between the last edge before a span and the first one behind it."""
    window = max(0, start - 600)
    before = [match.end() for match in edge.finditer(characters, window, start)]
    behind = edge.search(characters, end, min(len(characters), end + 600))
    return before[-1] if before else window, behind.start() if behind else min(len(characters), end + 600)


def _turned(characters: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The part of a clause on this side of a word with which another count begins."""
    turns = _turns()
    before = [match.start() for match in turns.finditer(characters, first, start)]
    behind = turns.search(characters, end, last)
    return before[-1] if before else first, behind.start() if behind else last


@cache
def _turns() -> re.Pattern[str]:
    rows = load_table(language_folder("ar"), "scopes.tsv")
    forms = [form for row in rows if row["class"] == "turn" for form in row.words("forms")]
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, forms), key=len, reverse=True))})(?!\w)")
