"""Totals that change: of the older and the newer number (من 12 إلى 15) only the newer one counts."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.grammar import Grammar
from riwaya.read.numbers.numbers import Number, begins_number

_CHANGES, _BACK, _NOUN = word_list("rises"), 14, 4


def newer(grammar: Grammar, number: Number) -> Number:
    """ارتفع العدد | من 12 إلى 15: no range but an older and a newer number; the newer one counts."""
    if grammar.tokens[number.head].norm != "من" or not _changes(grammar, number.start):
        return number
    return changed(number, low=number.high)


def is_older(grammar: Grammar, number: Number) -> bool:
    """انخفض العدد من | 15 إلى 12, ارتفع من | 12 قتيلا إلى 15: the number that a total had before."""
    tokens, start = grammar.tokens, number.start
    if start == 0 or tokens[start - 1].norm != "من":
        return False
    end = min(grammar.layout.sentence(start).end - 1, number.end + _NOUN)
    to = next((at for at in range(number.end, end) if tokens[at].norm == "الي"), None)
    return to is not None and begins_number(tokens, to + 1) and _changes(grammar, start)


def was_before(grammar: Grammar, start: int) -> bool:
    """بعد أن كانت | 27 قتيلا, مقابل | 17 في حصيلة أولية, بدلا من | تسعة: a number that a total had before.

    Only behind a word of rising or reaching, so that قتل ستة مقابل ثلاثة من المهاجمين goes on counting.
    """
    norms, first = grammar.layout.norms, grammar.layout.sentence(start).start
    near = range(max(first, start - _NEAR), start)
    was = next((at for at in near if norms[at] in _WERE and _AFTER & {*norms[max(first, at - 2) : at]}), None)
    was = was if was is not None else next((at for at in near if norms[at] in _INSTEAD), None)
    return was is not None and _totals(grammar, was) and not any(grammar.is_comma(at) for at in range(was, start))


def _totals(grammar: Grammar, before: int) -> bool:
    """ارتفعت الحصيلة, بلغ عدد القتلى: whether a word of a total stands before a token in its sentence."""
    first = max(grammar.layout.sentence(before).start, before - _TOTAL)
    return any(grammar.tokens[at].word.core in _TALLIES for at in range(first, before))


_NEAR, _TOTAL, _TALLIES = 4, 24, word_list("tally")
_WERE = frozenset({"كان", "كانت", "كانوا"})
_AFTER = frozenset({"بعد", "بعدما"})
_INSTEAD = frozenset({"مقابل", "بدلا"})


def _changes(grammar: Grammar, start: int) -> bool:
    """ارتفع, انخفض: whether a word of rising or falling stands before a number in its sentence."""
    first = max(grammar.layout.sentence(start).start, start - _BACK)
    return any(grammar.tokens[at].word.core.startswith(tuple(_CHANGES)) for at in range(first, start))


def is_of_older(grammar: Grammar, at: int) -> bool:
    """ارتفع من أربعة | قتلى إلى تسعة: the noun of the older number, which the newer one leaves out."""
    norms = grammar.layout.norms
    return at > 1 and norms[at - 2] == "من" and norms[at + 1 : at + 2] == ["الي"] and _changes(grammar, at)
