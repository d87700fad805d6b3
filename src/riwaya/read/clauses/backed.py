"""Who leads or backs a force, told in the middle of its name."""

from __future__ import annotations

from riwaya.lang.ar.parts import PREPOSITION, RELATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT, Manner


def leads(grammar: Grammar, at: int) -> bool:
    """تحالف | تقوده الدولة, القوات | التي تدعمها الدولة, القوات الموالية | والمدعومة من الدولة: what says who leads or backs it."""
    if grammar.tokens[at].word.core.startswith("مدعوم"):
        return True
    behind = at + (grammar.parts[at] == RELATIVE)
    return behind < len(grammar.tokens) and grammar.tokens[behind].word.core in _LEADS


def with_leader(grammar: Grammar, end: int) -> int:
    """التحالف | الذي تقوده الدولة, القوات | التي يقودها اللواء: where a mention ends with the clause that says who leads it."""
    at = end + 1
    if at + 1 >= len(grammar.tokens) or grammar.parts[end] != RELATIVE or grammar.tokens[end].word.conjunction:
        return end
    if grammar.tokens[at].word.core not in _LEADS or not grammar.phrases.begins(at + 1):
        return end
    return grammar.phrases.end(at + 1, grammar.limit(end), Manner(attach=False, join=False, split=True))


def past_backers(grammar: Grammar, force: Range, preps: frozenset[str]) -> int:
    """سيطرت قوات كردية | تدعمها واشنطن | على المطار: the preposition that a verb asks for, behind the clause that says who leads or
    backs a force; 0 where none stands.
    """
    at, limit = force[1], grammar.limit(force[0])
    behind = at + 1 + (at < limit and grammar.parts[at] == RELATIVE)
    if behind >= limit or not leads(grammar, at) or grammar.parts[behind - 1] != VERB or not grammar.phrases.begins(behind):
        return 0
    end = grammar.phrases.end(behind, limit, _BACKER)
    return end if end < limit and grammar.parts[end] == PREPOSITION and grammar.tokens[end].word.core in preps else 0


_BACKER = Manner(SUBJECT.stops | {"علي", "في", "من"}, split=True)
_LEADS = word_list("leads or backs")
