"""How far an originator can be counted on for one figure: his class, from 0 (an investigation) to 7 (nobody named).

The class is of the figure, not of the source: the same ministry is in class 2 on its own dead and in class 6 on the enemy's.
The classes are those of the toll's rule (docs/linking.md); each is a small rule whose docstring is shown under "why?".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from riwaya.link.claims import Claim, Claims
from riwaya.link.heard import Heard
from riwaya.link.parties import FIGHTING, RULING, Party
from riwaya.link.tellers import OUTLET, UNNAMED
from riwaya.link.victims import soldiers

CLASSES = (
    "investigation",
    "independent monitor, UN or hospital",
    "own losses admitted",
    "local authority or witness",
    "media",
    "party accused of it, or that accuses",
    "party on its enemy's losses",
    "nobody named",
)
"""The classes, best first."""


OWN_LOSSES = frozenset({"own_losses", "own_soldiers"})
"""The rules by which somebody tells of the losses of his own side."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Whose incident it is: keys and sides of those who are said to have done it, and all sides that take part."""

    accused: frozenset[str]
    fighting: frozenset[str]


@dataclass(frozen=True, slots=True)
class Standing:
    """A class and the name of the rule that gave it."""

    number: int
    rule: str


def sides_of(claims: Claims) -> Sides:
    """The sides of an incident: actors of what is affirmed, the addressees of accusations, who claims or denies the deed."""
    accused = {name for heard in claims.affirmed for one in _responsible(heard) for name in (one.key, one.side) if name}
    accused |= {name for heard in claims.denied for name in _denier(heard) if name}
    victims = {one.quantity.side for one in claims.figures if one.quantity.side}
    tellers = {one.teller.side for one in claims.figures if one.teller.kind in FIGHTING and one.teller.side}
    return Sides(frozenset(accused), frozenset(accused | victims | tellers))


def responsible(claims: Claims) -> dict[str, str]:
    """The parties that are said to have done it: side or key → the id of the first event that says so."""
    found: dict[str, str] = {}
    for heard in claims.affirmed:
        for one in _responsible(heard):
            found.setdefault(one.side or one.key, heard.id)
    return found


def _responsible(heard: Heard) -> Iterable[Party]:
    """Whom an event holds responsible: its actor if it is a party, the addressee of an accusation, who claims the deed."""
    actor = heard.actor
    if actor is not None and (actor.kind in FIGHTING | RULING or actor.key.startswith("entity:")):
        yield actor
    if heard.blamed is not None:
        yield heard.blamed
    if heard.act == "claim_responsibility":
        yield heard.teller


def _denier(heard: Heard) -> tuple[str, ...]:
    """Who denies that the thing was done is held to have done it by somebody."""
    party = heard.teller.kind in FIGHTING | RULING
    return (heard.teller.key, heard.teller.side) if heard.act == "deny" and party else ()


def nobody_named(claim: Claim, sides: Sides) -> int | None:
    """Nobody is named who says so: class 7."""
    return 7 if claim.teller.kind == UNNAMED else None


def investigation(claim: Claim, sides: Sides) -> int | None:
    """A commission of inquiry, a court or a coroner has looked into it: class 0."""
    return 0 if claim.teller.kind == "investigation" else None


def own_losses(claim: Claim, sides: Sides) -> int | None:
    """He tells of the losses of his own side: class 2."""
    return 2 if claim.teller.side and claim.teller.side == claim.quantity.side else None


def own_soldiers(claim: Claim, sides: Sides) -> int | None:
    """An army or a government tells of soldiers and of no side: they are its own, for those of an enemy are named by their side."""
    ruling = claim.teller.kind in RULING | {"army"} and claim.teller.side
    return 2 if ruling and not claim.quantity.side and soldiers(claim.counted.of or "") else None


def monitor_or_hospital(claim: Claim, sides: Sides) -> int | None:
    """An independent monitor, the United Nations, a hospital or rescuers say so: class 1."""
    return 1 if claim.teller.kind in ("monitor", "medical") else None


def accused_party(claim: Claim, sides: Sides) -> int | None:
    """He is said to have done it himself, and tells of those who were not fighters: class 5."""
    party = claim.teller.key in sides.accused or (claim.teller.side and claim.teller.side in sides.accused)
    return 5 if party and claim.quantity.status != "combatant" else None


def enemy_losses(claim: Claim, sides: Sides) -> int | None:
    """A party that fights tells of its enemy's losses: class 6."""
    fights = claim.teller.kind in FIGHTING or claim.teller.side in sides.fighting
    against = claim.quantity.status == "combatant" or bool(claim.quantity.side)
    return 6 if fights and against else None


def accusing_party(claim: Claim, sides: Sides) -> int | None:
    """A party that fights tells of losses that are not its own, and lays them on its enemy: class 5."""
    return 5 if claim.teller.kind in FIGHTING else None


def authority_or_witness(claim: Claim, sides: Sides) -> int | None:
    """Local authorities, the police or witnesses say so: class 3."""
    return 3 if claim.teller.kind in RULING | {"witness"} else None


def media(claim: Claim, sides: Sides) -> int | None:
    """An outlet says so in its own voice, or a correspondent or another outlet: class 4."""
    return 4 if claim.teller.kind in (OUTLET, "media") else None


def of_no_known_kind(claim: Claim, sides: Sides) -> int | None:
    """Somebody is named of whom it is not known what kind of teller he is: class 4, as media."""
    return 4


Rule = Callable[[Claim, Sides], int | None]

RULES: tuple[Rule, ...] = (
    nobody_named,
    investigation,
    own_losses,
    own_soldiers,
    monitor_or_hospital,
    accused_party,
    enemy_losses,
    accusing_party,
    authority_or_witness,
    media,
    of_no_known_kind,
)
"""The rules in the order in which they are asked; the first that answers decides."""


def standing(claim: Claim, sides: Sides) -> Standing:
    """The class of a claim's originator in respect of its figure."""
    for rule in RULES:
        number = rule(claim, sides)
        if number is not None:
            return Standing(number, rule.__name__)
    raise AssertionError("the last rule always answers")
