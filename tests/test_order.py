"""What was read before changes nothing: a report is read alike first of all, last of all and behind any other."""

from __future__ import annotations

import json
import subprocess
import sys

from cases import corpus
from riwaya.model.document import Document
from riwaya.read.reader import read_document

READ = """
import json, sys
from riwaya.model.document import Document
from riwaya.read.reader import read_document
print(json.dumps([repr(read_document(Document("text", "", text))) for text in json.load(sys.stdin)]))
"""
PAIRS = (
    ("تحدث الوزير هاتفيا مع نظيره.", "تلقى الوزير اتصالا هاتفيا من نظيره."),
    ("تجمع بعض السكان في الساحة.", "قال «بعض السكان» إن القوات انسحبت."),
    ("بقي السكان هنا يومين.", "قالت د. هنا حمدان إن القوات انسحبت."),
    ("زار القائد سنويا ثكنة الجنود.", "نال القائد راتبا سنويا من الوزارة."),
)
"""A form that only its neighbours can tell: as it mostly is, and as it is here."""


def _apart(texts: list[str]) -> list[str]:
    """The readings of some texts in a process of their own."""
    done = subprocess.run([sys.executable, "-c", READ], input=json.dumps(texts), capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout)
    return found


def test_the_second_of_two_is_read_as_alone() -> None:
    for first, second in PAIRS:
        alone = _apart([second])
        assert _apart([first, second])[1:] == alone, second
        assert _apart([second, first, second]) == [alone[0], *_apart([first]), alone[0]], second


def test_all_cases_are_read_alike_when_all_were_read_before() -> None:
    documents: list[Document] = [case.document for case in corpus()]
    once = [repr(read_document(document)) for document in documents]
    assert [repr(read_document(document)) for document in documents] == once
