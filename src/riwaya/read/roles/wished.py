"""Meetings that somebody refuses, asks for or plans, and whom he is to meet."""

from __future__ import annotations

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


_MEETING, _WISHES = ("التقى", "استقبل", "قابل"), ("reject", "demand", "promise")
