"""Who meets whom where no preposition and no case parts the two: التقى كيري | وزير الخارجية الروسي."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.near import ACTOR, after_preposition
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import HONORIFICS, Grammar, Range
from riwaya.read.roles.arguments import Arguments


def met_apart(grammar: Grammar, mark: Mark, found: Arguments) -> Arguments:
    """استقبل الرئيس كريم حمدان | الرئيس الأميركي, التقى كيري | وزير الخارجية الروسي: behind a name an office is somebody else.

    Whoever meets has somebody to meet: so where a verb of meeting names nobody else.
    """
    if (one := _one_person(grammar, mark, found)) is not None:
        return one
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


def of_one_man(grammar: Grammar, mark: Mark, found: Arguments) -> Arguments:
    """بحث خادم الحرمين الشريفين | الملك سلمان مع الوزير: the phrases of a verb, whoever meets with title and style."""
    return (_one_person(grammar, mark, found) if mark.entry.group == "meet" else None) or found


def _one_person(grammar: Grammar, mark: Mark, found: Arguments) -> Arguments | None:
    """استقبل أمير المنطقة | الشيخ سالم الهاني السفير: one man with style and name; None where two meet.

    التقى نائب الرئيس | رئيس الحكومة سالم الهاني، أمس، السفير: so too with two offices where somebody else is met.
    """
    subject, whom = found.subject, found.object
    if (
        subject is None
        or whom is None
        or subject[0] < mark.index
        or whom[0] != subject[1]
        or not grammar.phrases.is_title(subject[0])
    ):
        return None
    head, limit = whom[0], grammar.limit(mark.index)
    head -= head - 1 > subject[0] and grammar.tokens[head - 1].word.core in _STYLES  # وزير الخارجية الشيخ | عبد الله الهاني
    styled = grammar.phrases.has_article(head) and grammar.tokens[head].word.core in _STYLES
    name = head + 1
    if styled and whom[1] > name and not grammar.phrases.is_title(name):
        end = next((at for at in range(name + 1, whom[1]) if _ends_name(grammar, at)), whom[1])
        other = end < whom[1] and grammar.parts[end] != PREPOSITION
        return Arguments((subject[0], end), (end, whom[1]) if other else _next_man(grammar, end, limit))
    if not grammar.phrases.is_title(head) or grammar.phrases.has_article(head) or whom[1] - head < _FULL:
        return None
    third = _next_man(grammar, whom[1], limit)
    return Arguments((subject[0], whom[1]), third) if third is not None else None


_STYLES, _FULL = word_list("style before a name"), 3


def _ends_name(grammar: Grammar, at: int) -> bool:
    """سالم الهاني | السفير, سلمان بن عبد العزيز | في قصره, عواد البلوي | قطاعات الحدود: an office, place or thing behind a name."""
    word = grammar.tokens[at].word
    other = grammar.phrases.is_title(at) or ("thing" in word.labels and not word.article and not grammar.phrases.is_name(at))
    return (other and not word.conjunction) or grammar.parts[at] == PREPOSITION


def _next_man(grammar: Grammar, at: int, limit: int) -> Range | None:
    """في قصره أمس، | السفير الفرنسي: the office or name behind places, times and commas."""
    while at < limit:
        if at in grammar.date_at:
            at = grammar.date_at[at].end
        elif grammar.parts[at] == PREPOSITION and at + 1 < limit and grammar.phrases.begins(at + 1):
            at = grammar.phrases.end(at + 1, limit, ACTOR)
        elif grammar.is_comma(at) or "timeword" in grammar.tokens[at].word.labels or grammar.tokens[at].word.preposition == "ب":
            at += 1
        else:
            break
    if at >= limit or grammar.tokens[at].word.conjunction or grammar.parts[at] != NOUN:
        return None
    somebody = grammar.phrases.is_title(at) or grammar.phrases.is_name(at) or grammar.tokens[at].word.core in HONORIFICS
    return (at, grammar.phrases.end(at, limit, ACTOR)) if somebody else None


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
