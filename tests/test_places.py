"""What a place is called where no gazetteer names it: without the letters that are written onto it."""

from datetime import date

import pytest

from riwaya.model.document import Document
from riwaya.read.reader import read_document


@pytest.mark.parametrize(
    ("text", "evidence", "name"),
    [
        ("أجرى الوزير السعودي محادثات للمملكة أمس.", "للمملكة", "المملكة"),
        ("أجرى الوزير السعودي محادثات في المملكة أمس.", "المملكة", "المملكة"),
    ],
)
def test_a_country_that_is_pointed_to_is_called_by_the_word_alone(text: str, evidence: str, name: str) -> None:
    (event,) = read_document(Document("case", "", text, date(2026, 3, 2))).events
    assert event.place is not None
    assert (event.place.span.text, event.place.name, event.place.country) == (evidence, name, "SA")
