"""Denials that point back: whoever denies what another told says of the same deed that it did not happen."""

from __future__ import annotations

from dataclasses import replace

from riwaya.model.swift import changed
from riwaya.read.grammar import Grammar, Range
from riwaya.read.statements import Told
from riwaya.read.telling.claims import Claim

_POINTERS = frozenset({"ذلك", "هذا", "الامر"})


def with_denials(grammar: Grammar, claims: list[Claim], told: list[Told]) -> list[Claim]:
    """The claims in text order, and for each denial that points back to one of them the deed as denied (a rule of coding)."""
    denied = [
        (number, denied_back(grammar, claims, told, number)) for number, one in enumerate(told) if one.statement.act == "deny"
    ]
    added = [_denied(claim, told[number], number) for number, claim in denied if claim is not None]
    return sorted([*claims, *added], key=lambda claim: claim.mark.index) if added else claims


def denied_back(grammar: Grammar, claims: list[Claim], told: list[Told], number: int) -> Claim | None:
    """قال الجيش إنه قصف المدينة، وهو ما | تنفيه أنقرة, ونفت أنقرة | ذلك: the deed told by another that a denial points back to."""
    content = _meant(grammar, told, number)
    if content is None:
        return None
    return next(
        (claim for claim in claims if content[0] <= claim.mark.index < content[1] and _is_told_as_done(claim, number)), None
    )


def _meant(grammar: Grammar, told: list[Told], number: int) -> Range | None:
    """The content before the cue; for ذلك the content that another told right before, in the same or the last sentence."""
    one = told[number]
    if one.content[1] <= one.cue[0]:
        return one.content
    pointer = one.content[1] - one.content[0] == 1 and grammar.tokens[one.content[0]].norm in _POINTERS
    if not pointer or number == 0:
        return None
    layout, before = grammar.layout, told[number - 1]
    near = layout.sentence_of[one.cue[0]] - layout.sentence_of[before.cue[0]] <= 1
    here, there = layout.sentence(one.cue[0]).paragraph, layout.sentence(before.cue[0]).paragraph
    return before.content if near and here == there and before.content[1] <= one.cue[0] else None


def _is_told_as_done(claim: Claim, number: int) -> bool:
    return claim.statement != number and claim.modality == "actual" and not claim.negated


def _denied(claim: Claim, one: Told, number: int) -> Claim:
    """The same deed as whoever denies it tells of it: its word is the denial."""
    mark = changed(claim.mark, index=one.cue[0], end=one.cue[1])
    return replace(claim, mark=mark, statement=number, figures=[], absorbed=[], negated=True, rule="events.denied_back")
