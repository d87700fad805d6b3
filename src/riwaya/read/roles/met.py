"""Who meets whom where no preposition and no case parts the two: التقى كيري | وزير الخارجية الروسي."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.near import after_preposition
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import HONORIFICS, Grammar, Range
from riwaya.read.roles.arguments import Arguments


def met_apart(grammar: Grammar, mark: Mark, found: Arguments) -> Arguments:
    """استقبل الرئيس كريم حمدان | الرئيس الأميركي, التقى كيري | وزير الخارجية الروسي: behind a name an office is somebody else.

    Whoever meets has somebody to meet: so where a verb of meeting names nobody else.
    """
    subject, whom = found.subject, found.object
    if subject is None or after_preposition(grammar, mark) is not None:
        return found
    if whom is not None and not (whom[0] == subject[1] and grammar.phrases.is_name(whom[0])):  # بوتين الرئيس السوري | بشار الأسد
        return found
    behind = range(subject[0] + 1, subject[1])
    other = next(
        (at for at in behind if _is_office_behind_name(grammar, subject, at) or _is_second_office(grammar, subject, at)), None
    )
    if other is None:
        return found
    return Arguments((subject[0], other), (other, subject[1] if whom is None else whom[1]))


def _is_office_behind_name(grammar: Grammar, subject: Range, at: int) -> bool:
    """كيري | وزير الخارجية, سالم الهاني | السفير: a title right behind a name that no table has."""
    word, before = grammar.tokens[at].word, grammar.tokens[at - 1].word
    named = not before.labels and not before.article and not grammar.phrases.is_adjective(at - 1)
    return named and not word.conjunction and grammar.phrases.is_title(at) and (word.article or at + 1 < subject[1])


def _is_second_office(grammar: Grammar, subject: Range, at: int) -> bool:
    """استقبل الرئيس | السفير الفرنسي, معالي الوزير | السفير: a title with the article right behind another that stands alone."""
    first = at - 1
    respected = first == subject[0] + 1 and grammar.tokens[subject[0]].word.core in HONORIFICS
    if first != subject[0] and not respected:
        return False
    offices = (grammar.tokens[first].word, grammar.tokens[at].word)
    titled = all(word.article and not word.conjunction and word.core not in _ADDRESSES for word in offices)
    both = grammar.group(first, "source") == grammar.group(at, "source") == "title"
    return titled and both and offices[0].core != offices[1].core


_ADDRESSES = word_list("form of address")
