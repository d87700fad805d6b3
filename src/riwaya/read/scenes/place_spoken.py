"""Where somebody speaks about what happened elsewhere: a capital abroad at the head of the sentence, a press conference."""

from __future__ import annotations

from riwaya.lang.ar.parts import VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.places.place_points import is_capital
from riwaya.read.scenes.place_sites import Site

_CONFERENCE, _REACH = "مؤتمر", 6
_SEATS = word_list("seat of those who speak")


def is_where_told(grammar: Grammar, site: Site) -> bool:
    """وفي باريس، أدان الوزير قصف القرية, قال في مؤتمر صحفي بمدينة سرت إن: where it is told, not where it happened."""
    first = grammar.layout.sentence(site.start).start
    if any(grammar.tokens[at].word.core == _CONFERENCE for at in range(max(first, site.start - _REACH), site.start)):
        return True
    at = site.end + (site.end < len(grammar.tokens) and grammar.is_comma(site.end))
    if site.start - first > 1 or site.first.relation != "في" or at + 1 >= len(grammar.tokens) or grammar.parts[at] != VERB:
        return False
    return "cue" in grammar.tokens[at].word.labels and grammar.phrases.is_title(at + 1) and _is_abroad(grammar, site)


def _is_abroad(grammar: Grammar, site: Site) -> bool:
    """A capital, or a city where many countries speak, in a country of which the report names no other place."""
    if grammar.tokens[site.start].word.core in _SEATS:
        return True
    country = site.place.place.country
    here = (one for one in grammar.places if one.place.country == country and one.place.precision != "country")
    return is_capital(site.place) and all(is_capital(one) for one in here)
