"""A report may break off behind any word: every text of the corpus, cut once, is read with exact evidence."""

from __future__ import annotations

import pytest

from cases import Case, corpus
from riwaya.model.document import Document
from riwaya.model.evidence import faults
from riwaya.read.reader import read_document
from riwaya.read.text.layout import lay_out

CASES = corpus()
SHARES = (0.3, 0.6, 0.9)
"""How much of a text is left, by turns."""
MANNERS = ("{before}{last}", "{before}{last}\nانسحب الجيش من المدينة.", "{before}«{last}")
"""The text ends; another line follows; a quotation opens before the last word and never closes."""


def _broken_off(number: int, case: Case, manner: str) -> Document:
    """The text of a case up to the end of one of its words, as the manner says."""
    whole = Document("case", "", case.document.text, case.document.published)
    tokens = lay_out(whole).tokens
    if not tokens:
        return whole
    last = tokens[min(len(tokens) - 1, int(len(tokens) * SHARES[number % len(SHARES)]))]
    text = manner.format(before=whole.text[: last.start], last=whole.text[last.start : last.end])
    return Document("case", "", text, whole.published)


@pytest.mark.parametrize("manner", MANNERS)
def test_texts_that_break_off_are_read(manner: str) -> None:
    texts = [_broken_off(number, case, manner) for number, case in enumerate(CASES)]
    found = [(document.text, fault) for document in texts for fault in faults(read_document(document))]
    assert texts and found == []
