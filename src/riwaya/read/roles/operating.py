"""Who hits where an operation that is no event word is said to hit: نفذ الحزب عمليات | استهدفت مواقع عسكرية."""

from __future__ import annotations

from riwaya.lang.ar.parts import NUMERAL, QUANTIFIER, VERB
from riwaya.read.clauses.able import is_organised
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Range
from riwaya.read.roles.arguments import Syntax
from riwaya.read.roles.declared import is_armed
from riwaya.read.statements import Told

_OPERATIONS = frozenset({"عمليه", "عمليات", "عمليتين", "عمليتان"})
_REACH = 6


def carries_out(syntax: Syntax, mark: Mark, told: Told | None) -> Range | None:
    """نفذ الحزب عمليات | استهدفت مواقع, أعلنت الكتائب تنفيذ عملية | استهدفت دبابة: whose operation it is that hits."""
    if not mark.is_verb or mark.entry.lemma not in ("استهدف", "طال"):
        return None
    grammar, subject = syntax.grammar, syntax.of(mark.index).subject
    if subject is None or subject[1] > mark.index:
        return None
    head = next((at for at in range(*subject) if grammar.tokens[at].word.core in _OPERATIONS), -1)
    if head < 1 or grammar.phrases.has_article(head):
        return None
    at = head - 1
    while at > 0 and grammar.parts[at] in (NUMERAL, QUANTIFIER):
        at -= 1
    if grammar.light(at, "noun") == "actor":
        if told is None or told.speaker is None or told.content[0] != at or told.statement.act != "assert":
            return None
        return told.speaker if is_armed(grammar, told.speaker[0]) else None
    first = max(grammar.clause_start(at), at - _REACH)
    verb = next((k for k in range(at, first - 1, -1) if grammar.parts[k] == VERB), -1)
    if verb < 0 or grammar.light(verb) != "actor":
        return None
    doer = syntax.of(verb).subject
    return doer if doer is not None and doer[1] <= head and is_organised(grammar, doer) else None
