"""Promises, offers, threats and demands, and what became of them, with the claims on both sides.

A promise that is told again is one promise. Later claims meet it, break it, take it back, or say that its condition came
true; they are claims too, so a promise is "met" only in the sense that somebody says so, and where claims stand against
each other it is unclear. A promise under a condition cannot be broken before somebody says that the condition came true.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from riwaya.link.bearings import OPPOSITES, PLAIN, bearing, elsewhere
from riwaya.link.held import KINDS, Deed, Held, deeds_of, held_out, own_name, same_party, taken_back
from riwaya.link.parties import Party
from riwaya.link.tellers import Tellers, tellers
from riwaya.model.incident import Promise, Said, Sign, Told
from riwaya.spelling import fold

HORIZON, TRUCE, AGAIN = 90, 30, 30
"""Days within which a later claim bears on a promise; within which an attack breaks a truce; within which a promise that is
told again is the same one."""

_MOST = 20
"""Signs of one bearing that are kept: the first ones."""


@dataclass(frozen=True, slots=True)
class Backing:
    """A statement in which somebody takes something back: its id, day, document, who, and the kinds of what he takes back."""

    id: str
    document: str
    day: date
    by: Party
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leads:
    """All of one report that a promise can be made of or met by. It depends on that report alone, and can be kept.

    ``witness`` is the id of the text that the report is a near-copy of, its own where it is none.
    """

    document: str
    witness: str
    held: tuple[Held, ...]
    deeds: tuple[Deed, ...]
    backings: tuple[Backing, ...]


def promises_of(said: Iterable[Said], told: Iterable[Told]) -> tuple[Promise, ...]:
    """The promises among some statements and what became of them by some events; order makes no difference.

    Near-copies of a text that is among them add nothing.
    """
    statements: dict[str, list[Said]] = {}
    events: dict[str, list[Told]] = {}
    for one in said:
        statements.setdefault(one.report.id, []).append(one)
    for event in told:
        events.setdefault(event.report.id, []).append(event)
    reports = statements.keys() | events.keys()
    return promises_from(leads(statements.get(one, ()), events.get(one, ())) for one in sorted(reports))


def leads(said: Sequence[Said], told: Sequence[Told]) -> Leads:
    """What one report holds out, tells of as done, and takes back. Raises ValueError where there is nothing of a report."""
    statements = sorted(said, key=lambda one: one.place)
    if not statements and not told:
        raise ValueError("no claim of a report is given")
    report = statements[0].report if statements else told[0].report
    known = tellers([*statements, *told])
    by_statement: dict[str, list[Told]] = {}
    for event in told:
        if event.teller is not None:
            by_statement.setdefault(event.teller.id, []).append(event)
    supposed = _supposed(statements)
    candidates = (one for one in statements if one.id not in supposed)
    held = tuple(found for one in candidates if (found := held_out(one, by_statement.get(one.id, ()), known)) is not None)
    deeds = (one for one in deeds_of(told, known) if own_name(one.by))
    return Leads(report.id, report.witness, held, tuple(deeds), tuple(_backings(statements, known)))


def _supposed(said: Sequence[Said]) -> set[str]:
    """Statements that stand in another one's condition (إذا التزم الجيش بالهدنة): nobody makes them."""
    conditions = [(one.id, one.statement.condition) for one in said if one.statement.condition is not None]
    return {one.id for one in said for identity, words in conditions if one.id != identity and words.holds(one.statement.cue)}


def _backings(said: Iterable[Said], known: Tellers) -> Iterator[Backing]:
    for one in said:
        if one.report.day is None or one.statement.source is None or one.statement.act in KINDS:
            continue
        kinds = taken_back(one.statement.content.text)
        if kinds:
            yield Backing(one.id, one.report.id, one.report.day, known.of(one), kinds)


def promises_from(found: Iterable[Leads]) -> tuple[Promise, ...]:
    """The promises among the leads of some reports, and what became of them; order makes no difference."""
    by_report = {one.document: one for one in found}
    kept = [one for one in by_report.values() if one.witness == one.document or one.witness not in by_report]
    kept.sort(key=lambda one: one.document)
    later = Later([deed for one in kept for deed in one.deeds], [backing for one in kept for backing in one.backings])
    held = sorted((held for one in kept for held in one.held), key=lambda one: (one.day or date.max, one.document))
    return tuple(_promise(one, again, later) for one, again in _joined(held))


# --- a promise told again


def _joined(held: Sequence[Held]) -> list[tuple[Held, list[Held]]]:
    """Each promise with the statements that tell it again."""
    found: list[tuple[Held, list[Held]]] = []
    lately: dict[tuple[str, str, str], list[tuple[Held, list[Held]]]] = {}
    days: dict[tuple[str, str, str], date | None] = {}
    for one in held:
        key = (one.kind, _name(one.by), _name(one.acting))
        near = lately.get(key, [])
        if days.get(key) != one.day:
            near = [known for known in near if _soon((known[1] or [known[0]])[-1], one)]
        days[key] = one.day
        same = next((again for first, again in near if tells_it_again(first, one)), None)
        if same is not None:
            same.append(one)
        else:
            found.append((one, []))
            near.append(found[-1])
        lately[key] = near
    return found


def tells_it_again(first: Held, one: Held) -> bool:
    """The same side holds out the same thing once more within thirty days: it is told again."""
    mode = first.mode is None or one.mode is None or first.mode == one.mode
    thing = first.type == one.type or (None in (first.type, one.type) and first.document == one.document)
    return (
        thing and mode and first.negated == one.negated and not elsewhere(first.place, one.place) and _on_one_condition(first, one)
    )


