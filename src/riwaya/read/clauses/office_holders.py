"""Who holds an office in a report: whoever is named behind a title once, and by the last of his names alone elsewhere."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN
from riwaya.read.grammar import Grammar, per_document


def holds_office(grammar: Grammar, at: int) -> bool:
    """وصل الرئيس الأميركي باراك أوباما ... ثم توجه | أوباما إلى الجزيرة: the last name of a man whose office is told somewhere."""
    begins = grammar.parts[at] == NOUN and grammar.phrases.begins(at) and at not in grammar.place_at
    alone = begins and not (at > 0 and grammar.phrases.is_name(at - 1))  # اللواء سفر بن أحمد | الغامدي
    return alone and grammar.tokens[at].word.core in _last_names(grammar)


@per_document
def _last_names(grammar: Grammar) -> frozenset[str]:
    """The last names of all who are named behind a title."""
    titled = (token.index for token in grammar.tokens if grammar.phrases.is_title(token.index))
    return frozenset(name for at in titled if (name := _last_name(grammar, at)))


def _last_name(grammar: Grammar, title: int) -> str:
    """رئيس الوزراء العراقي | مصطفى الكاظمي: the last word of the phrase of a title, if a name is in it."""
    if not grammar.phrases.begins(title):
        return ""
    end = grammar.phrases.end(title, grammar.limit(title))
    if end - title > _REACH:
        return ""
    last = next((at for at in range(title + 1, end) if grammar.tokens[at].word.conjunction), end) - 1
    named = any(grammar.phrases.is_name(at) for at in range(title + 1, last + 1))
    common = grammar.tokens[last].word.labels & {"timeword", "person", "demonym", "country"}
    return grammar.tokens[last].word.core if named and not common else ""


_REACH = 12
