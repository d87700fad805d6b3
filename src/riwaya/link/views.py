"""Views of a toll: what ACLED, UCDP, Airwars and Iraq Body Count would make of the accounts, each by a rule that stands beside it.

A view is a pure function of the accounts of an incident. Reported deaths are a floor, never the truth: no view confirms
anything, and no number comes from anything but a claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from riwaya.lang.ar.lexicon import Numeral
from riwaya.lang.ar.words import analyse
from riwaya.link.accounts import covers, interval, meet
from riwaya.link.populations import Node, Population, Slot, Sum, added, populations, shown
from riwaya.link.standing import CLASSES
from riwaya.model.incident import Account, Quantity, Toll

_TRUSTED, _ENEMY = 5, 6
"""The last class that counts by itself, and the class of a party on its enemy's losses."""

_VAGUE = {20: 10, 200: 100, 2000: 1000}
"""What ACLED codes for tens, hundreds and thousands, by the lower end that the reader gives them."""

_NO_NUMBER, _NO_NUMBER_IN_WAR = 3, 10

HARM = ("killed", "wounded")
"""Kinds of figures of which views other than ``range`` speak."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How views are to count: ``context`` "war" makes ACLED's uncounted dead 10 and not 3; ``adversary_high`` lets what a
    party says of its enemy's losses into UCDP's high.
    """

    context: str = ""
    adversary_high: bool = False


DEFAULT = Profile()


@dataclass(frozen=True, slots=True)
class Matter:
    """What a view looks at: one kind of figure of an incident, dead who are told of and not counted, whether it is denied."""

    incident: str
    kind: str
    population: Population
    uncounted: Slot
    contested: bool
    others: Slot


def tolls(accounts: Sequence[Account], *, contested: bool = False, profile: Profile = DEFAULT) -> tuple[Toll, ...]:
    """The tolls of one incident in every view, in canonical order: by kind of figure, view and quantity."""
    made: list[Toll] = []
    for kind, population in populations(accounts).items():
        uncounted = tuple(one for one in accounts if _is_uncounted(one) and one.quantity.kind == kind)
        others = tuple(one for one in accounts if one.quantity.kind == kind and one.status != "current")
        matter = Matter(accounts[0].incident, kind, population, uncounted, contested, others)
        for view in VIEWS.values():
            made += view(matter, profile)
    return tuple(made)


def _is_uncounted(account: Account) -> bool:
    return account.status == "current" and interval(account) == (None, None)


# --- range: every teller beside the others


def accounts_side_by_side(matter: Matter, profile: Profile) -> Iterator[Toll]:
    """Range: from the lowest to the highest figure that anybody gives, nobody left out; open where one is open.

    A teller's last word counts; near-copies and outlets that quote him are no further tellers. Figures agree where all
    have a number in common, else they differ; contested where somebody denies it.
    """
    for quantity, slot in matter.population.slots.items():
        lows = [one.low or 0 for one in slot]
        open_ended = any(one.high is None or is_vague(one) for one in slot)
        high = None if open_ended else max(one.high or 0 for one in slot)
        state = "single" if len(slot) == 1 else "agree" if _all_meet(slot) else "differ"
        ends = f"{min(lows)} to {_high(slot, 0)}{' or more' if open_ended else ''}"
        words = f"{state}: {ends}{', contested: somebody denies it' if matter.contested else ''}"
        yield _toll(matter, quantity, "range", (min(lows), None, high), slot, [words, *map(_line, slot), *_left(matter, quantity)])


def _all_meet(slot: Slot) -> bool:
    low = max(one.low or 0 for one in slot)
    return all(meet((low, None), interval(one)) for one in slot)


# --- UCDP


def ucdp(matter: Matter, profile: Profile) -> Iterator[Toll]:
    """UCDP: low is the lowest and high the highest figure of tellers of classes 0 to 5; best is the lowest figure of the best
    class there is. Best is the sum of its categories; low and high are widened to hold it, best is never changed.

    What a party says of its enemy's losses (class 6) is left out, and enters high only where the profile asks for it.
    """
    if matter.kind != "killed":
        return
    result = added(matter.population, lambda slot: _best(_trusted(slot)))
    if not result.roots:
        yield from _only_enemy(matter, profile)
        return
    for quantity, number in sorted(result.categories.items(), key=_by_name):
        if number == 0 < result.total:
            continue
        slot = _trusted(matter.population.slots.get(quantity, ())) or _parts(matter, quantity)
        low, high = min(_low(slot, number), number), max(_high(slot, number), number)
        yield _toll(matter, quantity, "ucdp", (low, number, high), slot, map(_line, slot))
    low = min(sum(_low_of(node, matter) for node in result.roots), result.total)
    slots = matter.population.slots.values()
    high = max(sum(_high_of(node, matter) for node in result.roots), result.total, *(_high(_trusted(slot), 0) for slot in slots))
    if profile.adversary_high:
        high = max(high, added(matter.population, lambda slot: _highest(_with_enemies(slot))).total)
    counted = _counted(matter, result, _trusted)
    yield _toll(matter, _all(matter), "ucdp", (low, result.total, high), counted, _steps(matter, result, counted))


