"""Who welcomes whom: كان في استقبال الوزير لدى وصوله محافظ المدينة."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, PREPOSITION
from riwaya.read.clauses.near import ACTOR, TARGET
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range

_WAS_REACH, _REACH = 4, 14
_ON_ARRIVAL = ("لدي", "لحظه", "عند", "حين")


def welcomed(grammar: Grammar, mark: Mark) -> tuple[Range | None, Range | None] | None:
    """وكان في | استقبال الوزير لحظة وصوله نائب الرئيس: the guest stands right behind the noun, who welcomes him farther on."""
    at = mark.index
    if mark.is_verb or mark.entry.lemma != "استقبل" or at < 2 or grammar.tokens[at - 1].norm != "في":
        return None
    first = max(grammar.layout.sentence(at).start, at - _WAS_REACH)
    if not any(grammar.parts[k] == AUXILIARY for k in range(first, at)) or mark.found.pronoun:
        return None
    limit = grammar.limit(at)
    if mark.end >= limit or not grammar.phrases.begins(mark.end):
        return None
    guest = mark.end, grammar.phrases.end(mark.end, limit, TARGET)
    return _who(grammar, guest[1], limit), guest


def _who(grammar: Grammar, at: int, limit: int) -> Range | None:
    """لدى وصوله إلى المطار | محافظ المدينة: somebody in no case but the first, past where and when the guest came."""
    for k in range(at, min(limit, at + _REACH)):
        word, led = grammar.tokens[k].word, grammar.parts[k - 1] == PREPOSITION or bool(grammar.tokens[k].word.preposition)
        if led or word.core in _ON_ARRIVAL or grammar.tokens[k - 1].word.core in _ON_ARRIVAL or word.conjunction:
            continue
        if word.labels & {"person"} or grammar.phrases.is_title(k):
            return k, grammar.phrases.end(k, limit, ACTOR)
    return None
