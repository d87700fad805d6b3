"""Verbs of relative clauses that point back to what they describe with a pronoun: القرية التي دمرتها | الغارات."""

from __future__ import annotations

from riwaya.lang.ar.parts import VERB
from riwaya.read.clauses.triggers import Mark
from riwaya.read.roles.arguments import Syntax
from riwaya.read.words.parts import IN_IT


def is_of_another(syntax: Syntax, at: int) -> bool:
    """Whether a verb in a relative clause has its head as object; المرة التي نفذ فيها tells only when."""
    tokens = syntax.grammar.tokens
    behind = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    return syntax.resumes(at) and behind not in IN_IT


def does_it_itself(syntax: Syntax, mark: Mark) -> bool:
    """زار الوفد البلدة التي دمرتها | الغارات: a deed right behind such a verb does it, and nobody of the clause around it."""
    before = mark.index - 1
    bare = not (mark.is_verb or mark.found.preposition or mark.found.conjunction)
    return bare and before > 0 and syntax.grammar.parts[before] == VERB and is_of_another(syntax, before)