def _trusted(slot: Slot) -> Slot:
    return tuple(one for one in slot if one.standing <= _TRUSTED)


def _best(slot: Slot) -> int | None:
    """The lowest lower end within the best class; None for an empty slot."""
    best = min((one.standing for one in slot), default=None)
    return min((_lower(one) for one in slot if one.standing == best), default=None)


def _lower(one: Account) -> int:
    return one.low if one.low is not None else 0


def _upper(one: Account) -> int:
    """The upper end of a figure; an open or vague one ends where it begins."""
    return one.high if one.high is not None and not is_vague(one) else _lower(one)


def _low(slot: Slot, otherwise: int) -> int:
    return min(map(_lower, slot), default=otherwise)


def _high(slot: Slot, otherwise: int) -> int:
    return max(map(_upper, slot), default=otherwise)


def _low_of(node: Node, matter: Matter) -> int:
    return _low(_trusted(matter.population.slots[node.quantity]), node.total)


def _high_of(node: Node, matter: Matter) -> int:
    slot = _trusted(matter.population.slots[node.quantity])
    return max(_high(slot, node.total), sum(_high_of(one, matter) for one in node.inside))


def _with_enemies(slot: Slot) -> Slot:
    return tuple(one for one in slot if one.standing <= _ENEMY)


def _highest(slot: Slot) -> int | None:
    return max(map(_upper, slot), default=None)


def _only_enemy(matter: Matter, profile: Profile) -> Iterator[Toll]:
    """Nothing but what parties say of their enemies: no number, or with the profile's leave 0, 0 and their highest."""
    enemy = tuple(one for slot in matter.population.slots.values() for one in slot if one.standing == _ENEMY)
    if not enemy:
        return
    numbers = (0, 0, _high(enemy, 0)) if profile.adversary_high else (None, None, None)
    yield _toll(matter, _all(matter), "ucdp", numbers, enemy, ["only a party speaks, of its enemy's losses", *map(_line, enemy)])


def _parts(matter: Matter, quantity: Quantity) -> Slot:
    return tuple(one for one in matter.population.parts if one.quantity == quantity)


# --- ACLED


def acled(matter: Matter, profile: Profile) -> Iterator[Toll]:
    """ACLED: the most conservative figure there is. Over what may be added, the sum of the lowest figures of tellers of classes
    0 to 5; where only others speak of a group, the lowest of theirs, with the claimant named. Tens count 10, hundreds 100,
    thousands 1000.

    Dead who are told of without a number count 3, in a war 10; where nobody tells of dead there is no number at all.
    """
    if matter.kind != "killed":
        return

    def chosen(slot: Slot) -> Slot:
        return _trusted(slot) or (() if _told_at_large(slot, matter) else slot)

    result = added(matter.population, lambda slot: _conservative(chosen(slot)))
    if result.roots:
        counted = _counted(matter, result, chosen)
        claimants = [f"claimed by: {one.name}" for one in counted if one.standing > _TRUSTED]
        steps = [*_steps(matter, result, counted), *claimants]
        yield _toll(matter, _all(matter), "acled", (None, result.total, None), counted, steps)
    elif matter.uncounted:
        number = _NO_NUMBER_IN_WAR if profile.context == "war" else _NO_NUMBER
        steps = [f"dead are told of without a number: counted as {number}", *map(_line, matter.uncounted)]
        yield _toll(matter, _all(matter), "acled", (None, number, None), matter.uncounted, steps)


def _told_at_large(slot: Slot, matter: Matter) -> bool:
    """Whether a teller of classes 0 to 5 counts a larger group that holds the people of a slot."""
    special = slot[0].quantity
    return any(
        general != special and covers(general, special) and bool(_trusted(found))
        for general, found in matter.population.slots.items()
    )


def _conservative(slot: Slot) -> int | None:
    return min((_VAGUE.get(_lower(one), _lower(one)) if is_vague(one) else _lower(one) for one in slot), default=None)


# --- Airwars


