"""The forms that a word is known by where the tables name it as it is written, folded, or without what hangs on it."""

from __future__ import annotations

from functools import lru_cache

from riwaya.lang.ar.words import PRONOUNS, Word
from riwaya.read.grammar import Grammar, per_document


def forms_around(grammar: Grammar, index: int) -> frozenset[str]:
    """The forms of all words of the sentence that holds a token: what is not among them need not be looked for in it."""
    known, number = _of_sentences(grammar), grammar.layout.sentence_of[index]
    if number not in known:
        sentence = grammar.layout.sentences[number]
        known[number] = frozenset().union(*[forms_of(token.word) for token in grammar.tokens[sentence.start : sentence.end]])
    return known[number]


@per_document
def _of_sentences(grammar: Grammar) -> dict[int, frozenset[str]]:
    """Sentence → the forms of its words, kept as sentences are asked for."""
    return {}


@lru_cache(50_000)
def forms_of(word: Word) -> frozenset[str]:
    """The forms that a word is known by: as written, folded, without clitics, without pronoun or accusative."""
    return _without_pronoun(word.core) | {word.norm, word.core, word.bare}


def _without_pronoun(core: str) -> frozenset[str]:
    """What a word is without the pronoun or the accusative on it: أسلحتهم → أسلحه, حصاره and حصارا → حصار."""
    ends = ""
    if core.endswith(_HANGING):
        ends = next((end for end in _HANGING if core.endswith(end) and len(core) - len(end) > 2), "")
    stem = core.removesuffix(ends) if ends else core.removesuffix("ا")
    if stem == core or len(stem) < 3:
        return frozenset()
    return frozenset({stem, stem[:-1] + "ه"}) if ends and stem.endswith("ت") else frozenset({stem})


_HANGING = tuple(one for one in PRONOUNS if one not in ("ي", "ك"))
"""Pronouns that are told from the last letter of a word."""
