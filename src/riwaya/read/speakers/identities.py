"""One person under two descriptions: by his office first, then by his name."""

from __future__ import annotations

from itertools import takewhile

from riwaya.lang.ar.parts import NOUN, NUMERAL, QUANTIFIER, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar, Range, per_document
from riwaya.read.words.forenames import is_father

_APART = 3
_MANY = word_list("office of several")
"""Offices that several hold at once."""
_IN_NAMES = word_list("part of names")
"""Parts of names that are words of other kinds too."""


def named_next(grammar: Grammar, office: Range, name: Range) -> bool:
    """A bare name that speaks next is whoever held the office just before, if he is new (أعلن وزير الدفاع ... وقال سالم الهاني).

    ``office`` is the description of one speaker, ``name`` the mention of the next one in the text.
    """
    apart = grammar.layout.sentence_of[name[0]] - grammar.layout.sentence_of[office[0]]
    if not 0 < apart <= _APART or not _is_office(grammar, office) or not _is_bare_name(grammar, name):
        return False
    genders = {grammar.gender(office[0]), grammar.gender(name[0])} - {""}
    return len(genders) < 2 and _is_new(grammar, name)


def titled_then_held(grammar: Grammar, name: Range, office: Range) -> bool:
    """A surname before the colon of the title is whoever speaks first below by his office alone (سالم: ... // أكد المتحدث).

    ``name`` is what the title calls him, which nothing in the report says more fully; ``office`` the next speaker's description.
    """
    if name != (0, 1) or grammar.tokens[0].word.labels or grammar.group(office[0], "source") != "title":
        return False
    if not grammar.phrases.has_article(office[0]) or not all(grammar.tokens[k].word.labels for k in range(*office)):
        return False
    if grammar.layout.sentence(office[0]).paragraph - grammar.layout.sentence(0).paragraph != 1:
        return False
    core, again = grammar.tokens[name[0]].word.core, range(office[1], len(grammar.tokens))
    return any(grammar.tokens[k].word.core == core for k in again)


def described_then_named(grammar: Grammar, office: Range, name: Range) -> bool:
    """An official told without a name (أعلن مسؤول عراقي) is whoever speaks next with name and office and is new.

    Whoever is more than an official must share the word (متحدث, then المتحدث سالم الهاني); a nationality must not be another.
    """
    apart = grammar.layout.sentence_of[name[0]] - grammar.layout.sentence_of[office[0]]
    if not 0 < apart <= _APART or not _is_described(grammar, office) or not _is_named(grammar, name):
        return False
    head = grammar.tokens[office[0]].word.core
    if head not in _ANY_OFFICE and all(grammar.tokens[k].word.core != head for k in range(*name)):
        return False
    if not _fits_any(grammar, office) or _is_of_other_body(grammar, office, name):
        return False
    genders = {grammar.gender(office[0]), grammar.gender(name[0])} - {""}
    of, other = (lands(grammar, where) for where in (office, name))
    foreign = bool(of) and bool(other) and of.isdisjoint(other)
    return len(genders) < 2 and not foreign


def _is_of_other_body(grammar: Grammar, office: Range, name: Range) -> bool:
    """مسؤول في مكتب المبعوث ... رئيس الوفد الحكومي سالم: an official of a body of which nothing is said of the one named next."""
    inside = next((at for at in range(*office) if grammar.tokens[at].norm == "في"), office[1])
    bodies = {grammar.tokens[at].word.core for at in range(inside + 1, office[1]) if "source" in grammar.tokens[at].word.labels}
    return bool(bodies) and bodies.isdisjoint(grammar.tokens[at].word.core for at in range(*name))


def _fits_any(grammar: Grammar, office: Range) -> bool:
    """مسؤول محلي كبير may be anybody named next, مسؤول أمني not an official of health."""
    kinds = takewhile(grammar.phrases.is_adjective, range(office[0] + 1, office[1]))
    return all("demonym" in grammar.tokens[k].word.labels or grammar.tokens[k].word.core in _ANY_KIND for k in kinds)


_ANY_KIND = frozenset({"محلي", "حكومي", "رفيع", "كبير", "بارز"})
_ANY_OFFICE = frozenset({"مسؤول", "مسؤوله", "مسئول"})


def _is_described(grammar: Grammar, where: Range) -> bool:
    """One official without a name: مسؤول عراقي, متحدث عسكري; nobody beside him (مسؤول محلي وأحد السكان)."""
    first = grammar.tokens[where[0]].word
    title = grammar.group(where[0], "source") in ("title", "rank", "anonymous") and not first.bare.endswith(("ون", "ين", "ات"))
    counted = where[0] > 0 and grammar.parts[where[0] - 1] in (NUMERAL, QUANTIFIER)
    unnamed = is_unnamed(grammar, (where[0], where[0] + 2)) and not _ends_in_names(grammar, where)
    joined = any(grammar.tokens[k].word.conjunction for k in range(where[0] + 1, where[1]))
    return title and not counted and not joined and not grammar.phrases.is_definite(where[0]) and unnamed


