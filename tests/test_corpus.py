"""The corpora of cases: all that each case says is read from its text, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases import Case, CaseError, corpus, found, load
from firing import broken, fired
from riwaya.lang.ar.words import forget_words
from riwaya.read.reader import read_document
from riwaya.read.rules import WORDS

CASES = corpus()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case) -> None:
    assert found(case) == case.expected


@pytest.mark.parametrize("case", [case for case in CASES if case.near], ids=lambda case: case.id)
def test_what_comes_near_does_not_fire(case: Case) -> None:
    assert case.near <= set(WORDS), "no such rule"
    assert case.near & fired(case.document) == set()


def test_cases_are_read_alike_whatever_was_read_before() -> None:
    """What is found out about a form and kept for the next time that it is read must not tell it otherwise there."""
    for case in CASES:
        forget_words()
        assert read_document(case.document) == read_document(case.document), case.id


def _case(folder: Path, lines: str, asserts: str = "statements") -> Case:
    path = folder / "made.toml"
    path.write_text(f'asserts = "{asserts}"\n[[case]]\nname = "made"\n{lines}', encoding="utf-8")
    return load(path)[0]


SAID = 'text = "قال الوالي إن الجسر سقط. وأكد شهود أن النهر فاض."\n'
FIRST = '[[case.statement]]\nrule = "verb_that"\nact = "assert"\ncue = "قال"\nsource = "الوالي"\ncontent = "الجسر سقط"\n'
SECOND = '[[case.statement]]\nrule = "verb_that"\nact = "assert"\ncue = "وأكد"\nsource = "شهود"\ncontent = "النهر فاض"\n'


def test_a_case_states_the_whole(tmp_path: Path) -> None:
    whole = _case(tmp_path, SAID + FIRST + SECOND)
    assert found(whole) == whole.expected
    missing = _case(tmp_path, SAID + FIRST)
    assert found(missing) != missing.expected, "what a case leaves out must not be read"
    wrong = _case(tmp_path, SAID + FIRST + SECOND.replace("assert", "deny"))
    assert found(wrong) != wrong.expected


def test_a_broken_rule_fails_its_cases(tmp_path: Path) -> None:
    whole = _case(tmp_path, SAID + FIRST + SECOND)
    with broken("verb_that"):
        assert found(whole) == []
    assert found(whole) == whole.expected


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (SAID + FIRST.replace("الجسر سقط", "الجسر انهار"), "not in the text"),
        (SAID + FIRST.replace('cue = "قال"', 'cue = "قال#2"'), "not in the text"),
        (SAID + FIRST.replace("source", "speaker"), "unknown fields speaker"),
        (SAID + 'expected = "قال"\n', "unknown keys expected"),
        (SAID + '[[case.event]]\ntype = "ASSAULT"\n', "asserts statements"),
    ],
)
def test_a_case_that_cannot_be_is_refused(tmp_path: Path, lines: str, why: str) -> None:
    with pytest.raises(CaseError, match=why):
        _case(tmp_path, lines)


def test_a_file_without_its_part_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="asserts"):
        _case(tmp_path, SAID, asserts="everything")


def test_the_second_of_two_like_words_is_told_apart(tmp_path: Path) -> None:
    text = 'text = "قال الوالي إن الجسر سقط. قال شهود إن الجسر سقط."\n'
    second = FIRST.replace('"قال"', '"قال#2"').replace("الوالي", "شهود").replace('"الجسر سقط"', '"الجسر سقط#2"')
    case = _case(tmp_path, text + FIRST + second)
    assert found(case) == case.expected
