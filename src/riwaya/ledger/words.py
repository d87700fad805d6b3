"""The words of a text as search knows them: folded, clitics cut off, numbers in one spelling; each with its span.

Harakat, tatweel, hamza forms, ى/ي and ة/ه make no difference (``riwaya.spelling.fold``); conjunction, preposition, article,
future س and pronoun are cut off as the lexicon says (``riwaya.lang.ar.words``); ١٬٢٠٠ and 1,200 are 1200.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.words import PRONOUNS, analyse
from riwaya.spelling import INVISIBLE, MARKS, fold

_WORD = re.compile(f"\\d{{1,3}}(?:[,٬]\\d{{3}})+(?!\\d)|\\w(?:[\\w{MARKS}{INVISIBLE}]*[\\w{MARKS}])?")
_NO_WORD = re.compile(r"\W")
_ARTICLE = re.compile("^[وف]?(?:[بك]?ال|لل)(?=...)")
_LIMIT = 300_000
_LONGEST = 100
_COMMONER, _COMMON, _LEAST = 2, 20, 3

_stems: dict[str, str] = {}


def words(text: str, begin: int = 0) -> Iterator[tuple[str, int, int]]:
    """Each word of a text from an offset on, as it stands there, with its start and end in code points."""
    for match in _WORD.finditer(text, begin):
        yield match.group(), match.start(), match.end()


def stem(form: str) -> str:
    """What search compares for a written word; empty where nothing of it remains."""
    found = _stems.get(form)
    if found is None:
        if len(_stems) >= _LIMIT:
            _stems.clear()
        found = _stems[form] = _stem(form[:_LONGEST])
    return found


def stems(text: str) -> str:
    """The stems of a text in its order, a blank between them."""
    return " ".join(found for form, _, _ in words(text) if (found := stem(form)))


def name_key(text: str) -> str:
    """A name as it is kept to be found: folded words without the article, a blank around each.

    No table is asked, so what was kept years ago is still found after the tables have grown.
    """
    return f" {' '.join(_ARTICLE.sub('', _NO_WORD.sub('', fold(form))).lower() for form, _, _ in words(text))} "


def _stem(form: str) -> str:
    folded = _NO_WORD.sub("", fold(form)).lower()
    if not folded or folded.isascii():
        return folded
    word = analyse(form)
    if word.analyses:
        return word.analyses[0].stem
    return _without_pronoun(word.core)


def _without_pronoun(core: str) -> str:
    """A word that no table has, without its pronoun where what remains is the far commoner word (مدفعيتهم → مدفعيه)."""
    for pronoun in PRONOUNS:
        rest = core[: -len(pronoun)]
        if core.endswith(pronoun) and len(rest) >= _LEAST:
            whole = rest[:-1] + "ه" if rest.endswith("ت") else rest
            if frequency(whole) > _COMMONER * frequency(core) + _COMMON:
                return whole
    return core