def _ends_in_names(grammar: Grammar, where: Range) -> bool:
    """رئيس قناة النور | حسين سليم, مدير المكتب | وليد بن علي: first name and surname behind an office."""
    phrases, last, word = grammar.phrases, where[1] - 1, grammar.tokens[where[1] - 2].word
    behind = range(where[0] + 2, where[1])
    if any(is_father(grammar.tokens, k) for k in behind) or _has_first_name(grammar, where):
        return True
    surname = last - 1 > where[0] and phrases.is_name(last) and last not in phrases.placed
    return surname and not (word.labels or word.preposition or phrases.has_article(last - 1))


def _has_first_name(grammar: Grammar, where: Range) -> bool:
    """منسق لجان الصيادين | زكريا بكر: at the end of a description two words, the first a name behind a definite noun."""
    at = where[1] - 2
    known = at > where[0] + 1 and (grammar.phrases.has_article(at - 1) or at - 1 in grammar.phrases.placed)
    plain = not any(grammar.tokens[k].word.labels - {"homograph"} or k in grammar.phrases.placed for k in (at, at + 1))
    return known and plain and grammar.phrases.is_name(at) and at not in grammar.phrases.named


def _is_named(grammar: Grammar, where: Range) -> bool:
    """A person with office and name: المتحدث باسم المجلس سالم الهاني; مكتب الوزير سالم الهاني is none."""
    if grammar.group(where[0], "source") in ("organ", "group", "media"):
        return False
    titles = [k for k in range(*where) if grammar.phrases.is_title(k)]
    names = [k for k in range(*where) if grammar.phrases.is_name(k) and k not in grammar.phrases.placed]
    return bool(titles) and bool(names) and all(_is_first(grammar, where[0], k) for k in names)


def _is_first(grammar: Grammar, before: int, at: int) -> bool:
    """Whether the word at a token stands nowhere before another token."""
    return all(grammar.tokens[k].word.core != grammar.tokens[at].word.core for k in range(before))


def lands(grammar: Grammar, where: Range) -> set[str]:
    """The countries whose people or name a description gives."""
    found = (grammar.tokens[k].word.find("demonym") or grammar.tokens[k].word.find("country") for k in range(*where))
    return {one.sense.entry.lemma for one in found if one is not None and one.sense.entry is not None}


def _is_office(grammar: Grammar, where: Range) -> bool:
    """One holder of an office with whatever it is of, and no name: وزير الدفاع الصومالي, نائب عن المنطقة."""
    title = grammar.group(where[0], "source") == "title"
    whole = where[1] - where[0] > 1 and title and grammar.tokens[where[0]].word.core not in _MANY
    counted = where[0] > 0 and grammar.parts[where[0] - 1] in (NUMERAL, QUANTIFIER)
    return whole and not counted and not any(grammar.phrases.is_name(k) for k in range(*where))


def _is_bare_name(grammar: Grammar, where: Range) -> bool:
    """A first name and a surname, a rank or form of address before them, no office: الجنرال سالم الهاني, بدر باسلمة."""
    first = where[0] + (grammar.group(where[0], "source") in ("rank", "title"))
    if where[1] - first < 2 or (first > where[0] and not grammar.phrases.has_article(where[0])):
        return False
    words = [grammar.tokens[k].word for k in range(first, where[1])]
    unlisted = all(word.core in _IN_NAMES or not word.labels for word in words)
    heads = words[0].core in _IN_NAMES or grammar.phrases.is_name(first)
    return unlisted and heads


def _is_new(grammar: Grammar, where: Range) -> bool:
    """Whether the last word of a name stands nowhere before it."""
    return _is_first(grammar, where[0], where[1] - 1)


def is_unnamed(grammar: Grammar, name: Range) -> bool:
    """An indefinite description without a name."""
    return not any(grammar.phrases.is_definite(k) or grammar.phrases.is_proper(k) for k in range(*name))


def substance(grammar: Grammar, where: Range) -> set[str]:
    """The words of substance of a content."""
    known = _substances(grammar)
    if where not in known:
        known[where] = _substance_of(grammar, where)
    return known[where]


@per_document
def _substances(grammar: Grammar) -> dict[Range, set[str]]:
    """Content → its words of substance, kept as they are asked for."""
    return {}


def _substance_of(grammar: Grammar, where: Range) -> set[str]:
    return {
        grammar.tokens[k].word.core for k in range(*where) if grammar.parts[k] in (NOUN, VERB) and len(grammar.tokens[k].norm) > 3
    }
