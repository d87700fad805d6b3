"""How common a written form is, how often it is a verb or an adjective: counts from unlabelled news (tools/count_forms.py)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _counts() -> dict[str, tuple[int, int | None, int | None, int | None]]:
    """Folded form → tokens, percent verb, percent adjective, percent governed."""
    counts: dict[str, tuple[int, int | None, int | None, int | None]] = {}
    for line in (files("riwaya") / "data" / "forms.tsv").read_text(encoding="utf-8").split("\n")[1:]:
        if line:
            form, tokens, *percents = line.split("\t")
            verb, adjective, governed = (int(percent) if percent else None for percent in percents)
            counts[form] = (int(tokens), verb, adjective, governed)
    return counts


_UNSEEN = (0, None, None, None)
_LEAST_PERCENT = 15
"""Below this the few verbal places are noise: the form counts as never seen as a verb."""


def frequency(form: str) -> int:
    """How often a folded form was counted; 0 for a rare one."""
    return _counts().get(form, _UNSEEN)[0]


def verb_percent(form: str) -> int | None:
    """How often, in percent, a folded form stood where only a verb can stand; None where hardly ever or too little tells."""
    percent = _counts().get(form, _UNSEEN)[1]
    return percent if percent is not None and percent >= _LEAST_PERCENT else None


def never_verb(form: str) -> bool:
    """Whether a folded form was often counted and never where only a verb can stand."""
    return _counts().get(form, _UNSEEN)[1] == 0


def adjective_percent(stem: str) -> int | None:
    """How often, in percent, a folded stem with the article stood right behind another word with the article.

    Adjectives do (القوات المسلحة: 96), nouns hardly ever (المبعوث: 2). None where the form is too rare to tell.
    """
    return _counts().get("ال" + stem, _UNSEEN)[2]


_NAME_GOVERNED = 14
"""Up to this percent behind prepositions, and hardly ever with the article, a form is a name (measured on a hundred of each)."""
_NAME_ARTICLE = 12


def looks_like_name(form: str) -> bool:
    """Whether counts speak for a proper name, or tell nothing: hardly ever with the article, hardly ever governed."""
    tokens, _, _, governed = _counts().get(form, _UNSEEN)
    with_article = frequency("ال" + form)
    if with_article * 100 >= _NAME_ARTICLE * (tokens + with_article) and with_article:
        return False
    return governed is None or governed < _NAME_GOVERNED
