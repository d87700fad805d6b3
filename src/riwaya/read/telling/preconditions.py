"""What somebody will do only once a condition of his is met: talks before which he asks for a release."""

from __future__ import annotations

from riwaya.lang.ar.parts import RELATIVE, THAT, VERB
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar

_REACH, _NEAR, _CONDITION = 14, 3, "شترط"


def waits_for(grammar: Grammar, mark: Mark) -> bool:
    """اشترط الإفراج عن الضباط قبل | بحث الملف, تشترط | لانسحابها رفع الحصار: a deed that hangs on a condition for others."""
    if mark.is_verb or mark.found.conjunction:
        return False
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _REACH)
    if mark.found.preposition != "ل" and "قبل" not in grammar.layout.norms[first : mark.index]:
        return False
    put = next((at for at in range(mark.index - 1, first - 1, -1) if _CONDITION in grammar.tokens[at].word.core), None)
    if put is None:
        return False
    before = range(put + 1, mark.index)
    if any(grammar.parts[at] in (THAT, RELATIVE) or grammar.is_comma(at) for at in before):
        return False
    if mark.found.preposition == "ل":
        return len(before) < _NEAR
    return any(grammar.tokens[at].norm == "قبل" and VERB not in grammar.parts[at : mark.index] for at in before)
