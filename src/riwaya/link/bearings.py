"""How a later deed or statement bears on what was held out: small rules whose docstrings are shown under "why?".

They are strict: a deed must be of the same type and kind by the same party, and not known to be elsewhere. What is only
alike is left alone, and the promise stays open.
"""

from __future__ import annotations

from collections.abc import Callable

from riwaya.lang.ar.words import analyse
from riwaya.link.held import Deed, Held, same_party
from riwaya.link.spots import apart, one_place, spot, unlike
from riwaya.link.victims import status_of
from riwaya.model.incident import Where

OPPOSITES = {("RETREAT", "ceasefire"): "ASSAULT", ("RETREAT", "disarm"): "ASSAULT"}
"""What goes against a promised type of event: who promised a ceasefire does not attack."""

PLAIN = frozenset({"RETREAT", "AGREE"})
"""Types that say enough by themselves; of the others place or target must be those that were named."""


def does_it(held: Held, deed: Deed) -> bool:
    """Who was to act is later said to have done it; if it is no retreat or agreement, where or to whom it was named."""
    return not held.negated and deed.done and _the_thing(held, deed) and (held.type in PLAIN or as_named(held, deed))


def is_said_not_to_do_it(held: Held, deed: Deed) -> bool:
    """Who was to act is later said by somebody else not to have done it."""
    said = deed.negated and deed.modality == "actual" and not _himself(held, deed)
    return not held.negated and said and _the_thing(held, deed) and (held.type in PLAIN or as_named(held, deed))


def does_the_opposite(held: Held, deed: Deed) -> bool:
    """Who promised it is later said to have done, on a day that is named, what goes against it: an attack against a ceasefire."""
    against = held.kind != "demand" and not held.negated and OPPOSITES.get((held.type or "", held.mode or "")) == deed.type
    return against and deed.done and deed.dated and same_party(held.acting, deed.by) and not elsewhere(held.place, deed.place)


def does_what_he_forswore(held: Held, deed: Deed) -> bool:
    """Who promised not to do it is later said to have done it, to those whom he named if he named any."""
    done = held.negated and deed.done and _the_thing(held, deed)
    return done and (alike(held.target, deed.target) if held.target else as_named(held, deed) or held.place is None)


def refuses_the_demand(held: Held, deed: Deed) -> bool:
    """Who was asked refuses it, or says that he will not do it; if it is no retreat or agreement, where or to whom it was named."""
    refused = held.kind == "demand" and deed.negated and (deed.act == "reject" or deed.modality != "actual")
    return refused and _the_thing(held, deed) and _himself(held, deed) and (held.type in PLAIN or as_named(held, deed))


def says_he_will_not(held: Held, deed: Deed) -> bool:
    """Who held it out says later that he will not do it; if it is no retreat or agreement, where or to whom it was named."""
    refused = held.kind != "demand" and deed.negated and (deed.act == "reject" or deed.modality != "actual")
    same = _the_thing(held, deed) and _himself(held, deed) and (held.type in PLAIN or as_named(held, deed))
    return refused and not held.negated and same


def takes_it_back(held: Held, deed: Deed) -> bool:
    """Who held it out is said to have taken it back, in words that say so."""
    return held.kind in deed.takes_back and same_party(held.by, deed.by)


def condition_comes_true(held: Held, deed: Deed) -> bool:
    """What it was made to depend on is later said to have happened."""
    return deed.done and any(_like(one, deed) for one in held.condition)


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
    kind = held.type == deed.type and held.mode == deed.mode
    return kind and same_party(held.acting, deed.by) and not elsewhere(held.place, deed.place)


def as_named(held: Held, deed: Deed) -> bool:
    """Whether a deed is at the place or to the target that was named."""
    there = held.place is not None and deed.place is not None and one_place(spot(held.place), spot(deed.place))
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
    """Whether a deed is the one that a condition names."""
    kind = one.type == other.type and one.mode == other.mode and one.negated == other.negated
    there = one.place is not None and other.place is not None and one_place(spot(one.place), spot(other.place))
    named = one.type in PLAIN or there or alike(one.target, other.target)
    return kind and same_party(one.by, other.by) and not elsewhere(one.place, other.place) and named


def elsewhere(one: Where | None, other: Where | None) -> bool:
    """Whether two places are known to be two: far from each other, or two spots of different names."""
    if one is None or other is None:
        return False
    first, second = spot(one), spot(other)
    if one_place(first, second):
        return False
    return apart(first, second) or (first.fine and second.fine and unlike(first, second))
