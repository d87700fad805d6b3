"""Lists of words that one rule each asks for, by the name of the list (wordlists.tsv)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from riwaya.spelling import fold
from riwaya.tables import language_folder, load_table


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """Name of a list → its words, folded, without conjunction, preposition and article, as ``Word.core`` has them."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in load_table(language_folder("ar"), "wordlists.tsv"):
        found[row["list"]].add(fold(row["form"]))
    return {name: frozenset(words) for name, words in found.items()}


def listed(name: str, core: str) -> bool:
    """Whether a word stands in a list; KeyError where there is no such list."""
    return core in word_lists()[name]
