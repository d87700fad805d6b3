"""By whose hand it is said that people were hurt, and what else he did, as a pronoun or a verb that names nobody says."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import SUBORDINATOR, THAT
from riwaya.read.clauses.clauses import owning
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.agents import AGENT_PHRASES, agent_at, hands_of


def hand_before(grammar: Grammar, mark: Mark, first: int) -> Range | None:
    """قتل شاب برصاص | قوات الاحتلال خلال اقتحامها المخيم: who did what stands before, where the pronoun of a deed agrees."""
    found = _nearest_hand(grammar, mark.index, first)
    return found if found is not None and grammar.agrees(owning(mark.found.pronoun), found[0], before=True) else None


def hand_then(grammar: Grammar, index: int, form: VerbForm, first: int) -> Range | None:
    """قتل ثلاثة برصاص | الشرطة بعدما هاجمت الحي: who did what stands before does what a verb behind "after" or "when" says."""
    then = grammar.parts[index - 1] == SUBORDINATOR or grammar.layout.norms[max(index - 2, 0) : index] == ["بعد", "ان"]
    found = _nearest_hand(grammar, index, first) if then else None
    return found if found is not None and grammar.agrees(form, found[0], before=True) else None


def _nearest_hand(grammar: Grammar, index: int, first: int) -> Range | None:
    """برصاص | الشرطة, على يد | مسلحين: whose hand stands last before a token in its clause."""
    for at in range(index - 1, first - 1, -1):
        word = grammar.tokens[at].word
        if grammar.is_comma(at) or (grammar.parts[at] == THAT and at != index - 1):
            return None
        if word.core in AGENT_PHRASES and not word.article and (word.preposition or hands_of(grammar, at)):
            return agent_at(grammar, at + 1, index)
    return None


def is_fate(mark: Mark) -> bool:
    """وقال ديفيس إن | مقتله, إن | اعتقاله: with no object behind it, what befell whom its pronoun means; قصفه may be his deed."""
    return mark.entry.kind in ("killed", "captured", "wounded")
