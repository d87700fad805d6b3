"""Deeds under a verb that is negated: what something is not used for, to what nobody is urged, what nobody asked for."""

from __future__ import annotations

from riwaya.lang.ar.parts import NEGATION, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar

_REACH = 10


def under_negated_verb(grammar: Grammar, mark: Mark) -> bool:
    """لن نستغل الممر | لمهاجمة الميناء, عدم استخدام القاعدة | لشن هجمات, لا تشجع كييف على | القصف, لم تطلب منها | وقف القتال."""
    if mark.is_verb or mark.index == 0 or mark.found.conjunction:
        return False
    first = max(grammar.clause_start(mark.index), mark.index - _REACH)
    for at in range(mark.index - 1, first - 1, -1):
        if grammar.is_comma(at) or grammar.parts[at] in (THAT, RELATIVE):
            return False
        if grammar.parts[at] == VERB or grammar.tokens[at].word.core in _USE:
            return _is_negated(grammar, at) and _governs(grammar, at, mark)
    return False


def _is_negated(grammar: Grammar, at: int) -> bool:
    before = at - 1
    if grammar.parts[at] == VERB:
        return before >= 0 and grammar.parts[before] == NEGATION
    return before >= 0 and grammar.tokens[before].word.core == "عدم"


def _governs(grammar: Grammar, at: int, mark: Mark) -> bool:
    """Whether a deed is what the word is used for, urged to or asked for: behind ل or في, behind على, or its object."""
    core, before = grammar.tokens[at].word.core, grammar.tokens[mark.index - 1]
    if any(stem in core for stem in _USES):
        purpose = mark.found.preposition == "ل" or before.word.preposition == "ل"
        return purpose or before.norm == "في"
    if any(stem in core for stem in _URGES):
        return before.norm == "علي"
    return core.lstrip("يتن") in ("طلب", "طالب")


_USE, _USES, _URGES = word_list("use for a deed"), ("ستغل", "ستخد", "ستعم"), ("شجع", "حرض")
