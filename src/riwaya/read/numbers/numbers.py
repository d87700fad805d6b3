"""Numbers in the text: sums, ranges, vague words, and what makes them approximate.

Vague words are intervals as in the coding guide: عشرات 20–99, مئات 200–999, آلاف 2000–9999, عدد من two or more.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwaya.lang.ar.lexicon import Numeral
from riwaya.model.swift import changed, swift
from riwaya.read.numbers.sums import Amount, frames_one, is_framed, read_amount, scales
from riwaya.read.text.tokens import NUMBER, WORD, Token
from riwaya.spelling import folded
from riwaya.tables import language_folder, load_table

_DASHES = frozenset({"-", "–", "—"})
_RANGE_WORDS = frozenset({"او", "الي"}) | _DASHES
_OPENERS = {"بين": frozenset({"و", "الي", "او"}) | _DASHES, "من": frozenset({"الي"})}
_LONGEST_APPROXIMATION = 4


@swift
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
    label: str | None = None
    joined: bool = False
    """Whether و is written on its first token."""


def read_number(tokens: list[Token], index: int, end: int) -> Number | None:
    """The number that begins at a token, with its approximation and its range; None where none begins there."""
    if index >= end or not may_open(tokens[index]):
        return None
    bare = tokens[index].norm in ("ما", "وما") and index + 1 < end and tokens[index + 1].norm == "بين"
    label, head = approximation_at(tokens, index, end, "before") or (None, index + bare)
    if label is not None:
        label, head = _nearer(tokens, label, head, end)
    if head < end and tokens[head].norm in _ARTICLE and head + 1 < end and tokens[head + 1].kind == NUMBER:
        head += 1
    number = _bounded(tokens, head, end)
    if number is None:
        return None
    stop = number.end
    after = approximation_at(tokens, stop, end, "after") if label is None else None
    if after is not None:
        label, stop = after
    low, high = interval(label, number.low, number.high)
    words = label and " ".join(token.raw for token in (*tokens[index:head], *tokens[number.end : stop]))
    joined = number.joined if index == head else _joins(tokens[index])
    return Number(index, stop, low, high, words or None, head, number.vague, label, joined)


def may_open(token: Token) -> bool:
    """Whether a number may begin at a token by itself; quick, for the many at which none does."""
    if token.kind != WORD:
        return True
    return "number" in token.word.labels or token.norm in number_openers() or token.norm in _ARTICLE


def _nearer(tokens: list[Token], label: str, head: int, end: int) -> tuple[str, int]:
    """A second approximation behind the first (ما يقدر بنحو 40), and a ب that stands alone between them and the number."""
    again = approximation_at(tokens, head, end, "before")
    if again is not None:
        return (again[0] if label == "about" else label), again[1]
    return (label, head + 1) if head + 1 < end and tokens[head].norm == "ب" and tokens[head + 1].kind == NUMBER else (label, head)


_ARTICLE = frozenset({"ال", "وال", "بال", "لل", "الـ"})


def _joins(token: Token) -> bool:
    """Whether و is written onto a word of approximation (ونحو)."""
    return token.norm.startswith("و") and _first_words()["before"].get(token.norm, token.norm) != token.norm


@cache
def number_openers() -> frozenset[str]:
    """The words that are no numbers and may open one: words of approximation, بين or من before a range."""
    return frozenset(_first_words()["before"]) | frozenset(_OPENERS) | {"ما", "وما"}


def interval(label: str | None, low: int | None, high: int | None) -> tuple[int | None, int | None]:
    """The interval that an approximation makes of a number, as the coding guide says."""
    if low is None or label in (None, "about"):
        return low, high
    return {
        "more_than": (low + 1, None),
        "at_least": (low, None),
        "less_than": (None, max(low - 1, 0)),
        "at_most": (None, low),
        "up_to": (None, low),
    }[label]


def approximation_at(tokens: list[Token], index: int, end: int, side: str) -> tuple[str, int] | None:
    """The approximation that begins at a token: its label and the token after it."""
    first = _first_words()[side].get(tokens[index].norm) if index < end else None
    if first is None:
        return None
    words = [first, *[token.norm for token in tokens[index + 1 : min(end, index + _LONGEST_APPROXIMATION)]]]
    known = _approximations()[side]
    for length in _lengths(side)[first]:
        label = known.get(" ".join(words[:length])) if length <= len(words) else None
        if label is not None:
            return label, index + length
    return None


@cache
def _lengths(side: str) -> dict[str, list[int]]:
    """First word of an approximation as listed → how many words it may have, most first."""
    found: dict[str, set[int]] = {}
    for form in _approximations()[side]:
        words = form.split()
        found.setdefault(words[0], set()).add(len(words))
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}


def _bounded(tokens: list[Token], index: int, end: int) -> Number | None:
    """A number, or the range that two of them make: 3–5, من 3 إلى 5, بين 3 و5, 3 أو 4."""
    if index >= end:
        return None
    joiners = _OPENERS.get(tokens[index].norm)
    if joiners is None and tokens[index].kind == WORD and "number" not in tokens[index].word.labels:
        return None
    if joiners is not None:
        first = read_amount(tokens, index + 1, end)
        second = _second(tokens, first, end, joiners) if first else None
        return _range(index, first, second) if first and second else None
    vague = _vague(tokens, index, end)
    if vague is not None:
        return vague
    first = read_amount(tokens, index, end)
    if first is None:
        return None
    second = _second(tokens, first, end, _RANGE_WORDS)
    return (_range(index, first, second) if second else None) or _alone(first)


def _alone(amount: Amount) -> Number:
    return Number(amount.start, amount.end, amount.value, amount.value, head=amount.start, joined=amount.joined)


def _second(tokens: list[Token], first: Amount, end: int, joiners: frozenset[str]) -> Amount | None:
    """The upper end of a range: behind its word, or with و written on it."""
    at = first.end
    if at >= end:
        return None
    if "و" in joiners and (found := read_amount(tokens, at, end, joined=True)) and (found.joined or found.start > at):
        return found
    tight = tokens[at].raw not in _DASHES or (at + 1 < end and tokens[at + 1].kind == NUMBER)
    return read_amount(tokens, at + 1, end) if tokens[at].norm in joiners and tokens[at].norm != "و" and tight else None


def _range(start: int, first: Amount, second: Amount) -> Number | None:
    """Two numbers as a range if they rise; a scale word behind the second counts for both (بين 30 و40 ألفا)."""
    low = first.value
    if second.scale > 1 and first.scale == 1 and low * second.scale < second.value:
        low *= second.scale
    if low >= second.value:
        return None
    return Number(start, second.end, low, second.value, head=start, joined=first.joined)


def _vague(tokens: list[Token], index: int, end: int) -> Number | None:
    """عشرات, مئات, آلاف; a scale word behind multiplies (عشرات الآلاف), and so do بضعة and عدة before them (بضع مئات)."""
    if frames_one(tokens, index, end):  # «آلاف» المقاتلين
        inner = _vague(tokens, index + 1, index + 2)
        return inner and changed(inner, start=index, end=index + 3)
    entry, joined = _vague_at(tokens[index])
    if entry is None:
        return None
    following = tokens[index + 1] if index + 1 < end else None
    behind = _vague_at(following)[0] if following is not None else None
    if entry.low < _TENS and behind is not None and behind.low >= _TENS and behind.high is not None:
        unit = behind.low // 2
        low, high = (entry.low * unit, 10 * unit - 1) if entry.high is not None else (behind.low, behind.high)
        return Number(index, index + 2, low, high, head=index, vague=True, joined=joined)
    scale = scales().get(following.word.core) if following is not None else None
    if scale is None and behind is not None and behind.low >= _THOUSANDS > entry.low:  # عشرات آلاف النازحين
        scale = behind.low // 2
    if scale is None or entry.high is None or entry.low < _TENS:
        return Number(index, index + 1, entry.low, entry.high, head=index, vague=True, joined=joined)
    return Number(index, index + 2, entry.low * scale, (entry.high + 1) * scale - 1, head=index, vague=True, joined=joined)


_TENS, _THOUSANDS = 20, 2000


def _vague_at(token: Token) -> tuple[Numeral | None, bool]:
    """The vague word at a token and whether و is written on it."""
    if token.kind == WORD and "number" in token.word.labels:
        for found in token.word.all("number"):
            if isinstance(found.sense.entry, Numeral) and found.sense.entry.group == "vague":
                return found.sense.entry, bool(found.conjunction)
    return None, False


def begins_number(tokens: list[Token], index: int) -> bool:
    """Whether a number can begin at a token; quick, for every token of a text."""
    token = tokens[index]
    if token.kind == NUMBER:
        return True
    if token.kind == WORD:
        if token.norm in _OPENERS and token.norm not in _first_words()["before"]:
            return index + 1 < len(tokens) and (tokens[index + 1].kind == NUMBER or "number" in tokens[index + 1].word.labels)
        return "number" in token.word.labels or token.norm in number_openers()
    framed = is_framed(tokens, index, len(tokens))
    return framed or (frames_one(tokens, index, len(tokens)) and _vague_at(tokens[index + 1])[0] is not None)


@cache
def _approximations() -> dict[str, dict[str, str]]:
    sides: dict[str, dict[str, str]] = {"before": {}, "after": {}}
    for row in load_table(language_folder("ar"), "approximations.tsv"):
        sides[row["side"]][folded(row["form"])] = row["class"]
    return sides


@cache
def _first_words() -> dict[str, dict[str, str]]:
    """First word of an approximation as written → as listed; و, ف and a preposition may be written onto it (بأكثر من)."""
    found: dict[str, dict[str, str]] = {"before": {}, "after": {}}
    for side, forms in _approximations().items():
        firsts = {form.split()[0] for form in forms}
        for clitic in ("", *_CLITICS) if side == "before" else ("",):
            found[side].update({clitic + first: first for first in firsts if clitic + first not in found[side]})
    return found


_CLITICS = ("و", "ف", "ب", "ل", "وب", "ول", "فب")
