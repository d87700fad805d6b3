"""Reports written otherwise are read alike: the cases and samples of this project, as tools/exchanged.py writes them."""

from __future__ import annotations

import random
from datetime import date
from functools import cache

import pytest

from compile import own_texts
from exchanged import KINDS, Change, compared, measured
from riwaya.model.document import Document

REPORTS = 600
ALIKE = {
    "arabic digits": 0.0,
    "comma before that": 1.5,
    "egyptian": 2.0,
    "hamza left off": 1.5,
    "letters of a persian keyboard": 1.5,
    "no blanks but hard ones": 0.0,
    "other commas": 0.0,
    "straight marks": 0.6,
    "yesterday behind the verb": 3.0,
}
"""Ways of writing → how many answers in a hundred may differ (30 November 2026: 0, 1.0, 0.6, 0.9, 0.6, 0, 0, 0.4, 1.7).

Of 600 reports. Of 2,500 it was 1.0 for the comma, 0.7 for Egyptian writing and 0.7 without hamza on 29 November (0.6 on the 28th,
while the 600 drawn went from 0.4 to 1.1): which reports are drawn makes half a point. With some 400 cases
more, in long sentences, yesterday behind the verb was 2.7 of the 600 and 2.2 of 2,410 (2.1 of the same with the rules before them).
"""


@cache
def own() -> list[Document]:
    """The samples and cases as documents."""
    texts = [(one.get("title") or "", one["text"], one.get("published")) for one in own_texts()]
    return [
        Document(str(number), title, text, date.fromisoformat(day) if day else None)
        for number, (title, text, day) in enumerate(texts)
    ]


@pytest.mark.parametrize("kind", ALIKE)
def test_reports_written_otherwise_are_read_alike(kind: str) -> None:
    changed, answers, otherwise, shown = measured(kind, own(), REPORTS, 1)
    assert changed > REPORTS // 4
    assert 100 * otherwise <= ALIKE[kind] * answers, "\n".join(shown)


def test_what_is_read_otherwise_is_counted_and_shown() -> None:
    visited = Change(lambda text: text.replace("قتل", "زار"), lambda text: text)
    found = compared(Document("one", "", "قتل الجندي أمس في القرية."), visited)
    assert found is not None and found[0] == 1
    assert [line.split("\n  ")[1].split(" «")[0] for line in found[1]] == ["- ASSAULT", "+ CONSULT"]


def test_a_report_without_a_word_of_the_kind_is_left_out() -> None:
    assert compared(Document("two", "", "وصل الوفد."), KINDS["deeds"](random.Random(1))) is None
