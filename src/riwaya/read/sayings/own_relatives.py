"""Relatives between commas that have words of their own: نفت الحركة، | التي تقول إنها تحمي السكان، | استهداف القرية."""

from __future__ import annotations

from riwaya.lang.ar.parts import RELATIVE, THAT, VERB
from riwaya.read.grammar import Grammar


def past_own_saying(grammar: Grammar, at: int, limit: int) -> int:
    """نفت الحركة، | التي تقول إنها تحمي السكان|، استهداف القرية: the comma that closes a relative with a verb and أن of its own.

    The same token where no object or أن follows, or where أن stands far from such a verb.
    """
    if grammar.parts[at] != RELATIVE or not grammar.is_comma(at - 1):
        return at
    close = next((k for k in range(at + 2, min(limit, at + _TOLD)) if grammar.is_comma(k)), limit)
    if close + 1 >= limit or not (that := [k for k in range(at + 2, close) if grammar.parts[k] == THAT]):
        return at
    says = (k for k in range(max(at + 1, that[0] - _SAYING), that[0]) if grammar.parts[k] == VERB)
    behind = grammar.tokens[close + 1]
    object_behind = grammar.phrases.begins(close + 1) and not grammar.phrases.preposition_of(behind)
    goes_on = not behind.word.conjunction and (object_behind or grammar.parts[close + 1] == THAT)
    return close if goes_on and any("cue" in grammar.tokens[k].word.labels for k in says) else at


_TOLD, _SAYING = 30, 4
