"""Adverbs that stand between a verb and its subject: times, أيضا, من جانبه, في وقت سابق, set off by commas or not."""

from __future__ import annotations

from riwaya.lang.ar.parts import ADVERB, PREPOSITION
from riwaya.read.grammar import Grammar

_EARLY_OR_LATE = frozenset({"سابق", "لاحق", "متاخر", "مبكر"})
_HIS = ("ه", "ها", "هم")


def past_adverbs(grammar: Grammar, at: int, limit: int) -> int:
    """أعلن | أيضا | المتحدث, قال | في وقت سابق | سالم, ذكرت |، أمس،| الوكالة: the token behind adverbs; else the token."""
    while at < limit:
        inner = at + 1 if grammar.is_comma(at) else at
        behind = _past_one(grammar, inner, limit)
        while behind > inner and (further := _past_one(grammar, behind, limit)) > behind:
            behind = further
        closed = behind < limit and grammar.is_comma(behind)
        if behind == inner or (inner > at and not closed):
            return at
        at = behind + (inner > at)
    return at


def _past_one(grammar: Grammar, at: int, limit: int) -> int:
    """The token behind one time, adverb or turn to somebody; the same token where none stands."""
    if at >= limit:
        return at
    if at in grammar.date_at:
        return grammar.date_at[at].end
    if grammar.parts[at] == PREPOSITION and (behind := past_when(grammar, at, limit)) > at:
        return behind
    turn = at + 1 if grammar.parts[at] == PREPOSITION else at
    if turn < limit and "switch" in grammar.tokens[turn].word.labels and grammar.tokens[turn].norm.endswith(_HIS):
        return turn + 1
    return at + 1 if grammar.parts[at] == ADVERB else at


def past_when(grammar: Grammar, at: int, limit: int) -> int:
    """قال | في وقت سابق | سالم, | في مساء أمس | سالم: the token behind a preposition and its time; else the token."""
    if at + 1 in grammar.date_at:
        return grammar.date_at[at + 1].end
    if grammar.layout.norms[at : at + 2] != ["في", "وقت"] or at + 2 >= limit:
        return at
    if grammar.tokens[at + 2].norm not in _EARLY_OR_LATE:
        return at
    of = at + 4 < limit and grammar.tokens[at + 3].norm == "من" and at + 4 in grammar.date_at  # في وقت متأخر من | مساء السبت
    return grammar.date_at[at + 4].end if of else at + 3


WHEN = frozenset({"قبل", "منذ", "خلال", "بعد", "غضون"})
"""What stands before a span of time: قبل أيام, في غضون ساعات."""


def past_time(grammar: Grammar, at: int) -> bool:
    """قتل قبل أيام | جندي, خطف في وقت سابق | مهندسا: whether a time that no adjective or genitive goes on with stands before it."""
    if at < 2:
        return False
    time = grammar.tokens[at - 1].word
    bare = not time.article and bool(time.labels & {"timeword", "measure"}) and grammar.tokens[at - 2].norm in WHEN
    return bare or (at > 2 and past_when(grammar, at - 3, at) == at)


def past_when_told(grammar: Grammar, at: int, limit: int) -> int:
    """تأكيد الوزير | الأربعاء | أن, تأكيد الوزير |، الأربعاء، | أن: behind when it was said, between commas or not."""
    timed = at + 1 in grammar.date_at and at < limit and grammar.is_comma(at)
    close = grammar.date_at[at + 1].end if timed else limit
    if close < limit and grammar.is_comma(close):
        return close + 1
    while at < limit and (at in grammar.date_at or grammar.parts[at] == ADVERB):
        at = grammar.date_at[at].end if at in grammar.date_at else at + 1
    return at
