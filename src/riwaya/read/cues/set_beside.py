"""Whether a clause that names the teller stands beside what is told (، كما أفاد شهود، وأصيب), and goes no further."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import CONTRAST, PREPOSITION, RELATIVE, THAT
from riwaya.read.grammar import Grammar
from riwaya.read.text.tokens import DASHES


def is_beside(grammar: Grammar, index: int, at: int, limit: int, cue: Cue) -> bool:
    """Behind a comma and before what closes it (، كما أفاد شهود، وأصيب), or at the end of its sentence (كما أفاد شهود.)."""
    over = at >= limit or grammar.tokens[at].raw == "." or (grammar.parts[at] == RELATIVE and _closes(grammar, at, limit))
    if index and not over and {grammar.tokens[index - 1].raw, grammar.tokens[at].raw} <= DASHES:
        return grammar.parts[at + 1 : at + 2] != [THAT]  # ردت الحركة -كما أفاد شهود- بقصف
    if index == 0 or not grammar.is_comma(index - 1):
        return over and cue.act == "assert" and index > grammar.layout.sentence(index).start
    return over or grammar.is_comma(at) or grammar.phrases.is_participle_cue(at) or grammar.parts[at] in (PREPOSITION, CONTRAST)


def _closes(grammar: Grammar, at: int, limit: int) -> bool:
    """كما أعلنت المحكمة | التي تنظر في القضية.: a relative clause on the teller, up to the end of the sentence."""
    return not any(grammar.is_sign(k) or grammar.parts[k] == THAT for k in range(at + 1, limit) if grammar.tokens[k].raw != ".")
