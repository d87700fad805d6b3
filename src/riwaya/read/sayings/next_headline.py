"""Headlines that tell two things: where the second begins behind what somebody says, joined with و alone."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, RELATIVE, THAT, VERB
from riwaya.read.clauses.clauses import verb_form
from riwaya.read.clauses.companions import entries_at
from riwaya.read.grammar import Grammar


def before_next_headline(grammar: Grammar, start: int, end: int, cue: int) -> int:
    """Where what is said in a headline ends, before the next thing that it tells; else the end given."""
    if grammar.layout.sentence(start).paragraph:
        return end
    for at in range(start + 1, end):
        if grammar.tokens[at].word.conjunction != "و":
            continue
        if _tells_of_both(grammar, at, end) or _does_more(grammar, start, at, cue):
            return at
        if _happens(grammar, start, at, cue):
            return at - 1
    return end


def _tells_of_both(grammar: Grammar, at: int, end: int) -> bool:
    """ترحب بتمديد الهدنة | واتهامات متبادلة بخرقها, يتبنى الهجوم | ومباحثات بين العاصمتين: what goes on between two sides."""
    if grammar.parts[at] != NOUN or not (grammar.phrases.is_event_noun(at) or "cue" in grammar.tokens[at].word.labels):
        return False
    if grammar.phrases.is_definite(at) or at + 1 >= end:
        return False
    return grammar.tokens[at + 1].word.core in _MUTUAL


_MUTUAL = frozenset({"بين", "متبادل", "متبادله"})


def _happens(grammar: Grammar, start: int, at: int, cue: int) -> bool:
    """تتعهد بالرد|، ومقتل جنديين في كمين, تلوّح بوقف التبادل|، والقصف يتجدد: behind a comma whom it cost, or who does something now.

    None where what is said has a verb itself, for that may go on; an army may announce that it gained ground and whom it killed.
    """
    if not grammar.is_comma(at - 1) or any(part in (VERB, RELATIVE, THAT) for part in grammar.parts[start:at]):
        return False
    if grammar.phrases.has_article(at):
        form = verb_form(grammar, at + 1) if grammar.parts[at + 1 : at + 2] == [VERB] else None
        return form is not None and form.tense == "imperfect"
    found = grammar.tokens[cue].word.find("cue")
    ahead = found is not None and getattr(found.sense.entry, "act", "") in _AHEAD
    return ahead and grammar.phrases.is_event_noun(at) and any(row.group == "result" for row in entries_at(grammar, at))


_AHEAD = frozenset({"promise", "threaten", "demand", "warn", "reject", "support"})


def _does_more(grammar: Grammar, start: int, at: int, cue: int) -> bool:
    """تهدد بالرد على القصف | وتفرض عقوبات: a second verb in the form of the one before what is said, in which there is none."""
    told = verb_form(grammar, cue) if grammar.parts[cue] == VERB else None
    now = verb_form(grammar, at) if grammar.parts[at] == VERB else None
    if told is None or now is None or any(part in (VERB, RELATIVE, THAT) for part in grammar.parts[start:at]):
        return False
    return (told.tense, told.gender, told.number) == (now.tense, now.gender, now.number)
