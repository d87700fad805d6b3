"""With whom a deal is made, to whom something is granted, and who is supplied; what is agreed on is none of them."""

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


def who_is_supplied(grammar: Grammar, mark: Mark, behind: Range | None) -> Range | None:
    """زودت الدولة | الجيش | بصواريخ, تزويد | الجيش | بالسلاح: with the goods behind ب, what stands before them gets them."""
    goods = mark.companion
    if behind is None or mark.entry.group != "give" or mark.entry.frame != "AO" or not behind[0] < goods:
        return None
    return (behind[0], min(behind[1], goods)) if grammar.tokens[goods].word.preposition == "ب" else None
