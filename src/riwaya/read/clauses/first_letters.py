"""Verbs whose first letter looks like و or ف put before them, and is their own: وصفته, وفر, فرد."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import NUMERAL, QUANTIFIER, VERB
from riwaya.read.grammar import Grammar
from riwaya.read.numbers.numbers import approximation_at
from riwaya.read.phrases.manners import Manner


def whole_verb(grammar: Grammar, index: int) -> bool:
    """A verb of reporting as it stands: وصفته is described her, not "and liquidated her"; ووصل is no passive of واصل."""
    word = grammar.tokens[index].word
    flees = word.norm.startswith("وفر") and (_people_leave(grammar, index + 1) or (word.norm == "وفر" and _flees(grammar, index)))
    if word.norm in _PROVIDES and not flees:
        return True
    if word.norm == "وفروا" and _gives_whom(grammar, index + 1):
        return True
    whole = (found.sense.form for found in word.all("cue", "verb") if not found.conjunction)
    return any(not (isinstance(form, VerbForm) and form.voice == "passive" and word.norm.startswith("وو")) for form in whole)


def _flees(grammar: Grammar, index: int) -> bool:
    """وفر | أكثر من مئتي مقاتل, وفر قادتهم | باتجاه الجبل: how many flee, or where to; وفر الجيش للسكان الغذاء provides."""
    behind = index + 1
    about = approximation_at(grammar.tokens, behind, grammar.limit(index), "before")
    number = about[1] if about is not None else behind
    if any(grammar.parts[at] in (NUMERAL, QUANTIFIER) for at in range(number, min(len(grammar.tokens), number + 1))):
        return True
    for at in range(behind, min(grammar.limit(index), behind + _NEAR)):
        if grammar.parts[at] == VERB or grammar.is_comma(at):
            return False
        if grammar.tokens[at].norm in ("الي", "باتجاه", "نحو", "صوب"):
            return grammar.tokens[index - 1].word.core not in ("قد", "كر", "من") if index else True
    return False


def _people_leave(grammar: Grammar, behind: int) -> bool:
    """وفر السكان | من القرية, وفرت آلاف العائلات | إلى المدارس: people of no office right behind, and whence or whither."""
    if behind >= len(grammar.tokens) or not grammar.phrases.begins(behind):
        return False
    end = grammar.phrases.end(behind, grammar.limit(behind), _WHO)
    who = next((at for at in range(behind, end) if grammar.parts[at] not in (NUMERAL, QUANTIFIER)), behind)
    people = grammar.group(who, "person") == "civilian" or (
        "person" in grammar.tokens[who].word.labels and grammar.group(who, "source") not in _BODIES
    )
    return people and end < grammar.limit(behind) and grammar.tokens[end].norm in _WHENCE


_BODIES = frozenset({"organ", "group", "title"})
_WHENCE = frozenset({"من", "الي", "باتجاه", "نحو"})
_WHO = Manner(stops=frozenset({"من", "الي", "ل", "ب", "في"}), split=True)


def _gives_whom(grammar: Grammar, behind: int) -> bool:
    """وفروا | لهم السكن, وفروا | المأوى للنازحين: somebody gets something; وفروا إلى الجبل flee."""
    if behind >= len(grammar.tokens):
        return False
    return grammar.tokens[behind].norm in ("له", "لها", "لهم", "لنا", "لهما") or grammar.phrases.has_article(behind)


_NEAR = 8
_PROVIDES = frozenset({"وفر", "وفرت", "فرد", "فردين"})
"""وفر provides, فرد is an individual; "and fled", "so a reply" are written so too, but seldom."""
