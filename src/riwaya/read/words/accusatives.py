"""Forms that end in the alif of the accusative (جنديا, أمنيا), without tanwin."""

from __future__ import annotations

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.words import Analysis, Word
from riwaya.read.words.owned import KNOWN, SHORTEST


def ends_in_accusative(word: Word, noun: bool) -> bool:
    """Whether a form ends in an alif that its table form, or the counts where it has none, say is that of the accusative.

    ``noun``: it stands as a noun here, be it spelled like a verb of two (أظهرت صور | قصفا).
    """
    if noun and word.analyses and word.analyses[0].sense.part == "verb":
        return _is_marked(next((found for found in word.analyses if found.sense.part == "noun"), word.analyses[0]))
    known = word.accusative
    if known is None:
        known = word.accusative = _ends_in_accusative(word)
    return known


def _is_marked(found: Analysis) -> bool:
    """Whether the table has a form as an accusative."""
    return isinstance(found.sense.form, NounForm) and found.sense.form.accusative


def _ends_in_accusative(word: Word) -> bool:
    if word.analyses:
        return _is_marked(word.analyses[0])
    stem = word.core.removesuffix("ا")
    bare = word.bare.endswith("ا") and len(stem) > SHORTEST - 1 and not word.article
    return bare and frequency("ال" + stem) > KNOWN and frequency(stem) > KNOWN
