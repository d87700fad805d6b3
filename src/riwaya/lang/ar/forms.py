"""How common a written form is, how often it is a verb or an adjective: counts from unlabelled news (tools/count_forms.py)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from riwaya.tables import SortedLines

_Counts = tuple[int, int | None, int | None, int | None]
_UNSEEN: _Counts = (0, None, None, None)


@cache
def _lines() -> SortedLines:
    return SortedLines("forms.tsv")


@lru_cache(100_000)
def _counts(form: str) -> _Counts:
    """Tokens, percent verb, percent adjective, percent governed of a folded form."""
    found = _lines().find(form)
    if not found:
        return _UNSEEN
    tokens, verb, adjective, governed = found[0].split("\t")
    return (
        int(tokens),
        int(verb) if verb else None,
        int(adjective) if adjective else None,
        int(governed) if governed else None,
    )


_LEAST_PERCENT = 15
"""Below this the few verbal places are noise: the form counts as never seen as a verb."""


def frequency(form: str) -> int:
    """How often a folded form was counted; 0 for a rare one."""
    return _counts(form)[0]


def verb_percent(form: str) -> int | None:
    """How often, in percent, a folded form stood where only a verb can stand; None where hardly ever or too little tells."""
    percent = _counts(form)[1]
    return percent if percent is not None and percent >= _LEAST_PERCENT else None


def never_verb(form: str) -> bool:
    """Whether a folded form was often counted and never where only a verb can stand."""
    return _counts(form)[1] == 0


def adjective_percent(stem: str) -> int | None:
    """How often, in percent, a folded stem with the article stood right behind another word with the article.

    Adjectives do (القوات المسلحة: 96), nouns hardly ever (المبعوث: 2). None where the form is too rare to tell.
    """
    return _counts("ال" + stem)[2]


_NAME_GOVERNED = 14
"""Up to this percent behind prepositions, and hardly ever with the article, a form is a name (measured on a hundred of each)."""
_NAME_ARTICLE = 12
_OF_THIRD_FORM = re.compile("م.ا..ه")


def looks_like_name(form: str) -> bool:
    """Whether counts speak for a proper name, or tell nothing: hardly ever with the article, hardly ever governed.

    مقارنه, مناشده: a verbal noun of the third form is none; of the 122 words of that shape counted in ``forms.tsv`` none is a name.
    معاويه, which is too rare to be counted, is one, and معاليه is a title.
    """
    if _OF_THIRD_FORM.fullmatch(form) and form not in ("معاويه", "معاليه"):
        return False
    tokens, _, _, governed = _counts(form)
    with_article = frequency("ال" + form)
    if with_article * 100 >= _NAME_ARTICLE * (tokens + with_article) and with_article:
        return False
    return governed is None or governed < _NAME_GOVERNED


_OFTEN, _WITH_ARTICLE = 40, 20


@lru_cache(50_000)
def everyday(form: str) -> bool:
    """Whether counts say that a folded form is a common noun: counted often, often with the article, often governed.

    Of the given names of the lists only سيف and تيسير are; the names that ``tests/test_everyday.py`` has are not.
    """
    tokens, _, _, governed = _counts(form)
    return tokens >= _OFTEN and governed is not None and governed >= _NAME_GOVERNED and frequency("ال" + form) >= _WITH_ARTICLE