def airwars(matter: Matter, profile: Profile) -> Iterator[Toll]:
    """Airwars: for each category from the lowest to the highest figure of all credible tellers (classes 0 to 5); a highest
    figure that is open counts as its lower end. What the accused party concedes is kept apart (airwars-conceded).
    """
    if matter.kind not in HARM:
        return
    for quantity, slot in matter.population.slots.items():
        conceded = tuple(one for one in slot if one.ground == "accused_party" and one.act == "admit")
        told = tuple(one for one in _trusted(slot) if one not in conceded)
        for view, chosen in (("airwars", told), ("airwars-conceded", conceded)):
            if chosen:
                opened = ["the highest figure is open: its lower end is taken"] if any(one.high is None for one in chosen) else []
                yield _toll(
                    matter, quantity, view, (_low(chosen, 0), None, _high(chosen, 0)), chosen, [*opened, *map(_line, chosen)]
                )


# --- Iraq Body Count


def ibc(matter: Matter, profile: Profile) -> Iterator[Toll]:
    """Iraq Body Count: for each category from the lowest to the highest figure; provisional unless two independent originators
    tell of it. Parties of one side are not independent of each other, nor is who repeats another.
    """
    if matter.kind not in HARM:
        return
    for quantity, slot in matter.population.slots.items():
        chosen = _trusted(slot)
        if not chosen:
            continue
        independent = len({one.side or one.originator for one in chosen})
        word = "" if independent >= 2 else "provisional: one originator only"
        steps = [*([word] if word else []), f"independent originators: {independent}", *map(_line, chosen)]
        yield _toll(matter, quantity, "ibc", (_low(chosen, 0), None, _high(chosen, 0)), chosen, steps)


VIEWS: dict[str, Callable[[Matter, Profile], Iterable[Toll]]] = {
    "range": accounts_side_by_side,
    "ucdp": ucdp,
    "acled": acled,
    "airwars": airwars,
    "ibc": ibc,
}
"""The views by name; the docstring of each is the rule that is printed beside its numbers."""


def rule_of(view: str) -> str:
    """The rule of a view in words, on one line."""
    return " ".join((VIEWS[view.removesuffix("-conceded")].__doc__ or "").split())


# --- shared


def is_vague(account: Account) -> bool:
    """Whether a figure is a size and no number (عشرات, مئات): its upper end sets no maximum."""
    return account.low != account.high and any(
        isinstance(one.sense.entry, Numeral) and one.sense.entry.group == "vague"
        for word in (account.approx or "").split()
        for one in analyse(word).all("number")
    )


def _all(matter: Matter) -> Quantity:
    return Quantity(matter.kind, "", "all")


Numbers = tuple[int | None, int | None, int | None]


def _toll(matter: Matter, quantity: Quantity, view: str, numbers: Numbers, slot: Iterable[Account], steps: Iterable[str]) -> Toll:
    evidence = tuple(sorted({identity for one in slot for identity in one.evidence}))
    return Toll(matter.incident, quantity, view, *numbers, rule_of(view), evidence, tuple(steps))


def _counted(matter: Matter, result: Sum, chosen: Callable[[Slot], Slot]) -> Slot:
    """The figures that a sum rests on."""
    names = [node.quantity for root in result.roots for node in root.nodes()]
    return tuple(one for name in names for one in chosen(matter.population.slots[name]))


def _steps(matter: Matter, result: Sum, counted: Slot) -> list[str]:
    """How a sum came about: the categories, each figure counted, each left out and why."""
    named = [f"{shown(quantity)}: {number}" for quantity, number in sorted(result.categories.items(), key=_by_name) if number]
    out = [one for slot in matter.population.slots.values() for one in slot if one not in counted]
    left = [f"left out, {CLASSES[one.standing]}: {_line(one)}" for one in out]
    return [*named, *map(_line, counted), *left, *result.left_out, *(f"{one.status}: {_line(one)}" for one in matter.others)]


def _by_name(pair: tuple[Quantity, int]) -> tuple[str, str]:
    return pair[0].side, pair[0].status


def _left(matter: Matter, quantity: Quantity) -> list[str]:
    return [f"{one.status}: {_line(one)}" for one in matter.others if one.quantity == quantity]


def _line(one: Account) -> str:
    """A figure on one line, its teller last."""
    return f"{figure(one)}, class {one.standing} ({CLASSES[one.standing]}), since {one.since or 'no day'}: {one.name}"


def figure(account: Account) -> str:
    """A figure in words; an open end is said, and a size is said to be none."""
    low, high = interval(account)
    if is_vague(account):
        return f"about {low} to {high} (no number told)" if high is not None else f"{low} or more (no number told)"
    if low is None:
        return "dead, not counted" if high is None else f"up to {high}"
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low} to {high}"


def with_profile(accounts: Sequence[Account], contested: bool, profile: Profile) -> tuple[Toll, ...]:
    """The tolls of one incident under a profile of one's own."""
    return tolls(accounts, contested=contested, profile=profile)
