"""The same agency text in several outlets is one text seen several times; an update of a toll is not."""

import random

import pytest

from ledger.making import FILL, document, item, take, text
from riwaya.ledger.copies import SHORTEST, THRESHOLD, bands, shingles, similarity
from riwaya.ledger.ledger import Ledger
from riwaya.ledger.query import DocumentQuery
from riwaya.model.capture import Item

AGENCY = text(77) + "\n" + " ".join(random.Random(5).sample(FILL, 30)) + " وسقط 23 قتيلا."


def elsewhere(number: int, changed: str) -> Item:
    return item(number, raw=changed.encode(), of=document(number, text=changed))


SAME = {
    "word for word": AGENCY,
    "another dateline": "عاصمة الشمال - خاص\n" + AGENCY,
    "another spelling": AGENCY.replace("أ", "ا").replace("ة", "ه").replace("، ", " ، "),
    "harakat": AGENCY.replace("قالت", "قَالَتْ"),
    "a cut last word": AGENCY.rpartition(" ")[0],
    "digits in another script": AGENCY.replace("23", "٢٣"),
}
OTHER = {
    "a new toll": AGENCY.replace("23", "27"),
    "a new toll in words": AGENCY.replace("23", "سبعة"),
    "a new toll with its joined and": AGENCY.replace("وسقط 23", "وسقط وسبعة"),
    "half of it": AGENCY[: len(AGENCY) // 2],
    "another report": text(78),
    "the same words in disorder": " ".join(sorted(AGENCY.split())),
}


@pytest.mark.parametrize("case", SAME)
def test_near_copies_are_sightings_of_one_text(ledger: Ledger, case: str) -> None:
    outcomes = take(ledger, item(1, of=document(1, text=AGENCY)), elsewhere(2, SAME[case]))
    assert [one.status for one in outcomes] == ["new", "copy"]
    first, second = ledger.documents()
    assert second.copy_of == first.id and ledger.custody(first.id).copies == (second.id,)
    assert [one.id for one in ledger.documents(DocumentQuery(copies=False))] == [first.id]
    assert list(ledger.verify()) == []


@pytest.mark.parametrize("case", OTHER)
def test_what_says_something_else_is_no_copy(ledger: Ledger, case: str) -> None:
    outcomes = take(ledger, item(1, of=document(1, text=AGENCY)), elsewhere(2, OTHER[case]))
    assert [one.status for one in outcomes] == ["new", "new"]


def test_versions_of_one_report_are_no_copies(ledger: Ledger) -> None:
    take(ledger, item(1, of=document(1, text=AGENCY)))
    outcomes = take(ledger, item(1, raw=b"v2", of=document(1, text=AGENCY + " تحديث")))
    assert [one.status for one in outcomes] == ["version"]


def test_short_texts_are_nobodys_copies(ledger: Ledger) -> None:
    short = " ".join(FILL[: SHORTEST - 1])
    outcomes = take(ledger, item(1, of=document(1, text=short)), elsewhere(2, short))
    assert [one.status for one in outcomes] == ["new", "new"]


def test_a_thousand_outlets_cost_one_comparison_each(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []

    def counting(one: str, other: str) -> float:
        compared.append(1)
        return similarity(one, other)

    monkeypatch.setattr("riwaya.ledger.copies.similarity", counting)
    outcomes = take(ledger, *(elsewhere(number, AGENCY + " " + FILL[number]) for number in range(30)))
    assert [one.status for one in outcomes] == ["new"] + ["copy"] * 29 and len(compared) == 29


@pytest.mark.parametrize("share", [0.82, 0.86, 0.9, 0.95])
def test_bands_find_texts_that_share_enough(share: float) -> None:
    """Of two hundred pairs with this share of common shingles, fewer than two in a hundred may be missed."""
    dice = random.Random(7)
    missed = 0
    for _ in range(200):
        common = [dice.randbytes(8) for _ in range(int(300 * share))]
        rest = (300 - len(common)) // 2
        one, other = (frozenset([*common, *(dice.randbytes(8) for _ in range(rest))]) for _ in range(2))
        assert len(one & other) / len(one | other) >= share - 0.01
        missed += not set(bands(one)) & set(bands(other))
    assert missed <= 4


def test_the_fingerprint_never_changes() -> None:
    """It is stored for years: a change needs a migration that makes all of them anew."""
    hashes, numbers = shingles(AGENCY)
    assert THRESHOLD == 0.8 and "23" in numbers
    assert bands(hashes)[:2] == PINNED


PINNED = (-6904145565107205871, -5593016982635939717)
