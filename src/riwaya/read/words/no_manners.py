"""Participles that say nothing of how somebody spoke or went: what is said of somebody behind أن, and people whom a verb hits."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import NOUN, PREPOSITION, THAT, VERB
from riwaya.read.text.tokens import Token

_NOMINAL = 10


def is_said_of(parts: Sequence[str], index: int) -> bool:
    """أن الحكومة متمسكة بالهدنة: behind أن and nouns alone a participle is what is said of them, no act beside another."""
    for at in range(index - 1, max(index - _NOMINAL, -1), -1):
        if parts[at] == THAT:
            return at < index - 1
        if parts[at] not in (NOUN, PREPOSITION):
            return False
    return False


def are_people(tokens: Sequence[Token], parts: Sequence[str], index: int) -> bool:
    """اعتقلت | محتجين, اعتقال | محتجين أمام السفارة: several people whom a verb of one hits, or of whom it is said where they are.

    خرجوا | محتجين على القرار tells how they went out.
    """
    word = tokens[index].word
    if "person" not in word.labels or not word.bare.endswith("ين"):
        return False
    if index + 1 < len(tokens) and parts[index + 1] == PREPOSITION and tokens[index + 1].word.core not in _OF_SPEECH:
        return True
    verb = index > 0 and parts[index - 1] == VERB
    forms = [one.sense.form for one in tokens[index - 1].word.analyses if isinstance(one.sense.form, VerbForm)]
    return verb and bool(forms) and all(form.number == "s" for form in forms)


_OF_SPEECH = frozenset({"علي", "ب", "الي", "من", "ضد"})
