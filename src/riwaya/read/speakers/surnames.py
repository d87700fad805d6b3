"""A surname that stands alone in a report: the first name before it, elsewhere in the report."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION
from riwaya.read.grammar import Grammar, Range
from riwaya.read.text.tokens import WORD


def is_introduced(grammar: Grammar, at: int) -> bool:
    """أولي | سولفان مسؤول الطوارئ: a word before a surname that an office follows is a first name."""
    phrases, before = grammar.phrases, at - 1
    if grammar.group(at + 1, "source") not in ("title", "rank", "anonymous") or phrases.has_article(at + 1):
        return False
    word = grammar.tokens[before].word
    return before >= 0 and grammar.parts[before] == NOUN and word.labels <= {"adjective"} and not word.preposition


def is_given_behind(grammar: Grammar, index: int) -> bool:
    """انتهاء ولاية | لباراك كوناتي: a first name with the preposition written onto it."""
    word = grammar.tokens[index].word
    return word.preposition == "ل" and not word.article and grammar.phrases.is_name(index)


def is_known_noun(grammar: Grammar, at: int) -> bool:
    """قائد | الفرقة, سفير | المملكة: a noun with the article that the tables know is no surname; سالم | الراعي may be one.

    يتكئ | على, and the preposition is no Ali.
    """
    word = grammar.tokens[at].word
    if grammar.parts[at] == PREPOSITION:
        return True
    known = word.article and bool(word.labels & {"thing", "person"}) and not word.labels & {"demonym", "source"}
    return known and not word.bare.endswith("ي") and not grammar.phrases.is_name(at - 1)


def run_together(grammar: Grammar, name: str) -> Range | None:
    """بشارالأسد: first name and surname written as one word."""
    if len(name) < _LONG_NAME:
        return None
    for token in grammar.tokens:
        glued = token.kind == WORD and token.word.core.endswith(name) and len(token.word.core) >= len(name) + _FIRST_NAME
        if glued and not token.word.labels:
            return token.index, token.index + 1
    return None


_LONG_NAME, _FIRST_NAME = 5, 3
