"""Every rule that shows up in a result has words for "why?", and the records of tellers count what they say."""

from __future__ import annotations

import pytest

from link.making import Line, told
from link.reading import read, series
from link.test_series import SERIES
from riwaya.ledger.codec import read_back, written
from riwaya.link.compare import Compared, compare
from riwaya.link.heard import Heard, hear
from riwaya.link.promises import Leads, leads, promises_from, promises_of
from riwaya.link.reasons import REASONS, reason
from riwaya.link.records import added_up
from riwaya.link.tellers import tellers
from riwaya.model.incident import SourceRecord

ROOM, ARMY, FRONT = "غرفة طوارئ المرج", "الجيش الوطني", "جبهة الهضاب"


def names(found: Compared) -> set[str]:
    accounts = {name for one in found.accounts for name in (one.because, one.ground) if name}
    return accounts | {one.rule for one in found.relations}


def test_every_rule_that_shows_up_is_explained() -> None:
    seen: set[str] = set()
    for name in SERIES:
        claims = read(series(name))
        seen |= names(compare("inc-1", hear(claims.of("ASSAULT"), tellers([*claims.said, *claims.told]))))
        seen |= {sign.rule for one in promises_of(claims.said, claims.told) for sign in one.signs}
    assert len(seen) > 15
    assert seen <= REASONS.keys()
    assert all(words.endswith(".") and "\n" not in words for words in REASONS.values())


@pytest.mark.parametrize("name", SERIES)
def test_what_is_heard_and_led_to_can_be_kept(name: str) -> None:
    claims = read(series(name))
    heard = list(hear(claims.told, tellers([*claims.said, *claims.told])))
    assert [read_back(Heard, written(one)) for one in heard] == heard
    by_report = {one.report.id for one in claims.said} | {one.report.id for one in claims.told}
    found = [
        leads([s for s in claims.said if s.report.id == one], [t for t in claims.told if t.report.id == one]) for one in by_report
    ]
    assert [read_back(Leads, written(one)) for one in found] == found
    assert promises_from(found) == promises_of(claims.said, claims.told)


def test_a_rule_without_words_shows_its_name() -> None:
    assert reason("of_no_rule") == "of_no_rule"


def records(*lines: Line) -> dict[str, SourceRecord]:
    return {one.name: one for one in compare("inc-1", hear(map(told, lines))).records}


def test_who_claims_admits_denies() -> None:
    found = records(
        Line(1, by=ROOM, low=12, high=12, actor=ARMY),
        Line(2, 1, ARMY, act="admit", figure=False),
        Line(3, by=FRONT, act="deny", negated=True, figure=False),
    )
    counts = {name: (one.claims, one.admissions, one.denials) for name, one in found.items()}
    assert counts == {ROOM: (1, 0, 0), ARMY: (1, 1, 0), FRONT: (0, 0, 1)}


def test_alone_contradicted_and_matched_later() -> None:
    assert records(Line(1, by=ROOM, low=12, high=12))[ROOM].alone == 1
    two = records(Line(1, by=ROOM, low=12, high=12), Line(2, by=FRONT, low=30, high=30))
    assert {(one.alone, one.contradicted, one.matched) for one in two.values()} == {(0, 1, 0)}
    later = records(Line(1, 0, ROOM, low=12, high=12), Line(2, 2, FRONT, low=10, high=14))
    assert (later[ROOM].matched, later[FRONT].matched) == (1, 0)
    grown = records(Line(1, 0, ROOM, low=12, high=12), Line(2, 2, FRONT, low=30, high=30))
    assert (grown[ROOM].contradicted, grown[ROOM].matched) == (0, 0)
    event = records(Line(1, 0, ROOM, figure=False), Line(2, 2, FRONT, figure=False))
    assert (event[ROOM].matched, event[FRONT].matched) == (1, 0)


def test_records_of_incidents_add_up() -> None:
    one = compare("inc-1", hear(map(told, [Line(1, by=ROOM, low=12, high=12)]))).records
    other = compare(
        "inc-2", hear(map(told, [Line(2, by=f"الناطق باسم {ROOM}", low=5, high=5), Line(3, by=ARMY, low=9, high=9)]))
    ).records
    total = added_up([*other, *one])
    assert total == added_up([*one, *other])
    room = next(found for found in total if found.name == ROOM)
    assert (room.claims, room.alone, room.contradicted, room.incidents) == (2, 1, 1, ("inc-1", "inc-2"))
