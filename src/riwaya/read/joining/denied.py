"""Denials that point back: whoever denies what another told says of the same deed that it did not happen."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.grammar import Grammar, Range
from riwaya.read.statements import Told
from riwaya.read.telling.claims import Claim

_POINTERS = frozenset({"ذلك", "هذا", "الامر"})


def with_denials(grammar: Grammar, claims: list[Claim], told: list[Told]) -> list[Claim]:
    """The claims in text order, and for each denial that points back to one of them the deed as denied (a rule of coding)."""
    denied = [(number, denied_back(grammar, claims, told, number)) for number, one in enumerate(told) if _may_deny(grammar, one)]
    added = [_denied(claim, told[number], number) for number, claim in denied if claim is not None]
    return sorted([*claims, *added], key=lambda claim: claim.mark.index) if added else claims


def _may_deny(grammar: Grammar, one: Told) -> bool:
    """نفى ذلك, رفض المتحدث | تلك الاتهامات: a denial, or a charge that is rejected."""
    return one.statement.act == "deny" or (one.statement.act == "reject" and _names_charge(grammar, one.content))


def denied_back(grammar: Grammar, claims: list[Claim], told: list[Told], number: int) -> Claim | None:
    """قال الجيش إنه قصف المدينة، وهو ما | تنفيه أنقرة, ونفت أنقرة | ذلك: the deed told by another that a denial points back to."""
    content = _meant(grammar, told, number)
    if content is None:
        return None
    return next(
        (claim for claim in claims if content[0] <= claim.mark.index < content[1] and _is_told_as_done(claim, number)), None
    )


def _meant(grammar: Grammar, told: list[Told], number: int) -> Range | None:
    """The content before the cue; for ذلك the content that another told right before, for هذا الاتهام the charge before.

    So too what a headline's bare verb denies: موسكو تتهم كييف بقصف المحطة وأوكرانيا | تنفي.
    """
    one = told[number]
    if one.content[1] <= one.cue[0]:
        return one.content
    if _names_charge(grammar, one.content):
        before = next((other for other in reversed(told[:number]) if other.statement.act == "accuse"), None)
    elif number > 0 and (one.content == one.cue or _only_points(grammar, one.content)):
        before = told[number - 1]
    else:
        return None
    if before is None or before.content[1] > one.cue[0]:
        return None
    here, there = grammar.layout.sentence_of[one.cue[0]], grammar.layout.sentence_of[before.content[1] - 1]
    return before.content if here - there <= 1 else None


def _only_points(grammar: Grammar, content: Range) -> bool:
    """نفت أنقرة | ذلك: a pronoun that points back, and nothing more."""
    return content[1] - content[0] == 1 and grammar.tokens[content[0]].norm in _POINTERS


def _names_charge(grammar: Grammar, content: Range) -> bool:
    """ونفت القيادة | هذا الاتهام, ورفض المتحدث | تلك الاتهامات: a charge that is pointed at, and nothing more."""
    first, end = content
    if end - first > _POINTED or first + 1 >= end or grammar.tokens[first].norm not in _POINTING:
        return False
    return grammar.tokens[first + 1].word.core in _CHARGES


_POINTING, _POINTED = frozenset({"هذا", "هذه", "تلك"}), 3
_CHARGES = word_list("charge that is pointed at")


def _is_told_as_done(claim: Claim, number: int) -> bool:
    return claim.statement != number and claim.modality == "actual" and not claim.negated


def _denied(claim: Claim, one: Told, number: int) -> Claim:
    """The same deed as whoever denies it tells of it: its word is the denial."""
    mark = changed(claim.mark, index=one.cue[0], end=one.cue[1])
    return replace(claim, mark=mark, statement=number, figures=[], absorbed=[], negated=True, rule="events.denied_back")
