"""Headlines that tell two things: where the second begins behind what somebody says, joined with و alone."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, RELATIVE, THAT, VERB
from riwaya.read.clauses.clauses import verb_form
from riwaya.read.grammar import Grammar


def before_next_headline(grammar: Grammar, start: int, end: int, cue: int) -> int:
    """Where what is said in a headline ends, before the next thing that it tells; else the end given."""
    if grammar.layout.sentence(start).paragraph:
        return end
    heads = (at for at in range(start + 1, end) if grammar.tokens[at].word.conjunction == "و")
    return next((at for at in heads if _tells_of_both(grammar, at, end) or _does_more(grammar, start, at, cue)), end)


def _tells_of_both(grammar: Grammar, at: int, end: int) -> bool:
    """ترحب بتمديد الهدنة | واتهامات متبادلة بخرقها, يتبنى الهجوم | ومباحثات بين العاصمتين: what goes on between two sides."""
    if grammar.parts[at] != NOUN or not (grammar.phrases.is_event_noun(at) or "cue" in grammar.tokens[at].word.labels):
        return False
    if grammar.phrases.is_definite(at) or at + 1 >= end:
        return False
    return grammar.tokens[at + 1].word.core in _MUTUAL


_MUTUAL = frozenset({"بين", "متبادل", "متبادله"})


def _does_more(grammar: Grammar, start: int, at: int, cue: int) -> bool:
    """تهدد بالرد على القصف | وتفرض عقوبات: a second verb in the form of the one before what is said, in which there is none."""
    told = verb_form(grammar, cue) if grammar.parts[cue] == VERB else None
    now = verb_form(grammar, at) if grammar.parts[at] == VERB else None
    if told is None or now is None or any(part in (VERB, RELATIVE, THAT) for part in grammar.parts[start:at]):
        return False
    return (told.tense, told.gender, told.number) == (now.tense, now.gender, now.number)
