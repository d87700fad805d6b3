"""What an event noun takes up that stands before it: a pronoun behind it, or a participle that says what somebody is."""

from __future__ import annotations

from riwaya.lang.ar.parts import RELATIVE
from riwaya.read.antecedents import antecedent_of
from riwaya.read.arguments import resumed
from riwaya.read.grammar import Grammar, Range
from riwaya.read.triggers import Mark

_OVER = frozenset({"علي"})
_TWO = 2


def meant_behind(grammar: Grammar, mark: Mark, actor: Range | None) -> Range | None:
    """دخول البلدة والسيطرة | عليها, حددت هوية المتهمين وتم القبض | عليهم: whom a pronoun behind a noun of taking stands for."""
    if mark.entry.group not in ("hold", "arrest"):
        return None
    pronoun, people = (
        resumed(grammar, _before_pronoun(grammar, mark, actor), mark.entry.preps | _OVER),
        mark.entry.group == "arrest",
    )
    if not pronoun or people != pronoun.startswith("هم"):
        return None
    if people and (mark.found.preposition or RELATIVE in grammar.parts[max(0, mark.index - _TWO) : mark.index]):
        return None
    return antecedent_of(grammar, mark.index, pronoun, mark.entry, actor)


def _before_pronoun(grammar: Grammar, mark: Mark, actor: Range | None) -> int:
    """السيطرة | الكاملة عليها, سيطرة | الجماعة عليها: the last token of what stands between a noun and such a pronoun."""
    if actor is not None and actor[0] == mark.end:
        return actor[1] - 1
    at = mark.end
    while at < grammar.limit(mark.index) and grammar.phrases.is_adjective(at):
        at += 1
    return at - 1
