"""The register of actors: which of them a mention names. The user's own file wins over the one that comes with Riwaya."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from riwaya.lang.ar.gazetteer import without_article
from riwaya.spelling import fold
from riwaya.tables import Row, TableError, language_folder, load_table

KINDS = (
    "state",
    "government",
    "army",
    "ministry",
    "movement",
    "armed",
    "leader",
    "monitor",
    "agency",
    "organisation",
    "police",
    "other",
)
_COLUMNS = ("id", "english", "kind", "side", "names", "from", "until")
Words = tuple[str, ...]


class Actor(NamedTuple):
    """One row of the register; a role with dates holds on the days between them, both included."""

    identifier: str
    english: str
    kind: str
    side: str
    first: date | None
    last: date | None

    def holds(self, day: date | None) -> bool:
        """Whether the row may be meant in a report of that day; without a day it may."""
        return day is None or ((self.first is None or self.first <= day) and (self.last is None or day <= self.last))


class Register:
    """Names as folded words without articles → actors; the names of states and capitals; the institutions of a state."""

    def __init__(self, own: Path | None = None) -> None:
        self._names: dict[Words, list[Actor]] = {}
        self._alone: set[str] = set()
        self.tails: dict[str, list[Words]] = {}
        """The first word of a name, folded, without its article → how names of several words go on behind it, longest first."""
        self.calls_one: Callable[[str], bool] = self._alone.__contains__
        """Whether a folded word is a proper name of an actor (حماس, قسد): one word, no plural, never with the article."""
        for row in load_table(language_folder("ar"), "actors.tsv"):
            self._add(row)
        if own is not None:
            mine: dict[Words, list[Actor]] = {}
            for row in own_rows(own):
                self._add(row, mine)
            self._names.update(mine)
        self._firsts = {words[:1] for words in self._names}
        self.names_leader: Callable[[str], bool] = {one for one in self._alone if not self.names_body(one)}.__contains__
        """Whether a folded word alone is the name of a leader (إردوغان)."""
        for longest in self.tails.values():
            longest.sort(key=len, reverse=True)
        self._states: dict[Words, str] = {}
        for row in load_table(language_folder("ar"), "countries.tsv"):
            self._states |= {name_words(name): row["iso2"] for name in row.words("names")}
            self._states |= {name_words(name): f"{row['iso2']}:government" for name in row.words("capitals")}
        table = load_table(language_folder("ar"), "institutions.tsv")
        self.institutions = {name_words(row["name"]): row["kind"] for row in table}

    def _add(self, row: Row, names: dict[Words, list[Actor]] | None = None) -> None:
        actor = Actor(row["id"], row["english"], row["kind"], row["side"], _day(row, "from"), _day(row, "until"))
        if actor.kind not in KINDS:
            raise row.fail(f"unknown kind {actor.kind!r}: use one of {', '.join(KINDS)}")
        if not row.words("names"):
            raise row.fail("no names: write at least one Arabic name, several separated by |")
        for name in row.words("names"):
            (self._names if names is None else names).setdefault(name_words(name), []).append(actor)
            first, *tail = fold(name).split()
            if tail:
                self.tails.setdefault(without_article(first), []).append(tuple(tail))
            if not tail and not name.startswith("ال") and not fold(name).endswith(("ون", "ين")):
                self._alone.add(fold(name))

    def calls_any(self, words: list[str]) -> bool:
        """Whether one of some folded words is a proper name of an actor; in many reports none is."""
        return not self._alone.isdisjoint(words)

    def names_one(self, word: str) -> bool:
        """Whether a folded word alone is the name of an actor (حماس, طالبان); such a name shows no gender."""
        return (without_article(word),) in self._names

    def names_body(self, word: str) -> bool:
        """Whether a folded word alone is the name of a body (حماس, طالبان), and neither of a leader (إردوغان) nor of people."""
        return self.calls_one(word) and any(actor.kind != "leader" for actor in self._names.get((without_article(word),), ()))

    def holds(self, words: Words) -> bool:
        """Whether folded words without their articles are a whole name of an actor."""
        return words in self._names

    def names_armed(self, words: Words) -> bool:
        """Whether folded words without their articles are a whole name of an armed body (هيئة تحرير الشام)."""
        return any(actor.kind == "armed" for actor in self._names.get(words, ()))

    def find(self, words: Words, day: date | None) -> str | None:
        """The id of the actor that a mention names: its longest known beginning, else a leader's name inside it."""
        for length in range(min(len(words), 8) if words[:1] in self._firsts else 0, 0, -1):
            found = next((actor for actor in self._names.get(words[:length], ()) if actor.holds(day)), None)
            if found is not None:
                return found.identifier
        for start in range(1, len(words)):
            for length in range(min(len(words) - start, 4) if words[start : start + 1] in self._firsts else 0, 1, -1):
                for actor in self._names.get(words[start : start + length], ()):
                    if actor.kind == "leader" and actor.holds(day):
                        return actor.identifier
        return self._states.get(words)


def name_words(name: str) -> Words:
    """A name as it is looked up."""
    return tuple(without_article(word) for word in fold(name).split())


def _day(row: Row, column: str) -> date | None:
    try:
        return date.fromisoformat(row[column]) if row[column] else None
    except ValueError:
        raise row.fail(f"{row[column]!r} is no day: write {column} as 2026-11-24") from None


def own_rows(path: Path) -> list[Row]:
    """The rows of a user's file. Raises TableError where a column is missing, OSError where the file cannot be read."""
    rows = load_table(path.parent, path.name)
    missing = [column for column in _COLUMNS if rows and column not in rows[0].columns]
    if missing:
        raise TableError(
            f"{path}: no column {', '.join(missing)}: the first line names id, english, kind, side, names, from, until"
        )
    return rows


@cache
def register(own: Path | None = None) -> Register:
    """The register, with the user's own file if one is given."""
    return Register(own)
