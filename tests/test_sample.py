"""The sample that people judge by eye: the same for the same seed, within its bounds, every mark in its sentence."""

from pathlib import Path

import sample

REPORTS = sample.documents([str(path) for path in sorted((Path(__file__).parent.parent / "samples").glob("*.json"))])


def test_a_seed_always_draws_the_same_and_no_more_than_was_asked() -> None:
    drawn = sample.sample(REPORTS, 1, 4)
    assert drawn == sample.sample(REPORTS, 1, 4) != sample.sample(REPORTS, 2, 4)
    assert [len(found) for kind, found in drawn.items() if kind != "silent"] == [4, 4] and len(drawn["silent"]) <= 4


def test_evidence_is_marked_in_its_sentence() -> None:
    drawn = sample.sample(REPORTS, 1, 20)
    assert all("{CUE: " in block and "{CONTENT: " in block for block in drawn["statements"])
    assert all("{TRIGGER: " in block for block in drawn["events"])
    assert all(block.count("{") == block.count("}") for kind in ("statements", "events") for block in drawn[kind])


def test_reports_with_too_few_events_are_passed_over() -> None:
    assert sample.sample(REPORTS, 1, 4, least=1000) == {"statements": [], "events": [], "silent": []}
