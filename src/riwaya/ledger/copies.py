"""Near-copies: the same agency text in several outlets is one text seen several times, not several witnesses.

Two texts are near-copies when at least ``THRESHOLD`` of their four-word shingles are common to both (Jaccard, counted
exactly, on folded words) and neither has a number that the other replaces by another one: an update of a toll is no copy.
Texts of fewer than ``SHORTEST`` words are nobody's copy. At 0.8 agency texts with another headline, dateline or a cut last
sentence are still recognised; what an editor wrote around them is not.
Candidates are found by one-permutation MinHash (Li, Owen and Zhang, 2012) in bands. The fingerprint is kept for years, so
it must not change with the version of a library; it is the twenty lines below and BLAKE2. Only texts that are no copies
themselves are put in the bands, so a text that a thousand outlets print costs each of them one comparison.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import islice

from sqlalchemy import Connection, Select, bindparam, func, insert, select

from riwaya.lang.ar.lexicon import Numeral, lexicon
from riwaya.ledger.codec import digest
from riwaya.ledger.log import Pen
from riwaya.ledger.schema import BAND, COPY, DOCUMENT
from riwaya.ledger.words import words
from riwaya.spelling import fold

THRESHOLD = 0.8
"""The share of common shingles from which two texts are one."""

SHORTEST = 20
"""Words that a text must have to be compared: a caption or a lone line says too little."""

LONGEST = 20_000
"""Words of a text that are compared; what comes behind them in a very long one is not looked at."""

METHOD = f"shingles 4, jaccard {THRESHOLD}, numbers, {SHORTEST} words"
"""What is written beside each copy, so that it can be told how it was recognised."""

_WORDS, _BINS, _ROWS = 4, 64, 4
_CANDIDATES = 8
_JOINED = ("و", "ف", "ب", "ل")


def shingles(text: str) -> tuple[frozenset[bytes], Counter[str]]:
    """The hashes of all runs of four folded words of a text, and the numbers in it; nothing for a short text."""
    written = [form for form, _, _ in islice(words(text), LONGEST)]
    if len(written) < SHORTEST:
        return frozenset(), Counter()
    folded = [fold(form) for form in written]
    runs = (" ".join(folded[at : at + _WORDS]) for at in range(len(folded) - _WORDS + 1))
    numbers = Counter(value for form in folded if (value := _number(form)))
    return frozenset(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest() for run in runs), numbers


def _number(folded: str) -> str:
    """The value of a number in digits or as a word of the lexicon, also behind و, ف, ب or ل; empty for any other word."""
    if folded[:1].isdigit():
        return "".join(digit for digit in folded if digit.isdigit())
    known = _number_words()
    return known.get(folded) or (known.get(folded[1:], "") if folded[:1] in _JOINED else "")


@cache
def _number_words() -> dict[str, str]:
    """Folded number words with their values."""
    found: dict[str, str] = {}
    for form, senses in lexicon().items():
        for sense in senses:
            if isinstance(sense.entry, Numeral):
                found[form] = str(sense.entry.low)
    return found


def bands(hashes: frozenset[bytes]) -> tuple[int, ...]:
    """The keys by which a text is found: the least hash in each of 64 bins, four bins to a key; empty bins take the next.

    No hashes give no keys.
    """
    if not hashes:
        return ()
    least: list[int] = [-1] * _BINS
    for raw in hashes:
        (value,) = struct.unpack(">Q", raw)
        at = value % _BINS
        if least[at] < 0 or value < least[at]:
            least[at] = value
    filled = [next(least[(at + step) % _BINS] for step in range(_BINS) if least[(at + step) % _BINS] >= 0) for at in range(_BINS)]
    return tuple(_key(at, filled[at : at + _ROWS]) for at in range(0, _BINS, _ROWS))


def _key(at: int, row: Sequence[int]) -> int:
    raw = blake2b(struct.pack(f">B{len(row)}Q", at, *row), digest_size=8).digest()
    return int.from_bytes(raw, "big", signed=True)


def similarity(one: str, other: str) -> float:
    """The share of common shingles of two texts; 0.0 where one is short, or replaces a number of the other."""
    (left, left_numbers), (right, right_numbers) = shingles(one), shingles(other)
    replaced = not (left_numbers <= right_numbers or right_numbers <= left_numbers)
    if replaced or not left or not right:
        return 0.0
    return len(left & right) / len(left | right)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A document that was just kept: its number, id, text and address, and its bands."""

    number: int
    id: str
    text: str
    origin: str
    keys: tuple[int, ...]


def recognise(connection: Connection, pen: Pen, new: Newcomer) -> str | None:
    """Look whether a newly kept document is a near-copy of an earlier one; the id of that one, None where it is none.

    A copy becomes a row and a log entry; any other text is put in the bands, for later ones to be compared with.
    Versions of one report are no copies of each other.
    """
    best: tuple[float, int, str] | None = None
    for other, other_id, text in _candidates(connection, new):
        share = similarity(new.text, text)
        if share >= THRESHOLD and (best is None or share > best[0]):
            best = share, other, other_id
    if best is None:
        rows = [{"key": key, "document": new.number} for key in dict.fromkeys(new.keys)]
        if rows:
            connection.execute(_INSERT_BANDS, rows)
        return None
    share = round(best[0], 4)
    after = copy_hash(new.id, best[2], share, METHOD)
    seq = pen.add("copy", new.id, detail={"of": best[2], "similarity": share}, after=after)
    values = {"document": new.number, "original": best[1], "similarity": share, "method": METHOD, "seq": seq}
    connection.execute(insert(COPY), values)
    return best[2]


def copy_hash(document: str, original: str, share: float, method: str) -> str:
    """What the log says of a copy."""
    return digest("copy", document, original, share, method)


def _nearest() -> Select[tuple[int, str, str]]:
    """The texts that share most bands with ``keys``, at most eight, none of the report at ``address``."""
    shared = (
        select(BAND.c.document, func.count().label("bands"))
        .where(BAND.c.key.in_(bindparam("keys", expanding=True)))
        .group_by(BAND.c.document)
        .subquery()
    )
    return (
        select(DOCUMENT.c.number, DOCUMENT.c.id, DOCUMENT.c.text)
        .join(shared, shared.c.document == DOCUMENT.c.number)
        .where(DOCUMENT.c.origin != bindparam("address"), DOCUMENT.c.number != bindparam("self"))
        .order_by(shared.c.bands.desc(), DOCUMENT.c.number)
        .limit(_CANDIDATES)
    )


_NEAREST, _INSERT_BANDS = _nearest(), insert(BAND)


def _candidates(connection: Connection, new: Newcomer) -> list[tuple[int, str, str]]:
    if not new.keys:
        return []
    rows = connection.execute(_NEAREST, {"keys": new.keys, "address": new.origin, "self": new.number})
    return [(row.number, row.id, row.text) for row in rows]
