"""Help that does not come: kept from people on the way, or cut off by whoever gave it."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION, QUANTIFIER, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim

_WITHIN, _BACK = 4, 6


def kept_out(grammar: Grammar, claim: Claim) -> bool:
    """منع المسلحون وصول أي | مساعدات إلى المخيم, منعهم دخول المساعدات: keeping help from people is told, and no help is given."""
    mark = claim.mark
    if mark.is_verb or mark.entry.type != "AID" or mark.found.preposition or mark.found.conjunction:
        return False
    if grammar.tokens[mark.index].word.core.startswith("محمل"):
        return False
    comes = next((at for at in range(mark.index - 1, _first(grammar, mark), -1) if grammar.tokens[at].word.core in _COMING), None)
    if comes is None or any(grammar.parts[at] not in (NOUN, QUANTIFIER, PREPOSITION) for at in range(comes, mark.index)):
        return False
    return any(_keeps(grammar, at) for at in range(comes - 1, max(grammar.clause_start(comes), comes - _BACK) - 1, -1))


def _first(grammar: Grammar, mark: Mark) -> int:
    return max(grammar.clause_start(mark.index), mark.index - _WITHIN) - 1


def _keeps(grammar: Grammar, at: int) -> bool:
    """منع, يمنعون, منعت: a form of the verb or its noun; not منح."""
    return grammar.parts[at] in (VERB, NOUN) and any(stem in grammar.tokens[at].word.core for stem in _KEEPS)


_COMING, _KEEPS = word_list("coming of help"), ("منع",)


def is_cut_off(grammar: Grammar, mark: Mark) -> bool:
    """علقت واشنطن | مساعداتها, وقف | المساعدات للبلاد: help that whoever gave it stops is help that is not given."""
    if mark.is_verb or mark.entry.lemma not in _HELP or mark.found.preposition:
        return False
    for at in range(mark.index - 1, _first(grammar, mark), -1):
        if grammar.is_comma(at) or grammar.parts[at] == PREPOSITION:
            return False
        if _cuts(grammar, at):
            return True
    return False


def _cuts(grammar: Grammar, at: int) -> bool:
    """علقت, توقف, وقف: a form of a verb of stopping, or its noun."""
    core = grammar.tokens[at].word.core
    if grammar.parts[at] == VERB:
        return core.removesuffix("ت") in _CUTS or core[1:] in _CUTS
    return grammar.parts[at] == NOUN and core in _CUTS


_HELP, _CUTS = ("مساعدة", "معونة", "مول", "شحنة", "دعم"), word_list("cuts off help")
