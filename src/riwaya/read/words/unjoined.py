"""Verbs that describe an indefinite noun without الذي between them (منازل قصفها الجيش)."""

from __future__ import annotations

from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN, is_adjectival
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
    who = tokens[index - 1].word.find("person")
    one = who is not None and isinstance(who.sense.form, NounForm) and (who.sense.form.number, who.sense.form.gender) == ("s", "m")
    if who is None or not one or who.article or getattr(who.sense.entry, "group", "") not in _SOMEBODY:
        return False
    deeds = (found for found in tokens[index].word.all("trigger", "verb") if not found.pronoun)
    return any(getattr(found.sense.entry, "kind", "") in _BEFALLS for found in deeds) and _is_when_or_where(tokens, index + 1)


_SOMEBODY = frozenset({"military", "police", "militant", "civilian", "official"})
_BEFALLS = frozenset({"killed", "wounded", "captured"})


def _is_when_or_where(tokens: list[Token], at: int) -> bool:
    """في صنعاء, قبل أيام, أمس, على يد مسلحين."""
    word = tokens[at].word
    if word.core == "علي":
        return at + 1 < len(tokens) and tokens[at + 1].word.core in ("يد", "ايدي")
    return word.core in _WHERE or "timeword" in word.labels


_WHERE = frozenset({"في", "قبل", "خلال", "اثناء", "قرب"})
