"""Which actor of the register a mention names."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import without_article
from riwaya.lang.ar.lexicon import Closed
from riwaya.read.grammar import Grammar, Range, per_document
from riwaya.read.text.tokens import WORD

_REACH = 4


def entity_of(grammar: Grammar, where: Range) -> str | None:
    """The id of whoever a mention names: a row of the register, a state's institution (TR:army), a state; else None."""
    known = _entities(grammar)
    if where not in known:
        known[where] = _find(grammar, where)
    return known[where]


def is_body_of_two(grammar: Grammar, at: int) -> bool:
    """سلاح | الجو, قوى | الأمن, سرايا | القدس: two words that together name a body, whatever the first alone may be."""
    if at + 1 >= grammar.limit(at) or not grammar.phrases.is_definite(at + 1) or grammar.tokens[at + 1].word.conjunction:
        return False
    words = (grammar.tokens[at].word.core, grammar.tokens[at + 1].norm.removeprefix("ال"))
    return words in grammar.register.institutions or grammar.register.holds(words)


@per_document
def _entities(grammar: Grammar) -> dict[Range, str | None]:
    """Mention → whoever it names, kept as mentions are asked for."""
    return {}


def _find(grammar: Grammar, where: Range) -> str | None:
    tokens = [token for token in grammar.tokens[where[0] : where[1]] if token.kind == WORD]
    if not tokens:
        return None
    words = tuple([without_article(token.norm) for token in tokens])
    first = tokens[0].word
    bare = (without_article(first.norm[len(first.conjunction) + len(first.preposition) :]), *words[1:])
    day = grammar.layout.document.published
    known = grammar.register.find(words, day)
    if known is None and bare != words:
        known = grammar.register.find(bare, day)
    return known or _institution(grammar, where, bare)


def _institution(grammar: Grammar, where: Range, words: tuple[str, ...]) -> str | None:
    """الجيش التركي, وزارة الخارجية الروسية: the institution and the nationality right behind it."""
    for length in (2, 1):
        kind = grammar.register.institutions.get(words[:length])
        if kind is None:
            continue
        for index in range(where[0] + length, min(where[1], where[0] + length + _REACH)):
            for label in ("demonym", "country"):
                found = grammar.tokens[index].word.find(label)
                if found is not None and isinstance(found.sense.entry, Closed):
                    return f"{found.sense.entry.group}:{kind}"
    return None
