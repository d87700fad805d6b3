"""How a later deed or statement bears on what was held out: small rules whose docstrings are shown under "why?"."""

from __future__ import annotations

from collections.abc import Callable
from math import asin, cos, radians, sin, sqrt

from riwaya.lang.ar.words import analyse
from riwaya.link.held import Deed, Held, same_party
from riwaya.link.victims import status_of
from riwaya.model.event import Place

OPPOSITES = {
    ("RETREAT", "ceasefire"): frozenset({"ASSAULT"}),
    ("RETREAT", "withdraw"): frozenset({"MOBILIZE", "CONTROL"}),
    ("RETREAT", "disarm"): frozenset({"ASSAULT"}),
    ("AGREE", None): frozenset({"ASSAULT"}),
}
"""What goes against a promised type of event: who promised a ceasefire does not attack."""

_FAR = 40.0
_EARTH = 6371.0
_FINE = frozenset({"site", "town", "district"})


def does_it(held: Held, deed: Deed) -> bool:
    """Who was to act is later said to have done it; an attack only where place or target are those that were named."""
    done = not held.negated and not deed.negated and deed.modality == "actual" and _the_thing(held, deed)
    return done and (held.type != "ASSAULT" or _as_named(held, deed))


def is_said_not_to_do_it(held: Held, deed: Deed) -> bool:
    """Who was to act is later said not to have done it."""
    return not held.negated and deed.negated and deed.modality == "actual" and _the_thing(held, deed) and not _himself(held, deed)


def does_the_opposite(held: Held, deed: Deed) -> bool:
    """Who was to act is later said to have done what goes against it: an attack against a ceasefire."""
    against = OPPOSITES.get((held.type or "", held.mode), frozenset())
    done = not held.negated and not deed.negated and deed.modality == "actual" and deed.type in against
    return done and same_party(held.acting, deed.by) and not far(held.place, deed.place)


def does_what_he_forswore(held: Held, deed: Deed) -> bool:
    """Who promised not to do it is later said to have done it, to those whom he named if he named any."""
    done = held.negated and not deed.negated and deed.modality == "actual" and _the_thing(held, deed)
    return done and (not held.target or alike(held.target, deed.target))


def refuses_the_demand(held: Held, deed: Deed) -> bool:
    """Who was asked says that he does not or will not do it."""
    return held.kind == "demand" and deed.negated and _the_thing(held, deed) and _himself(held, deed)


def says_he_will_not(held: Held, deed: Deed) -> bool:
    """Who held it out says later that he will not do it."""
    return held.kind != "demand" and deed.negated and not held.negated and _the_thing(held, deed) and _himself(held, deed)


def takes_it_back(held: Held, deed: Deed) -> bool:
    """Who held it out is said to have taken it back, in words that say so."""
    return held.kind in deed.takes_back and same_party(held.by, deed.by)


def condition_comes_true(held: Held, deed: Deed) -> bool:
    """What it was made to depend on is later said to have happened."""
    return not deed.negated and deed.modality == "actual" and any(_like(one, deed) for one in held.condition)


Rule = Callable[[Held, Deed], bool]

RULES: tuple[tuple[str, Rule], ...] = (
    ("withdraws", takes_it_back),
    ("withdraws", says_he_will_not),
    ("condition", condition_comes_true),
    ("breaks", refuses_the_demand),
    ("breaks", is_said_not_to_do_it),
    ("breaks", does_what_he_forswore),
    ("breaks", does_the_opposite),
    ("meets", does_it),
)
"""Bearing and rule, in the order in which they are asked; the first that answers decides."""


def bearing(held: Held, deed: Deed) -> tuple[str, str] | None:
    """How a later deed bears on what was held out, and by which rule; None where it does not."""
    return next(((name, rule.__name__) for name, rule in RULES if rule(held, deed)), None)


def _the_thing(held: Held, deed: Deed) -> bool:
    """Whether a deed is of the type and mode that was held out, by who was to act, and nowhere else."""
    kind = held.type == deed.type and (held.mode is None or deed.mode is None or held.mode == deed.mode)
    return kind and same_party(held.acting, deed.by) and not far(held.place, deed.place)


def _as_named(held: Held, deed: Deed) -> bool:
    """Whether a deed hits the place or the target that were named."""
    there = held.place is not None and deed.place is not None and held.place.name == deed.place.name
    return there or alike(held.target, deed.target)


def alike(one: str, other: str) -> bool:
    """Whether two targets are of one kind (civilians) or share a word."""
    status = status_of(one)
    if status != "unknown" and status == status_of(other):
        return True
    return bool({analyse(word).core for word in one.split()} & {analyse(word).core for word in other.split()})


def _himself(held: Held, deed: Deed) -> bool:
    """Whether the one who was to act tells it himself."""
    return same_party(held.acting, deed.teller)


def _like(one: Deed, other: Deed) -> bool:
    kind = one.type == other.type and (one.mode is None or other.mode is None or one.mode == other.mode)
    return kind and one.negated == other.negated and same_party(one.by, other.by) and not far(one.place, other.place)


def far(one: Place | None, other: Place | None) -> bool:
    """Whether two places are known to be apart: in two countries, or two spots more than 40 kilometres from each other."""
    if one is None or other is None:
        return False
    if one.country and other.country and one.country != other.country:
        return True
    if one.precision not in _FINE or other.precision not in _FINE:
        return False
    distance = _kilometres(one, other)
    return distance is not None and distance > _FAR


def _kilometres(one: Place, other: Place) -> float | None:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    lat1, lat2 = radians(one.latitude), radians(other.latitude)
    across = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, across)))
