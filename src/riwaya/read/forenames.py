"""First names that are also verbs: behind a title, before a surname or "son of", they are names (العقيد نزار الحمداني)."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.tokens import Token

_TOO = word_list("given name and verb")
_OTHERS = frozenset({"source", "person", "thing", "trigger", "country"})


def is_forename(tokens: Sequence[Token], index: int) -> bool:
    """فيصل | بن تركي: what stands before "son of"; الوزير | يزيد الراوي: such a name between a title and a surname."""
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if behind is None:
        return False
    if behind.norm == "بن" and tokens[index].word.conjunction == "ف":
        return True
    return index > 0 and is_named_like_verb(tokens, index) and "source" in tokens[index - 1].word.labels


def is_named_like_verb(tokens: Sequence[Token], index: int) -> bool:
    """نزار | الحمداني: a name of the table before a surname with the article that no table has."""
    if tokens[index].norm not in _TOO or index + 1 >= len(tokens):
        return False
    surname = tokens[index + 1].word
    return surname.article and not surname.conjunction and surname.labels.isdisjoint(_OTHERS)
