"""Speakers who are only pointed at: نفس المصدر, البيان ذاته, الأخير, الرجل."""

from __future__ import annotations

from riwaya.lang.ar.parts import DEMONSTRATIVE
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.papers import is_carrier, is_paper
from riwaya.read.grammar import HONORIFICS, Grammar, Range
from riwaya.read.sayings.attribution import Attribution
from riwaya.read.speakers.agreement import is_one
from riwaya.read.speakers.contents import Said
from riwaya.read.speakers.continued import nested
from riwaya.read.speakers.mentions import Cast

_SELF = word_list("same behind a speaker")
_SAME = word_list("same before a speaker")


def pointed_at(grammar: Grammar, where: Range) -> Range | None:
    """نفس | المصدر, ذات | البيان, المذكرة | ذاتها: the noun that a phrase says is the same; None where it says nothing of it."""
    first, end = where
    if end - first > 1 and grammar.tokens[first].word.core in _SAME and grammar.phrases.has_article(first + 1):
        first += 1
    if end - first > 1 and grammar.tokens[end - 1].norm in _SELF:
        end -= 1
    return (first, end) if (first, end) != where else None


def addressed(grammar: Grammar, where: Range) -> Range | None:
    """معالي | وزير الدفاع: the office behind a word of respect; None where none stands."""
    respected = where[1] - where[0] > 1 and grammar.tokens[where[0]].word.core in HONORIFICS
    return (where[0] + 1, where[1]) if respected and grammar.phrases.is_title(where[0] + 1) else None


def latter(grammar: Grammar, cast: Cast, act: Attribution, said: Said) -> Range | None:
    """تتهم كييف موسكو بالقصف، وتنفي | الأخيرة: whom the act before addressed, else who was named or who spoke last.

    Named last means here or in the sentence before (التقى الوزير السفير. وقال | الأخير).
    """
    if act.subject is None or not _is_latter(grammar, act.subject):
        return None
    at, last = act.subject[0], said.spoken[-1].act if said.spoken else None
    here = grammar.layout.sentence_of[at]
    whom = last.addressee if last is not None and here - grammar.layout.sentence_of[last.cue[0]] <= 1 else None
    if whom is not None and not is_carrier(grammar, whom[0]):  # قال مصدر للقناة إن الوزير اتصل بالمحافظ وإن | الأخير أبلغه
        return whom
    near = [one.where for one in cast.namings if one.where[1] <= at and here - grammar.layout.sentence_of[one.where[0]] <= 1]
    whole = [where for where in near if not any(other[0] < where[0] < other[1] for other in near)]
    meant = (where for where in (*reversed(whole), *(name for _, name in said.speakers())))
    return next((where for where in meant if _may_be_meant(grammar, act.subject, where)), None)


def _is_latter(grammar: Grammar, where: Range) -> bool:
    """الأخير, هذه الأخيرة: alone or behind a demonstrative."""
    first, size = where[0], where[1] - where[0]
    alone = size == 1 or (size == _POINTING and grammar.parts[first] == DEMONSTRATIVE)
    return alone and grammar.tokens[where[1] - 1].norm in ("الاخير", "الاخيره")


def _may_be_meant(grammar: Grammar, pointer: Range, where: Range) -> bool:
    """Whether somebody can be the latter: one, or a body, of the same gender, no paper and no channel."""
    gender = "f" if grammar.tokens[pointer[1] - 1].norm.endswith("ه") else "m"
    known = bool(grammar.tokens[where[0]].word.labels & {"source", "country"}) or grammar.phrases.is_name(where[0])
    carries = is_paper(grammar, where[0]) or is_carrier(grammar, where[0])
    body = grammar.group(where[0], "source") in ("organ", "group")
    return known and not carries and (body or is_one(grammar, where)) and grammar.gender(where[0]) in ("", gender)


_POINTING = 2


def the_man(grammar: Grammar, cast: Cast, act: Attribution, said: Said) -> Range | None:
    """قال أحد المحتجزين إنه ضرب. وأضاف | الرجل: the last speaker, if he is one person and no other man is told of."""
    where = act.subject
    if where is None or where[1] - where[0] != 1 or grammar.tokens[where[0]].norm not in _PERSONS or cast.fullest(where) != where:
        return None
    last = next((name for one, name in said.speakers() if not nested(one, act, said)), None)
    if last is None or is_paper(grammar, last[0]) or is_carrier(grammar, last[0]):
        return None
    if not is_one(grammar, last) and grammar.tokens[last[0]].word.core not in ("احد", "احدي"):
        return None
    body = grammar.group(last[0], "source") in ("organ", "group") or "country" in grammar.tokens[last[0]].word.labels
    return last if not body and grammar.gender(last[0]) in ("", grammar.gender(where[0])) else None


_PERSONS = word_list("person told anew")
RULES = (pointed_at, addressed, latter, the_man)
"""How a speaker is found who is only pointed at."""
