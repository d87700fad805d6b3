"""Forms that end in the alif of the accusative (جنديا, أمنيا), without tanwin."""

from __future__ import annotations

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.words import Word
from riwaya.read.words.owned import KNOWN, SHORTEST


def ends_in_accusative(word: Word) -> bool:
    """Whether a form ends in an alif that its table form, or the counts where it has none, say is that of the accusative."""
    known = word.accusative
    if known is None:
        known = word.accusative = _ends_in_accusative(word)
    return known


def _ends_in_accusative(word: Word) -> bool:
    if word.analyses:
        form = word.analyses[0].sense.form
        return isinstance(form, NounForm) and form.accusative
    stem = word.core.removesuffix("ا")
    bare = word.bare.endswith("ا") and len(stem) > SHORTEST - 1 and not word.article
    return bare and frequency("ال" + stem) > KNOWN and frequency(stem) > KNOWN
