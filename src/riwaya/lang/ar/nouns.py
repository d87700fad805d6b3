"""Noun forms from the singular: duals, sound plurals, the accusative alif, as unvocalised spelling shows them.

Rules: W. Fischer, A Grammar of Classical Arabic, §§ 100–112 (dual and sound plurals), reduced to visible letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_MASDAR = re.compile(
    "ت[^اي][^اي]ي[^اي]|ت[^اي]يي[^اي]|ت[^اوي]{2,3}ي?ه|ان[^او]{2}ا[^ه]|ا[^او]ت[^او]ا[^ه]|ات[^او]ا[^ه]|است[^او]{1,2}ا[^ه]|است[^او]ا[^ه]ه|"
    "م[^او]ا[^او]{2}ه|ت[^او]ا[^ا][^اوه]"
)
"""Shapes of verbal nouns, folded: تشكيل, تعيين, انسحاب, اعتقال, اتفاق, استهداف, استعادة, مشاركة, تبادل (Fischer, § 225-237)."""


def masdar_shape(stem: str) -> bool:
    """Whether a folded stem has the shape of a verbal noun."""
    return bool(_MASDAR.fullmatch(stem))


class NounForm(NamedTuple):
    """One noun form: ``number`` s, d, p; ``gender`` m, f; ``state`` is ``construct`` for a dual or plural that lost its ن."""

    number: str
    gender: str
    state: str = "any"
    accusative: bool = False


_form = cache(NounForm)
"""One object for each of the few forms: the lexicon has thousands of each."""


def noun_forms(singular: str, plurals: tuple[str, ...] = (), sound: bool = False) -> Iterator[tuple[str, NounForm]]:
    """Every spelled form of a noun: singular, dual, the listed plurals and, if ``sound``, the plurals by suffix."""
    gender = "f" if singular.endswith("ة") else "m"
    if singular:
        yield singular, _form("s", gender)
        if any(_is_defective(singular, plural) for plural in plurals):
            singular += "ي"
            yield singular, _form("s", gender)
        if singular[-1] not in "ةءىا":
            yield singular + "ا", _form("s", gender, accusative=True)
        elif singular.endswith("يء"):
            yield singular[:-1] + "ئا", _form("s", gender, accusative=True)
        yield from _dual(singular, gender)
        if sound:
            yield from _sound(singular, gender)
    for plural in plurals:
        yield plural, _form("p", gender)
        if plural[-1] not in "ةءىا" and not plural.endswith(("ون", "ين", "ات")):
            yield plural + "ا", _form("p", gender, accusative=True)
        if plural.endswith(("ون", "ين")):
            yield plural[:-1], _form("p", gender, "construct")


def _is_defective(singular: str, plural: str) -> bool:
    """قاض، قضاة: an active participle of a root with a weak end, which has its ي in all other forms: قاضي التحقيق, قاضيان."""
    return singular[1:2] == "ا" and len(singular) == _WEAK and plural == f"{singular[0]}{singular[2]}اة"


_WEAK = 3


def participle_forms(active: str) -> Iterator[tuple[str, NounForm]]:
    """The forms of a participle, the accusative that newswire hangs behind a clause (مشيرا، مؤكدة، متهمين) among them."""
    if not active:
        return
    body = active[:-1] if active.endswith("ي") else active
    yield active, _form("s", "m")
    if body != active:
        yield body, _form("s", "m")
    yield active + "ا", _form("s", "m", accusative=True)
    yield active + "ة", _form("s", "f")
    yield active + "ان", _form("d", "m")
    yield active + "تين", _form("d", "f", accusative=True)
    yield body + "ين", _form("p", "m", accusative=True)
    yield body + "ون", _form("p", "m")
    yield active + "ات", _form("p", "f")


def _dual(singular: str, gender: str) -> Iterator[tuple[str, NounForm]]:
    stem = singular
    if singular.endswith("ة"):
        stem = singular[:-1] + "ت"
    elif singular.endswith("ى"):
        stem = singular[:-1] + "ي"
    elif singular.endswith("اء") and gender == "m":
        stem = singular
    for ending in ("ان", "ين"):
        yield stem + ending, _form("d", gender)
    for ending in ("ا", "ي"):
        yield stem + ending, _form("d", gender, "construct")


def _sound(singular: str, gender: str) -> Iterator[tuple[str, NounForm]]:
    if gender == "f":
        yield singular[:-1] + "ات", _form("p", "f")
        return
    for ending in ("ون", "ين"):
        yield singular + ending, _form("p", gender)
    for ending in ("و", "ي"):
        yield singular + ending, _form("p", gender, "construct")
