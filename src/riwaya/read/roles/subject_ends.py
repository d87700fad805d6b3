"""Where whoever acts ends: before the object that his verb needs."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION, VERB
from riwaya.read.clauses.near import thing_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range


def object_start(grammar: Grammar, mark: Mark, actor: Range) -> int:
    """انتزع مقاتلون تدعمهم غارات | السيطرة على المدينة: the noun that a verb needs ends its subject before it."""
    at, parts, phrases = mark.companion, grammar.parts, grammar.phrases
    needed = mark.is_verb and at > actor[0] and parts[at] == NOUN and not phrases.is_adjective(at)
    bare = needed and parts[at - 1] not in (PREPOSITION, VERB) and not grammar.tokens[at].word.preposition
    return at if bare and (phrases.has_article(at) or _are_two_weapons(grammar, at)) else len(grammar.tokens)


def before_weapons(grammar: Grammar, mark: Mark, actor: Range) -> Range:
    """أطلقت طائرة | صاروخين على القرية: two weapons that a verb needs are its object, and no genitive of who uses them."""
    cut = object_start(grammar, mark, actor)
    return (actor[0], cut) if cut < actor[1] and _are_two_weapons(grammar, cut) else actor


def _are_two_weapons(grammar: Grammar, at: int) -> bool:
    """صاروخين, قنبلتين: weapons in the oblique dual, which no subject shows."""
    return thing_group(grammar, at) in ("weapon", "munition") and grammar.phrases.is_oblique(at)
