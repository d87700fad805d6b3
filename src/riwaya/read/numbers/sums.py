"""Number words and digits adding up to one number.

Numerals add up by و between falling orders (مئة وخمسة وعشرون), units may stand before tens, a scale word multiplies what
stands before it (ثلاثة آلاف), a fraction takes its part of the scale word beside it (نصف مليون، مليون ونصف المليون).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwaya.lang.ar.lexicon import Numeral
from riwaya.model.swift import swift
from riwaya.read.text.tokens import NUMBER, SIGN, WORD, Token
from riwaya.spelling import folded
from riwaya.tables import language_folder, load_table

_OPENING, _CLOSING = frozenset("(«“\"['‹”"), frozenset(")»”\"]'›“")
_LARGEST = 10**13


class Sum:
    """A number being added up: ``group`` is what a following scale word would multiply, ``order`` the last scale."""

    def __init__(self) -> None:
        self.total = 0
        self.group = 0
        self.order = 10**12
        self.last = ""
        self.part = 0

    @property
    def value(self) -> int:
        """The number so far."""
        return self.total + self.group

    @property
    def complete(self) -> bool:
        """Whether it may end here: no part of a scale word that never came, no unit of a ten that never came."""
        return bool(self.last) and self.last not in ("eleven", "part") and self.value < _LARGEST

    def take(self, numeral: Numeral, joined: bool, digits: bool = False) -> bool:
        """Add a numeral if the grammar allows it here; ``joined`` says that و stands before it."""
        group = "digits" if digits else numeral.group
        step = getattr(self, f"_take_{group}", None)
        if step is None or not step(numeral.low, joined):
            return False
        self.last = "part" if group == "fraction" and self.part else group
        return True

    def _take_digits(self, value: int, joined: bool) -> bool:
        if self.last and not (joined and self.last in ("scale", "double") and value < self.order):
            return False
        self.group += value
        return True

    def _take_unit(self, value: int, joined: bool) -> bool:
        if self.last and not (joined and self.last not in ("digits", "fraction", "part") and self.group % 100 == 0):
            return False
        self.group += value
        return True

    def _take_eleven(self, value: int, joined: bool) -> bool:
        return self._take_unit(value, joined)

    def _take_ten(self, value: int, joined: bool) -> bool:
        if self.last in ("unit", "eleven") and not joined and 0 < self.group % 100 < 10:
            self.group += value
            return True
        return self._take_unit(value, joined)

    def _take_tens(self, value: int, joined: bool) -> bool:
        if self.last in ("unit", "eleven") and joined and 0 < self.group % 100 < 10:
            self.group += value
            return True
        return self._take_unit(value, joined)

    def _take_hundred(self, value: int, joined: bool) -> bool:
        if self.last == "unit" and not joined and value == 100 and 3 <= self.group < 10:
            self.group *= 100
            return True
        if self.last and not (joined and self.last in ("scale", "double")):
            return False
        self.group += value
        return True

    def _take_scale(self, value: int, joined: bool) -> bool:
        if self.last == "fraction" and value == self.order and not joined:
            return True
        if value >= self.order or (self.group and joined) or (self.last in ("scale", "double", "fraction") and not joined):
            return False
        self.total += value // self.part if self.part else (self.group or 1) * value
        self.group, self.order, self.part = 0, value, 0
        return True

    def _take_double(self, value: int, joined: bool) -> bool:
        if value >= self.order or self.group or (self.last and not joined):
            return False
        self.total += value
        self.order = value // 2
        return True

    def _take_fraction(self, value: int, joined: bool) -> bool:
        if not self.last:
            self.part = value
            return True
        if self.last not in ("scale", "double") or not joined:
            return False
        self.total += self.order // value
        return True


@swift
@dataclass(frozen=True, slots=True)
class Amount:
    """A sum in its place: tokens (end exclusive), its value, the scale word it closes with, whether و is written on it."""

    start: int
    end: int
    value: int
    scale: int = 1
    joined: bool = False


@swift
@dataclass(frozen=True, slots=True)
class _Step:
    """A numeral in its place: what it is, whether و joins it, the token behind it."""

    numeral: Numeral
    joined: bool
    digits: bool
    end: int


def read_amount(tokens: list[Token], index: int, end: int, joined: bool = False) -> Amount | None:
    """The longest run of numerals that the grammar adds up; ``joined`` lets it begin behind a و that stands alone."""
    index += joined and index + 1 < end and tokens[index].norm == "و"
    adding, best = Sum(), None
    at, first = index, True
    while at < end:
        step = _step(tokens, at, end, first)
        if step is None or not adding.take(step.numeral, step.joined and not first, step.digits):
            break
        at = step.end
        if adding.complete:
            scale = adding.order if adding.last in ("scale", "double") else 1
            best = Amount(index, at, adding.value, scale, bool(tokens[index].word.conjunction))
        first = False
    best = best or _decimal(tokens, index, end)
    return best and _echoed(tokens, _of_two(tokens, best, end), end)


def _of_two(tokens: list[Token], amount: Amount, end: int) -> Amount:
    """ألفا | جندي, مليونا | نازح: with what they count right behind in the genitive two thousand, two million; not ثلاثون ألفا."""
    at = amount.end
    if at >= end or at != amount.start + 1 or not tokens[amount.start].norm.endswith("ا") or amount.scale == 1:
        return amount
    word = tokens[at].word
    counted = not word.labels.isdisjoint(_COUNTED) and not (word.article or word.conjunction or word.preposition)
    if not counted or word.bare.endswith(("ا", "ين", "ون")):
        return amount
    return Amount(amount.start, at, 2 * amount.scale, amount.scale, amount.joined)


_COUNTED = frozenset({"person", "thing", "measure"})


def _step(tokens: list[Token], at: int, end: int, first: bool) -> _Step | None:
    """The numeral at a token: bare, behind a و of its own, or in brackets or marks (مقتل «15» داعشيا)."""
    loose = not first and at + 1 < end and tokens[at].norm == "و"
    at += loose
    if tokens[at].kind == WORD and "number" not in tokens[at].word.labels:
        return None
    framed = is_framed(tokens, at, end)
    token = tokens[at + framed]
    if token.kind == NUMBER:
        value = digits_value(token.norm)
        return None if value is None else _Step(Numeral(token.norm, "digits", value, value), loose, True, at + 1 + 2 * framed)
    if framed:
        return None
    for found in token.word.all("number"):
        entry = found.sense.entry
        if isinstance(entry, Numeral) and entry.group != "vague" and found.preposition != "ك":
            return _Step(entry, loose or bool(found.conjunction), False, at + 1)
    return None


def is_framed(tokens: list[Token], at: int, end: int) -> bool:
    """Whether digits stand alone between brackets or marks: (144), «15», "3"."""
    return at + 2 < end and tokens[at + 1].kind == NUMBER and frames_one(tokens, at, end)


def frames_one(tokens: list[Token], at: int, end: int) -> bool:
    """Whether one token stands alone between brackets or marks that open at a token: «آلاف»."""
    if at + 2 >= end or tokens[at].kind != SIGN:
        return False
    return tokens[at].raw in _OPENING and tokens[at + 2].raw in _CLOSING


def _echoed(tokens: list[Token], amount: Amount, end: int) -> Amount:
    """ثلاثين (30) شخصا, (30) ثلاثين شخصا: the same number told twice is one."""
    at = amount.end
    bracket = at + 2 < end and tokens[at].raw == "("
    again = _plain_run(tokens, at + bracket, end) if at < end else None
    if again is None or again[1] != amount.value:
        return amount
    stop = again[0]
    if bracket and (stop >= end or tokens[stop].raw != ")"):
        return amount
    return Amount(amount.start, stop + bracket, amount.value, amount.scale, amount.joined)


def _plain_run(tokens: list[Token], index: int, end: int) -> tuple[int, int] | None:
    """The end and value of the numerals from a token on, without frames of frames."""
    adding, at, best = Sum(), index, None
    while at < end:
        step = _step(tokens, at, end, at == index)
        if step is None or (at == index and step.joined) or not adding.take(step.numeral, step.joined, step.digits):
            break
        at = step.end
        if adding.complete:
            best = at, adding.value
    return best


@cache
def scales() -> dict[str, int]:
    """The scale words, folded and without article, with their numbers (ألف, مليونا, مليارات)."""
    rows = load_table(language_folder("ar"), "numbers.tsv")
    return {folded(form): int(row["value"]) for row in rows if row["class"] == "scale" for form in row.words("forms")}


def _decimal(tokens: list[Token], index: int, end: int) -> Amount | None:
    """A decimal fraction counts only before a scale word: 1,2 مليون."""
    if index + 1 >= end or tokens[index].kind != NUMBER or (scale := scales().get(tokens[index + 1].norm)) is None:
        return None
    whole, dot, fraction = tokens[index].norm.replace("٫", ".").replace(",", ".").partition(".")
    if not (dot and fraction.isdigit() and whole.isdigit() and len(whole) <= 3 and len(fraction) <= 3):
        return None
    return Amount(index, index + 2, int(whole + fraction) * scale // 10 ** len(fraction), scale)


def digits_value(digits: str) -> int | None:
    """The whole number that digits with separators stand for; None for a decimal fraction or a malformed group."""
    plain = digits.replace("٬", ",").replace("٫", ".")
    if plain.isdigit():
        return int(plain) if len(plain) <= 12 else None
    groups = plain.replace(".", ",").split(",")
    if 1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]) and len(groups) <= 4:
        return int("".join(groups))
    return None
