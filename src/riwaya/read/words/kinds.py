"""Adjectives, and nouns that tell the kind of what stands before them: طائرة مسيرة, الرصاص الحي, نواب سنة."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.ar.parts import NOUN, is_adjectival
from riwaya.read.text.tokens import Token
from riwaya.read.words.forenames import is_father
from riwaya.read.words.place_terms import names_country

KINDS = frozenset({"مسيره", "حي", "حيه", "سنه", "محرر"})
_HELD = ("اسير", "معتقل", "سجين")
BULLETS = ("رصاص", "ذخير", "طلق", "اعيره")


def tells_kind(tokens: Sequence[Token], index: int) -> bool | None:
    """طائرة | مسيرة, بالرصاص | الحي, الذخيرة | الحية: such a word behind what it describes; None where it does not stand there."""
    if index == 0 or tokens[index].word.core not in KINDS:
        return None
    word, before = tokens[index].word, tokens[index - 1].word
    if word.core == "مسيره":
        return word.article == before.article if before.labels & {"demonym", "thing"} else None
    if word.core == "محرر":  # الأسير | المحرر, who was freed; else an editor
        return True if before.core in _HELD and word.article == before.article else None
    if word.core == "سنه":  # نواب | سنة
        several = before.bare.endswith(("ون", "ين")) or not before.article
        return True if several and before.labels & {"person", "source"} and not before.labels & {"number", "timeword"} else None
    return True if before.core.startswith(BULLETS) and word.article == before.article else None


def describes(tokens: list[Token], parts: list[str], index: int) -> bool:
    """العسكرية, المسلحة: whether a word is an adjective, or the name of a people behind those who belong to it."""
    if not _may_describe(tokens, parts, index):
        return False
    return not (_is_forces(tokens, index) or names_country(tokens, index) or is_father(tokens, index))


def _may_describe(tokens: list[Token], parts: list[str], index: int) -> bool:
    """Whether a form may be an adjective where it stands, be it part of a name or none."""
    word = tokens[index].word
    if word.core in KINDS and (tells := tells_kind(tokens, index)) is not None:
        return tells
    if word.core in _MEMBERS and _are_members(tokens, index):
        return True
    return is_adjectival(word) or ("people" in word.labels and index > 0 and parts[index - 1] == NOUN)


def _are_members(tokens: list[Token], index: int) -> bool:
    """الدول | الأعضاء في الحلف, دول الخليج | الأعضاء, الدولة | العضو: which states they are, and nobody else."""
    word = tokens[index].word
    if not word.article or word.core not in _MEMBERS:
        return False
    named = [tokens[at].word.core for at in range(max(0, index - 2), index)]
    return tokens[index - 1].word.article and any(core in _STATES for core in named)


_MEMBERS = ("اعضاء", "عضو")
_STATES = ("دول", "دوله", "بلدان", "احزاب", "حكومات")


def _is_forces(tokens: list[Token], index: int) -> bool:
    """لقوى | الثورة, قوى | الداخل: the plural of قوة before a definite noun, which folding makes one with قوي (strong)."""
    if not tokens[index].word.bare.endswith("قوى") or index + 1 >= len(tokens):
        return False
    behind = tokens[index + 1].word
    return behind.article or behind.bare.endswith("ة")


def is_body_of(before: Token, token: Token) -> bool:
    """منظمة | رصد الجرائم: a perfect in the masculine, right behind a body that is feminine and has no article."""
    bare = before.word.article or not before.raw.endswith("ة") or "source" not in before.word.labels
    if bare or token.word.conjunction:
        return False
    forms = [found.sense.form for found in token.word.analyses if found.sense.part == "verb"]
    masculine = all(getattr(form, "tense", "") == "perfect" and getattr(form, "gender", "") == "m" for form in forms)
    return bool(forms) and masculine


def meets_whom(tokens: Sequence[Token], parts: Sequence[str], index: int) -> bool:
    """للقاء | الرئيس: somebody behind a word that may have two ل, whom one is to meet; not للقاء | المقبل."""
    behind = index + 1
    if tokens[index].word.preposition != "ل" or behind >= len(tokens) or parts[behind] != NOUN:
        return False
    return not tokens[behind].word.preposition and bool(tokens[behind].word.labels & {"person", "source"})
