"""Whether a clause that names the teller stands beside what is told (، كما أفاد شهود، وأصيب), and goes no further."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import CONTRAST, NOUN, PREPOSITION, PRONOUN, RELATIVE, THAT, VERB
from riwaya.lang.ar.words import Analysis
from riwaya.read.grammar import Grammar
from riwaya.read.text.tokens import DASHES


def is_beside(grammar: Grammar, index: int, at: int, limit: int, cue: Cue) -> bool:
    """Behind a comma and before what closes it (، كما أفاد شهود، وأصيب), or at the end of its sentence (كما أفاد شهود.)."""
    over = at >= limit or grammar.tokens[at].raw == "." or (grammar.parts[at] == RELATIVE and _closes(grammar, at, limit))
    if index and not over and {grammar.tokens[index - 1].raw, grammar.tokens[at].raw} <= DASHES:
        return grammar.parts[at + 1 : at + 2] != [THAT]  # ردت الحركة -كما أفاد شهود- بقصف
    if index > 0 and _is_inserted(grammar, index, at, limit):
        return cue.act == "assert"
    if index == 0 or not grammar.is_comma(index - 1):
        return over and cue.act == "assert" and index > grammar.layout.sentence(index).start
    return over or grammar.is_comma(at) or grammar.phrases.is_participle_cue(at) or grammar.parts[at] in (PREPOSITION, CONTRAST)


def _is_inserted(grammar: Grammar, index: int, at: int, limit: int) -> bool:
    """السبب | كما قال الوزير | هو نقص الوقود, خطة تهدف | كما قال الوزير | إلى, القتال | (كما قال الوزير): set into a clause, no
    comma about it, before what its first word or its verb still lacks, or in brackets.
    """
    if at >= limit:
        return False
    if grammar.tokens[index - 1].raw == "(":
        return grammar.tokens[at].raw == ")"
    if grammar.parts[at] == PRONOUN:
        return grammar.parts[index - 1] == NOUN and index - 1 == grammar.clause_start(index - 1)
    return grammar.parts[index - 1] == VERB and grammar.parts[at] == PREPOSITION


def is_his_remark(grammar: Grammar, index: int, at: int, limit: int, found: Analysis) -> bool:
    """الطعام، | كما يقول|، لا يكفي, لم يجد عملا، | كما يقول|.: one more remark of whoever speaks, closed by a comma or stop."""
    cue, form = found.sense.entry, found.sense.form
    if not isinstance(cue, Cue) or not isinstance(form, VerbForm) or form.person != _THIRD:
        return False
    said = cue.detail == "say" and form.tense == "imperfect" and grammar.is_comma(index - 1)
    return said and (at >= limit or grammar.is_comma(at) or grammar.tokens[at].raw == ".")


_THIRD = 3


def _closes(grammar: Grammar, at: int, limit: int) -> bool:
    """كما أعلنت المحكمة | التي تنظر في القضية., كما أعلن الوزير | الذي أكد أن: a relative clause on the teller, up to the end of
    the sentence, or in which he says more.
    """
    if grammar.parts[at + 1 : at + 2] == [VERB] and "cue" in grammar.tokens[at + 1].word.labels:
        return True
    return not any(grammar.is_sign(k) or grammar.parts[k] == THAT for k in range(at + 1, limit) if grammar.tokens[k].raw != ".")
