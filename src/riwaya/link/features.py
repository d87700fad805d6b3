"""What speaks for or against two events being one happening: small named rules, weighed in ``FEATURES``; and vetoes.

The first line of a rule's docstring is what the user reads under "why together?", with what was found behind it.
A rule answers how far it holds, from 0 to 1, and the words to show; None where it has nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from riwaya.link import spots
from riwaya.link.marks import Mark
from riwaya.link.names import rarity, sound
from riwaya.link.spots import Spot

Found = tuple[float, str] | None
Rule = Callable[[Mark, Mark], Found]


def same_place(one: Mark, other: Mark) -> Found:
    """Both name the same place; a place that is seldom in the news says more, an area less."""
    best: tuple[float, str] = (0.0, "")
    for here in one.spots:
        for there in other.spots:
            if spots.same(here, there):
                best = max(best, (_worth(here), here.name))
    return best if best[0] else None


def _worth(here: Spot) -> float:
    """A fine place from 4 to 7 sevenths, a province 2, a land 1."""
    if here.fine:
        return (4 + here.rare) / 7
    return 2 / 7 if here.precision == "admin1" else 1 / 7


def place_within(one: Mark, other: Mark) -> Found:
    """The place of one lies in the place of the other."""
    best: tuple[float, str] = (0.0, "")
    for here in one.spots:
        for there in other.spots:
            outer, inner = (here, there) if spots.holds(here, there) else (there, here)
            if spots.holds(outer, inner) and not spots.same(outer, inner):
                degree = 1.0 if outer.fine else 0.5 if outer.precision == "admin1" else 0.25
                best = max(best, (degree, f"{inner.name} < {outer.name}"))
    fine = any(spots.same(here, there) and here.fine for here in one.spots for there in other.spots)
    return best if best[0] and not fine else None


def place_named(one: Mark, other: Mark) -> Found:
    """The sentence of one names the place of the other."""
    found = [here for left, right in ((one, other), (other, one)) for here in left.spots if _names(right, here)]
    same = any(spots.same(here, there) and here.fine for here in one.spots for there in other.spots)
    return (max(_worth(here) for here in found), found[0].name) if found and not same else None


def _names(one: Mark, here: Spot) -> bool:
    return here.fine and bool(here.sounds) and here.sounds <= one.heard


def other_place(one: Mark, other: Mark) -> Found:
    """They name different places of one kind."""
    here, there = _finest(one), _finest(other)
    if here is None or there is None or any(spots.same(left, right) for left in one.spots for right in other.spots if left.fine):
        return None
    if _names(one, there) or _names(other, here):
        return None
    if spots.apart(here, there) or spots.unlike(here, there):
        return 1.0, f"{here.name} / {there.name}"
    return None


def _finest(one: Mark) -> Spot | None:
    return one.spots[0] if one.spots and one.spots[0].fine else None


def same_day(one: Mark, other: Mark) -> Found:
    """Both say that it happened on the same day, or in the same few days."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return None
    gap, wide = _gap(one, other), max((one.last - one.first).days, (other.last - other.first).days)
    if gap > 1:
        return None
    degree = 0.25 if gap == 1 or wide > 7 else 0.5 if wide > 1 else 1.0
    return degree, _days(one) if one.first == other.first else f"{_days(one)} / {_days(other)}"


def _gap(one: Mark, other: Mark) -> int:
    """Days between the end of the earlier and the beginning of the later; 0 where they touch."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return 0
    return max((other.first - one.last).days, (one.first - other.last).days, 0)


def _days(one: Mark) -> str:
    return str(one.first) if one.first == one.last else f"{one.first} … {one.last}"


def other_day(one: Mark, other: Mark) -> Found:
    """They say different days, at least one of them counted from the day of the report."""
    gap = _gap(one, other)
    return ((1.0 if gap > 2 else 0.5), f"{_days(one)} / {_days(other)}") if gap > 1 else None


def told_soon(one: Mark, other: Mark) -> Found:
    """One does not say when, and was told within three days of the other's day or report."""
    if (one.first is not None and other.first is not None) or one.told is None or other.told is None:
        return None
    left, right = _when(one), _when(other)
    near = abs((left - right).days)
    return (1.0 if near <= 1 else 0.5, f"{left} / {right}") if near <= 3 else None


def _when(one: Mark) -> date:
    return one.last or one.told or date.min


def same_count(one: Mark, other: Mark) -> Found:
    """Both count the same; a large and exact number says more."""
    common = sorted(one.counts & other.counts, key=str)
    degree = min(1.0, sum(map(_telling, common)))
    return (degree, ", ".join(_count(found) for found in common)) if common else None


def _telling(count: tuple[str, int | None, int | None]) -> float:
    kind, low, high = count
    size = high if low is None else low
    if size is None or (low != high and high is not None):
        return 0.1
    worth = 0.8 if size >= 10 else 0.5 if size >= 4 else 0.3 if size >= 2 else 0.2
    return worth if kind == "killed" else worth / 2


