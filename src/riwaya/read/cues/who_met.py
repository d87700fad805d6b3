"""Who is cited, with what he was present at: نقلت الصحيفة عن مسؤول حضر اللقاء قوله إن."""

from __future__ import annotations

from riwaya.lang.ar.parts import THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.own_sayings import own_saying

_PRESENT, _LONGEST = word_list("was present"), 6


def who_met(grammar: Grammar, source: Range, limit: int) -> tuple[Range, int] | None:
    """عن مسؤول | حضر اللقاء | قوله إن: the whole speaker, and where what he says opens; None where no such clause is on him."""
    verb = next((at for at in range(source[0] + 1, min(source[1] + 1, limit)) if grammar.tokens[at].norm in _PRESENT), None)
    if verb is None or grammar.phrases.has_article(source[0]):
        return None
    for at in range(verb + 1, min(limit, verb + _LONGEST)):
        if grammar.parts[at] == THAT or own_saying(grammar, at) is not None:
            return (source[0], at), at
        if grammar.is_sign(at) or grammar.parts[at] == VERB:
            return None
    return None
