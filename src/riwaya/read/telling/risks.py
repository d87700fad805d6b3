"""What is only a danger, and talks and deals that somebody is said to thwart: nothing of them is told."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim


def only_a_danger(grammar: Grammar, claim: Claim) -> bool:
    """يواجهون خطر | الإعدام, تزيد مخاطر | صدام بين البلدين: a deed that a word of danger right before names."""
    mark = claim.mark
    if mark.is_verb or mark.index == 0 or mark.found.preposition or mark.found.conjunction:
        return False
    return grammar.parts[mark.index - 1] == NOUN and grammar.tokens[mark.index - 1].word.core in _DANGERS


def to_be_thwarted(grammar: Grammar, claim: Claim) -> bool:
    """اتهمه بالسعي إلى إفشال | المحادثات, بعرقلة | الصفقة: talks and deals that somebody is said to be out to thwart."""
    mark = claim.mark
    if mark.entry.type not in ("CONSULT", "AGREE") or mark.is_verb or mark.index == 0:
        return False
    bare = not (mark.found.preposition or mark.found.conjunction)
    return bare and grammar.parts[mark.index - 1] == NOUN and grammar.tokens[mark.index - 1].word.core in _THWARTING


_DANGERS, _THWARTING = word_list("danger of a deed"), word_list("thwarting of talks")
