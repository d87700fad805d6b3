"""Verbs behind أن that may be read as nouns: what somebody wants or must do (تعتزم أن توقع), what was before (سبق أن كشف)."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import THAT, VERB, part_of_speech
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.text.tokens import SIGN, Token


def is_wanted(tokens: list[Token], index: int) -> bool:
    """تعتزم الحركة أن | توقع إعلانا, من المقرر أن | توقف الشرطة القتلة: an imperfect behind what somebody wants or must."""
    if index < 2 or tokens[index - 1].norm not in ("ان", "وان") or not _may_be_imperfect(tokens[index]):
        return False
    for at in range(index - 2, max(-1, index - _REACH), -1):
        if tokens[at].word.core in _WANTED:
            return True
        if tokens[at].kind == SIGN or part_of_speech(tokens[at].word) in (VERB, THAT):
            return False
    return False


_WANTED, _REACH = word_list("wants that"), 9


def _may_be_imperfect(token: Token) -> bool:
    """توقع, توقف: a form of the imperfect, whatever else is written like it."""
    forms = [found.sense.form for found in token.word.analyses if found.sense.part == "verb"]
    return any(getattr(form, "tense", "") not in ("", "perfect") for form in forms)


def is_since(tokens: list[Token], index: int) -> bool:
    """منذ أن | قصف الجيش القرية, إلى أن | قصف: a verb follows; not أشار إلى أن | قصف القرية مستمر, where the cue asks for إلى."""
    at = index - 2
    if at < 0 or tokens[at + 1].norm not in ("ان", "وان"):
        return False
    until = tokens[at].word.core in _SINCE and not (tokens[at].norm == "الي" and _is_pointed_to(tokens, at))
    return until or is_once(tokens, at)


_SINCE = word_list("before that and a verb")


def _is_pointed_to(tokens: list[Token], to: int) -> bool:
    """أشار | إلى, لافتا | إلى, أشار المسؤول | إلى: what is said stands behind the إلى of a cue shortly before it."""
    for at in range(to - 1, max(-1, to - _POINTED), -1):
        if tokens[at].kind == SIGN:
            return False
        cues = tokens[at].word.all("cue")
        if cues:
            return any("الي" in found.sense.entry.preps for found in cues if isinstance(found.sense.entry, Cue))
    return False


_POINTED = 8


def is_once(tokens: list[Token], index: int) -> bool:
    """سبق أن | كشف, سبق للوزير أن | كشف: a verb follows."""
    behind = range(index, max(-1, index - _ONCE), -1)
    return any(tokens[k].word.core == "سبق" and (k == index or tokens[k + 1].word.preposition == "ل") for k in behind)


_ONCE = 7
