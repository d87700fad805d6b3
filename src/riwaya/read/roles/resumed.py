"""Verbs of relative clauses that point back to what they describe with a pronoun: القرية التي دمرتها | الغارات."""

from __future__ import annotations

from riwaya.lang.ar.parts import RELATIVE, VERB
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.roles.arguments import Syntax
from riwaya.read.words.parts import IN_IT


def is_of_another(syntax: Syntax, at: int, mark: Mark | None = None) -> bool:
    """Whether a verb in a relative clause has its head as object; المرة التي نفذ فيها tells only when.

    ``mark``: not where it is what that deed tries to bring about (حملة شنتها القوات، في محاولة | لاقتحام المنطقة), or what somebody
    uses the head for (المدفعية التي تستخدمها القوات في | قصف القرية).
    """
    tokens = syntax.grammar.tokens
    if mark is not None and [token.norm for token in tokens[mark.index - 2 : mark.index]] == ["في", "محاوله"]:
        return False
    if mark is not None and _uses_it_in(syntax.grammar, at, mark):
        return False
    if mark is not None and _is_closed(syntax.grammar, at, mark):
        return True
    behind = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    return syntax.resumes(at) and behind not in IN_IT


def _uses_it_in(grammar: Grammar, at: int, mark: Mark) -> bool:
    """تستخدمها القوات في | قصف القرية, استخدموه لقصف القرية: whether a verb of using leads to a deed."""
    led = grammar.tokens[mark.index - 1].norm == "في" or mark.found.preposition == "ل"
    return led and mark.entry.type == "ASSAULT" and mark.index - at <= _REACH and "ستخدم" in grammar.tokens[at].word.core


def _is_closed(grammar: Grammar, at: int, mark: Mark) -> bool:
    """قتل جنود من اللواء، الذي | يحرس القرية، | بقصف: a verb in what two commas enclose does nothing by what stands behind."""
    if mark.found.preposition != "ب" or mark.index < 1 or not grammar.is_comma(mark.index - 1):
        return False
    opened = next((k for k in range(at - 1, grammar.layout.sentence(at).start, -1) if grammar.is_comma(k)), None)
    return opened is not None and grammar.parts[opened + 1] == RELATIVE


_REACH = 7


def does_it_itself(syntax: Syntax, mark: Mark) -> bool:
    """زار الوفد البلدة التي دمرتها | الغارات: a deed right behind such a verb does it, and nobody of the clause around it.

    أطلقت الشرطة النار على | تظاهرة: nor does who hits a protest protest.
    """
    before = mark.index - 1
    if mark.entry.type == "PROTEST" and before > 0 and _is_hit(syntax.grammar, before):
        return True
    bare = not (mark.is_verb or mark.found.preposition or mark.found.conjunction)
    return bare and before > 0 and syntax.grammar.parts[before] == VERB and is_of_another(syntax, before)


def _is_hit(grammar: Grammar, before: int) -> bool:
    """على | تظاهرة, على تظاهرة | احتجاج: a protest behind على, or behind another word for it there."""
    before -= grammar.phrases.is_event_noun(before)
    return grammar.tokens[before].norm == "علي"
