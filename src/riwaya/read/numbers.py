"""The grammar of numbers: digits, number words and their sums, vague words, and what makes a number approximate.

Number words add up by و between falling orders (مئة وخمسة وعشرون), units may stand before tens, a scale word multiplies
what stands before it (ثلاثة آلاف). Vague words are intervals as in the coding guide: عشرات 20–99, مئات 200–999, آلاف
2000–9999, عدد من two or more.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwaya.lang.ar.lexicon import Numeral
from riwaya.read.tokens import NUMBER, Token
from riwaya.spelling import fold
from riwaya.tables import language_folder, load_table

_RANGE_WORDS = frozenset({"او", "الي", "-", "–", "—"})
_LONGEST_APPROXIMATION = 4
_SCALES = {"الاف": 1000, "الف": 1000, "مليون": 10**6, "ملايين": 10**6, "مليار": 10**9, "مليارات": 10**9}


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text: its tokens (end exclusive), the interval, the label and words of its approximation."""

    start: int
    end: int
    low: int | None
    high: int | None
    approx: str | None = None
    head: int = 0
    """The token where the number proper begins, behind a word of approximation."""
    vague: bool = False


class _Sum:
    """A number being added up: ``group`` is what a following scale word would multiply."""

    def __init__(self) -> None:
        self.total = 0
        self.group = 0
        self.order = 10**12
        self.last = ""

    @property
    def value(self) -> int:
        return self.total + self.group

    def take(self, numeral: Numeral, joined: bool, digits: bool = False) -> bool:
        """Add a numeral if the grammar allows it here; ``joined`` says that و stands before it."""
        group = "digits" if digits else numeral.group
        step = getattr(self, f"_take_{group}", None)
        if step is None or not step(numeral.low, joined):
            return False
        self.last = group
        return True

    def _take_digits(self, value: int, joined: bool) -> bool:
        if self.last and not (joined and self.last in ("scale", "double") and value < self.order):
            return False
        self.group += value
        return True

    def _take_unit(self, value: int, joined: bool) -> bool:
        if self.last and not (joined and self.last != "digits" and self.group % 100 == 0):
            return False
        self.group += value
        return True

    _take_eleven = _take_unit

    def _take_ten(self, value: int, joined: bool) -> bool:
        if self.last in ("unit", "eleven") and not joined and 0 < self.group % 100 < 10:
            self.group += value
            return True
        return self._take_unit(value, joined)

    def _take_tens(self, value: int, joined: bool) -> bool:
        if self.last == "unit" and joined and 2 <= self.group % 100 < 10:
            self.group += value
            return True
        if self.last == "eleven" and joined:
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
        if value >= self.order or (self.group and joined) or (self.last in ("scale", "double") and not joined):
            return False
        self.total += (self.group or 1) * value
        self.group, self.order = 0, value
        return True

    def _take_double(self, value: int, joined: bool) -> bool:
        if value >= self.order or self.group or (self.last and not joined):
            return False
        self.total += value
        self.order = value // 2
        return True

    def _take_half(self, value: int, joined: bool) -> bool:
        if self.last != "scale" or not joined:
            return False
        self.total += self.order // 2 + value
        return True


def read_number(tokens: list[Token], index: int, end: int) -> Number | None:
    """The number that begins at a token, with its approximation and its range; None where none begins there."""
    approximation = approximation_at(tokens, index, end, "before")
    head = index
    label: str | None = None
    if approximation is not None:
        label, head = approximation
    number = _bounded(tokens, head, end)
    if number is None:
        return None
    after = approximation_at(tokens, number.end, end, "after")
    stop = number.end
    if after is not None and label is None:
        label, stop = after
    low, high = interval(label, number.low, number.high)
    words = label and " ".join(token.raw for token in (*tokens[index:head], *tokens[number.end : stop]))
    return Number(index, stop, low, high, words or None, head, number.vague)


def opens_number(token: Token) -> bool:
    """Whether a number may begin at a word that is none itself: a word of approximation, بين or من before a range."""
    return token.norm in _first_words()["before"] or token.norm in ("بين", "من")


def interval(label: str | None, low: int | None, high: int | None) -> tuple[int | None, int | None]:
    """The interval that an approximation makes of a number, as the coding guide says."""
    if low is None or label in (None, "about"):
        return low, high
    return {
        "more_than": (low + 1, None),
        "at_least": (low, None),
        "less_than": (None, low - 1),
        "at_most": (None, low),
        "up_to": (None, low),
    }[label]


def approximation_at(tokens: list[Token], index: int, end: int, side: str) -> tuple[str, int] | None:
    """The approximation that begins at a token: its label and the token after it."""
    if index >= end or tokens[index].norm not in _first_words()[side]:
        return None
    words = [token.norm for token in tokens[index : min(end, index + _LONGEST_APPROXIMATION)]]
    for length in range(len(words), 0, -1):
        label = _approximations()[side].get(" ".join(words[:length]))
        if label is not None:
            return label, index + length
    return None


