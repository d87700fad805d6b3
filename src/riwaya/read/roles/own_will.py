"""Who wants to do something himself: a verb of intending, its subject and أن before the verb that tells the deed."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.clauses import guessed_form
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT

_FAR = 9
_INTENDS = word_list("intends to do himself")


def own_will(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """تعتزم القوات أن | تهاجم أفراد الحركة, قرر الجيش أن | يحتجز الطاقم: whoever intends it does it; what stands behind is hit."""
    that = index - 1
    if that < 1 or grammar.parts[that] != THAT or grammar.tokens[that].norm != "ان" or form.tense == "perfect":
        return None
    if not _may_have_object(grammar, index):
        return None
    first = max(grammar.layout.sentence(index).start, that - _FAR)
    verb = next((at for at in range(that - 1, first - 1, -1) if grammar.parts[at] in (VERB, THAT)), -1)
    if verb < 0 or grammar.tokens[verb].word.core not in _INTENDS or any(map(grammar.is_comma, range(verb, that))):
        return None
    subject = _intending(grammar, verb, that)
    return subject if subject is not None and grammar.agrees(form, subject[0], before=True) else None


def _intending(grammar: Grammar, verb: int, that: int) -> Range | None:
    """تعتزم | القوات | أن, القوات | تعتزم أن: all that stands between the verb of intending and أن, else who stands before it."""
    if verb + 1 == that:
        return preverbal_subject(grammar, verb, guessed_form(grammar, verb))
    behind = verb + 1
    whole = grammar.phrases.begins(behind) and not grammar.phrases.preposition_of(grammar.tokens[behind])
    return (behind, that) if whole and grammar.phrases.end(behind, that, SUBJECT) == that else None


def _may_have_object(grammar: Grammar, index: int) -> bool:
    """تهاجم: a verb that hits somebody; قررت الحكومة أن | تنسحب القوات has its own subject."""
    rows = [found.sense.entry for found in grammar.tokens[index].word.all("trigger", "verb")]
    return any(isinstance(row, Trigger) and row.frame[:1] in "AM" and row.frame != "A" for row in rows)
