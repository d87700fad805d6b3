"""Who is said to be behind a deed that only a pronoun means: رجح مسؤول أن تكون الجماعة | وراءه."""

from __future__ import annotations

from dataclasses import replace

from riwaya.model.swift import changed
from riwaya.read.clauses.near import ACTOR
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.roles import Roles
from riwaya.read.statements import Told
from riwaya.read.telling.claims import Claim
from riwaya.read.telling.modality import factuality
from riwaya.read.telling.told_anew import stands_before

_IT, _DEEDS = frozenset({"وراءه", "وراءها"}), frozenset({"attack", "result", "arrest"})


def with_doers_behind(grammar: Grammar, claims: list[Claim], told: list[Told], owners: list[int | None]) -> list[Claim]:
    """The claims in text order, with the deeds that somebody is said to be behind."""
    added: list[Claim] = []
    for at in (token.index for token in grammar.tokens if token.norm in _IT):
        number = owners[at]
        if number is not None and (claim := stood_behind(grammar, claims, told[number], number, at)) is not None:
            added.append(claim)
    return sorted([*claims, *added], key=lambda claim: claim.mark.index) if added else claims


def stood_behind(grammar: Grammar, claims: list[Claim], one: Told, number: int, at: int) -> Claim | None:
    """استهدف هجوم السوق. ورجح مسؤول أن تكون الجماعة | وراءه: the deed told last, as done by whoever is said to be behind it."""
    stands = stands_before(grammar, at)
    deed = next((claim for claim in reversed(claims) if claim.mark.index < one.cue[0] and _may_be_meant(claim)), None)
    if stands is None or stands < one.content[0] or deed is None:
        return None
    mark = changed(deed.mark, index=at, end=at + 1)
    negated, modality = factuality(grammar, mark, one)
    roles = Roles(_who(grammar, stands, at, one), deed.roles.target)
    made = replace(deed, mark=mark, statement=number, figures=[], absorbed=[], roles=roles, act=one.statement.act)
    return replace(made, negated=negated, modality=modality, rule="events.stood_behind")


def _may_be_meant(claim: Claim) -> bool:
    return claim.mark.entry.group in _DEEDS and claim.modality == "actual" and not claim.negated


def _who(grammar: Grammar, stands: int, at: int, one: Told) -> Range | None:
    """تكون | الجماعة وراءه, العصابات | تقف وراءه: the noun between the verb and وراءه, else before it, else who speaks."""
    behind, first = stands + 1, max(grammar.clause_start(stands), one.content[0])
    if behind < at and grammar.phrases.begins(behind):
        return behind, grammar.phrases.end(behind, at, ACTOR)
    if first < stands and grammar.phrases.begins(first):
        return first, grammar.phrases.end(first, stands, ACTOR)
    return one.speaker
