"""Words that an agency or paper passes on: whoever stands behind عن or نقلا عن speaks, it carries."""

from __future__ import annotations

from riwaya.lang.ar.parts import THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.complements import CHANNEL
from riwaya.read.grammar import Grammar
from riwaya.read.walks import Walk

_NEEDS_ABOUT = word_list("needs about")


def passes_on(grammar: Grammar, state: Walk, at: int) -> bool:
    """أفادت الوكالة عن شهود عيان أن: whoever stands between عن and أن speaks, the agency carries."""
    inner = at + 1
    if grammar.tokens[at].norm != "عن" or "that" not in state.cue.frames or inner >= state.limit:
        return False
    if state.subject is None or state.subject[1] != at or _defends(grammar, at - 1):
        return False
    if not grammar.phrases.begins(inner) or not grammar.tokens[inner].word.labels & {"source", "person"}:
        return False
    end = grammar.phrases.end(inner, state.limit, CHANNEL)
    return end < state.limit and grammar.parts[end] == THAT


def _defends(grammar: Grammar, last: int) -> bool:
    """وزارة الدفاع عن, نائبة عن: the word that needs عن, a deed or an office, not the name of a paper."""
    return grammar.tokens[last].norm in _NEEDS_ABOUT


def cited(grammar: Grammar, state: Walk, at: int) -> int:
    """قالت الصحيفة نقلا عن مسؤولين إن: the officials speak, the paper carries."""
    if not grammar.phrases.begins(at):
        return at
    end = grammar.phrases.end(at, state.limit, CHANNEL)
    if state.subject is not None:
        state.via.append(state.subject)
    state.subject = (at, end)
    return end


def who_wrote(grammar: Grammar, state: Walk, at: int) -> int:
    """وأشار، وفقا لما أوردته الصحيفة، إلى, قال، وفق ما نقلته الوكالة، إن: the paper behind ما carries; where to go on."""
    told = "according" in grammar.tokens[at - 1].word.labels and grammar.tokens[at].norm in ("لما", "ما") and at + 2 < state.limit
    beside = state.subject is not None and at - 2 <= state.subject[1]
    if (
        (grammar.tokens[at].norm == "ما" and not beside)
        or not told
        or grammar.parts[at + 1] != VERB
        or "cue" not in grammar.tokens[at + 1].word.labels
    ):
        return at
    if not grammar.phrases.begins(at + 2):
        return at
    end = grammar.phrases.end(at + 2, state.limit, CHANNEL)
    if state.subject is None or grammar.tokens[at + 1].word.core.startswith("نقل"):
        state.via.append((at + 2, end))
    return end
