"""Whatever stands in a text, evidence is exact: the span reads what it says, and no input makes the reader fall."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import Case, corpus
from riwaya.model.document import Document
from riwaya.model.evidence import faults
from riwaya.read.reader import read_document
from riwaya.spelling import fold, fold_map

SAMPLES = [
    json.loads(path.read_text(encoding="utf-8")) for path in sorted((Path(__file__).parent.parent / "samples").glob("*.json"))
]
MARKS = list("\u064b\u064e\u0651\u0640\u200f\u200e\u202b\u202c\u2067\u2069\u00a0\u200b\ufeff٣۴0«»\"'():،,.؛\n\t-/🔥ﻻﷲپگو")
NOISE = [*MARKS, "لا"]
DAY = date(2026, 3, 2)


def check(title: str, text: str) -> None:
    document = Document("property", title, text, DAY)
    reading = read_document(document)
    assert faults(reading) == []
    for event in reading.events:
        for figure in event.figures:
            assert figure.low is not None or figure.high is not None
            assert figure.low is None or figure.high is None or figure.low <= figure.high
        if event.date is not None:
            assert event.date.start <= event.date.end


@st.composite
def disturbed(draw: st.DrawFn) -> tuple[str, str]:
    """A sample report with noise put in and pieces cut out."""
    sample = draw(st.sampled_from(SAMPLES))
    text = list(sample["text"])
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(text)))
        if draw(st.booleans()):
            text[at:at] = [draw(st.sampled_from(NOISE))] * draw(st.integers(1, 3))
        else:
            del text[at : at + draw(st.integers(1, 9))]
    return sample["title"], "".join(text)


@settings(max_examples=300, deadline=None)
@given(disturbed())
def test_disturbed_reports(parts: tuple[str, str]) -> None:
    check(*parts)


@pytest.mark.parametrize("case", corpus(), ids=lambda case: case.id)
def test_texts_that_break_off(case: Case) -> None:
    """A headline or a torn text ends anywhere: each case is cut off behind each of its words."""
    text = case.document.text
    for end in (at for at, character in enumerate(text) if character == " "):
        check("", text[:end])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*NOISE, "قال", "إن", "قتل", "خمسة", "في", "أمس", "الوزير", "بـ", "نفى", "20"]), max_size=60))
def test_word_salad(words: list[str]) -> None:
    check("", " ".join(words))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    check(text[:40], text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from([*MARKS, *"أإآىةكتابقصف"]), max_size=80))
def test_folding_maps_back(text: str) -> None:
    folded, origin = fold_map(text)
    assert len(origin) == len(folded) + 1 and origin[-1] == len(text)
    assert all(0 <= a <= b for a, b in pairwise(origin))
    for index, letter in enumerate(folded):
        assert letter in fold(text[origin[index]])


def test_marks_inside_words_change_nothing_but_offsets() -> None:
    plain = read_document(Document("a", "", "قال الوزير إن خمسة جنود قتلوا", DAY))
    marked = read_document(Document("a", "", "قـال\u200f الوَزِير إنّ خمسة\u00a0جُنود قُتِلوا", DAY))
    assert [s.act for s in plain.statements] == [s.act for s in marked.statements]
    assert [[(f.kind, f.low) for f in e.figures] for e in plain.events] == [
        [(f.kind, f.low) for f in e.figures] for e in marked.events
    ]
