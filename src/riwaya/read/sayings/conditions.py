"""Conditions: what a promise, a threat or a demand depends on."""

from __future__ import annotations

from functools import cache

from riwaya.lang.ar.parts import NEGATION, PREPOSITION, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar, Range, per_document, within
from riwaya.spelling import folded
from riwaya.tables import language_folder, load_table


@cache
def _openers() -> dict[str, str]:
    return {folded(row["form"]): row["kind"] for row in load_table(language_folder("ar"), "conditions.tsv")}


@cache
def _lengths() -> dict[str, list[int]]:
    """First word of a condition → how many words it may have, most first."""
    lengths: dict[str, set[int]] = {}
    for form in _openers():
        words = form.split()
        lengths.setdefault(words[0], set()).add(len(words))
    return {first: sorted(found, reverse=True) for first, found in lengths.items()}


@cache
def _first_words() -> frozenset[str]:
    """How a condition may begin, و and ف written on it or not."""
    return frozenset(clitic + first for clitic in ("", "و", "ف") for first in _lengths())


@per_document
def _candidates(grammar: Grammar) -> list[int]:
    """The tokens at which a condition may begin."""
    firsts = _first_words()
    return [index for index, norm in enumerate(grammar.layout.norms) if norm in firsts]


def condition_in(grammar: Grammar, content: Range, at_head: bool = False) -> Range | None:
    """What a promise, threat or demand depends on: from إذا, في حال, ما لم or لن ... حتى to the next comma or the end."""
    for index in within(_candidates(grammar), content[0], min(content[1], content[0] + _HEAD) if at_head else content[1]):
        opener = _opener_at(grammar, index, content[1])
        if opener is None:
            continue
        kind, length = opener
        if kind == "until" and not _negated_before(grammar, content[0], index):
            continue
        end = _end(grammar, index + length, content)
        if end > index + length:
            return (index, end)
    return None


_HEAD = 3
"""Where only the head is asked for, a condition begins with one of so many words."""


def _opener_at(grammar: Grammar, index: int, limit: int) -> tuple[str, int] | None:
    token = grammar.tokens[index]
    first = token.norm[1:] if token.word.conjunction and token.norm[:1] in "وف" else token.norm
    if (first == "ان" and not is_condition(grammar, index)) or (first == "لقاء" and _is_meeting(grammar, index)):
        return None
    if (first == "في" and _is_state(grammar, index + 1)) or (first == "اذا" and grammar.layout.norms[max(0, index - 1)] in _WHAT):
        return None  # دراسة ما | إذا كان: whether
    lengths = _lengths().get(first, [0])
    words = [first, *grammar.layout.norms[index + 1 : min(limit, index + lengths[0])]]
    for length in lengths:
        kind = _openers().get(" ".join(words[:length])) if length <= len(words) else None
        if kind is not None:
            return kind, length
    return None


_WHAT = frozenset({"ما", "عما", "فيما", "مما", "بما"})


def _is_meeting(grammar: Grammar, index: int) -> bool:
    """سيعقد | لقاء, في | لقاء, لقاء | مع الوزير: a meeting that is held or with somebody; لقاء انسحاب القوات is a price."""
    held = index > 0 and grammar.parts[index - 1] in (VERB, PREPOSITION)
    return held or grammar.layout.norms[index + 1 : index + 2] in (["مع"], ["بين"])


def _is_state(grammar: Grammar, at: int) -> bool:
    """القوات في | حالة تأهب, البلاد في حالة حرب: a state that somebody is in; في حالة انسحاب القوات is a condition."""
    state = grammar.layout.norms[at : at + 1] == ["حاله"] and at + 1 < len(grammar.tokens)
    return state and grammar.tokens[at + 1].word.core in _STATES


_STATES = word_list("state that somebody is in")


def is_condition(grammar: Grammar, index: int) -> bool:
    """A bare إن is a condition only before a verb, with the hamza below and no noun clause behind."""
    raw = grammar.tokens[index].word.bare
    behind = index + 1
    if not raw.endswith("إن") or behind >= len(grammar.tokens):
        return False
    token = grammar.tokens[behind]  # إن | طُلب منها ذلك: with its sign a passive that is a noun too
    passive = token.raw[1:2] == "\u064f" and any(found.sense.part == "verb" for found in token.word.analyses)
    return passive or grammar.parts[behind] in (VERB, NEGATION)


def _negated_before(grammar: Grammar, start: int, index: int) -> bool:
    return any(grammar.parts[k] == NEGATION for k in range(start, index))


_ANSWER = frozenset({VERB, NEGATION, PREPOSITION})
"""إذا لم ينسحبوا | فلن نوقف القصف, | فمن حق الجيش قصفهم: what answers a condition, behind ف."""


def _end(grammar: Grammar, at: int, content: Range) -> int:
    """A condition at the head of a content ends with its comma; one behind the main clause runs on to the end."""
    for index in range(at, content[1]):
        if grammar.is_comma(index) and index - at > 2:
            return index
        word = grammar.tokens[index].word
        answers = word.conjunction == "ف" and (grammar.parts[index] in _ANSWER or word.preposition == "ل")
        if answers or word.norm.startswith("فان") or (word.conjunction == "ف" and word.norm.startswith("فس")):
            return index
    return content[1]
