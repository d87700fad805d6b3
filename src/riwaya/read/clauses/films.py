"""Words for a film or picture, which may be a source or the thing that somebody shows."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word


def is_film(word: Word) -> bool:
    """صور, مقطع, بث | مقطعا: a word for a film or picture, with the alif of the accusative or without."""
    return word.core in _FILMS or word.core.removesuffix("ا") in _FILMS


_FILMS = word_list("film or picture")
