"""Writers who leave the dots off a final ي (فى, الذى), as Egyptian papers do: Ali and "on", ولى العهد and "turned" look alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word, analyse

_UNDOTTED = frozenset({"فى", "الذى", "التى", "وفى", "حتي"})
_BEHIND = {"علي": word_list("behind Ali"), "ولي": word_list("behind guardian of")}


def is_undotted(words: Sequence[Word]) -> bool:
    """Whether a report is written so; then ي and ى at the end of a word tell nothing."""
    return not _UNDOTTED.isdisjoint([word.bare for word in words])


def dotted_names(words: Sequence[Word]) -> Iterator[tuple[int, Word]]:
    """على | عبد الله صالح, ولى | العهد: in such a report the name or title by what stands behind it, and anything else as the
    preposition: where the word stands and the word that it is.
    """
    for index, word in enumerate(words):
        if word.core in _BEHIND and not word.article:
            behind = words[index + 1].norm if index + 1 < len(words) else ""
            named = behind in _BEHIND[word.core]
            yield index, analyse(word.bare[:-1] + ("ي" if named else "ى"))
