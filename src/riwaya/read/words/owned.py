"""Whether a pronoun hangs on a form, as its owner (ضلوعه, هجماتهم), by the tables and by counts."""

from __future__ import annotations

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.nouns import masdar_shape
from riwaya.lang.ar.words import Word

PRONOUN_ENDINGS = ("هما", "هم", "ها", "ه")
SHORTEST, KNOWN = 3, 8
"""The letters of the shortest stem, and how often a form was counted that is known."""


def is_listed(word: Word) -> bool:
    """Whether the tables have a form as more than a particle."""
    return bool(word.analyses) and word.analyses[0].sense.part != "closed"


def pronoun_hangs(word: Word) -> bool:
    """Whether a pronoun hangs on a form, if it is a noun: as the tables say, else what remains without it is a known word."""
    if is_listed(word):
        return bool(word.analyses[0].pronoun)
    end = next((end for end in PRONOUN_ENDINGS if word.bare.endswith(end)), "")
    stem = word.core.removesuffix(end)
    if not end or len(stem) < SHORTEST:
        return False
    if stem.endswith(("ئ", "ؤ")):  # حلفائهم, أعضاؤها
        stem = stem[:-1] + "ء"
    if stem.endswith("ت") and masdar_shape(stem[:-1] + "ه"):
        return True
    feminine = frequency("ال" + stem.removesuffix("ت") + "ه") if stem.endswith("ت") else 0
    return max(frequency("ال" + stem), feminine) > KNOWN


def is_owned_noun(word: Word) -> bool:
    """مقره, قواعدها: whether some reading of a form has a pronoun as its owner."""
    return pronoun_hangs(word) or any(found.pronoun and found.sense.part == "noun" for found in word.analyses)


def owned_masdar(core: str, noun: bool) -> bool:
    """استمرارها, استقالته, اقتحامهم: whether a form without its clitics is shaped like a verbal noun and its owner.

    محادثات | استضافتها باكستان: before a pronoun the ت of a noun is that of a verb too, so that its part of speech tells.
    """
    end = next((end for end in PRONOUN_ENDINGS if core.endswith(end)), "")
    stem = core.removesuffix(end)
    return bool(end) and (masdar_shape(stem) or (noun and stem.endswith("ت") and masdar_shape(stem[:-1] + "ه")))


def is_joined_form(word: Word) -> bool:
    """احتلتها | وشحنها: a word that no table has, a known one with its owner behind the letter that joins it."""
    end = next((end for end in PRONOUN_ENDINGS if len(end) > 1 and word.core.endswith(end)), "")
    stem = word.core[1:].removesuffix(end)
    if not end or word.labels or word.core[:1] != "و" or len(stem) < SHORTEST:
        return False
    return max(frequency(stem), frequency("ال" + stem)) > max(KNOWN, frequency("و" + stem))
