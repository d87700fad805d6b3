"""What a verb seems to meet before its time: a preposition of the phrase between it and its content, قرب that tells how soon."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION, THAT, VERB
from riwaya.read.clauses.voices import SPEAKERS
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.objects import CLAIMED
from riwaya.read.sayings.posts import is_posted
from riwaya.read.sayings.walks import Walk

_REACH = 14


def is_elsewhere(grammar: Grammar, state: Walk, at: int) -> bool:
    """أكد | على تويتر | أن, أشار خلال زيارة | إلى الحدود | إلى أن: a medium, or more of an adjunct, leads to no content."""
    return is_posted(grammar, state, at) or _is_met_first(grammar, state, at)


def _is_met_first(grammar: Grammar, state: Walk, at: int) -> bool:
    """أشار الوزير خلال زيارة | إلى الحدود | إلى أن: of an adjunct, where it comes again with أن.

    دعا في رسالة | إلى القادة | إلى وقف القتال: or, behind somebody or a place, with a deed.
    """
    core, parts = grammar.tokens[at].word.core, grammar.parts
    if parts[at] != PREPOSITION or parts[at + 1 : at + 2] in ([], [THAT]) or not _is_between(grammar, state, at):
        return False
    if _is_there(grammar, at + 1) and (end := grammar.phrases.end(at + 1, state.limit)) + 1 < state.limit:
        again = parts[end] == PREPOSITION and grammar.tokens[end].word.core == core
        if again and (grammar.phrases.is_masdar(end + 1) or grammar.phrases.is_event_noun(end + 1)):
            return True
    for k in range(at + 1, min(state.limit - 1, at + _REACH)):
        if parts[k] == VERB or grammar.tokens[k].word.conjunction:
            return False
        if parts[k] == PREPOSITION and grammar.tokens[k].word.core == core and parts[k + 1] == THAT:
            return True
    return False


def _is_between(grammar: Grammar, state: Walk, at: int) -> bool:
    """Whether a token goes on with the phrase that was passed over, a time between or none."""
    before = at
    while before - 1 in grammar.phrases.dated:
        before -= 1
    return state.adjunct is not None and state.adjunct[1] in (at, before)


def _is_there(grammar: Grammar, at: int) -> bool:
    """في زيارة إلى | بغداد, في رسالة إلى | القادة: a place, or somebody."""
    known = grammar.tokens[at].word.labels & {"source", "person", "country", "thing"}
    return grammar.phrases.begins(at) and (at in grammar.phrases.placed or bool(known))


def is_nearness(grammar: Grammar, state: Walk, at: int) -> bool:
    """أكد القائد | قرب انتهاء المعارك, أعلن المبعوث | قرب التوصل إلى اتفاق: before a verbal noun it says how soon, not where."""
    if grammar.tokens[at].norm != "قرب" or not state.cue.frames & CLAIMED or at + 2 >= state.limit:
        return False
    known = state.subject is not None or not state.needs_subject
    phrases, behind = grammar.phrases, at + 1
    deed = phrases.is_masdar(behind) or phrases.is_definite_masdar(behind)
    later = (k for k in range(behind + 2, state.limit) if grammar.parts[k - 1] != PREPOSITION)
    else_said = any(grammar.parts[k] == THAT or phrases.is_claim_noun(k) for k in later)
    return known and deed and behind not in phrases.placed and not else_said


def goes_with_adjunct(grammar: Grammar, state: Walk, at: int) -> bool:
    """أقر الأسد خلال لقائه | ببعض أنصاره | بتراجع قواته: what belongs to the event noun of an adjunct is not what is admitted."""
    if state.adjunct is None or state.adjunct[1] != at or not grammar.phrases.is_event_noun(state.adjunct[0]):
        return False
    if state.adjunct == state.channel and "cue" in grammar.tokens[state.adjunct[0]].word.labels:
        return False
    if grammar.phrases.is_event_noun(at) or grammar.phrases.is_masdar(at):
        return False
    later = range(at + 1, state.limit)  # أشاد خلال لقائه القائد | بجهود الجنود: what no other ب follows, and nobody whom one meets
    again = any(_leads_again(grammar, k) for k in later)
    somebody = grammar.tokens[at].word.labels & SPEAKERS or at in grammar.phrases.named or grammar.phrases.is_name(at)
    return again or grammar.parts[at] != NOUN or bool(somebody)


def _leads_again(grammar: Grammar, at: int) -> bool:
    """ب before a noun, or أن: what the verb may ask for; not به."""
    return grammar.parts[at] == THAT or (grammar.parts[at] == NOUN and grammar.phrases.preposition_of(grammar.tokens[at]) == "ب")
