"""Where those are posted who act, which is not where they strike; and the land over which something is spread."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar, Range

_POSTED, _SPREAD = word_list("posted somewhere"), word_list("spread over a land")
_REACH, _WIDE = 3, 3


def is_post(grammar: Grammar, start: int, actor: Range | None) -> bool:
    """قصف من المسلحين المتمركزين في | الستين: where those are who fire."""
    tokens = grammar.tokens
    at = start - 1 - (tokens[start - 1].norm == "في")
    if at < 1 or not tokens[at].word.article or tokens[at].word.core not in _POSTED:
        return False
    if actor is not None and actor[0] < at <= actor[1]:
        return True
    first = max(grammar.layout.sentence(start).start, at - _REACH)
    return any(tokens[k].norm in ("من", "قبل") for k in range(first, at))


def fires_from(grammar: Grammar, start: int) -> bool:
    """قصفت المدفعية من مواقعها في | الحصبة السوق, من قواعده | شرق المدينة: where somebody's own posts are, from which he fires."""
    at = start - 1 - (grammar.tokens[start - 1].norm == "في")
    return (
        at > 0
        and grammar.layout.norms[at - 1] == "من"
        and grammar.phrases.is_owned(at)
        and "thing" in grammar.tokens[at].word.labels
    )


def is_spread(grammar: Grammar, start: int) -> bool:
    """غارات في أنحاء متفرقة من | اليمن, في عدة مدن من | الجنوب: the land in whose parts it happens."""
    tokens = grammar.tokens
    first = max(grammar.layout.sentence(start).start + 1, start - 1 - _WIDE)
    at = next((k for k in range(start - 2, first - 1, -1) if tokens[k].word.core in _SPREAD), None)
    if at is None:
        return False
    return any(tokens[k].norm.removeprefix("و") == "في" or tokens[k].word.preposition == "ب" for k in range(max(0, at - 2), at + 1))
