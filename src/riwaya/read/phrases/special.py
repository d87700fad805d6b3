"""The forms that a rule of phrases asks for by themselves; at all others only what stands around them tells where a phrase ends."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word

SONS, FATHERS = frozenset({"بن", "بنت"}), frozenset({"عبد", "ابو", "ابي"})
FILM, LACKED = "فيديو", frozenset({"حدود", "طيار", "ربان"})
COUNTERPARTS = frozenset({"نظيره", "نظيرته", "نظيرها", "نظيرتها"})
APART = frozenset({"كيف", "ماذا", "لماذا", "سراح"})
HOW_LONG = frozenset({"ساعات", "اياما", "دقائق", "اسابيع", "اشهرا"})
STATES, WORST, HELD = map(word_list, ("state while acting", "first or worst", "held or needed"))
ENDING = frozenset({"switch", "according", "channel", "cue", "trigger", "masdar", "attitude", "emotion"})
"""The labels that a word at which any phrase ends has, if it is none of the words here."""
_OTHERS = tuple(map(word_list, ("arm of a unit", "family name and noun", "branch behind a rank", "medium by its kind")))
_TIED = ("بالغ", "مرتبط")


def is_special(word: Word) -> bool:
    """Whether a rule asks for a form by itself where a phrase goes on; for most none does."""
    known = word.special
    if known is None:
        known = word.special = _is_special(word)
    return known


def _is_special(word: Word) -> bool:
    core, labels = word.core, word.labels
    if word.norm in SONS or word.norm in FATHERS or core in ("اكثر", "اقل") or core.startswith(_TIED) or "direction" in labels:
        return True
    enders = core in COUNTERPARTS or core in APART or core in STATES or core in WORST or core in HELD or core in HOW_LONG
    return enders or not labels.isdisjoint(ENDING) or any(core in words for words in _OTHERS)


def leads(word: Word) -> bool:
    """Whether a rule asks for a form as that behind which a phrase goes on or ends."""
    known = word.leading
    if known is None:
        known = word.leading = _leads(word)
    return known


def _leads(word: Word) -> bool:
    if word.norm in SONS or word.norm in LACKED or word.norm in ("له", "لها", "لهم", FILM):
        return True
    return word.core in _OTHERS[0] or word.bare.endswith(("ون", "ان"))
