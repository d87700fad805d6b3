"""Nouns of saying with the pronoun of whoever is cited, and what stands behind them: نقلت الوكالة عن الوزير نفيه وجود قوات."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import VERB
from riwaya.read.grammar import Grammar


def own_saying(grammar: Grammar, at: int) -> Cue | None:
    """قوله, تأكيده, نفيها: a noun of saying with the pronoun of whoever is cited."""
    found = grammar.tokens[at].word.find("cue", "noun") if at < len(grammar.tokens) else None
    own = found is not None and grammar.tokens[at].word.analyses[0].pronoun
    return found.sense.entry if found is not None and own and isinstance(found.sense.entry, Cue) else None


def is_object(grammar: Grammar, at: int, limit: int) -> bool:
    """نقلت الوكالة عن الوزير نفيه | وجود قوات, نفيه | ما تردد: what is said stands as a noun or a clause with ما right behind the
    noun of saying.
    """
    if at + 1 < limit and grammar.tokens[at].norm == "ما" and own_saying(grammar, at - 1) is not None:
        return grammar.parts[at + 1] == VERB
    if at >= limit or not grammar.phrases.begins(at) or grammar.phrases.preposition_of(grammar.tokens[at]):
        return False
    if grammar.tokens[at].word.core == "قول":
        return False
    return grammar.phrases.is_event_noun(at) or _is_said_thing(grammar, at)


def _is_said_thing(grammar: Grammar, at: int) -> bool:
    """نفيه | وجود قوات, تأكيده | جاهزية القوات: a deed, or behind somebody's own noun of saying a noun that is nobody."""
    if grammar.phrases.is_masdar(at) or grammar.phrases.is_definite_masdar(at):
        return True
    said = at > 0 and grammar.phrases.is_owned(at - 1) and grammar.tokens[at - 1].word.find("cue", "noun")
    return bool(said) and grammar.tokens[at].word.labels.isdisjoint(("person", "source", "country", "medium"))
