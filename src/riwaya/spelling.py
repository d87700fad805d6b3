"""Spelling: folding Arabic for matching only, with a map back to the text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MARKS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe74\ufe76-\ufe7f"
)
"""Harakat and Koranic signs, their presentation forms included, as a character class."""

INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Soft hyphen, zero-width characters and bidirectional controls, as a character class."""

LETTERS = (
    "\u0621-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08c7\ufb50-\ufc5d\ufc64-\ufcf1\ufcf5-\ufdfb\ufe80-\ufefc"
)
"""Letters of the Arabic script, presentation forms included, as a character class."""

_DROPPED = re.compile(f"[{MARKS}{INVISIBLE}\u0640]+")
_PRESENTED = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc]")
_HAMZA_AND_DOTS = (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ى", "ي"), ("ة", "ه"))
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_PERSIAN = str.maketrans("یېکھہۀ", "ييكههه")
_LAST_YA = re.compile(f"ی(?![{LETTERS}])")
"""The ی of Persian keyboards at the end of a word, which stands for ي and for ى: left without dots, as Egyptian papers write."""
_KEYED = re.compile("[" + "".join(map(chr, _PERSIAN)) + "]")
_PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a]+")
"""A form of nothing but plain letters, as most are."""
_DIGIT = re.compile("[" + "".join(map(chr, _DIGITS)) + "]")
_LEVEL = re.compile("[" + "".join([letter for letter, _ in _HAMZA_AND_DOTS] + [chr(digit) for digit in _DIGITS]) + "]")
_FOLDED_ALREADY = re.compile("[ءؤئ\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a]+")
"""A form of plain letters that folding leaves as they are: most forms, told by one look."""


def bare(form: str) -> str:
    """A form without harakat, tatweel and invisible marks; presentation forms and Persian letters as what they stand for."""
    if _PLAIN.fullmatch(form):
        return form
    if _PRESENTED.search(form):
        form = unicodedata.normalize("NFKC", _DROPPED.sub("", form))
    form = _DROPPED.sub("", form)
    return _LAST_YA.sub("ى", form).translate(_PERSIAN) if _KEYED.search(form) else form


def fold(form: str) -> str:
    """A form as the lexicon knows it: bare, hamza and dots levelled (أإآ→ا, ى→ي, ة→ه), digits as ASCII."""
    return form if _FOLDED_ALREADY.fullmatch(form) else level(bare(form))


folded = lru_cache(10_000)(fold)
"""``fold`` for what is asked for again and again: the words of the tables that rules compare."""


def level(form: str) -> str:
    """A bare form with hamza and dots levelled and digits as ASCII."""
    if not _LEVEL.search(form):
        return form
    for letter, plain in _HAMZA_AND_DOTS:
        form = form.replace(letter, plain)
    return form.translate(_DIGITS) if _DIGIT.search(form) else form


def western(digits: str) -> str:
    """Arabic-Indic and Persian digits as ASCII digits."""
    return digits.translate(_DIGITS)


def fold_map(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the offset in the text that it comes from.

    The list has one item more than the folded text, the length of the text, so that the end of a match maps too.
    """
    folded: list[str] = []
    origin: list[int] = []
    for offset, character in enumerate(text):
        for letter in fold(character):
            folded.append(letter)
            origin.append(offset)
    origin.append(len(text))
    return "".join(folded), origin
