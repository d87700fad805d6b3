"""Who is hit under the name that somebody gives him: قتالا ضد من سماهم | الغزاة, مقتل عشرة ممن وصفهم | بالإرهابيين."""

from __future__ import annotations

from riwaya.lang.ar.parts import VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.near import TARGET
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.roles import Roles


def so_called(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """تحييد من وصفهم | بالإرهابيين: what an event word without a target of its own hits, behind من or ممن and a verb of calling."""
    if mark.entry.type not in _DEEDS or mark.entry.frame not in ("A", "AO", "P", "M", "C", "V"):
        return roles
    start = roles.target[1] - 1 if roles.target is not None and roles.target[0] >= mark.index else mark.end
    for at in range(start, min(grammar.limit(mark.index) - 2, start + _REACH)):
        if grammar.parts[at] == VERB or grammar.is_comma(at):
            return roles
        if grammar.tokens[at].norm in ("من", "ممن") and grammar.tokens[at + 1].norm in _CALLS:
            named = _named(grammar, at + 2)
            counted = roles.target is None or roles.target[1] == at
            return changed(roles, target=named) if named is not None and counted else roles
    return roles


def _named(grammar: Grammar, at: int) -> Range | None:
    """بالإرهابيين, "المرتزقة", ب"الخوارج": the name behind a verb of calling, without ب and marks."""
    limit = grammar.limit(at)
    while at < limit and (grammar.tokens[at].norm == "ب" or at in grammar.layout.closing):
        at += 1
    if at >= limit or not grammar.phrases.begins(at):
        return None
    return at, grammar.phrases.end(at, limit, TARGET)


_DEEDS, _REACH = frozenset({"ASSAULT", "COERCE"}), 8
_CALLS = word_list("calls them so")
