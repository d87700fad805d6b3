"""With whom a deal is made, and to whom something is granted; what is agreed on is neither."""

from __future__ import annotations

from riwaya.model.swift import changed
from riwaya.read.forces import is_force
from riwaya.read.grammar import Grammar, Range
from riwaya.read.near import after, after_preposition, by_clitic
from riwaya.read.triggers import Mark

_WITH = frozenset({"مع"})
_ABOUT = frozenset({"علي", "حول", "بشان"})


def partner(grammar: Grammar, mark: Mark) -> Range | None:
    """وقع اتفاقا مع | الفصائل | على فتح الطريق: with whom a deal is made, without what it is about."""
    found = after(grammar, mark.end, _WITH)
    if found is None:
        return None
    about = (at for at in range(found[0] + 1, found[1]) if grammar.tokens[at].norm in _ABOUT or _is_end(grammar, at))
    return found[0], next(about, found[1])


def _is_end(grammar: Grammar, at: int) -> bool:
    """اتفاق مع الجماعة | لوقف القتال: for what end."""
    return grammar.tokens[at].word.preposition == "ل" and grammar.phrases.is_event_noun(at)


def granted(grammar: Grammar, mark: Mark) -> Range | None:
    """وافقت الدولة على السماح | للتحالف باستخدام قواعدها: to whom something is granted."""
    matter = after_preposition(grammar, mark)
    if matter is None or not (grammar.phrases.is_masdar(matter[0]) or grammar.phrases.is_definite_masdar(matter[0])):
        return None
    to_whom = by_clitic(grammar, changed(mark, end=matter[0] + 1), "ل")
    return to_whom if to_whom is not None and is_force(grammar, to_whom) else None