def _bounded(tokens: list[Token], index: int, end: int) -> Number | None:
    """A number, or the range that two of them make: 3–5, من 3 إلى 5, بين 3 و5, 3 أو 4."""
    if index < end and tokens[index].norm in ("بين", "من"):
        first = _plain(tokens, index + 1, end)
        joiner = {"بين": "و", "من": "الي"}[tokens[index].norm]
        second = _second(tokens, first, end, joiner) if first else None
        if first and second and _rising(first, second):
            return Number(index, second.end, first.low, second.high, vague=False, head=index)
        return None
    first = _plain(tokens, index, end)
    if first and first.end + 1 < end and tokens[first.end].norm in _RANGE_WORDS:
        second = _plain(tokens, first.end + 1, end)
        if second and _rising(first, second) and not first.vague:
            return Number(index, second.end, first.low, second.high, head=index)
    return first


def _second(tokens: list[Token], first: Number, end: int, joiner: str) -> Number | None:
    if joiner == "و":
        return _plain(tokens, first.end, end, joined=True)
    if first.end < end and tokens[first.end].norm == joiner:
        return _plain(tokens, first.end + 1, end)
    return None


def _rising(first: Number, second: Number) -> bool:
    return first.low is not None and second.low is not None and first.low < second.low


def _plain(tokens: list[Token], index: int, end: int, joined: bool = False) -> Number | None:
    """A number without approximation: digits, words, or a vague word."""
    if index + 1 < end and joined and tokens[index].norm == "و":
        index += 1
    if index >= end:
        return None
    vague = _numeral(tokens[index], vague=True)
    if vague is not None and not vague.conjunction:
        return _vague(tokens, index, end, vague)
    return _sum(tokens, index, end, joined)


def _sum(tokens: list[Token], index: int, end: int, joined: bool) -> Number | None:
    """The longest run of numerals that the grammar adds up."""
    adding = _Sum()
    at = index
    while at < end:
        loose = at > index and at + 1 < end and tokens[at].norm == "و"
        found = _numeral(tokens[at + loose], vague=False)
        if found is None or (at == index and found.conjunction and not joined):
            break
        decimal = at == index and found.numeral is None
        if decimal or not adding.take(_entry(found), loose or (at > index and bool(found.conjunction)), found.digits):
            break
        at += 1 + loose
    if at == index:
        return _decimal(tokens, index, end)
    return None if adding.last == "eleven" else Number(index, at, adding.value, adding.value, head=index)


def _vague(tokens: list[Token], index: int, end: int, found: _Found) -> Number:
    """عشرات, مئات, آلاف; a scale word behind multiplies: عشرات الآلاف."""
    low, high = _entry(found).low, _entry(found).high
    scale = _SCALES.get(tokens[index + 1].word.core) if index + 1 < end else None
    if scale is None or high is None:
        return Number(index, index + 1, low, high, vague=True, head=index)
    return Number(index, index + 2, low * scale, (high + 1) * scale - 1, vague=True, head=index)


def _decimal(tokens: list[Token], index: int, end: int) -> Number | None:
    """A decimal fraction counts only before a scale word: 1,2 مليون."""
    if tokens[index].kind != NUMBER or index + 1 >= end or (scale := _SCALES.get(tokens[index + 1].norm)) is None:
        return None
    whole, dot, fraction = tokens[index].norm.replace("٫", ".").replace(",", ".").partition(".")
    if not (dot and fraction.isdigit() and whole.isdigit() and len(whole) <= 3 and len(fraction) <= 3):
        return None
    value = int(whole + fraction) * scale // 10 ** len(fraction)
    return Number(index, index + 2, value, value, head=index)


@dataclass(frozen=True, slots=True)
class _Found:
    """A token as a numeral; ``numeral`` is None for a decimal fraction."""

    numeral: Numeral | None
    conjunction: str = ""
    digits: bool = False


def _entry(found: _Found) -> Numeral:
    if found.numeral is None:
        raise TypeError("a decimal fraction has no numeral")
    return found.numeral


def _numeral(token: Token, vague: bool) -> _Found | None:
    """A token as a numeral of the wanted sort: آلاف alone is vague, behind a number it multiplies."""
    if token.kind == NUMBER:
        value = digits_value(token.norm)
        return None if vague else _Found(None if value is None else Numeral(token.norm, "digits", value, value), "", True)
    for analysis in token.word.all("number"):
        entry = analysis.sense.entry
        if isinstance(entry, Numeral) and (entry.group == "vague") == vague:
            return _Found(entry, analysis.conjunction)
    return None


def digits_value(digits: str) -> int | None:
    """The whole number that digits with separators stand for; None for a decimal fraction or a malformed group."""
    plain = digits.replace("٬", ",").replace("٫", ".")
    if plain.isdigit():
        return int(plain) if len(plain) <= 12 else None
    groups = plain.replace(".", ",").split(",")
    if 1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]) and len(groups) <= 4:
        return int("".join(groups))
    return None


@cache
def _approximations() -> dict[str, dict[str, str]]:
    sides: dict[str, dict[str, str]] = {"before": {}, "after": {}}
    for row in load_table(language_folder("ar"), "approximations.tsv"):
        sides[row["side"]][fold(row["form"])] = row["class"]
    return sides


@cache
def _first_words() -> dict[str, frozenset[str]]:
    return {side: frozenset(form.split()[0] for form in forms) for side, forms in _approximations().items()}
