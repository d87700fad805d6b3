"""Which figures of an incident may be added: the groups of people that they count, and how the groups lie to each other.

A slot is one quantity with the figures that compete for it. A slot for people at large holds the slots for narrower groups;
slots are added only where their people are known not to be the same, and all that is left out is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from riwaya.link.accounts import covers, interval
from riwaya.model.incident import Account, Quantity

Slot = tuple[Account, ...]
Value = Callable[[Slot], int | None]
"""What a view takes as the number of a slot, None where none of its figures counts."""


@dataclass(frozen=True, slots=True)
class Population:
    """The slots of one kind of figure: competing figures by quantity, the parts of them, and who told which groups apart."""

    slots: dict[Quantity, Slot]
    parts: Slot
    apart: frozenset[frozenset[Quantity]]


@dataclass(frozen=True, slots=True)
class Node:
    """A slot in a sum: its number, the narrower slots inside it, and what of its number is in none of them."""

    quantity: Quantity
    own: int | None
    inside: tuple[Node, ...]
    rest: int

    @property
    def total(self) -> int:
        """The number of the slot with all that is inside it."""
        return self.rest + sum(one.total for one in self.inside)

    def nodes(self) -> Iterable[Node]:
        """The slot and all inside it."""
        yield self
        for one in self.inside:
            yield from one.nodes()


@dataclass(slots=True)
class Sum:
    """A sum over slots: the slots that were added, the number by category, and what was left out and why."""

    roots: tuple[Node, ...]
    categories: dict[Quantity, int] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All that was added."""
        return sum(one.total for one in self.roots)


def populations(accounts: Iterable[Account]) -> dict[str, Population]:
    """The populations of an incident by kind of figure; only last words on the incident itself compete."""
    by_kind: dict[str, list[Account]] = {}
    for one in accounts:
        by_kind.setdefault(one.quantity.kind, []).append(one)
    return {kind: _population(found) for kind, found in sorted(by_kind.items())}


def _population(accounts: Sequence[Account]) -> Population:
    slots: dict[Quantity, list[Account]] = {}
    together: dict[tuple[str, str], set[Quantity]] = {}
    for one in accounts:
        if one.status == "current" and interval(one) != (None, None):
            slots.setdefault(one.quantity, []).append(one)
            for document in one.documents:
                together.setdefault((one.originator, document), set()).add(one.quantity)
    apart = {
        frozenset((one, other))
        for told in together.values()
        for one in told
        for other in told
        if one != other and not covers(one, other) and not covers(other, one)
    }
    parts = tuple(one for one in accounts if one.status == "subset")
    return Population({name: tuple(slots[name]) for name in sorted(slots, key=_order)}, parts, frozenset(apart))


def _order(quantity: Quantity) -> tuple[str, str, str]:
    return quantity.kind, quantity.side, quantity.status


# --- which slots are added


def of_two_sides(one: Quantity, other: Quantity, population: Population) -> bool:
    """The dead of one side are not the dead of the other."""
    return bool(one.side) and bool(other.side) and one.side != other.side


def told_apart(one: Quantity, other: Quantity, population: Population) -> bool:
    """One teller gives both figures side by side in one report, so they count different people."""
    return frozenset((one, other)) in population.apart


DISJOINT = (of_two_sides, told_apart)
"""When two figures count different people, and may be added. In all other cases it is not known, and they are not."""


def added(population: Population, value: Value) -> Sum:
    """The sum of a population as a view counts it: slot by slot, the surest first, nothing twice."""
    result = Sum(())
    counted = {quantity: slot for quantity, slot in population.slots.items() if value(slot) is not None}
    result.roots = _nodes(list(counted), counted, population, value, result)
    for root in result.roots:
        for node in root.nodes():
            result.categories[node.quantity] = result.categories.get(node.quantity, 0) + node.rest
    _carve(population.parts, result)
    return result


def _nodes(
    names: list[Quantity], counted: dict[Quantity, Slot], population: Population, value: Value, result: Sum
) -> tuple[Node, ...]:
    """The slots that are held by no other of these, as far as they may be added, each with what is inside it."""
    outer = [one for one in names if not any(other != one and covers(other, one) for other in names)]
    taken: list[Quantity] = []
    for one in sorted(outer, key=lambda name: (min(account.standing for account in counted[name]), _order(name))):
        rival = next((other for other in taken if not any(rule(one, other, population) for rule in DISJOINT)), None)
        if rival is None:
            taken.append(one)
        else:
            result.left_out.append(f"not added: {shown(one)}: it is not known whether they are among {shown(rival)}")
    free = [one for one in names if one not in outer]
    return tuple(_node(one, _claimed(one, taken, free), counted, population, value, result) for one in sorted(taken, key=_order))


def _claimed(one: Quantity, taken: Sequence[Quantity], free: Sequence[Quantity]) -> list[Quantity]:
    """The narrower slots that belong to a slot: those that it covers and none before it in the order does."""
    before = [other for other in taken if _order(other) < _order(one)]
    return [name for name in free if covers(one, name) and not any(covers(other, name) for other in before)]


def _node(
    one: Quantity, inner: list[Quantity], counted: dict[Quantity, Slot], population: Population, value: Value, result: Sum
) -> Node:
    inside = _nodes(inner, counted, population, value, result)
    own, parts = value(counted[one]) or 0, sum(node.total for node in inside)
    if parts > own:
        result.left_out.append(f"the parts of {shown(one)} make {parts}, more than the {own} told of all")
    return Node(one, own, inside, max(0, own - parts))


def _carve(parts: Slot, result: Sum) -> None:
    """A part of a figure (بينهم ثلاثة أطفال) moves so many from the rest to its own category, and adds nobody."""
    by_whole: dict[tuple[Quantity, str], list[Account]] = {}
    for one in parts:
        by_whole.setdefault((one.quantity, one.part_of or ""), []).append(one)
    most: dict[Quantity, int] = {}
    for (quantity, _), told in by_whole.items():
        most[quantity] = max(most.get(quantity, 0), sum(one.low or 0 for one in told))
    for quantity, number in sorted(most.items(), key=lambda pair: _order(pair[0])):
        whole = next((name for name in sorted(result.categories, key=_order) if name != quantity and covers(name, quantity)), None)
        if whole is None or quantity in result.categories:
            continue
        moved = min(number, result.categories[whole])
        result.categories[quantity] = moved
        result.categories[whole] -= moved


def shown(quantity: Quantity) -> str:
    """A quantity in words."""
    status = "" if quantity.status in ("unknown", "all") else f" {quantity.status}s"
    side = f" of {quantity.side.partition(':')[2] or quantity.side}" if quantity.side else ""
    return f"{quantity.kind}{status}{side}"
