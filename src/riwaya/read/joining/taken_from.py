"""From whom something is taken or somebody is freed: he is no part of who took it, nor of what was taken."""

from __future__ import annotations

from riwaya.model.swift import changed
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.roles import Roles


def taken_from(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """انتزع الجيش المبنى | من المسلحين, انتزع المسلحون | من الجيش القاعدة: whoever loses what is taken is a third party."""
    if mark.entry.group not in ("hold", "free") or mark.entry.frame != "AO":
        return roles
    actor, target = _before_loser(grammar, mark, roles.actor), _before_loser(grammar, mark, roles.target)
    return roles if (actor, target) == (roles.actor, roles.target) else changed(roles, actor=actor, target=target)


def _before_loser(grammar: Grammar, mark: Mark, where: Range | None) -> Range | None:
    """المبنى | من المسلحين, القوات | من المتمردين: a definite phrase behind a verb, up to من before a party; not عدد من الجنود."""
    if where is None or where[0] < mark.index:
        return where
    for at in range(where[0] + 1, where[1] - 1):
        if grammar.tokens[at].norm == "من" and _loses(grammar, at + 1) and _is_known(grammar, at - 1):
            return where[0], at
    return where


def _is_known(grammar: Grammar, at: int) -> bool:
    """المبنى, «الوادي», القوات الحكومية; القوات المدعومة | من الدولة goes on."""
    takes = grammar.phrases.is_adjective(at) and grammar.tokens[at].word.core.startswith("م")
    return not takes and (grammar.phrases.is_definite(at) or grammar.phrases.is_proper(at) or at in grammar.layout.opening)


def _loses(grammar: Grammar, at: int) -> bool:
    """المسلحين, الجيش, «داعش»: a party."""
    word = grammar.tokens[at].word
    party = word.labels & {"person", "source", "demonym"} and "thing" not in word.labels
    return bool(party) or at in grammar.layout.closing
