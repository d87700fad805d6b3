"""Lists of words that one rule each asks for (lists/*.tsv, one file for each module of rules), by the name of the list."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache

from riwaya.spelling import fold
from riwaya.tables import language_folder, load_table


@cache
def word_lists() -> dict[str, set[str]]:
    """Name of a list → its words, folded. Raises TableError where a list stands in two files."""
    found: dict[str, set[str]] = {}
    homes: dict[str, str] = {}
    for entry in sorted((language_folder("ar") / "lists").iterdir(), key=lambda entry: entry.name):
        for row in load_table(language_folder("ar"), f"lists/{entry.name}"):
            name = row["list"]
            if (home := homes.setdefault(name, row.file)) != row.file:
                raise row.fail(f"the list {name!r} stands in {home} too: give one of them another name")
            found.setdefault(name, set()).add(fold(row["form"]))
    return found


def word_list(name: str) -> AbstractSet[str]:
    """The words of a list, folded: most as ``Word.core`` has them, without conjunction, preposition and article.

    Raises KeyError where there is no such list.
    """
    return word_lists()[name]
