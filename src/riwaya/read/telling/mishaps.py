"""Victims whom nobody attacked: accidents, fires and disasters."""

from __future__ import annotations

from itertools import pairwise

from riwaya.lang.ar.thing_groups import WEAPONRY
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import entries_at
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim


def accident(grammar: Grammar, claim: Claim) -> bool:
    """Victims of an accident or a disaster (قتلى في حادث سير، في زلزال), whom it strikes and whom it drives away."""
    entry = claim.mark.entry
    suffered = entry.group == "result" or entry.lemma in ("ضرب", "اجتاح", "تحطم") or entry.mode == "deport"
    if not suffered or any(mark.entry.group == "attack" for mark in claim.absorbed):
        return False
    if grammar.layout.lacks(_DISASTERS) and grammar.layout.lacks(_FIRES) and grammar.layout.lacks(_MISHAPS_OR_TRAINING):
        return False
    sentence = grammar.layout.sentence(claim.mark.index)
    around = range(max(sentence.start, claim.mark.index - _WIDE), min(sentence.end, claim.mark.index + _WIDE))
    cores = [grammar.tokens[at].word.core for at in around]
    if not _DISASTERS.isdisjoint(cores):
        return True
    burns = not _FIRES.isdisjoint(cores)
    if burns and not any(_attacks(grammar, at) for at in around if at != claim.mark.index):
        return True
    words = [grammar.tokens[at].word.core for at in range(sentence.start, sentence.end)]
    if any(one in MISHAPS and other in _WRECKS for one, other in pairwise(words)):
        return True
    armed = any(grammar.group(at, "thing") in WEAPONRY for at in around)  # أصاب صاروخ جنودا خلال تدريب
    return not armed and any(one in _DURING and other in _TRAINING for one, other in pairwise(words))


def _attacks(grammar: Grammar, at: int) -> bool:
    """Whether a word of attack, a weapon or a word of setting fire stands at a token."""
    word = grammar.tokens[at].word
    if grammar.group(at, "thing") in WEAPONRY or word.core in _DRONES or word.norm.startswith(_SET_FIRE):
        return True
    return any(one.group == "attack" for one in entries_at(grammar, at))


_FIRES, _DURING = word_list("fire"), ("خلال", "اثناء")
_DISASTERS, MISHAPS, _WRECKS, _TRAINING = map(word_list, ("disaster", "mishap", "wreck", "training"))
_MISHAPS_OR_TRAINING = MISHAPS | _TRAINING
_DRONES = frozenset({"مسيره", "مسيرات", "مسيرتين", "مسيرتان"})
_SET_FIRE = ("اشعل", "اضرم", "افتعل")


_WIDE = 12
