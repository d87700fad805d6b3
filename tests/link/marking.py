"""Marks of our own making for the tests of linking: what a report says of one happening, without a text."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from riwaya.link.marks import Mark
from riwaya.model.incident import Where

DAY = date(2026, 3, 10)

TOWN = Where("بلدة قرشوج", "town", "XX", "made:1", 33.0, 40.0)
NEAR = Where("مستشفى نور قرشوج", "site", "XX", "", None, None)
OTHER = Where("بلدة تل الحمدان", "town", "XX", "made:2", 35.0, 42.0)
PROVINCE = Where("محافظة الوسطى", "admin1", "XX", "made:3", 33.0, 40.0)
LAND = Where("بلاد الشمس", "country", "XX", "iso:XX")
ELSEWHERE = Where("بلاد القمر", "country", "YY", "iso:YY")


def made(number: int = 1, *, day: int | None = 0, told: int = 1, **changed: Any) -> Mark:
    """A mark of report ``number``: ``day`` and ``told`` are days behind ``DAY``; a day of None is not said."""
    happened = None if day is None else DAY + timedelta(days=day)
    found: dict[str, Any] = {
        "events": (f"event-{number:04}",),
        "report": f"doc-{number:04}",
        "text": f"doc-{number:04}",
        "told": DAY + timedelta(days=told),
        "type": "ASSAULT",
        "words": ("هجوم",),
        "sentences": (1,),
        "places": (TOWN,),
        "first": happened,
        "last": happened,
        "witnesses": frozenset({(f"outlet:{number}", f"صحيفة {number}")}),
    }
    return Mark(**found | changed)


def killed(number: int, high: int | None = -1) -> frozenset[tuple[str, int | None, int | None]]:
    """A count of killed, exact unless another end is given."""
    return frozenset({("killed", number, number if high == -1 else high)})


_PLACES = st.sets(st.sampled_from((TOWN, NEAR, OTHER, PROVINCE, LAND, ELSEWHERE)), max_size=3)
_COUNTS = st.sets(
    st.tuples(st.sampled_from(("killed", "wounded")), st.sampled_from((1, 3, 12, 40)), st.sampled_from((None, 40))), max_size=2
)


@st.composite
def marks(draw: st.DrawFn, number: int | None = None) -> Mark:
    """Any mark."""
    chosen = draw(st.integers(1, 40)) if number is None else number
    return made(
        chosen,
        day=draw(st.sampled_from((None, 0, 0, 1, 2, 6))),
        told=draw(st.integers(0, 9)),
        named=draw(st.booleans()),
        places=tuple(sorted(draw(_PLACES), key=lambda one: (-len(one.precision), one.name))),
        means=frozenset(draw(st.sets(st.sampled_from(("aerial", "explosives")), max_size=1))),
        counts=frozenset(draw(_COUNTS)),
        parties=frozenset(draw(st.sets(st.sampled_from(("XX:army", "جبهه")), max_size=2))),
        rare=frozenset(draw(st.sets(st.sampled_from(("قرشوج", "حمدان", "جرار", "بيدر")), max_size=3))),
        words=(draw(st.sampled_from(("هجوم", "تفجير"))),),
    )
