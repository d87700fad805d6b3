"""What is told as a noun phrase ends where the next speaker or a judgement begins: أعلن الجيش مقتل ضابط | والحزب ينفي."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import RELATIVE, THAT, VERB
from riwaya.model.swift import changed
from riwaya.read.clauses.clauses import verb_form
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.attribution import Attribution

_PHRASES = frozenset({"verb_object", "verb_about", "reporting_noun"})


def before_next(grammar: Grammar, acts: list[Attribution]) -> list[Attribution]:
    """القسام تعلن استهداف آلية | والاحتلال يعترف بمقتل ضابط, أدان الهجوم |، معتبرا القصف جريمة: where what is told ends.

    The next speaker stands right before his verb, whose content is behind it; a clause behind أن may hold both.
    """
    starts = {at for act in acts if (at := _begins(grammar, act)) is not None}
    acts = [_before_denial(grammar, act) for act in _within_relatives(grammar, acts)]
    return [_cut(grammar, act, starts) for act in acts] if starts else acts


def _within_relatives(grammar: Grammar, acts: list[Attribution]) -> list[Attribution]:
    """نفت الحكومة، التي تصف الحملة بأنها عملية أمنية|، استهداف المدنيين: what is said in the relative ends with it."""
    ends = dict(found for act in acts if (found := _relative(grammar, act)) is not None)
    if not ends:
        return acts
    held = [next((ends[at] for at in ends if at < act.cue[0] < ends[at]), act.content[1]) for act in acts]
    return [
        changed(act, content=(act.content[0], end)) if act.content[0] < end < act.content[1] else act
        for act, end in zip(acts, held, strict=True)
    ]


def _relative(grammar: Grammar, act: Attribution) -> Range | None:
    """The commas around a relative that says who speaks, with the content behind it."""
    if act.subject is None or act.subject[0] < act.cue[1] or act.content[0] <= act.subject[1] + 1:
        return None
    first, last = act.subject[1], act.content[0] - 1
    last -= grammar.parts[last] == THAT
    around = grammar.is_comma(first) and grammar.is_comma(last) and grammar.parts[first + 1] == RELATIVE
    return (first, last) if around and first < last else None


def _before_denial(grammar: Grammar, act: Attribution) -> Attribution:
    """الجيش يعلن استعادة المدينة | والحركة تنفي: somebody else with و and a bare verb of denying at the end are not told."""
    first, last = act.content[0], act.content[1] - 1
    if act.quoted or last <= first or grammar.parts[last] != VERB or grammar.tokens[last].word.conjunction:
        return act
    cues = (one.sense.entry for one in grammar.tokens[last].word.all("cue", "verb"))
    if not any(isinstance(one, Cue) and one.act in _DENIES for one in cues):
        return act
    joined = (at for at in range(last - 1, max(first, last - _WHO), -1) if grammar.tokens[at].word.conjunction == "و")
    at = next((at for at in joined if grammar.phrases.begins(at) and grammar.phrases.end(at, last) == last), first)
    return changed(act, content=(first, at)) if at > first else act


_DENIES, _WHO = ("deny", "reject"), 6


def _begins(grammar: Grammar, act: Attribution) -> int | None:
    """| والاحتلال يعترف بـ, |، معتبرا القصف جريمة: a subject with و up to its verb, or a comma before a judging participle.

    Or a comma before a bare verb and its own subject: باستثناء القائد الذي أقر بالقتل|، نفى الآخرون.
    """
    cue, who = act.cue[0], act.subject
    if who is not None and who[0] == act.cue[1] and _turns(grammar, act):
        return cue - 1
    if act.rule == "considered" and who is None and cue and grammar.is_comma(cue - 1):
        return cue - 1 if grammar.phrases.is_participle_cue(cue) else None
    if who is None or who[1] != cue or not act.rule.startswith("verb") or grammar.tokens[cue].word.conjunction:
        return None
    return who[0] if grammar.tokens[who[0]].word.conjunction == "و" else None


def _turns(grammar: Grammar, act: Attribution) -> bool:
    """الذي أقر بالقتل|، نفى الآخرون: behind a comma a perfect verb of saying without و."""
    cue = act.cue[0]
    bare = act.rule.startswith("verb") and cue > 0 and grammar.is_comma(cue - 1) and not grammar.tokens[cue].word.conjunction
    form = verb_form(grammar, cue) if bare else None
    return form is not None and form.tense == "perfect"


def _cut(grammar: Grammar, act: Attribution, starts: set[int]) -> Attribution:
    if act.rule not in _PHRASES or act.quoted or grammar.parts[act.content[0] - 1] == THAT:
        return act
    end = next((at for at in range(act.content[0] + 1, act.content[1]) if at in starts), act.content[1])
    return changed(act, content=(act.content[0], end)) if end < act.content[1] else act
