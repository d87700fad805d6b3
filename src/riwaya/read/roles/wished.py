"""Deeds that are only told of: whom somebody is to meet who refuses, asks for or plans it, and who is threatened with them."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.roles.roles import Roles
from riwaya.read.statements import Told


def wished(grammar: Grammar, mark: Mark, roles: Roles, told: Told | None) -> Roles:
    """رفضت الحركة | لقاء المبعوث, طلب الوفد لقاء الوزير: whoever refuses, asks for or plans a meeting meets its genitive."""
    whom = roles.actor
    if told is None or mark.is_verb or mark.entry.lemma not in _MEETING or whom is None or roles.target is not None:
        return roles
    named = whom[0] == mark.end and not grammar.phrases.preposition_of(grammar.tokens[whom[0]])
    own = told.statement.act in _WISHES and mark.index == told.content[0] and not mark.found.preposition
    if not (named and own) or told.speaker is None or told.speaker == whom or grammar.tokens[whom[0]].word.core.endswith("ين"):
        return roles
    return Roles(told.speaker, whom)


def not_admitted(grammar: Grammar, roles: Roles, told: Told | None) -> Roles:
    """نفى الجيش | مزاعم استهداف المدنيين: whoever denies what others claim is not said by them to have done it."""
    if told is None or told.statement.act != "deny" or roles.actor is None or roles.actor != told.speaker:
        return roles
    return changed(roles, actor=None) if grammar.tokens[told.content[0]].word.core in _CLAIMS else roles


_CLAIMS = word_list("claims that are denied")
_MEETING, _WISHES = ("التقى", "استقبل", "قابل"), ("reject", "demand", "promise")


def threatened(mark: Mark, roles: Roles, told: Told | None) -> Roles:
    """هدد التنظيم | السكان | بالقتل والتهجير: whoever is threatened suffers what he is threatened with, if it names nobody."""
    if told is None or told.statement.act != "threaten" or told.addressee is None or mark.is_verb or roles.target is not None:
        return roles
    first = mark.index == told.content[0] or (mark.index == told.content[0] + 1 and bool(mark.found.conjunction))
    return changed(roles, target=told.addressee) if first and mark.entry.type in _DONE_TO_HIM else roles


_DONE_TO_HIM = frozenset({"ASSAULT", "COERCE"})
