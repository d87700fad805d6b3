"""The day in a line of a page: ``الأربعاء 5 ربيع الأول 1445هـ الموافق 20 سبتمبر/أيلول 2023``, in figures or in words.

English names of months are known too, for time stamps of feeds (``Wed, 20 Sep 2023 01:30:00 +0300``).

A year has four digits or there is no day. Months of both calendars and both Arabic naming habits come from the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from hijridate import Hijri

from riwaya.lang.ar.calendar import Month, months, weekdays
from riwaya.spelling import fold
from riwaya.tables import load_table

EARLIEST = date(1990, 1, 1)
"""The first day that a report may have been published on."""

LONGEST = 200
"""Characters of a line that are looked at: what is longer is no line of a date."""

_YEAR = re.compile(r"\d{4}")
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_RIGHTS_SIGN = re.compile("©|copyright|\\(c\\)", re.IGNORECASE)
_JOINTS = frozenset("/-–—(),،.")
_LINKS = frozenset({"من", "شهر", "عام", "سنه", "لعام", "لسنه"})
_ENGLISH = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_IN_ENGLISH = re.compile(
    "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?"
)
_HIJRI_YEARS = range(1380, 1500)


class Written(NamedTuple):
    """A day as written in a line: the tokens it takes and its calendar (gregorian or hijri)."""

    day: date
    start: int
    end: int
    calendar: str


class DateLine(NamedTuple):
    """A line that holds a day: what the line says of it (published, updated or nothing) and how many other words it has."""

    day: date
    label: str
    others: int


@cache
def page_words(use: str) -> frozenset[str]:
    """Folded words and phrases of pages: published, updated, rights, beside, furniture."""
    return frozenset(fold(row["form"]) for row in load_table(files("riwaya") / "sources", "pagewords.tsv") if row["use"] == use)


def plausible(day: date, latest: date) -> bool:
    """Whether a report can have been published on a day: from 1990 to ``latest``, which is the day after its capture."""
    return EARLIEST <= day <= latest


def days_in(line: str) -> tuple[date, ...]:
    """Every day in a line; where it gives both calendars, only the Gregorian ones."""
    return tuple(written.day for written in _gregorian_first(list(_written(_tokens(line)))))


def date_line(line: str, latest: date) -> DateLine | None:
    """What a line says of a day, None where it holds none between 1990 and ``latest`` or speaks of rights."""
    if len(line) > LONGEST or not _YEAR.search(line) or is_rights(line):
        return None
    tokens = _tokens(line)
    found = list(_written(tokens))
    fitting = [(written, _label(tokens, written)) for written in _gregorian_first(found) if plausible(written.day, latest)]
    if not fitting:
        return None
    written, label = next((pair for pair in fitting if pair[1] != "updated"), fitting[0])
    return DateLine(written.day, label, _others(tokens, found))


def is_rights(line: str) -> bool:
    """Whether a line is a notice of rights (© 2024, جميع الحقوق محفوظة)."""
    if len(line) > LONGEST:
        return False
    folded = fold(line)
    return bool(_RIGHTS_SIGN.search(line)) or any(phrase in folded for phrase in page_words("rights"))


def _tokens(line: str) -> list[str]:
    return [str(found) for found in _TOKEN.findall(fold(line[:LONGEST].casefold()))]


def _gregorian_first(found: list[Written]) -> list[Written]:
    return [written for written in found if written.calendar == "gregorian"] or found


def _label(tokens: list[str], written: Written) -> str:
    for token in reversed(tokens[: written.start]):
        for use in ("updated", "published"):
            if token in page_words(use):
                return use
    return ""


def _others(tokens: list[str], found: list[Written]) -> int:
    taken = {index for written in found for index in range(written.start, written.end)}
    known = page_words("published") | page_words("updated") | page_words("beside") | weekdays().keys()
    words = [token for index, token in enumerate(tokens) if index not in taken and token[0].isalpha()]
    return sum(word not in known for word in words)


def _written(tokens: list[str]) -> Iterator[Written]:
    index = 0
    while index < len(tokens):
        found = next((made for form in FORMS if (made := form(tokens, index))), None)
        if found is not None:
            yield found
        index = found.end if found else index + 1


def _day_month_year(tokens: list[str], start: int) -> Written | None:
    """20 سبتمبر 2023, 20 سبتمبر/أيلول 2023, 5 من شهر ربيع الأول عام 1445هـ."""
    if not _is_number(tokens[start], 2):
        return None
    found = _months_at(tokens, _past(tokens, start + 1))
    if found is None:
        return None
    month, end = found
    year = _past(tokens, end)
    if not (year < len(tokens) and _is_number(tokens[year], 4, 4)):
        return None
    return _made(month, int(tokens[year]), int(tokens[start]), (start, year + 1))


def _month_day_year(tokens: list[str], start: int) -> Written | None:
    """سبتمبر 20, 2023."""
    found = _months_at(tokens, start)
    if found is None:
        return None
    month, at = found
    year = _past(tokens, at + 1)
    if not (year < len(tokens) and _is_number(tokens[at], 2) and _is_number(tokens[year], 4, 4)):
        return None
    return _made(month, int(tokens[year]), int(tokens[at]), (start, year + 1))


def _figures(tokens: list[str], start: int) -> Written | None:
    """2023/09/20, 20-09-2023, 20.9.2023, 5/3/1445هـ; a middle number above twelve is the day."""
    parts = tokens[start : start + 5]
    if len(parts) < 5 or parts[1] != parts[3] or parts[1] not in "/-." or not all(_is_number(part, 4) for part in parts[::2]):
        return None
    first, second, third = parts[::2]
    year, day, month = (first, third, second) if len(first) == 4 else (third, first, second)
    if len(year) != 4 or len(day) > 2 or len(month) > 2:
        return None
    if int(month) > 12:
        day, month = month, day
    calendar = "hijri" if int(year) in _HIJRI_YEARS or tokens[start + 5 : start + 6] == ["ه"] else "gregorian"
    return _made(Month(calendar, int(month), 1, True), int(year), int(day), (start, start + 5))


FORMS = (_day_month_year, _month_day_year, _figures)
"""How a day is written, in the order in which the forms are tried."""


def _made(month: Month, year: int, day: int, where: tuple[int, int]) -> Written | None:
    try:
        made = Hijri(year, month.number, day).to_gregorian() if month.calendar == "hijri" else date(year, month.number, day)
    except (ValueError, OverflowError):
        return None
    return Written(date(made.year, made.month, made.day), *where, month.calendar)


def _is_number(token: str, most: int, least: int = 1) -> bool:
    return least <= len(token) <= most and token.isascii() and token.isdigit()


def _past(tokens: list[str], index: int) -> int:
    """The index after joints and linking words (من شهر، عام)."""
    while index < len(tokens) and (tokens[index] in _JOINTS or tokens[index] in _LINKS):
        index += 1
    return index


def _months_at(tokens: list[str], index: int) -> tuple[Month, int] | None:
    """The month named at an index and where its name ends; its second name (سبتمبر/أيلول) must name the same month."""
    found = _month_at(tokens, index)
    if found is None:
        return None
    month, end = found
    second = _month_at(tokens, _past(tokens, end))
    if second is None:
        return month, end
    same = (second[0].calendar, second[0].number) == (month.calendar, month.number)
    return (month, second[1]) if same else None


def _month_at(tokens: list[str], index: int) -> tuple[Month, int] | None:
    english = _ENGLISH.get(tokens[index][:3]) if index < len(tokens) and _IN_ENGLISH.fullmatch(tokens[index]) else None
    if english is not None:
        return Month("gregorian", english, 1, True), index + 1
    for length in (2, 1):
        month = months().get(" ".join(tokens[index : index + length]))
        if month is not None and month.length == length:
            return month, index + length
    return None
