"""Of whom a clause goes on to tell by the pronoun of أن: إن المسيرة تركية، وإنها | أطلقت صواريخ."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import ADVERB, AUXILIARY, NEGATION, NOUN, PERFECTIVE, PREPOSITION, THAT
from riwaya.read.clauses.able import is_party
from riwaya.read.clauses.near import ACTOR, counted_end, thing_group
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import Manner
from riwaya.read.roles.set_off import is_owned_that

TOPIC = Manner(ACTOR.stops - {"من"}, split=True)
_LIGHT, _BACK = frozenset({AUXILIARY, PERFECTIVE, NEGATION, ADVERB}), 40


def same_topic(grammar: Grammar, index: int, form: VerbForm, first: int) -> Range | None:
    """إن المسيرة تركية، وإنها | أطلقت صواريخ: a verb behind و and أن with a pronoun goes on with the topic before."""
    at = index - 1
    while at > first and grammar.parts[at] in _LIGHT:
        at -= 1
    if grammar.tokens[at].norm in _AND_HE:
        return _while_he(grammar, at, form, first)
    if at <= first or not is_owned_that(grammar, at) or not grammar.tokens[at].word.conjunction:
        return None
    return topic_before(grammar, at, form, first)


def topic_before(grammar: Grammar, index: int, form: VerbForm, first: int) -> Range | None:
    """أن وحدة من الجيش تعرضت لإطلاق نار، وأنها | ردت عليه: the topic of the أن before, which a later one goes on with."""
    for at in range(index - 1, max(first - 1, index - _BACK, 0), -1):
        if grammar.parts[at - 1] != THAT or is_owned_that(grammar, at - 1):
            continue
        if not grammar.phrases.begins(at) or grammar.tokens[at].word.preposition:
            return None
        found = at, counted_end(grammar, at, index, TOPIC)
        fits = is_party(grammar, found) or thing_group(grammar, at) == "vehicle"
        return found if fits and grammar.agrees(form, at, before=True) else None
    return None


def _while_he(grammar: Grammar, at: int, form: VerbForm, first: int) -> Range | None:
    """شوهدت القوات وهي | تقصف البلدة, ضبط الشاب وهو | يهاجم حارسا: the nearest before it who agrees."""
    for head in range(at - 1, first - 1, -1):
        led = grammar.parts[head - 1] == PREPOSITION if head else False
        if (
            grammar.parts[head] != NOUN
            or not grammar.phrases.begins(head)
            or led
            or grammar.phrases.preposition_of(grammar.tokens[head])
        ):
            continue
        found = head, counted_end(grammar, head, at, TOPIC)
        somebody = is_party(grammar, found) and bool(grammar.tokens[head].word.labels & {"person", "source", "country"})
        inner = head > first and grammar.parts[head - 1] == NOUN and grammar.phrases.end(head - 1, at, TOPIC) > head
        if (somebody or thing_group(grammar, head) == "vehicle") and not inner and grammar.agrees(form, head, before=True):
            return found
    return None


_AND_HE = frozenset({"وهو", "وهي", "وهم", "وهما"})
