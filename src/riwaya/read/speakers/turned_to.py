"""Whom a sentence has turned to since the last who spoke in it: أعلن الوسيط هدنة، غير أن | الجيش | واصل القصف، وتوعد بالرد."""

from __future__ import annotations

from riwaya.lang.ar.parts import THAT, VERB
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.sayings.attribution import Attribution
from riwaya.read.sayings.turning import is_contrast
from riwaya.read.speakers.agreement import agree


def turned_to(grammar: Grammar, act: Attribution, first: int) -> Range | None:
    """غير أن | الجيش | واصل القصف، وتوعد: behind a contrast somebody before his verb, with which the verb of saying is joined.

    ``first``: where the content of the last who spoke in the sentence ends.
    """
    cue = act.cue[0]
    if not act.rule.startswith("verb") or grammar.tokens[cue].word.conjunction != "و":
        return None
    turn = next((at for at in range(cue - 1, first - 1, -1) if is_contrast(grammar, at)), None)
    if turn is None:
        return None
    head = turn + 1 + (grammar.parts[turn + 1] == THAT)
    if head >= cue or not grammar.phrases.begins(head) or not grammar.tokens[head].word.labels & _SOMEBODY:
        return None
    end = grammar.phrases.end(head, cue, SUBJECT)
    return (head, end) if end < cue and grammar.parts[end] == VERB and agree(grammar, act, (head, end)) else None


_SOMEBODY = frozenset({"source", "person", "country"})
