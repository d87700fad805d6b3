"""What somebody says he thinks, hopes or fears: one statement, in the act of the verb of judging."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import THAT, VERB
from riwaya.model.swift import changed
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.attribution import Attribution

_OWN = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p")}
"""The pronoun on إن → the form of the verb whose subject it is."""


def told_of_himself(grammar: Grammar, acts: list[Attribution]) -> list[Attribution]:
    """قال الوزير | إنه يخشى أن تمتد الحرب: what a speaker says he thinks or fears he judges himself, in one statement."""
    starts = {act.cue[0] for act in acts if act.act == "assess"}
    own = {act.content[0] for act in acts if act.act == "assert" and act.content[0] in starts and _is_his_own(grammar, act)}
    judged = [changed(act, act="assess") if act.act == "assert" and act.content[0] in own else act for act in acts]
    return [act for act in judged if act.cue[0] not in own]


def _is_his_own(grammar: Grammar, act: Attribution) -> bool:
    """قالت | إنها تأمل, قالوا | إنهم يعتقدون: a verb of judging behind إن with his pronoun; not قالت الوزارة | إنه يعتقد."""
    index = act.content[0]
    if grammar.parts[index] != VERB or grammar.parts[index - 1] != THAT:
        return False
    that = grammar.tokens[index - 1].norm
    wanted = next((_OWN[ending] for ending in ("هم", "ها", "ه") if that.endswith(ending)), None)
    if wanted is None or act.gender not in ("", "c", wanted[0]):
        return False
    found = grammar.tokens[index].word.all("cue", "verb")
    return any(_is_judgement(one.sense.entry) and not one.pronoun and _fits(one.sense.form, wanted) for one in found)


def _is_judgement(entry: object) -> bool:
    """يعتقد, يأمل, يخشى, يتوقع: a verb of what somebody thinks."""
    return isinstance(entry, Cue) and entry.act == "assess" and entry.detail in ("judge", "hope", "fear", "expect")


def _fits(form: object, wanted: tuple[str, str]) -> bool:
    """Whether a verb is an imperfect of the third person in a gender and number."""
    if not isinstance(form, VerbForm) or form.tense != "imperfect" or form.person != 3:
        return False
    return form.number == wanted[1] and form.gender in (wanted[0], "c")
