"""Words that a count is told by: one of, both, another, many, how many times; and words that only seem to count."""

from __future__ import annotations

from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.read.numbers.numbers import number_openers
from riwaya.read.text.tokens import NUMBER, WORD, Token

ONE_OF = word_list("count one of")
FOREMOST = word_list("count one of the foremost")
ONE_OF_THEM = word_list("count one of them")
BOTH = word_list("count both")
COLLECTIVES = frozenset({"عائلة", "أسرة"})
"""One family is not one person."""
COUNTABLE = frozenset({"person", "thing", "demonym", "trigger"})
SOME_OF_THEM = word_list("count some of them")
BOTH_OF = word_list("count both of")
ANY = word_list("count any")
ONE = word_list("count one")
ANOTHER = word_list("count another")
OPENING = frozenset('«“"(')
FRAMES = frozenset("«“\"(['‹”")
NEED_OF = word_list("count needs of")
IN_PLACE_OF_OF = word_list("in place of of")
"""عدد | آخر, عدد | منهم: what may stand behind such a word and not من."""
OF_THEM = ("منهم", "منها", "منهن")
NEED_NOUN = word_list("count needs noun")
MANY = word_list("count many")
BEHIND = word_list("count behind noun")
COMPARED = word_list("count compared")
TWICE, TIMES = word_list("twice"), word_list("times")


def may_count(word: Word) -> bool:
    """Whether a count can begin with a word."""
    known = word.counts
    if known is None:
        known = word.counts = _may_count(word)
    return known


def _may_count(word: Word) -> bool:
    return (
        "number" in word.labels
        or _counts_by_form(word)
        or word.norm in number_openers()
        or word.norm in BOTH
        or word.norm in BOTH_OF
        or word.norm in SOME_OF_THEM
        or word.norm in ANOTHER
        or word.norm in TWICE
        or word.core in ONE_OF
        or word.core in ONE_OF_THEM
    )


def _counts_by_form(word: Word) -> bool:
    """Whether the form of a noun may count by itself: a dual, a singular without article and pronoun; no plural (الجنود)."""
    if word.labels.isdisjoint(COUNTABLE):
        return False
    for found in word.analyses:
        form, label = found.sense.form, found.sense.label
        if label in COUNTABLE and isinstance(form, NounForm):
            alone = form.number == "s" and label != "trigger" and not (found.article or found.pronoun)
            if alone or form.number == "d":
                return True
    return False


def beginnings(tokens: list[Token]) -> list[int]:
    """The tokens at which a count can begin, a share aside."""
    found: list[int] = []
    for at, token in enumerate(tokens):
        if token.kind == WORD:
            word = token.word
            if (may_count(word) if word.counts is None else word.counts) and token.norm not in _SHARES:
                found.append(at)
        elif token.kind == NUMBER or token.raw in FRAMES:
            found.append(at)
    return found


_SHARES = ("بالمئه", "بالمائه")
"""90 | بالمئة من المدينة: no count."""
