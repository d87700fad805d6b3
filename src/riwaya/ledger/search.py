"""Full-text search in folded Arabic: whole words whatever their harakat, hamza, ending or clitics; spans in the original.

A query is words, all of which must be there; ``"words in quotes"`` stand side by side, ``word*`` begins a word, ``-word`` must not
be there. Found spans are those of the written words, clitics included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, func, select, text, update

from riwaya.ledger.dialects import Dialect
from riwaya.ledger.locate import places
from riwaya.ledger.log import Pen
from riwaya.ledger.query import documents_by_number
from riwaya.ledger.schema import DOCUMENT, META
from riwaya.ledger.words import stem, stems, words
from riwaya.model.document import Span
from riwaya.model.errors import LedgerError
from riwaya.model.kept import Hit, KeptDocument

_TERM = re.compile(r'(?P<without>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_MOST_SPANS = 200
_CHUNK = 500

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """A query taken apart: phrases of stems that must be there, and those that must not."""

    wanted: tuple[Phrase, ...]
    unwanted: tuple[Phrase, ...]


def terms(query: str) -> Terms:
    """The terms of a query. Raises LedgerError where no word is left to look for."""
    wanted: list[Phrase] = []
    unwanted: list[Phrase] = []
    for match in _TERM.finditer(query):
        written = match["phrase"] if match["word"] is None else match["word"]
        phrase = tuple(found for form, _, _ in words(written) if (found := stem(form)))
        if match["word"] and written.endswith("*") and phrase:
            phrase = (*phrase[:-1], phrase[-1] + "*")
        if phrase:
            (unwanted if match["without"] else wanted).append(phrase)
    if not wanted:
        raise LedgerError(f"{query!r}: nothing to look for: give at least one word without a minus")
    return Terms(tuple(wanted), tuple(unwanted))


def find(connection: Connection, dialect: Dialect, query: str, limit: int, all_versions: bool) -> Iterator[Hit]:
    """The documents that answer a query, best first, at most ``limit``; older versions only where they are asked for."""
    asked = terms(query)
    matched = connection.execute(text(dialect.searching), {"query": dialect.match(asked.wanted, asked.unwanted)})
    left = limit
    while left and (numbers := [row.number for row in matched.fetchmany(max(limit, 20))]):
        kept = documents_by_number(connection, numbers)
        for number in numbers:
            if left and number in kept and (all_versions or kept[number].current):
                left -= 1
                yield _hit(kept[number], asked)


def _hit(document: KeptDocument, asked: Terms) -> Hit:
    characters = document.document.characters
    found = sorted({place for phrase in asked.wanted for place in islice(places(characters, phrase), _MOST_SPANS)})
    return Hit(document, tuple(Span(start, end, characters[start:end]) for start, end in found[:_MOST_SPANS]))


def made_with(connection: Connection) -> str:
    """The hash of the word tables that the index was made with; empty before the first."""
    return str(connection.execute(select(META.c.value).where(META.c.name == "index")).scalar() or "")


def renew(connection: Connection, dialect: Dialect, pen: Pen, tables: str) -> None:
    """Make the index anew where it lacks a document or was made with other word tables, since those decide how words are cut."""
    before = made_with(connection)
    if before == tables and _whole(connection, dialect):
        return
    if before:
        dialect.clear_index(connection)
        rows: list[dict[str, object]] = []
        for row in connection.execute(select(DOCUMENT.c.number, DOCUMENT.c.title, DOCUMENT.c.text)):
            rows.append({"number": row.number, "stems": stems(f"{row.title}\n{row.text}")})
            _fill(connection, dialect, rows, _CHUNK)
        _fill(connection, dialect, rows, 1)
        connection.execute(update(META).where(META.c.name == "index").values(value=tables))
    else:
        connection.execute(META.insert().values(name="index", value=tables))
    pen.add("index", "search", before=before, after=tables)


def _whole(connection: Connection, dialect: Dialect) -> bool:
    kept = connection.execute(select(func.count()).select_from(DOCUMENT)).scalar_one()
    return bool(connection.execute(text(f"SELECT count(*) FROM ({dialect.indexed}) AS indexed")).scalar_one() == kept)


def _fill(connection: Connection, dialect: Dialect, rows: list[dict[str, object]], least: int) -> None:
    if len(rows) >= least:
        dialect.fill_index(connection, rows)
        rows.clear()


def missing(connection: Connection, dialect: Dialect) -> Sequence[str]:
    """Ids of documents that the index does not have."""
    indexed = {row.number for row in connection.execute(text(dialect.indexed))}
    kept = connection.execute(select(DOCUMENT.c.number, DOCUMENT.c.id))
    return [row.id for row in kept if row.number not in indexed]
