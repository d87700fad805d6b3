"""What a verb of telling points back to with its pronoun: the event before a relative clause, the deed that somebody owns up to."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import ADVERB, NOUN, RELATIVE, THAT
from riwaya.model.swift import changed
from riwaya.read.clauses.around import phrase_after
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.pointed_back import antecedent
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.sayings.attribution import Attribution, attribution
from riwaya.read.sayings.walks import Walk
from riwaya.read.text.tokens import DASHES


def relative_object(grammar: Grammar, index: int, state: Walk) -> Attribution | None:
    """What is said stands before the relative clause whose verb reports it (الهدنة التي أعلنتها القيادة)."""
    relative = grammar.parts[index - 1] == RELATIVE
    adopted = state.cue.lemma == "تبنى" and grammar.is_comma(index - 1)  # قتلوا في تفجير، | تبناه أيضا التنظيم
    if index < 2 or not (relative or adopted or grammar.parts[index - 1] == NOUN):
        return None
    head = antecedent(grammar, index - 1 if relative else index, None)
    if state.cue.lemma == "تبنى" and not relative and (head is None or not _is_told(grammar, head, relative)):
        head = deed_told_back(grammar, index)
    behind = index + 1 + (grammar.parts[index + 1 : index + 2] == [ADVERB])
    if head is None or not _is_told(grammar, head, relative) or behind >= state.limit:
        return None
    marked = grammar.phrases.in_marks(behind, state.limit)  # الهجوم الذي تبناه | «تنظيم الفجر»
    if marked is None and not grammar.phrases.begins(behind):
        return None
    manner = _OWNER if state.cue.lemma == "تبنى" else SUBJECT
    subject = marked or (behind, before_aim(grammar, behind, grammar.phrases.end(behind, state.limit, manner)))
    if grammar.tokens[head[0]].word.labels & {"source", "person"}:  # a speaker, and what he says of the event behind him
        deeds = [at for at in range(*head) if grammar.phrases.is_event_noun(at)]
        head = (max(at for at in deeds if at - 1 not in deeds), head[1])  # قرار | وقف إطلاق النار الذي أعلنته الحكومة
    if any(row.group == "breach" for row in entries_at(grammar, head[0])) and grammar.phrases.is_event_noun(head[0] + 1):
        head = head[0] + 1, head[1]  # خرق | الهدنة التي أعلنتها القيادة
    end = index - 1 if relative or adopted else index
    end -= grammar.is_comma(end - 1) or grammar.tokens[end - 1].raw in DASHES
    made = attribution((index, index + 1), state.cue, "relative_object", (head[0], end))
    return changed(made, subject=subject)


_OWNER = changed(SUBJECT, stops=SUBJECT.stops | {"في"})  # هجوم تبنته الحركة | في مقديشو: where the attack was


def adopted_part(grammar: Grammar, index: int, cue: Cue) -> Attribution | None:
    """هجمات تبنى | بعضها تنظيم القاعدة, تفجيرات تبنى التنظيم | معظمها: who owns up to some or most of the attacks just told."""
    behind, limit = index + 1, grammar.limit(index)
    if not is_part_of_them(grammar, behind, limit):
        end = grammar.phrases.end(behind, limit, _SPLIT) if behind < limit and grammar.phrases.begins(behind) else limit
        subject = (behind, end) if is_part_of_them(grammar, end, limit) else None
    else:
        subject = phrase_after(grammar, behind + 1, limit)
    deed = deed_told_back(grammar, index, several=True)
    if subject is None or deed is None:
        return None
    return changed(attribution((index, index + 1), cue, "adopted", deed), subject=subject)


def is_part_of_them(grammar: Grammar, at: int, limit: int) -> bool:
    """بعضها, معظمها: some or most of them."""
    found = grammar.tokens[at].word.find("quantifier") if at < limit else None
    return found is not None and found.pronoun == "ها" and not found.preposition


_SPLIT = changed(SUBJECT, split=True)


def before_aim(grammar: Grammar, start: int, end: int) -> int:
    """التي تعلنها قوات التحالف | لوقف العمليات: what it is for is no part of who declares it."""
    words = ((at, grammar.tokens[at].word) for at in range(start + 1, end) if grammar.tokens[at].word.preposition == "ل")
    aims = (at for at, word in words if grammar.phrases.is_masdar(at) or word.find("cue", "noun") is not None)
    return next(aims, end)


def _is_told(grammar: Grammar, head: Range, relative: bool) -> bool:
    """Whether what a relative clause points back to is an event (هدنة إنسانية أعلنها): no case, no figure, no plan."""
    event = any(grammar.phrases.is_event_noun(at) for at in range(*head))
    return event and (relative or not grammar.phrases.is_definite(head[0]))


def owned_back(grammar: Grammar, cue: int, content: Range) -> Range | None:
    """قتلوا في | هجوم | أعلنت الحركة مسؤوليتها عنه: the deed before the verb, if a pronoun behind it means one."""
    near = range(content[0] + 1, min(content[1], content[0] + _NEAR))
    meant = next((at for at in near if grammar.tokens[at].norm in _FOR_IT), None)
    return deed_told_back(grammar, cue, pronoun=meant) if meant is not None else None


_FOR_IT, _NEAR = ("عنه", "عنها", "وراءه", "وراءها"), 5  # مسؤوليتها | عنه, وقوفها | وراءه


def deed_told_back(grammar: Grammar, index: int, several: bool = False, pronoun: int | None = None) -> Range | None:
    """هجوم على ثكنة في الجنوب، | تبناه التنظيم, نسبته إلى: the nearest attack before a verb that its pronoun can mean."""
    end = index - 1 if grammar.is_comma(index - 1) or grammar.parts[index - 1] == RELATIVE else index
    first = max(grammar.layout.sentence(index).start, end - _FAR)
    for at in range(end - 1, first - 1, -1):
        if grammar.parts[at] == THAT or (grammar.is_comma(at) and at < end - 1 and grammar.tokens[at + 1].word.conjunction):
            return None
        attack = grammar.parts[at] == NOUN and any(row.group == "attack" for row in entries_at(grammar, at))
        named = index if pronoun is None else pronoun
        meant = grammar.tokens[at].word.bare.endswith("ات") if several else _is_meant(grammar, at, named)
        if attack and grammar.phrases.is_event_noun(at) and meant:
            return at, end
    return None


_FAR = 16


def _is_meant(grammar: Grammar, at: int, index: int) -> bool:
    """هجوم، | تبناه, عملية، | تبنتها: whether the pronoun on a verb has the gender of a deed; several deeds are she."""
    bare = grammar.tokens[at].word.bare
    return grammar.tokens[index].norm.endswith("ها") == bare.endswith(("ة", "ات", "تين", "تان"))
