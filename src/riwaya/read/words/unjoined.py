"""Verbs that describe an indefinite noun without الذي between them (منازل قصفها الجيش)."""

from __future__ import annotations

from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, is_adjectival
from riwaya.lang.ar.words import Word
from riwaya.read.text.tokens import WORD, Token


def is_unjoined(tokens: list[Token], parts: list[str], index: int) -> bool:
    """15 منزلا | قصفها الجيش, شاب | قتله مسلحون: a pronoun points back at things or people, and whoever did it stands behind."""
    if index == 0 or index + 1 >= len(tokens) or parts[index - 1] != NOUN:
        return False
    word, before = tokens[index].word, tokens[index - 1].word
    if is_adjectival(before) and index > 1 and parts[index - 2] == NOUN and not before.article:  # قائد ميداني | قتله
        before = tokens[index - 2].word
    if before.article or before.conjunction or not (before.labels & _DESCRIBED or _is_bare(before)):
        return False
    verbal = any(found.sense.part == "verb" and found.pronoun for found in word.analyses)
    return verbal and not word.conjunction and _does_it(tokens[index + 1], "thing" in before.labels)


_DESCRIBED = frozenset({"thing", "person"})


def _is_bare(word: Word) -> bool:
    """لوحات | نهبها مسلحون: a plural or accusative that no table has."""
    return not word.labels and word.bare.endswith(("ات", "ا"))


def _does_it(token: Token, thing: bool) -> bool:
    """الجيش, مسلحون: somebody, in no case but the first; behind a thing any word with the article (مستشفى قصفه | الطيران)."""
    word = token.word
    if token.kind != WORD or word.conjunction or word.preposition or word.bare.endswith(("ين", "ا")):
        return False
    return bool(word.labels & {"source", "person", "country"}) or (thing and word.article)


def is_done_to(tokens: list[Token], parts: list[str], index: int) -> bool:
    """رجل | قتل قبل أيام, مهندس | خطف في صنعاء: behind one person, before a time or place, the form says what befell him."""
    if index == 0 or index + 1 >= len(tokens) or parts[index - 1] != NOUN or tokens[index].word.conjunction:
        return False
    who = tokens[_member(tokens, index)].word.find("person")
    one = who is not None and isinstance(who.sense.form, NounForm) and (who.sense.form.number, who.sense.form.gender) == ("s", "m")
    if who is None or not one or who.article or getattr(who.sense.entry, "group", "") not in _SOMEBODY:
        return False
    deeds = (found for found in tokens[index].word.all("trigger", "verb") if not found.pronoun)
    return any(getattr(found.sense.entry, "kind", "") in _BEFALLS for found in deeds) and _is_when_or_where(tokens, index + 1)


def befell_governed(tokens: list[Token], parts: list[str], index: int) -> bool:
    """نعت الحركة مقاتلا | قتل أمس, جنازة طفل | قتل في القصف: of one person who is governed the form tells what befell him."""
    if index < 2 or not is_done_to(tokens, parts, index):
        return False
    at = _member(tokens, index)
    word = tokens[at].word
    return bool(word.preposition) or word.bare.endswith("ا") or (at > 0 and parts[at - 1] in _GOVERNS)


def _member(tokens: list[Token], index: int) -> int:
    """عقيد في الحرس الثوري | قتل: where somebody stands who is told with his body, else the token before."""
    for at in range(index - 2, max(0, index - _BODY), -1):
        if tokens[at].norm == "في" and "source" in tokens[at + 1].word.labels and tokens[at + 1].word.article:
            return at - 1
    return index - 1


_BODY = 5


_GOVERNS = frozenset({NOUN, PREPOSITION, NUMERAL})


_SOMEBODY = frozenset({"military", "police", "militant", "civilian", "official"})
_BEFALLS = frozenset({"killed", "wounded", "captured"})


def _is_when_or_where(tokens: list[Token], at: int) -> bool:
    """في صنعاء, قبل أيام, أمس, على يد مسلحين, برصاص قناص."""
    word = tokens[at].word
    if word.core == "علي":
        return at + 1 < len(tokens) and tokens[at + 1].word.core in ("يد", "ايدي")
    shot = word.preposition == "ب" and word.core in _SHOT
    return shot or word.core in _WHERE or word.core in _SINCE or "timeword" in word.labels


_SHOT = ("رصاص", "نيران", "انفجار")
_SINCE = frozenset({"امام", "بعد", "منذ", "اثر"})
_WHERE = frozenset({"في", "قبل", "خلال", "اثناء", "قرب"})
