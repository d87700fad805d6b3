"""Records as JSON and back: nothing is lost, equal records give equal text, older text is still read."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.making import rich_reading
from riwaya.ledger.codec import digest, read_back, written
from riwaya.model.document import Span
from riwaya.model.event import Event, Figure, Mention, Place, When
from riwaya.model.statement import Source, Statement

SPANS = st.builds(Span, st.integers(0, 999), st.integers(0, 999), st.text(max_size=5))
DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))
BOUNDS = st.none() | st.integers(0, 10**30)
FIGURES = st.builds(Figure, SPANS, st.text(), BOUNDS, BOUNDS, st.text(), st.none() | st.text(), st.none() | SPANS)
MENTIONS = st.none() | st.builds(Mention, SPANS, st.text(), st.none() | st.text())
DEGREES = st.none() | st.floats(-180, 180)
PLACES = st.none() | st.builds(Place, SPANS, st.text(), st.none() | st.text(), DEGREES, DEGREES, st.text(), st.text())
DATES = st.none() | st.builds(When, DAYS, DAYS, SPANS, st.text(), st.text())
EVENTS = st.builds(
    Event,
    trigger=SPANS,
    type=st.text(),
    rule=st.text(),
    statement=st.none() | st.integers(0, 9),
    actor=MENTIONS,
    target=MENTIONS,
    place=PLACES,
    date=DATES,
    figures=st.lists(FIGURES, max_size=3).map(tuple),
    means=st.lists(SPANS, max_size=3).map(tuple),
    negated=st.booleans(),
    modality=st.text(),
)
SOURCES = st.none() | st.builds(Source, st.none() | SPANS, st.text(), st.none() | st.text())
STATEMENTS = st.builds(
    Statement, SPANS, st.text(), SOURCES, SPANS, st.text(), st.lists(SPANS, max_size=3).map(tuple), st.none() | SPANS, st.booleans()
)


@settings(max_examples=150, deadline=None)
@given(EVENTS, STATEMENTS)
def test_any_record_comes_back_equal(event: Event, statement: Statement) -> None:
    assert read_back(Event, written(event)) == event
    assert read_back(Statement, written(statement)) == statement
    assert written(read_back(Event, written(event))) == written(event)


def test_a_record_with_every_field_comes_back_equal() -> None:
    reading = rich_reading()
    assert [read_back(Statement, written(one)) for one in reading.statements] == list(reading.statements)
    assert [read_back(Event, written(one)) for one in reading.events] == list(reading.events)


def test_text_from_before_a_field_was_added_reads_as_its_default() -> None:
    assert read_back(Mention, '{"name":"الوزارة","span":[0,7,"الوزارة"]}').entity is None


def test_no_two_lists_of_parts_have_one_hash() -> None:
    assert digest("a", "bc") != digest("ab", "c") != digest("abc") != digest(["abc"])
