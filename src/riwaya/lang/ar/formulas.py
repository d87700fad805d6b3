"""Set phrases of several words: impersonal reports, background formulas, according-to phrases."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from riwaya.spelling import fold
from riwaya.tables import language_folder, load_table


class Formula(NamedTuple):
    """One set phrase: its kind, the act that it makes, and how many words it has."""

    kind: str
    act: str
    length: int
    form: str


@cache
def formulas() -> dict[str, dict[str, Formula]]:
    """First folded word → folded phrase → formula."""
    table: dict[str, dict[str, Formula]] = {}
    for row in load_table(language_folder("ar"), "formulas.tsv"):
        words = fold(row["form"]).split()
        table.setdefault(words[0], {})[" ".join(words)] = Formula(row["kind"], row["act"], len(words), row["form"])
    return table


@cache
def furniture() -> dict[tuple[str, ...], str]:
    """The folded words with which leftovers of a page begin (رابط الخبر، اقرأ أيضا) → how far they reach: rest or line."""
    return {tuple(fold(row["form"]).split()): row["kind"] for row in load_table(language_folder("ar"), "furniture.tsv")}


LONGEST = 4
"""The most words that a formula has."""


def formula_at(words: list[str]) -> Formula | None:
    """The longest formula that begins the words (folded, the first without its conjunction)."""
    candidates = formulas().get(words[0]) if words else None
    if candidates is None:
        return None
    for length in _lengths()[words[0]]:
        found = candidates.get(" ".join(words[:length])) if length <= len(words) else None
        if found is not None:
            return found
    return None


@cache
def _lengths() -> dict[str, list[int]]:
    """First folded word → how many words its phrases have, most first."""
    return {first: sorted({one.length for one in found.values()}, reverse=True) for first, found in formulas().items()}


@cache
def second_words() -> dict[str, frozenset[str]]:
    """First folded word → the second words of its phrases; empty for a phrase of one word."""
    return {
        first: frozenset([phrase.split()[1] if " " in phrase else "" for phrase in found]) for first, found in formulas().items()
    }
