"""Places compared: one place under several names, what lies in what, what cannot be one."""

from dataclasses import replace

import pytest

from link.marking import ELSEWHERE, LAND, NEAR, OTHER, TOWN
from riwaya.lang.ar.gazetteer import gazetteer, place_key
from riwaya.link import spots
from riwaya.link.spots import Spot, spot
from riwaya.model.document import Document
from riwaya.model.incident import Where
from riwaya.read.places.places import find_places
from riwaya.read.text.layout import lay_out


def read(text: str) -> Spot:
    """The place that the reader finds in a text."""
    return spot(spots.where(find_places(lay_out(Document("made", "", text)))[-1].place))


SAME = [("وصل إلى عدن", "وصل إلى مدينة عدن"), ("وصل إلى مطار عدن", "وصل إلى عدن"), ("وصل إلى بلدة قرشوج", "وصل إلى مدينة قرشوتش")]
INSIDE = [("وصل إلى سوريا", "وصل إلى حلب"), ("وصل إلى محافظة الأنبار", "وصل إلى الرمادي")]
APART = [("وصل إلى حلب", "وصل إلى دمشق"), ("وصل إلى العراق", "وصل إلى سوريا"), ("وصل إلى محافظة الأنبار", "وصل إلى محافظة ديالى")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_place(one: str, other: str) -> None:
    assert spots.same(read(one), read(other)) and spots.same(read(other), read(one))
    assert not spots.apart(read(one), read(other))


@pytest.mark.parametrize(("outer", "inner"), INSIDE)
def test_what_lies_in_what(outer: str, inner: str) -> None:
    assert spots.holds(read(outer), read(inner)) and not spots.holds(read(inner), read(outer))
    assert not spots.apart(read(outer), read(inner)) and not spots.same(read(outer), read(inner))


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_cannot_be_one(one: str, other: str) -> None:
    assert spots.apart(read(one), read(other)) and spots.apart(read(other), read(one))
    assert not spots.one_place(read(one), read(other))


def test_a_site_named_after_a_town_lies_in_it() -> None:
    assert spots.holds(spot(TOWN), spot(NEAR)) and not spots.holds(spot(OTHER), spot(NEAR))


def test_a_guessed_country_keeps_nothing_apart() -> None:
    guessed = spot(Where("بلدة قرشوج", "town", "YY"))
    assert spots.same(guessed, spot(TOWN)) and not spots.apart(guessed, spot(TOWN))
    assert spots.apart(spot(LAND), spot(ELSEWHERE))


def test_a_town_may_stand_for_the_province_that_has_its_name() -> None:
    """Nothing keeps two towns of a province apart where one may be meant as the province, and nothing joins them either."""
    seat, around = spot(row("أغري")), spot(row("دوغوبايزيد"))
    assert seat.seat and not around.seat and (spots.kilometres(seat.where, around.where) or 0) > spots.FAR
    assert not spots.apart(seat, around) and not spots.unlike(seat, around) and not spots.one_place(seat, around)
    assert spots.apart(around, spot(replace(row("أغري"), country="YY")))


def row(name: str) -> Where:
    """The first town that the gazetteer has under a name."""
    found = next(one for one in gazetteer().find(place_key(name)) if one.precision == "town")
    return Where(name, found.precision, found.country, found.identifier, found.latitude, found.longitude)
