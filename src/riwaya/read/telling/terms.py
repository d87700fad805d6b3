"""What the terms of a deal or plan say that somebody does: بموجب الاتفاق ينسحب الجيش, ينص على أن تفرج الحركة عن الأسرى."""

from __future__ import annotations

from riwaya.lang.ar.parts import RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar

_FAR, _NEAR = 24, 4
_DONE_BY_TERMS = frozenset({"leave", "free", "stop", "move", "give", "meet"})


def by_terms(grammar: Grammar, mark: Mark) -> bool:
    """بموجب الاتفاق | ينسحب الجنود من القرية, الخطة تنص على أن | تفرج الحركة عن الأسرى: what terms lay down is still to come."""
    if _is_stipulated(grammar, mark) or _in_return(grammar, mark):
        return True
    if not mark.is_verb or mark.form is None or mark.form.tense == "perfect" or mark.entry.group not in _DONE_BY_TERMS:
        return False
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _FAR)
    for at in range(mark.index - 1, first - 1, -1):
        word = grammar.tokens[at].word
        if word.core in _BY and _names_terms(grammar, at):
            return True
        if grammar.parts[at] == VERB and word.core in _LAY_DOWN:
            return grammar.parts[mark.index - 1] == THAT
        other = grammar.parts[at] == VERB and grammar.parts[at - 1] != RELATIVE and not _goes_on(grammar, at)
        if grammar.parts[at] == SUBORDINATOR or other:
            return False
    return False


def _is_stipulated(grammar: Grammar, mark: Mark) -> bool:
    """اتفقا على هدنة على أن | تنسحب القوات, على أن يتم | إطلاق سراح الأسرى: what is to follow, right behind على أن."""
    that = mark.index - 1 - (not mark.is_verb and mark.index > 0 and grammar.tokens[mark.index - 1].norm in _BE_DONE)
    if that < 1 or (mark.is_verb and (mark.form is None or mark.form.tense == "perfect")):
        return False
    done = mark.is_verb or that == mark.index - 2
    return done and grammar.layout.norms[that - 1 : that + 1] == ["علي", "ان"]


def _in_return(grammar: Grammar, mark: Mark) -> bool:
    """ينص الاتفاق على حصر القوات في ثكناتها، مقابل | انسحاب المسلحين: what terms lay down for something else."""
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _FAR)
    if mark.is_verb or mark.index == first or grammar.tokens[mark.index - 1].norm != "مقابل":
        return False
    verb = next((at for at in range(mark.index - 1, first - 1, -1) if grammar.parts[at] == VERB), first)
    return grammar.tokens[verb].word.core in _LAY_DOWN


_BE_DONE = frozenset({"يتم", "تتم", "يجري", "تجري"})


def _names_terms(grammar: Grammar, at: int) -> bool:
    """بموجب | الاتفاق, وفقا لبنود | الخطة: what is called the terms stands right behind."""
    behind = grammar.tokens[at + 1 : at + _NEAR]
    return any(token.word.core in _TERMS and token.index < grammar.limit(at) for token in behind)


def _goes_on(grammar: Grammar, at: int) -> bool:
    """بموجب الاتفاق | ينسحب الجيش و| تفرج الحركة: a verb of the same terms."""
    forms = [found.sense.form for found in grammar.tokens[at].word.analyses if found.sense.part == "verb"]
    return bool(forms) and all(getattr(form, "tense", "") != "perfect" for form in forms)


_BY, _TERMS = word_list("by terms"), word_list("terms")
_LAY_DOWN = word_list("says in writing") | word_list("provides for")
