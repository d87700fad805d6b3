"""استهدف هجوم | دورية للجيش: an attack as the subject of a verb of hitting, and what is hit right behind it."""

from __future__ import annotations

from riwaya.lang.ar.parts import QUANTIFIER
from riwaya.lang.ar.thing_groups import HITTABLE
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.gatherings import is_gathering
from riwaya.read.clauses.near import thing_group
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUFFERER


def behind_strike(grammar: Grammar, verb: int, found: list[Range]) -> list[Range]:
    """استهدف تفجير | مسجد الإمام, طال قصف | سوق المدينة: what can be hit is no genitive of an attack that hits something.

    The phrases behind a verb, the first of them parted; انفجار سيارة مفخخة, تفجير عبوة say what explodes, قصف النظام who attacks.
    """
    if not found or grammar.light(verb) != "hit":
        return found
    start, end = found[0]
    head = start
    while head < end and grammar.parts[head] == QUANTIFIER:
        head += 1
    if head >= end or not _is_attack(grammar, head):
        return found
    at = head + 1 + (head + 1 < end and grammar.tokens[head + 1].norm == "نار")
    if at >= end or not _can_be_hit(grammar, at) or _explodes(grammar, at, end):
        return found
    return [(start, at), (at, grammar.phrases.end(at, grammar.limit(verb), SUFFERER))]


def _is_attack(grammar: Grammar, at: int) -> bool:
    """هجوم, قصف, إطلاق نار: an indefinite attack noun."""
    if grammar.phrases.has_article(at) or grammar.tokens[at].word.preposition:
        return False
    return any(entry.group == "attack" for entry in entries_at(grammar, at)) and grammar.phrases.is_event_noun(at)


def _can_be_hit(grammar: Grammar, at: int) -> bool:
    """مسجد, سوق, دورية, مظاهرة: a building, a place where people are, a vehicle, a patrol or a gathering, without article."""
    word = grammar.tokens[at].word
    if word.article or word.preposition or word.conjunction:
        return False
    return thing_group(grammar, at) in HITTABLE or word.core == "دوريه" or is_gathering(grammar, at)


def _explodes(grammar: Grammar, at: int, end: int) -> bool:
    """سيارة | مفخخة: a vehicle that is itself the charge."""
    return any(grammar.tokens[k].word.core.startswith(("مفخخ", "ملغوم")) for k in range(at, end))
