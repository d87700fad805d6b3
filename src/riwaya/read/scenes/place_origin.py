"""Where somebody or something came from, behind من: seldom where it happens."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar

_COMING = word_list("comes from")
"""Who comes or was sent from a place has left it."""
_PEOPLE = frozenset({"person", "source"})


def is_origin(grammar: Grammar, start: int, own: frozenset[int] = frozenset()) -> bool:
    """تعزيزات قادمة من | صنعاء, أسقطوا صواريخ أطلقت من | البحر: what came or was sent from there, told by no word of the claim."""
    return start - 2 not in own and grammar.tokens[start - 2].word.core.startswith(tuple(_COMING))


def is_of_people(grammar: Grammar, start: int) -> bool:
    """توسط أعيان من | سوق الجمعة, التقى قادة عسكريين من | المنطقة الغربية: where people are from, behind their adjective too."""
    at = start - 2
    at -= at > 0 and grammar.phrases.is_adjective(at)
    return bool(grammar.tokens[at].word.labels & _PEOPLE)


def starts_inside(grammar: Grammar, start: int) -> bool:
    """قذائف من داخل الأراضي اليمنية: where something comes from."""
    inside = start if grammar.tokens[start].norm == "داخل" else start - 1
    return inside > 0 and grammar.tokens[inside].norm == "داخل" and grammar.tokens[inside - 1].norm == "من"


def is_land(grammar: Grammar, start: int) -> bool:
    """مقذوفات من داخل | الأراضي اليمنية: the land of a country, from which it is fired."""
    return any(token.word.core.startswith(("اراض", "داخل")) for token in grammar.tokens[start : start + 2])
