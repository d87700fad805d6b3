"""Deals that are spoken of: known treaties, what a deal is about, views that are alike. None of them says that a deal is made."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.claims import DISCUSS, Claim
from riwaya.read.grammar import Grammar

_NEAR, _WIDE = 4, 12


def old_treaty(grammar: Grammar, claim: Claim) -> bool:
    """A treaty that is called by a place (اتفاق الطائف، اتفاقية جنيف) is known; who makes one now signs or reaches it."""
    behind = claim.mark.end
    if claim.mark.is_verb or claim.mark.entry.lemma != "اتفق" or claim.mark.found.article or behind >= len(grammar.tokens):
        return False
    named = (
        behind in grammar.place_at
        or grammar.tokens[behind].word.norm in _CITIES
        or (grammar.phrases.is_name(behind) and not grammar.phrases.is_accusative(behind))
    )
    if grammar.tokens[behind].word.preposition or not named:
        return False
    around = range(max(grammar.clause_start(claim.index), claim.index - _NEAR), claim.index)
    return not any("light" in grammar.tokens[at].word.labels or _makes_a_deal(grammar, at) for at in around)


_CITIES = word_list("treaty city")


def _makes_a_deal(grammar: Grammar, at: int) -> bool:
    return any(entry.group == "deal" for entry in entries_at(grammar, at))


def deal_discussed(grammar: Grammar, claim: Claim) -> bool:
    """قال إن الاتفاق سيجعل المنطقة آمنة: the deal that a clause is about is known; إن الاتفاق وقع أمس tells it."""
    index = claim.index
    if claim.mark.is_verb or claim.mark.entry.group != "deal" or not claim.mark.found.article or index == 0:
        return False
    if grammar.parts[index - 1] != THAT or index + 1 >= len(grammar.tokens):
        return False
    behind = range(index + 1, min(index + _WIDE, grammar.limit(index)))
    verb = next((at for at in behind if grammar.parts[at] == VERB), index)
    return "light" not in grammar.tokens[verb].word.labels and not any(_makes_a_deal(grammar, at) for at in behind)


def at_one(grammar: Grammar, claim: Claim) -> bool:
    """يتفق الباحثون على, لا تتفق مع ما ثبت: the present says that views are alike, not that anybody agrees on a deal."""
    form = claim.mark.form
    if form is None or claim.mark.entry.lemma not in ("اتفق", "توافق") or form.tense == "perfect":
        return False
    past = grammar.tokens[claim.index - 1].word.core == "لم" if claim.index else False
    return not (past or claim.mark.found.future or form.number == "d" or claim.modality != "actual" or _in_title(grammar, claim))


def _in_title(grammar: Grammar, claim: Claim) -> bool:
    return grammar.layout.sentence(claim.index).paragraph == 0


def truce_of_a_deal(grammar: Grammar, claim: Claim) -> bool:
    """A truce that a deal is about which nobody signs here (رغم اتفاق لوقف إطلاق النار, اتفاقات متتالية لوقفه)."""
    if claim.mark.entry.group != "stop" or claim.mark.is_verb or claim.index == 0:
        return False
    deal = claim.index - 1
    while deal > 0 and grammar.phrases.is_adjective(deal):
        deal -= 1
    if not any(entry.lemma == "اتفق" for entry in entries_at(grammar, deal)):
        return False
    first = max(grammar.clause_start(claim.index), claim.index - _WIDE)
    return not any(_makes_a_deal(grammar, at) for at in range(first, deal))


def halt_discussed(grammar: Grammar, claim: Claim) -> bool:
    """بحث الوزيران | وقف القتال: what is talked about is not told to have stopped."""
    if claim.mark.is_verb or claim.mark.entry.group != "stop" or claim.modality != "actual":
        return False
    first = max(grammar.clause_start(claim.index), claim.index - _WIDE)
    verbs = (at for at in range(first, claim.index) if grammar.parts[at] == VERB)
    return any(entry.lemma in DISCUSS for at in verbs for entry in entries_at(grammar, at))


def entries_at(grammar: Grammar, at: int) -> list[Trigger]:
    """The rows of triggers that a token can be."""
    return [one.sense.entry for one in grammar.tokens[at].word.all("trigger") if isinstance(one.sense.entry, Trigger)]
