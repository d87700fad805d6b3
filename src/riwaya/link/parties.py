"""Who a name is: the same key wherever it is quoted, the side it is on, and what kind of teller it makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.register import Words, name_words, register
from riwaya.lang.ar.words import analyse
from riwaya.spelling import INVISIBLE, MARKS
from riwaya.tables import language_folder, load_table

FIGHTING = frozenset({"army", "armed", "movement", "party"})
"""Kinds of parties that fight."""

RULING = frozenset({"state", "government", "ministry", "leader", "police", "presidency", "parliament", "authority"})
"""Kinds of parties that rule; they are a party to an incident where their side is."""

_KINDS = {
    "organisation": "monitor",
    "agency": "media",
    "intelligence": "army",
    "defence-ministry": "army",
    "foreign-ministry": "ministry",
    "interior-ministry": "police",
    "health-ministry": "ministry",
    "opposition": "movement",
}
"""Kinds of the register and of institutions that make the same teller as another kind."""

_WORD = re.compile(f"[\\w{MARKS}{INVISIBLE}]+")
"""A word of a name, without quotation marks and the like."""

_COUNTRY = 2
_REACH = 5


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who tells or acts: ``key`` as in ``Witness``, the name, the side ("" unknown), the kind ("" unknown).

    A side is a country (ISO 3166-1 alpha-2), the id of an armed movement, or the key itself of a fighting party that the
    register does not know.
    """

    key: str
    name: str
    side: str
    kind: str


@lru_cache(1 << 16)
def party(name: str, entity: str | None = None, day: date | None = None) -> Party:
    """Who a name is, by the register's id where the reader gave one, else by the name itself on that day."""
    words = name_words(" ".join(_WORD.findall(name)))
    found = entity or register().find(words, day) or institution(words) or _titled(words, day)
    if found is not None:
        return Party(f"entity:{found}", name, side_of(found), kind_of(found) or _kind_by_words(name))
    key = f"name:{' '.join(words)}"
    kind = _kind_by_words(name)
    nation = _nation(name) if kind in ("party", "authority", "police") else ""
    return Party(key, name, nation or (key if kind == "party" else ""), kind)


def _titled(words: Words, day: date | None) -> str | None:
    """A leader by one name behind his title: الرئيس التركي إردوغان."""
    first = next((at for at, word in enumerate(words) if not (_is_title(word) or _country(word))), len(words))
    return register().find(words[first:], day) if 0 < first < len(words) <= first + 2 else None


@lru_cache(1 << 14)
def _is_title(word: str) -> bool:
    found = analyse(word).find("source")
    return found is not None and getattr(found.sense.entry, "group", "") == "title"


def _nation(name: str) -> str:
    """The country that an adjective of a name says it belongs to (مسؤول عسكري تركي), empty where none or several are named."""
    found = {country for word in name.split()[1:] if (country := _country(word))}
    return found.pop() if len(found) == 1 else ""


def institution(words: Words) -> str | None:
    """الجيش التركي, وزارة الدفاع الروسية: an institution with a nationality or a country close behind it (TR:army)."""
    for length in (2, 1):
        kind = register().institutions.get(words[:length])
        for word in words[length : length + _REACH] if kind else ():
            country = _country(word)
            if country:
                return f"{country}:{kind}"
    return None


@lru_cache(1 << 14)
def _country(word: str) -> str:
    """The country whose name or demonym a word is, empty for any other."""
    for label in ("demonym", "country"):
        found = analyse(word).find(label)
        if found is not None and isinstance(found.sense.entry, Closed):
            return found.sense.entry.group
    return ""


@cache
def _register() -> dict[str, tuple[str, str]]:
    """Id → kind and side, of every actor that comes with Riwaya."""
    return {row["id"]: (row["kind"], row["side"]) for row in load_table(language_folder("ar"), "actors.tsv")}


def kind_of(entity: str) -> str:
    """What kind of teller an id of the register is; empty for an id of the user's own register."""
    kind = entity.partition(":")[2] if ":" in entity else "state" if _is_country(entity) else _register().get(entity, ("", ""))[0]
    return _KINDS.get(kind, kind)


def side_of(entity: str) -> str:
    """Whose side an id of the register is on: the army of a state is on that state's, a brigade on its movement's."""
    if ":" in entity:
        return entity.partition(":")[0]
    kind, side = _register().get(entity, ("", ""))
    if _is_country(entity) or not kind:
        return entity
    if kind in ("agency", "monitor", "organisation"):
        return ""
    if kind in FIGHTING - {"army"} and (not side or _is_country(side)):
        return entity
    return side_of(side) if side else entity


def _is_country(entity: str) -> bool:
    return len(entity) == _COUNTRY and entity.isupper()


@cache
def _teller_words() -> dict[Words, str]:
    rows = load_table(language_folder("ar"), "tellers.tsv")
    return {name_words(form): row["kind"] for row in rows for form in row.words("forms")}


@cache
def _longest() -> int:
    return max(map(len, _teller_words()))


ORDER = ("investigation", "medical", "monitor", "media", "police", "party", "authority", "witness")
"""Which kind a name is that has words of several: مستشفى الشرطة is a hospital, مراسل الجيش is media."""


@lru_cache(1 << 16)
def _kind_by_words(name: str) -> str:
    """The kind that the words of a name tell, empty where none does."""
    found = {*_kinds(tuple(analyse(word).core for word in name.split())), *_kinds(name_words(name))}
    return next((kind for kind in ORDER if kind in found), "")


def _kinds(words: Words) -> Iterator[str]:
    """The kinds of all the runs of words that the table has."""
    table, longest = _teller_words(), _longest()
    for start in range(len(words)):
        for length in range(1, min(longest, len(words) - start) + 1):
            kind = table.get(words[start : start + length])
            if kind:
                yield kind
