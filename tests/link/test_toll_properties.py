"""What must hold of tolls whatever is told: order, copies, parts, decisions, bounds, sums, and a claim behind every number."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from link.making import Line, told
from riwaya.link.accounts import Choices, choices
from riwaya.link.compare import Compared, compare
from riwaya.link.heard import hear
from riwaya.link.views import Profile
from riwaya.model.incident import Told
from riwaya.model.kept import Decision

several = settings(max_examples=int(os.environ.get("RIWAYA_EXAMPLES", "100")), deadline=None)
"""How many series of claims each test tries; ``make soak`` tries many more."""

TELLERS = (
    "",
    "غرفة طوارئ المرج",
    "الجيش الوطني",
    "المتحدث باسم الجيش الوطني",
    "جبهة الهضاب",
    "الجيش التركي",
    "الحكومة التركية",
    "رئيس البلدية",
    "شهود عيان",
    "مستشفى المرج",
    "سلمى",
)
GROUPS = ("شخصا", "مدنيا", "مسلحا", "جنود أتراك", "أتراك", "طفلا")
PARTS = st.lists(st.tuples(st.integers(1, 60), st.sampled_from(("أطفال", "مسلحين", "جنود أتراك", "شخصا"))), max_size=2)


@st.composite
def lines(draw: st.DrawFn) -> list[Line]:
    """Some claims about one incident."""
    return [draw(line(number)) for number in range(draw(st.integers(1, 9)))]


@st.composite
def line(draw: st.DrawFn, number: int) -> Line:
    low = draw(st.integers(0, 60))
    high = draw(st.sampled_from((low, low + 7, None)))
    return Line(
        number,
        draw(st.integers(0, 3)),
        draw(st.sampled_from(TELLERS)),
        act=draw(st.sampled_from(("assert", "admit", "deny", "accuse"))),
        kind=draw(st.sampled_from(("killed", "killed", "wounded"))),
        low=low,
        high=high,
        of=draw(st.sampled_from(GROUPS)),
        parts=tuple(draw(PARTS)),
        actor=draw(st.sampled_from(("", "الجيش الوطني", "الجيش التركي"))),
        negated=draw(st.integers(0, 7)) == 0,
        tail=draw(st.sampled_from(("", "", "", " منذ بدء المعارك", " في حصيلة جديدة"))),
        outlet=draw(st.sampled_from(("", "صحيفة المرج"))),
    )


PROFILES = st.sampled_from((Profile(), Profile("war", True)))


def compared(found: list[Line], *more: Told, chosen: Choices = Choices(), profile: Profile = Profile()) -> Compared:  # noqa: B008
    return compare("inc-1", hear([*map(told, found), *more]), chosen, profile=profile)


@several
@given(lines(), st.randoms(use_true_random=False), PROFILES)
def test_the_order_of_reports_does_not_matter(found: list[Line], dice: object, profile: Profile) -> None:
    events = list(map(told, found))
    dice.shuffle(events)  # type: ignore[attr-defined]
    assert compare("inc-1", hear(events), profile=profile) == compared(found, profile=profile)


@several
@given(lines(), st.integers(0, 8), st.integers(0, 5), st.integers(0, 3))
def test_a_copy_changes_nothing(found: list[Line], which: int, day: int, outlet: int) -> None:
    original = found[which % len(found)]
    copy = told(replace(original, number=99, day=day, copy_of=original.number, outlet=f"صحيفة ناقلة {outlet}"))
    before, after = compared(found), compared(found, copy)
    assert replace(after, accounts=()) == replace(before, accounts=())
    assert [replace(one, documents=()) for one in after.accounts] == [replace(one, documents=()) for one in before.accounts]


@several
@given(lines(), st.integers(0, 8), PARTS, PROFILES)
def test_a_part_never_raises_a_total(found: list[Line], which: int, parts: list[tuple[int, str]], profile: Profile) -> None:
    at = which % len(found)
    without = [replace(one, parts=()) if number == at else one for number, one in enumerate(found)]
    with_parts = [replace(one, parts=tuple(parts)) if number == at else one for number, one in enumerate(found)]
    before, after = totals(compared(without, profile=profile)), totals(compared(with_parts, profile=profile))
    assert after == before


def totals(found: Compared) -> dict[tuple[str, str], tuple[int | None, ...]]:
    return {(one.view, one.quantity.kind): (one.low, one.best, one.high) for one in found.tolls if one.quantity.status == "all"}


@several
@given(lines(), st.sampled_from(("repeat", "reject")), st.integers(0, 8), st.integers(0, 8))
def test_a_withdrawn_decision_restores_the_result(found: list[Line], kind: str, one: int, other: int) -> None:
    figures = [f"fig-{line.number:04}-0" for line in found]
    subjects = (figures[one % len(found)], figures[other % len(found)])
    made = Decision("dec-1", kind, subjects, "someone", "because", "2026-03-05", 1)
    assert compared(found, chosen=choices([replace(made, withdrawn="2026-03-06")])) == compared(found)
    decided = compared(found, chosen=choices([made]))
    status = {identity: account.status for account in decided.accounts for identity in account.evidence}
    wanted = "repeated" if kind == "repeat" else "rejected"
    assert status.get(subjects[0], wanted) == wanted


@several
@given(lines(), PROFILES)
def test_low_best_high_are_in_order(found: list[Line], profile: Profile) -> None:
    for toll in compared(found, profile=profile).tolls:
        ends = [end for end in (toll.low, toll.best, toll.high) if end is not None]
        assert ends == sorted(ends), toll
        assert all(end >= 0 for end in ends), toll


@several
@given(lines(), PROFILES)
def test_the_categories_add_up_to_the_best(found: list[Line], profile: Profile) -> None:
    tolls = [one for one in compared(found, profile=profile).tolls if one.view == "ucdp"]
    total = sum(one.best or 0 for one in tolls if one.quantity.status == "all")
    assert sum(one.best or 0 for one in tolls if one.quantity.status != "all") == total


@several
@given(lines(), PROFILES)
def test_no_number_without_a_claim(found: list[Line], profile: Profile) -> None:
    events = list(map(told, found))
    claims = {identity: figure for one in events for identity, figure in zip(one.figure_ids, one.event.figures, strict=True)}
    for toll in compare("inc-1", hear(events), profile=profile).tolls:
        assert toll.evidence, toll
        assert set(toll.evidence) <= claims.keys()
        assert {claims[identity].kind for identity in toll.evidence} == {toll.quantity.kind}


@several
@given(lines())
def test_without_parts_a_slot_shows_nothing_but_told_numbers(found: list[Line]) -> None:
    told_numbers = {end for one in found for end in (one.low, one.high)} | {0}
    for toll in compared([replace(one, parts=()) for one in found]).tolls:
        if toll.view in ("range", "airwars", "airwars-conceded", "ibc"):
            assert {toll.low, toll.high} <= told_numbers | {None}


@several
@given(lines())
def test_more_tellers_never_narrow_a_range(found: list[Line]) -> None:
    """A teller whom nobody knew before can only widen what is told; his own earlier figures are not touched."""
    stranger = Line(98, 1, "نبيل", low=33, high=33, of="شخصا")
    if any(one.negated or one.tail for one in found):
        return
    before = {one.quantity: one for one in compared(found).tolls if one.view == "range"}
    after = {one.quantity: one for one in compared([*found, stranger]).tolls if one.view == "range"}
    for quantity, toll in before.items():
        assert (after[quantity].low or 0) <= (toll.low or 0)
        high = after[quantity].high
        assert high is None or (toll.high is not None and high >= toll.high)


SCRIPT = """
from riwaya.link.heard import hear
from link.making import Line, told
from riwaya.link.compare import compare
names = ["", "الجيش الوطني", "جبهة الهضاب", "رئيس البلدية", "مستشفى المرج", "شهود عيان"]
found = [
    Line(n, n % 3, names[n % 6], low=n * 3, high=n * 3 if n % 4 else None, of="مدنيا" if n % 5 else "مسلحا") for n in range(30)
]
print(compare("inc-1", hear(map(told, found))))
"""


def test_the_seed_of_hashes_changes_nothing() -> None:
    out = []
    for seed in ("1", "2"):
        paths = os.pathsep.join(sys.path)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
        done = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True)
        out.append(done.stdout)
    assert len(out[0]) > 1000
    assert out[0] == out[1]
