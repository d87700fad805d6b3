"""People who fall into somebody's hands, which are caught and no ground that is taken."""

from __future__ import annotations

from riwaya.read.clauses.between import past_about
from riwaya.read.clauses.near import counted_noun, is_place
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.roles.roles import Roles


def are_caught(grammar: Grammar, mark: Mark, roles: Roles) -> bool:
    """وقع جنديان في أيدي المسلحين, سقط القيادي في قبضة الشرطة, مسلحون | في قبضة الجيش: people who fall into hands are caught."""
    if mark.entry.type != "CONTROL" or mark.entry.lemma not in _INTO_HANDS or roles.target is None:
        return False
    fell = mark.entry.lemma == "وقع"
    start, end = past_about(grammar, *roles.target), roles.target[1]
    heads = range(start, end) if fell else (counted_noun(grammar, start, end),)
    return any("person" in grammar.tokens[at].word.labels or (not fell and _holds_office(grammar, at)) for at in heads)


def _holds_office(grammar: Grammar, at: int) -> bool:
    """القيادي, العقيد; المحافظات are no governors."""
    return grammar.phrases.is_title(at) and not is_place(grammar, at)


_INTO_HANDS = ("وقع", "سقط", "قبضة")
