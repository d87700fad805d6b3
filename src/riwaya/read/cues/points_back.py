"""What a verb of telling points back to: ما يؤكد أن, الأمر الذي يكشف عن, الأسباب التي دعت إلى: what was told before speaks."""

from __future__ import annotations

from riwaya.lang.ar.parts import RELATIVE
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.first_to import is_first
from riwaya.read.clauses.subjects import resumed
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.walks import Walk

SPEAKING = frozenset({"source", "person", "country", "medium", "channel", "cue"})


def points_back(grammar: Grammar, index: int, state: Walk) -> bool:
    """ما يؤكد أن, الأمر الذي يكشف عن, الأسباب التي دعت إلى: what was told before speaks, or a cause, and nobody else.

    الخطة التي كشفت عنها | «النور»: a name in marks behind a pronoun that points back is no content.
    """
    if index == 0 or (state.joint == "quote" and resumed(grammar, index)):
        return index > 0
    if is_first(grammar, index):
        return state.subject is None
    before = grammar.tokens[index - 1]
    calls = state.cue.lemma == "دعا"
    if before.norm in ("ما", "مما", "عما") and (state.subject is None or calls or _bears_out(grammar, index, state.subject)):
        return True
    at = index - 2 if index > 1 and grammar.parts[index - 1] == RELATIVE else index - 1
    return (at < index - 1 and grammar.tokens[at].norm == "الامر") or (calls and grammar.tokens[at].word.core in _CAUSES)


def _bears_out(grammar: Grammar, index: int, subject: Range) -> bool:
    """وهو ما يؤكد | خطر الحصار: what is borne out, behind a verb without a pronoun, says nothing itself."""
    named = subject[0] in grammar.phrases.placed or subject[0] in grammar.phrases.named
    return subject[0] == index + 1 and not named and not grammar.tokens[subject[0]].word.labels & SPEAKING


_CAUSES = word_list("cause that calls for something")
