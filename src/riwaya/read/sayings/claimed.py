"""What somebody claims to have done: the deed behind the words of responsibility (أعلنت مسؤوليتها عن | التفجير)."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar, Range

_RESPONSIBLE, _STANDING = word_list("responsible for a deed"), word_list("standing behind a deed")
_REACH = 8


def claimed_deed(grammar: Grammar, content: Range) -> Range:
    """مسؤوليتها اليوم عن | التفجير, مسؤولية | تفجير الحافلة, وقوفها وراء | الهجوم: the deed, without that it is one's own."""
    start, end = content
    core = grammar.tokens[start].word.core
    if core.startswith(tuple(_STANDING)):
        return _behind(grammar, content, ("وراء", "خلف"))
    if not core.startswith(tuple(_RESPONSIBLE)):
        return content
    deed = start + 1
    named = deed < end and grammar.parts[deed] == NOUN and grammar.phrases.is_event_noun(deed)
    if named and not grammar.phrases.is_owned(start) and not grammar.phrases.has_article(start):
        return deed, end
    return _behind(grammar, content, ("عن",))


def _behind(grammar: Grammar, content: Range, words: tuple[str, ...]) -> Range:
    """What stands behind one of some prepositions, as long as no verb comes before it; the whole where none does."""
    start, end = content
    for at in range(start + 1, min(end - 1, start + _REACH)):
        if grammar.tokens[at].norm in words and (grammar.parts[at] == PREPOSITION or at == start + 1):
            return at + 1, end
        if grammar.parts[at] == VERB:
            break
    return content
