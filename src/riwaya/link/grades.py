"""The grade that is suggested for the harm of an incident, after Airwars. A suggestion: only a person sets a grade.

Nothing is ever suggested to be discounted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from riwaya.link.claims import Claims
from riwaya.link.relations import owns_up
from riwaya.link.standing import responsible, sides_of
from riwaya.model.incident import Account, Grade, Relation

_CREDIBLE = 4
_FAIR = 2


@dataclass(frozen=True, slots=True)
class Case:
    """What a grade rests on, each by name with its evidence: admissions, denials of the event, parties held responsible, and
    independent originators of figures (classes 0 to 4).
    """

    admissions: dict[str, str]
    denials: dict[str, str]
    parties: dict[str, str]
    originators: dict[str, str]


def accepted(case: Case) -> dict[str, str] | None:
    """Confirmed: a party that is said to have done it accepts that it did, and nobody of its side denies it."""
    found = {name: identity for name, identity in case.admissions.items() if name not in case.denials}
    return found or None


def contested(case: Case) -> dict[str, str] | None:
    """Contested: it is denied, or two or more parties are held responsible."""
    if case.denials:
        return case.denials
    return case.parties if len(case.parties) >= _FAIR else None


def fair(case: Case) -> dict[str, str] | None:
    """Fair: two or more independent originators of classes 0 to 4 tell of the harm, and a party is held responsible."""
    return case.originators | case.parties if len(case.originators) >= _FAIR and case.parties else None


def weak(case: Case) -> dict[str, str] | None:
    """Weak: one originator, or nobody is held responsible."""
    return case.originators or case.parties


GRADES: dict[str, Callable[[Case], dict[str, str] | None]] = {
    "Confirmed?": accepted,
    "Contested?": contested,
    "Fair?": fair,
    "Weak?": weak,
}
"""The suggestions in the order in which they are tried; the docstring of each is its rule."""


def grade(incident: str, claims: Claims, accounts: Sequence[Account], relations: Sequence[Relation]) -> Grade | None:
    """The grade that is suggested, None where nobody tells of killed or wounded."""
    harm = [one for one in accounts if one.quantity.kind in ("killed", "wounded", "casualties") and one.status != "rejected"]
    if not harm:
        return None
    case = _case(claims, harm, relations)
    for name, rule in GRADES.items():
        found = rule(case)
        if found is not None:
            why = tuple(f"{one}: {evidence}" for one, evidence in sorted(found.items()))
            return Grade(incident, name, " ".join((rule.__doc__ or "").split()), tuple(sorted(set(found.values()))), why)
    return None


def _case(claims: Claims, harm: Sequence[Account], relations: Sequence[Relation]) -> Case:
    sides = sides_of(claims)
    admissions = {heard.teller.side or heard.teller.key: heard.id for heard in reversed(claims.affirmed) if owns_up(heard, sides)}
    denied = {one.one for one in relations if one.kind == "denies"}
    denials = {heard.teller.side or heard.teller.key: heard.id for heard in reversed(claims.denied) if heard.id in denied}
    originators: dict[str, str] = {}
    for one in harm:
        if one.standing <= _CREDIBLE and one.status in ("current", "superseded") and one.scope == "incident":
            originators.setdefault(one.side or one.originator, one.evidence[0])
    return Case(admissions, denials, responsible(claims), originators)
