"""Speakers who are told anew by a title and what else was said of them: الوزير البحريني, اللواء النور, الخبير العسكري."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.read.clauses.naming import Naming
from riwaya.read.grammar import Grammar

_TITLED = frozenset({"title", "rank"})


def told_before(grammar: Grammar, short: Naming, spoken: Sequence[Naming]) -> Naming | None:
    """الوزير البحريني: the last speaker before it of whom all its words are said (الفريق راشد آل خليفة وزير الداخلية البحريني)."""
    if not _points_at_one(grammar, short):
        return None
    for full in reversed(spoken):
        longer = full.where[0] < short.where[0] and full.size > short.size
        if longer and _is_one_person(grammar, full) and _holds(full, short.words):
            return full
    return None


def _points_at_one(grammar: Grammar, short: Naming) -> bool:
    """الوزير البحريني: a title or rank with the article and one or two words more; the plural and what it serves tell of others."""
    few = short.group in _TITLED and 1 < len(short.words) <= _FEW and not short.rest
    return few and short.number != "p" and grammar.phrases.has_article(short.where[0])


_FEW = 3


def _is_one_person(grammar: Grammar, full: Naming) -> bool:
    """Whether a speaker is somebody with a title or rank, at the head of his mention or behind his name."""
    if full.number == "p" or full.group not in ("", "title", "rank"):
        return False
    return any(grammar.phrases.is_title(at) for at in range(*full.where))


def _holds(full: Naming, told: Sequence[str]) -> bool:
    """Whether all words are said in a mention, in either gender (الخبير العسكري: خبير الشؤون العسكرية)."""
    said = {word.rstrip("ه") for word in (*full.words, *full.rest)}
    return all(word.rstrip("ه") in said for word in told)
