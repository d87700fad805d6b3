"""Speakers who are told anew by a title or a kind and one word more: الوزير البحريني, اللواء النور, المنظمة الحقوقية."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.naming import OF_UNITED, Naming
from riwaya.read.grammar import Grammar
from riwaya.read.speakers.identities import lands
from riwaya.read.speakers.owners import are_several

_TITLED = frozenset({"title", "rank"})
_OFFICIALS = frozenset({"مسؤول", "مسءول", "مسئول"})
_ENVOYS = frozenset({"مبعوث", "ممثل"})
_KNOWN = word_list("body known by its name")


def told_before(grammar: Grammar, short: Naming, spoken: Sequence[Naming]) -> Naming | None:
    """الوزير البحريني: the last speaker before it of whom all its words are said (الفريق راشد آل خليفة وزير الداخلية البحريني).

    So is المسؤول البحريني, and المبعوث الأممي who represents the United Nations; else the only one of the kind that has spoken.
    """
    pointed = _points_at_one(grammar, short)
    if not pointed and not _is_known_body(grammar, short):
        return None
    before = [full for full in spoken if full.where[0] < short.where[0] and full.size > 1 and full.words != short.words]
    if pointed:
        told = _told_words(short)
        fuller = (full for full in reversed(before) if full.size > short.size and _is_one_person(grammar, full))
        last = (full for full in fuller if _holds(full, told) and (short.words[0] != _LEADER or _leads_state(full)))
        return next(last, None) or _only_one(grammar, short, before)
    return _only_one(grammar, short, before)


def ministry(grammar: Grammar, short: Naming, named: Sequence[Naming]) -> Naming | None:
    """وأضافت | الدفاع الروسية, الخارجية: the ministry that is named elsewhere by its whole name (وزارة الدفاع الروسية)."""
    first = short.where[0]
    if short.group != "organ" or short.rest or not grammar.phrases.has_article(first) or short.words[0] == _MINISTRY:
        return None
    name = (_MINISTRY, *short.words)
    whole = [full for full in named if full.words[: len(name)] == name and len(full.words) <= len(name) + 1]
    return max(whole, key=lambda full: full.size) if len({full.words for full in whole}) == 1 else None


_MINISTRY = "وزاره"


def _told_words(short: Naming) -> tuple[str, ...]:
    """What must be said of whoever is meant: all words, of an official or envoy of the United Nations what he is of."""
    official = short.words[0] == _LEADER or short.words[0] in _OFFICIALS or (short.words[0] in _ENVOYS and OF_UNITED in short.words)
    return short.words[1:] if official else short.words


def _points_at_one(grammar: Grammar, short: Naming) -> bool:
    """الوزير البحريني: a title or rank with the article and one or two words more; the plural and what it serves tell of others."""
    titled = short.group in _TITLED or (short.group == "anonymous" and bool(short.words) and short.words[0] in _OFFICIALS)
    few = titled and 1 < len(short.words) <= _FEW and not short.rest
    return few and short.number != "p" and grammar.phrases.has_article(short.where[0])


_FEW = 3
_LEADER, _HEADS = "زعيم", word_list("head of a state")


def _leads_state(full: Naming) -> bool:
    """الزعيم الأوكراني: a president, a head of government or a king, no minister of his."""
    return bool(full.words) and full.words[0] in _HEADS


def _is_one_person(grammar: Grammar, full: Naming) -> bool:
    """Whether a speaker is somebody with a title or rank, at the head of his mention or behind his name."""
    if full.number == "p" or full.group not in ("", "title", "rank"):
        return False
    return any(grammar.phrases.is_title(at) for at in range(*full.where))


def _holds(full: Naming, told: Sequence[str]) -> bool:
    """Whether all words are said in a mention, in either gender (الخبير العسكري: خبير الشؤون العسكرية)."""
    said = {word.rstrip("ه") for word in (*full.words, *full.rest)}
    return all(word.rstrip("ه") in said for word in told)


def _is_known_body(grammar: Grammar, short: Naming) -> bool:
    """المنظمة الحقوقية, الصحيفة البريطانية: a body that goes by a name of its own, told by its kind and one word more."""
    few = len(short.words) == _PAIR and not short.rest and grammar.phrases.has_article(short.where[0])
    return few and short.words[0] in _KNOWN and grammar.phrases.is_adjective(short.where[1] - 1)


_PAIR = 2


def tied(grammar: Grammar, short: Naming, named: Sequence[Naming]) -> Naming | None:
    """تبنت الحركة المرتبطة | بتنظيم القاعدة: a body told by its kind and what it is tied to, if one of its kind is named before."""
    if not may_be_tied(grammar, short):
        return None
    start = short.where[0]
    before = [full for full in named if full.where[0] < start and full.size > 1 and not grammar.phrases.has_article(full.where[0])]
    return _only_one(grammar, changed(short, where=(start, start + _PAIR)), before)


def may_be_tied(grammar: Grammar, short: Naming) -> bool:
    """الحركة المرتبطة | بتنظيم القاعدة: whether a mention tells a body by its kind and what it is tied to."""
    phrases, start = grammar.phrases, short.where[0]
    behind = start + _PAIR
    known = bool(short.words) and short.words[0] in _KNOWN and phrases.has_article(start) and behind < short.where[1]
    return known and phrases.is_adjective(start + 1) and phrases.preposition_of(grammar.tokens[behind]) in _TAKEN


_TAKEN = ("ب", "ل", "من")


def _only_one(grammar: Grammar, short: Naming, before: Sequence[Naming]) -> Naming | None:
    """The only one of its kind that has spoken before, if it is of no other land than the short mention says."""
    alike = [full for full in before if full.words and full.words[0] == short.words[0] and not are_several(grammar, full.where)]
    told = short.group not in _TITLED or (short.words[0] != "رئيس" and lands(grammar, short.where))
    if not alike or not told:
        return None
    best = max(alike, key=lambda full: full.size)
    whole = {*best.words, *best.rest}
    if any(not {*full.words, *full.rest} <= whole for full in alike):
        return None
    theirs, own = lands(grammar, best.where), lands(grammar, short.where)
    return best if not theirs or not own or theirs & own else None
