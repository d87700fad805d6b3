"""What speaks for or against two events being one happening: small named rules, weighed in ``FEATURES``; and vetoes.

The first line of a rule's docstring is what the user reads under "why together?", with what was found behind it.
A rule answers how far it holds, from 0 to 1, and the words to show; None where it has nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from riwaya.link import spots
from riwaya.link.marks import Count, Mark
from riwaya.link.names import rarity, sound
from riwaya.link.pairs import Pair, latest, when
from riwaya.link.spots import Spot
from riwaya.model.incident import Join

Found = tuple[float, str] | None
Rule = Callable[[Pair], Found]
Veto = Callable[[Pair], bool]
Weights = tuple[tuple[Rule, float], ...]

TELLING = 6
"""Points of rarity in the words that two sentences share (3 for a very rare one) that say all that words can say."""


def same_place(pair: Pair) -> Found:
    """Both name the same place; one that is seldom in the news says more, an area less."""
    return max(
        ((min(_worth(here), _worth(there)), min(here.where.name, there.where.name)) for here, there in pair.same_places),
        default=None,
    )


def _worth(here: Spot) -> float:
    """A very rare place wholly, a fine one at least half, a province a quarter, a land an eighth."""
    if here.fine:
        return (0.5, 0.625, 0.8, 1.0)[here.rare]
    return 0.25 if here.where.precision == "admin1" else 0.125


def place_within(pair: Pair) -> Found:
    """The place of one lies in the place of the other."""
    if pair.same_spot or not pair.within:
        return None
    return max((_closeness(outer), f"{inner.where.name} < {outer.where.name}") for outer, inner in pair.within)


def _closeness(outer: Spot) -> float:
    return 1.0 if outer.fine else 0.5 if outer.where.precision == "admin1" else 0.25


def place_named(pair: Pair) -> Found:
    """The sentence of one names the place of the other."""
    if pair.same_spot or not pair.named:
        return None
    return max((_worth(here), here.where.name) for here in pair.named)


def other_place(pair: Pair) -> Found:
    """They name different places."""
    if pair.finest is None or pair.same_spot or pair.named:
        return None
    here, there = pair.finest
    return (1.0, f"{here.where.name} / {there.where.name}") if spots.apart(here, there) or spots.unlike(here, there) else None


def other_area(pair: Pair) -> Found:
    """They name places in different lands or provinces."""
    if pair.finest is not None or not pair.places or pair.named or any(spots.one_place(*found) for found in pair.places):
        return None
    here, there = pair.places[0]
    return (1.0, f"{here.where.name} / {there.where.name}") if spots.apart(here, there) else None


def same_day(pair: Pair) -> Found:
    """Both say that it happened on the same day, or in the same few days."""
    if not pair.dated or pair.gap > 1:
        return None
    degree = 0.25 if pair.gap == 1 or pair.wide > 7 else 0.5 if pair.wide > 1 else 1.0
    return degree, " / ".join(sorted({when(pair.one), when(pair.other)}))


def told_soon(pair: Pair) -> Found:
    """One does not say when, and was told within three days of the other."""
    one, other = latest(pair.one), latest(pair.other)
    if pair.dated or one is None or other is None or abs((one - other).days) > 3:
        return None
    return (1.0 if abs((one - other).days) <= 1 else 0.5), " / ".join(sorted({str(one), str(other)}))


def told_apart(pair: Pair) -> Found:
    """Neither says when, and they were told more than three days apart; or one does, and the other was told a week later."""
    one, other = latest(pair.one), latest(pair.other)
    if pair.dated or one is None or other is None:
        return None
    days = abs((one - other).days)
    undated = pair.one.first is None and pair.other.first is None
    degree = (days > 3) + (days > 7) if undated else (days > 7)
    return (degree / 2, " / ".join(sorted({str(one), str(other)}))) if degree else None


def other_day(pair: Pair) -> Found:
    """They say different days."""
    return (1.0 if pair.gap > 2 else 0.5, f"{when(pair.one)} / {when(pair.other)}") if pair.gap > 1 else None


def same_count(pair: Pair) -> Found:
    """Both count the same; a large number says more."""
    common = sorted(pair.one.sizes & pair.other.sizes)
    vague = pair.one.counts & pair.other.counts
    degree = min(1.0, sum(map(_telling, common))) or (0.1 if vague else 0.0)
    return (degree, ", ".join(f"{kind} {size}" for kind, size in common) or _shown(min(vague, key=str))) if degree else None


def _telling(size: tuple[str, int]) -> float:
    kind, number = size
    worth = 0.8 if number >= 10 else 0.5 if number >= 4 else 0.3 if number >= 2 else 0.2
    return worth if kind == "killed" else worth / 2


def _shown(count: Count) -> str:
    kind, low, high = count
    return f"{kind} {'' if low is None else low}–{'' if high is None else high}"


def other_count(pair: Pair) -> Found:
    """They count the killed, and one number is more than twice the other."""
    left, right = pair.one.killed, pair.other.killed
    if not left or not right or any(max(a, b) <= 2 * min(a, b) or abs(a - b) < 3 for a in left for b in right):
        return None
    return 1.0, f"killed {'/'.join(map(str, sorted(left)))} · {'/'.join(map(str, sorted(right)))}"


def same_means(pair: Pair) -> Found:
    """Both name the same means or manner."""
    common = pair.one.means & pair.other.means
    return (1.0, ", ".join(sorted(common))) if common else None


def other_means(pair: Pair) -> Found:
    """They name different means."""
    one, other = pair.one.means, pair.other.means
    return (1.0, f"{', '.join(sorted(one))} / {', '.join(sorted(other))}") if one and other and not one & other else None


def same_words(pair: Pair) -> Found:
    """Both call it by the same word."""
    common = next((word for word in pair.one.words if word in pair.other.words), None)
    return (1.0, common) if common else None


def same_party(pair: Pair) -> Found:
    """Both name the same party."""
    common = pair.one.parties & pair.other.parties
    return (1.0, ", ".join(sorted(common)[:3])) if common else None


def rare_words(pair: Pair) -> Found:
    """Their sentences share words that are seldom in the news."""
    common = pair.one.rare & pair.other.rare
    if not common:
        return None
    named = {heard for mark in (pair.one, pair.other) for here in mark.spots for heard in here.sounds}
    telling = sorted((-rarity(word), word) for word in common if not {sound(part) for part in word.split()} & named)
    return (
        (min(1.0, -sum(worth for worth, _ in telling) / TELLING), ", ".join(word for _, word in telling[:5])) if telling else None
    )


def same_text(pair: Pair) -> Found:
    """Their reports are one text, and they stand on the same words of it."""
    one, other = pair.one, pair.other
    alike = one.text == other.text and one.report != other.report and one.words == other.words and one.counts == other.counts
    return (1.0, one.text) if alike else None


FEATURES: Weights = (
    (same_place, 8.0),
    (place_within, 4.0),
    (place_named, 7.0),
    (other_place, -6.0),
    (other_area, -3.0),
    (same_day, 4.0),
    (told_soon, 2.0),
    (told_apart, -3.0),
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


def types_apart(pair: Pair) -> bool:
    """They are different kinds of events."""
    return pair.one.type != pair.other.type


def days_apart(pair: Pair) -> bool:
    """Their days lie apart: by more than three, or by more than one where both reports name the day itself."""
    return pair.gap > 3 or (pair.gap > 1 and pair.one.named and pair.other.named)


def told_before(pair: Pair) -> bool:
    """One was told before the other happened."""
    return _early(pair.one, pair.other) or _early(pair.other, pair.one)


def _early(one: Mark, other: Mark) -> bool:
    return one.told is not None and other.first is not None and (other.first - one.told).days > 1


def places_apart(pair: Pair) -> bool:
    """Both name a fine place or a province that is known, and these lie far from each other."""
    if (
        pair.finest is None
        or pair.named
        or any(here.fine and there.fine and not spots.apart(here, there) for here, there in pair.places)
    ):
        return False
    return spots.apart(*pair.finest)


VETOES: tuple[Veto, ...] = (types_apart, days_apart, told_before, places_apart)
"""What keeps two events apart whatever speaks for them, the cheapest first."""

AGAINST = -20.0
"""What a veto counts where groups of events are compared."""


def vetoed(pair: Pair) -> bool:
    """Whether something keeps two events apart."""
    return any(veto(pair) for veto in VETOES)


def score(one: Mark, other: Mark) -> float:
    """The sum of all that speaks for and against, ``AGAINST`` where there is a veto."""
    pair = Pair(one, other)
    return AGAINST if vetoed(pair) else total(pair, FEATURES)


_TELLING_MOST = (same_text, same_count, rare_words, same_place, place_within, place_named)
"""What speaks loudest: where all of these say little, the others cannot make an agreement of it."""


def _plan() -> tuple[tuple[Rule, float, float], ...]:
    """Each rule with its weight and the most that those behind it can still add, the loudest first.

    ``told_soon`` never holds beside ``same_day``, which weighs more; so it counts for nothing before that is asked.
    """
    weights = dict(FEATURES)
    first = (*_TELLING_MOST, told_soon)
    rules = (*first, *(rule for rule in weights if rule not in first))
    most = {rule: 0.0 if rule is told_soon else max(0.0, weight) for rule, weight in weights.items()}
    return tuple((rule, weights[rule], sum(most[later] for later in rules[at + 1 :])) for at, rule in enumerate(rules))


_PLAN = _plan()
_SLACK = 0.1
"""More than rounding can make of a sum."""


def agreement(one: Mark, other: Mark) -> float | None:
    """The score of two events where they agree, else None; no more rules are asked than it takes to know that they do not."""
    pair, reached = Pair(one, other), 0.0
    for rule, weight, rest in _PLAN:
        found = rule(pair)
        reached += weight * found[0] if found is not None else 0.0
        if reached + rest < AGREEMENT - _SLACK:
            return None
    value = AGAINST if vetoed(pair) else total(pair, FEATURES)
    return value if value >= AGREEMENT else None


def total(pair: Pair, weights: Weights) -> float:
    """The weighed sum of what the rules find."""
    return round(sum(weight * found[0] for rule, weight in weights if (found := rule(pair)) is not None), 2)


def reasons(pair: Pair, weights: Weights) -> Iterable[Join]:
    """What the rules find, each with its weight and its sentence."""
    for rule, weight in weights:
        found = rule(pair)
        if found is not None:
            yield Join(pair.one.id, pair.other.id, rule.__name__, round(weight * found[0], 2), sentence(rule, found[1]))


def sentence(rule: Rule, words: str) -> str:
    """The first line of a rule's docstring, and what was found."""
    told = (rule.__doc__ or "").partition("\n")[0].rstrip(".")
    return f"{told}: {words}" if words else told