def _on_one_condition(first: Held, one: Held) -> bool:
    if first.printed is None or one.printed is None:
        return first.printed is one.printed
    kinds = [{(deed.type, deed.mode, _name(deed.by)) for deed in held.condition} for held in (first, one)]
    return fold(first.printed) == fold(one.printed) or (kinds[0] == kinds[1] and bool(kinds[0]))


def _soon(last: Held, one: Held) -> bool:
    return one.day == last.day or (one.day is not None and last.day is not None and (one.day - last.day).days <= AGAIN)


# --- what became of it


class Later:
    """Deeds and statements of taking back, by who does them and of which type, to be found by day."""

    def __init__(self, deeds: Sequence[Deed], backings: Sequence[Backing]) -> None:
        self._deeds: dict[tuple[str, str], list[Deed]] = {}
        self._backings: dict[str, list[Backing]] = {}
        for deed in sorted(deeds, key=lambda one: (one.day, one.document, one.id)):
            for type_ in (deed.type, _BACK) if deed.takes_back else (deed.type,):
                self._deeds.setdefault((_name(deed.by), type_), []).append(deed)
        for one in backings:
            self._backings.setdefault(_name(one.by), []).append(one)
        self._days = {key: [deed.day for deed in found] for key, found in self._deeds.items()}

    def deeds(self, name: str, types: Iterable[str], first: date, days: int) -> Iterator[Deed]:
        """The deeds of these types, and those that take something back, of a party or side from a day on."""
        for key in ((name, type_) for type_ in sorted({*types, _BACK})):
            found, at = self._deeds.get(key, []), self._days.get(key, [])
            yield from found[bisect_left(at, first) : bisect_right(at, first + timedelta(days=days))]

    def backings(self, party: Party) -> Iterator[Backing]:
        """What a party (or its side) took back."""
        yield from self._backings.get(_name(party), [])


_BACK = "takes back"
"""Under which deeds that take something back are found, whatever their type."""


def _name(party: Party | None) -> str:
    """By which name a party is found: its side, if that is known."""
    return "" if party is None else party.side or party.key


def _promise(held: Held, again: Sequence[Held], later: Later) -> Promise:
    signs = [(held.day or date.min, Sign(one.id, "repeats", tells_it_again.__name__)) for one in again]
    found = sorted({*_signs(held, later), *_taken_back(held, later)}, key=_sign_order) if held.day else []
    kept = _kept(held, found)
    signs = sorted([*signs, *kept], key=_sign_order)
    return Promise(
        held.id,
        held.kind,
        held.by.name,
        held.to,
        held.type,
        next((one.place for one in (held, *again) if one.place is not None), None),
        held.printed,
        held.day,
        status_of(held, [sign for _, sign in kept]),
        tuple(sign for _, sign in signs),
        held.mode,
        held.negated,
    )


Dated = tuple[date, Sign]


def _sign_order(found: Dated) -> tuple[object, ...]:
    day, sign = found
    return day, sign.bearing, sign.id


def _signs(held: Held, later: Later) -> Iterator[Dated]:
    """Later deeds that bear on it; of the same day only such as cannot have come before it."""
    assert held.day is not None
    against = OPPOSITES.get((held.type or "", held.mode or ""))
    types = {one for one in (held.type, against, *(deed.type for deed in held.condition)) if one}
    for name in sorted({_name(one) for one in (held.by, held.acting, *(deed.by for deed in held.condition))}):
        for deed in later.deeds(name, types, held.day, HORIZON):
            found = bearing(held, deed) if deed.document != held.document else None
            if found is None or (deed.day == held.day and not _at_once(held, found[0])):
                continue
            if deed.type == against and (deed.day - held.day).days > TRUCE:
                continue
            yield deed.day, Sign(deed.id, *found)


def _at_once(held: Held, bears: str) -> bool:
    """Whether a deed of the same day can be the answer: a condition that came true, a retreat or an agreement."""
    return bears == "condition" or (bears == "meets" and held.type in PLAIN)


def takes_it_back_in_words(held: Held, backing: Backing) -> bool:
    """Who held it out says later that he takes it back."""
    later = held.day is not None and held.day < backing.day <= held.day + timedelta(days=HORIZON)
    return later and held.kind in backing.kinds and same_party(held.by, backing.by)


def _taken_back(held: Held, later: Later) -> Iterator[Dated]:
    for one in later.backings(held.by):
        if takes_it_back_in_words(held, one):
            yield one.day, Sign(one.id, "withdraws", takes_it_back_in_words.__name__)


def _kept(held: Held, found: Sequence[Dated]) -> list[Dated]:
    """The signs that count: none that breaks a conditional promise before its condition, and no more than twenty of a kind."""
    kept: list[Dated] = []
    fulfilled = not held.conditional
    counts: dict[str, int] = {}
    for day, sign in found:
        fulfilled = fulfilled or sign.bearing == "condition"
        if sign.bearing == "breaks" and not fulfilled:
            continue
        counts[sign.bearing] = counts.get(sign.bearing, 0) + 1
        if counts[sign.bearing] <= _MOST:
            kept.append((day, sign))
    return kept


def status_of(held: Held, signs: Sequence[Sign]) -> str:
    """What became of it: withdrawn where it was taken back and not met since; unclear where claims stand against each other;
    met or broken where somebody says so and nobody the opposite; else open.
    """
    bearings = [sign.bearing for sign in signs]
    if "withdraws" in bearings and "meets" not in bearings[bearings.index("withdraws") :]:
        return "withdrawn"
    if "meets" in bearings:
        return "unclear" if "breaks" in bearings else "met"
    return "broken" if "breaks" in bearings else "open"
