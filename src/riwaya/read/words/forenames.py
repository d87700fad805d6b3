"""First names that are also verbs or nouns: behind a title, before a surname or "son of", they are names (العقيد نزار الحمداني)."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.ar.forms import looks_like_name
from riwaya.lang.ar.parts import NOUN
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.read.text.tokens import WORD, Token

_TOO, _NOUNS = word_list("given name and verb"), word_list("given name and noun")
_OTHERS = frozenset({"source", "person", "thing", "trigger", "country"})


def is_forename(tokens: Sequence[Token], index: int) -> bool:
    """فيصل | بن تركي: what stands before "son of"; الوزير | يزيد الراوي, العميد الركن | صادق ندهان: a name behind a title."""
    if tokens[index].word.conjunction == "ف" and index + 1 < len(tokens) and tokens[index + 1].norm == "بن":
        return True
    named = tokens[index].norm in _TOO and index > 0 and is_named_like_verb(tokens, index)
    title = index - 1 - (index > 1 and tokens[index - 1].norm == _STAFF)
    return named and "source" in tokens[title].word.labels


_STAFF = "الركن"
"""العميد | الركن: of the staff, behind a rank."""


def may_be_forename(word: Word) -> bool:
    """Whether a word is a verb or noun by which people are called; behind ف others may be."""
    return word.norm in _TOO


def is_named_like_verb(tokens: Sequence[Token], index: int) -> bool:
    """نزار | الحمداني, نزار | ندهان: a name of the table before a surname that no table has."""
    if tokens[index].norm not in _TOO or index + 1 >= len(tokens):
        return False
    surname = tokens[index + 1].word
    strange = tokens[index + 1].kind == WORD and not (surname.analyses or surname.preposition) and looks_like_name(surname.core)
    return bool(surname.article or strange) and not surname.conjunction and surname.labels.isdisjoint(_OTHERS)


def is_named_like_noun(tokens: Sequence[Token], parts: Sequence[str], index: int) -> bool:
    """وزير الدفاع | جهاد مصطفى, الناطق باسم الجيش | نضال الخطيب: a noun of the table between a title or what is definite and a
    surname that no table has.
    """
    if index and tokens[index - 1].norm in _SON_OF and is_father(tokens, index):
        return parts[index] == NOUN
    if tokens[index].norm not in _NOUNS or index == 0 or index + 1 >= len(tokens):
        return False
    before, behind = tokens[index - 1], tokens[index + 1]
    led = parts[index - 1] == NOUN and (before.word.article or "source" in before.word.labels)
    surname = parts[index + 1] == NOUN and behind.kind == WORD and behind.word.labels.isdisjoint(_OTHERS | {"timeword"})
    return led and surname and not behind.word.conjunction and not behind.word.preposition


def is_father(tokens: Sequence[Token], index: int) -> bool:
    """عواد بن | عيد الهاني, صالح بن | فريد الهاني: behind "son of" stands a name, whatever the word may mean."""
    if index < 2 or tokens[index - 1].norm not in _SON_OF or tokens[index].kind != WORD:
        return False
    word = tokens[index].word
    return not (word.article or word.conjunction or word.preposition or word.core in ("ابي", "ابو", "عبد"))


_SON_OF = frozenset({"بن", "بنت"})


def is_name_like_deed(tokens: Sequence[Token], parts: Sequence[str], index: int) -> bool:
    """دونالد | ترامب, الوزيرة | إحسان مصطفى, | تنوير بن علي: a name that has the shape of a verbal noun."""
    son = index + 1 < len(tokens) and tokens[index + 1].norm == "بن"
    return son or tokens[index].norm in _DEEDS or is_named_like_noun(tokens, parts, index)


_DEEDS = word_list("name like a deed")


def is_named_official(tokens: Sequence[Token], parts: Sequence[str], index: int) -> bool:
    """سالم الهاجري | المسؤول في المنظمة, سالم، | المسؤول: who is responsible, behind a name, is an office like any other."""
    word = tokens[index].word
    if word.core not in _OFFICIALS or not word.article:
        return False
    if index + 1 < len(tokens) and tokens[index + 1].norm == "عن":  # المسؤول | عن الملف
        return False
    last = index - 1 - (index > 1 and tokens[index - 1].norm in _COMMAS)
    first = last - 1 if last > 0 and tokens[last].word.article else last
    unknown = first >= 0 and all(parts[k] == NOUN and not tokens[k].word.labels for k in range(first, last + 1))
    return unknown and not tokens[first].word.article and looks_like_name(tokens[first].word.core)


_OFFICIALS, _COMMAS = frozenset({"مسؤول", "مسؤوله", "مسئول"}), frozenset({"،", ","})
