"""Attacks that happened, though nobody was hurt: what is denied is the harm that came of them."""

from __future__ import annotations

from riwaya.lang.ar.parts import PREPOSITION, THAT, VERB
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.near import person_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar


def denies_harm(grammar: Grammar, verb: int, mark: Mark) -> bool:
    """لم تقع | إصابات | في الهجوم, لم يبلغ عن | ضحايا | جراء الانفجار: those hurt stand between the verb and the attack."""
    if mark.entry.group != "attack" or mark.entry.type != "ASSAULT":
        return False
    between = range(verb + 1, mark.index)
    hurt = next((at for at in between if _is_harm(grammar, at)), None)
    if hurt is None:
        return False
    behind = range(hurt + 1, mark.index)
    led = any(grammar.parts[at] == PREPOSITION for at in behind) or bool(mark.found.preposition)
    return led and not any(grammar.parts[at] == VERB for at in behind)


def _is_harm(grammar: Grammar, at: int) -> bool:
    """إصابات, قتلى, ضحايا: people who are hurt or killed, or that they are."""
    return person_group(grammar, at) == "victim" or any(entry.group == "result" for entry in entries_at(grammar, at))


def without_harm(grammar: Grammar, mark: Mark, marks: list[Mark]) -> bool:
    """سقطت المسيرة دون أن | توقع ضحايا, من دون أن | يصاب أحد: that nobody was hurt is told beside what happened.

    ست غارات لم | تخلف ضحايا: so it is by the verb of an attack that is told right before; not إن القصف لم يوقع ضحايا.
    """
    if mark.entry.group != "result":
        return False
    if not mark.is_verb:
        return _none_came(grammar, mark)
    before = grammar.layout.norms[max(0, mark.index - 2) : mark.index]
    if before == ["دون", "ان"]:
        return True
    if mark.entry.lemma not in ("خلف", "أوقع") or before[-1:] not in (["لم"], ["ولم"]):
        return False
    attack = next((one for one in reversed(marks) if one.index < mark.index), None)
    if attack is None or attack.entry.type != "ASSAULT" or attack.found.article:
        return False
    between = range(attack.index, mark.index)
    return attack.index >= grammar.layout.sentence(mark.index).start and THAT not in (grammar.parts[at] for at in between)


def _none_came(grammar: Grammar, mark: Mark) -> bool:
    """انفجرت عبوة ولم تقع | إصابات, ولم تحدث أي | إصابات: right behind a verb of happening that is negated, "any" aside."""
    verb = mark.index - 1 - (grammar.layout.norms[mark.index - 1] == "اي")
    plain = not (mark.found.article or mark.found.pronoun) and verb > 0 and grammar.parts[verb] == VERB
    return plain and grammar.light(verb) == "event" and grammar.layout.norms[verb - 1] in ("لم", "ولم")
