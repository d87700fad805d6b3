"""Where a content within another's words ends: before what goes on with the words of whoever told of it."""

from __future__ import annotations

from riwaya.lang.ar.parts import THAT
from riwaya.model.swift import changed
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.attribution import Attribution


def before_tellers_own(grammar: Grammar, acts: list[Attribution]) -> list[Attribution]:
    """أكد أن بلاده تدين الإرهاب | وأنها مستعدة, قال إن الوزير أبلغه بأن الحرب قريبة، | وإن الجانبين اتفقا: the outer أن goes on."""
    outers = [act for act in acts if grammar.parts[act.content[0] - 1] == THAT]
    return [_cut(grammar, act, outers) for act in acts]


def _cut(grammar: Grammar, act: Attribution, outers: list[Attribution]) -> Attribution:
    """An act with its content before the outer teller's next أن; the same where it stands in nobody's words."""
    index = act.cue[0]
    around = (one for one in outers if one.cue != act.cue and one.content[0] <= index < one.content[1])
    outer = max(around, key=lambda one: one.content[0], default=None)
    if outer is None or grammar.layout.quote_around(act.content[0]) is not None:
        return act
    own = _kind(grammar, act.content[0] - 1)
    wanted = _kind(grammar, outer.content[0] - 1)
    at = next((k for k in range(act.content[0] + 1, act.content[1]) if _goes_on(grammar, k)), None)
    if own == wanted or at is None or _kind(grammar, at) != wanted or not act.rule.startswith(_OF_VERBS):
        return act
    return changed(act, content=_before(grammar, act.content, at))


_OF_VERBS = ("verb", "participle")


def _before(grammar: Grammar, content: Range, at: int) -> Range:
    """A content up to a token, no comma at its end."""
    end = at - 1 if at - 1 > content[0] and grammar.is_comma(at - 1) else at
    return content[0], end


def _goes_on(grammar: Grammar, at: int) -> bool:
    """وأن, وإنه: a joined أن."""
    return grammar.parts[at] == THAT and grammar.tokens[at].norm.startswith("وا")


def _kind(grammar: Grammar, at: int) -> str:
    """إن or أن, as it is written; empty where none stands."""
    if grammar.parts[at] != THAT:
        return ""
    return "إن" if "إ" in grammar.tokens[at].raw else "أن"
