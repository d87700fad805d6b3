"""Deeds with the pronoun of their doer and whom they hit right behind: طرده المسلحين, أسرها عشرة جنود."""

from __future__ import annotations

from riwaya.read.text.tokens import Token


def takes_object(tokens: list[Token], index: int) -> bool:
    """طردها | المسلحين, طرده | جنودا: people right behind a deed with a pronoun, in the form of an object, are no subject of it."""
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if behind is None or behind.word.preposition or behind.word.conjunction or "person" not in behind.word.labels:
        return False
    return (behind.norm.startswith("ال") and behind.norm.endswith("ين")) or behind.word.bare.endswith("ا")


def is_own_deed(tokens: list[Token], index: int) -> bool:
    """سيطرته على المدينة | وطردها المسلحين: a form that may be a noun, with a pronoun and such an object, is no verb."""
    pronoun = any(one.pronoun for one in tokens[index].word.analyses if one.sense.part != "verb")
    return pronoun and takes_object(tokens, index)


def is_knowledge(tokens: list[Token], index: int) -> bool:
    """نفى الوزير | علمه بالهجوم: before ب what somebody knows is no verb."""
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    led = behind is not None and (behind.word.preposition == "ب" or behind.norm.startswith(("بان", "بما")))
    return led and tokens[index].norm in ("علمه", "علمها", "علمهم")
