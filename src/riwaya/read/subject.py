"""What a report is about: one in which hardly a word of conflict stands, or that is about sport, tells no events."""

from __future__ import annotations

from functools import cache

from riwaya.lang.ar.lexicon import Noun
from riwaya.lang.ar.parts import NOUN
from riwaya.read.grammar import Grammar
from riwaya.spelling import fold
from riwaya.tables import language_folder, load_table

_SHORTEST = 60
_ONE_IN = 200
_SPORT = 4


@cache
def _subjects() -> dict[str, str]:
    return {fold(row["form"]): row["subject"] for row in load_table(language_folder("ar"), "subjects.tsv")}


def off_subject(grammar: Grammar) -> bool:
    """A report of sixty tokens or more with no word of conflict in its title and less than one in two hundred, or on sport.

    Words of conflict are those of the table, and soldiers and fighters; on sport is a report with more words of sport than
    of conflict. Shorter texts say too little to tell.
    """
    if len(grammar.tokens) < _SHORTEST:
        return False
    conflict, sport, titled = _counted(grammar)
    return (not titled and conflict * _ONE_IN < len(grammar.tokens)) or sport >= max(_SPORT, conflict + 1)


def _counted(grammar: Grammar) -> tuple[int, int, bool]:
    """How many words of conflict and of sport stand in a document, and whether one of conflict stands in its title."""
    subjects = _subjects()
    conflict = sport = 0
    titled = False
    for token in grammar.tokens:
        found = subjects.get(token.word.core, "") or subjects.get(token.word.norm, "")
        sport += found == "sport"
        if found == "conflict" or (not found and _is_fighter(grammar, token.index)):
            conflict += 1
            titled = titled or grammar.layout.sentence(token.index).paragraph == 0
    return conflict, sport, titled


def _is_fighter(grammar: Grammar, at: int) -> bool:
    """Whether a noun of the table of persons names a soldier or a fighter."""
    found = grammar.tokens[at].word.find("person")
    entry = found.sense.entry if found is not None else None
    return isinstance(entry, Noun) and entry.group in ("military", "militant") and grammar.parts[at] == NOUN
