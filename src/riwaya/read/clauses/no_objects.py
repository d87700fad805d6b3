"""What stands behind an event word and is no object of it: the verb of what is told of it, a moment."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range

_FUTURE, _LONG = ("سي", "ست", "سن"), 5
_PERFECT = "اءت"


def is_no_object(grammar: Grammar, where: Range, mark: Mark) -> bool:
    """مقتله | سيضعف التنظيم, فجر نفسه | صباح اليوم التالي: whether a phrase behind an event word is none that suffers."""
    if where[0] < mark.end or where[0] in grammar.place_at or where[0] in grammar.layout.closing:
        return False
    owned = bool(mark.found.pronoun) and not mark.is_verb
    aim = mark.entry.type == "CONSULT" and grammar.phrases.comes_for(where[0])  # زيارة مفاجئة | للاطلاع على الأوضاع
    return aim or (owned and is_told_of_it(grammar, where[0])) or _is_moment(grammar, where)


def is_told_of_it(grammar: Grammar, at: int) -> bool:
    """مقتله | سيضعف التنظيم, وساطته | باءت بالفشل: a verb that no table has, behind a deed with a pronoun, tells of that deed."""
    token = grammar.tokens[at]
    if grammar.parts[at] != NOUN or token.word.labels or token.word.article or token.word.preposition:
        return False
    future = token.norm.startswith(_FUTURE) and len(token.norm) >= _LONG
    return future or token.norm.endswith(_PERFECT)


def _is_moment(grammar: Grammar, where: Range) -> bool:
    """فجر نفسه | صباح اليوم التالي, استقبلوه | لحظة وصوله: a bare noun of a moment says when."""
    word = grammar.tokens[where[0]].word
    return word.core in _MOMENTS and not word.article


_MOMENTS = word_list("moment of a deed")


def is_border(grammar: Grammar, where: Range, mark: Mark) -> bool:
    """هجمات في بلدة على | الحدود: an attack at the border is there, not against it."""
    led = where[0] > 0 and grammar.tokens[where[0] - 1].norm == "علي" and grammar.phrases.has_article(where[0])
    led = led and "في" in grammar.layout.norms[mark.end : where[0]]
    return mark.entry.type == "ASSAULT" and led and grammar.tokens[where[0]].word.core == "حدود"


def is_side_where(grammar: Grammar, verb: int, at: int) -> bool:
    """قتل خمسة مسلحين | غرب المدينة: a side without its article is where people are killed or caught, nobody who is."""
    word = grammar.tokens[at].word
    if "direction" not in word.labels or word.article or word.preposition:
        return False
    return any(entry.kind in ("killed", "captured") for entry in entries_at(grammar, verb))