def _count(count: tuple[str, int | None, int | None]) -> str:
    kind, low, high = count
    return f"{kind} {low}" if low == high else f"{kind} {'' if low is None else low}–{'' if high is None else high}"


def other_count(one: Mark, other: Mark) -> Found:
    """They count the killed, and their numbers lie far apart: one more than twice the other."""
    left, right = _killed(one), _killed(other)
    if not left or not right:
        return None
    near = any(max(a, b) <= 2 * min(a, b) or abs(a - b) < 3 for a in left for b in right)
    return None if near else (1.0, f"killed {'/'.join(map(str, sorted(left)))} · {'/'.join(map(str, sorted(right)))}")


def _killed(one: Mark) -> set[int]:
    return {low for kind, low, high in one.counts if kind == "killed" and low is not None and high in (low, None)}


def same_means(one: Mark, other: Mark) -> Found:
    """Both name the same means or manner."""
    common = sorted(one.means & other.means)
    return (1.0, ", ".join(common)) if common else None


def other_means(one: Mark, other: Mark) -> Found:
    """They name different means."""
    if not one.means or not other.means or one.means & other.means:
        return None
    return 1.0, f"{', '.join(sorted(one.means))} / {', '.join(sorted(other.means))}"


def same_words(one: Mark, other: Mark) -> Found:
    """Both call it by the same word."""
    common = [word for word in one.words if word in other.words]
    return (1.0, common[0]) if common else None


def same_party(one: Mark, other: Mark) -> Found:
    """Both name the same party."""
    common = sorted(one.parties & other.parties)
    return (1.0, ", ".join(common[:3])) if common else None


def rare_words(one: Mark, other: Mark) -> Found:
    """Their sentences share words that are seldom in the news."""
    common = one.rare & other.rare
    if not common:
        return None
    named = {heard for found in (one, other) for here in found.spots for heard in here.sounds}
    telling = sorted((-rarity(word), word) for word in common if sound(word) not in named)
    degree = min(1.0, -sum(worth for worth, _ in telling) / 9)
    return (degree, ", ".join(word for _, word in telling[:5])) if telling else None


def same_text(one: Mark, other: Mark) -> Found:
    """Their reports are one text, and they stand on the same words of it."""
    if one.text != other.text or one.report == other.report:
        return None
    return (1.0, one.text) if one.words == other.words and one.counts == other.counts else None


FEATURES: tuple[tuple[Rule, float], ...] = (
    (same_place, 7.0),
    (place_within, 4.0),
    (place_named, 6.0),
    (other_place, -6.0),
    (same_day, 4.0),
    (told_soon, 2.0),
    (other_day, -4.0),
    (same_count, 6.0),
    (other_count, -3.0),
    (same_means, 1.5),
    (other_means, -1.5),
    (same_words, 1.0),
    (same_party, 2.0),
    (rare_words, 6.0),
    (same_text, 10.0),
)
"""Each rule and what it weighs where it holds wholly."""

AGREEMENT = 10.0
"""From this sum on two events of different reports are taken for one happening."""


def types_apart(one: Mark, other: Mark) -> bool:
    """They are different kinds of events."""
    return one.type != other.type


def days_apart(one: Mark, other: Mark) -> bool:
    """Their days lie apart: more than three days, or more than one where both reports name the day itself."""
    gap = _gap(one, other)
    return gap > 3 or (gap > 1 and one.sure and other.sure)


def told_before(one: Mark, other: Mark) -> bool:
    """One was told before the other happened."""
    return _early(one, other) or _early(other, one)


def _early(one: Mark, other: Mark) -> bool:
    return one.told is not None and other.first is not None and (other.first - one.told).days > 1


def places_apart(one: Mark, other: Mark) -> bool:
    """Their places are known, and lie far from each other."""
    if not one.spots or not other.spots:
        return False
    if any(not spots.apart(here, there) and here.fine and there.fine for here in one.spots for there in other.spots):
        return False
    return spots.apart(one.spots[0], other.spots[0]) and not (_names(one, other.spots[0]) or _names(other, one.spots[0]))


VETOES: tuple[Callable[[Mark, Mark], bool], ...] = (types_apart, days_apart, told_before, places_apart)
"""What keeps two events apart whatever speaks for them, the cheapest first."""

AGAINST = -20.0
"""What a veto counts where groups of events are compared."""


def vetoed(one: Mark, other: Mark) -> bool:
    """Whether something keeps two events apart."""
    return any(veto(one, other) for veto in VETOES)


def score(one: Mark, other: Mark) -> float:
    """The sum of all that speaks for and against; ``AGAINST`` where there is a veto."""
    if vetoed(one, other):
        return AGAINST
    return round(sum(weight * found[0] for rule, weight in FEATURES if (found := rule(one, other)) is not None), 2)
