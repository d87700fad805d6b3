"""What is done by nobody who is named: تم اعتقال القائد, منصة معدة للاستهداف."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, THAT, VERB
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.roles.purposes import is_made_ready
from riwaya.read.roles.recalled import is_in_state


def is_done(grammar: Grammar, mark: Mark) -> bool:
    """تم أيضا | اعتقال القائد, سيتم | نشرهم, منصة معدة | لاستهداف المدينة: what is done by nobody who is named."""
    if is_made_ready(grammar, mark) or is_in_state(grammar, mark):
        return True
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _DONE_REACH)
    for at in range(mark.index - 1, first - 1, -1):
        if grammar.parts[at] == AUXILIARY and grammar.tokens[at].word.core.removeprefix("س") in ("تم", "يتم", "تمت", "تتم", "جري"):
            return True
        if grammar.parts[at] == VERB or grammar.parts[at] == THAT or grammar.is_comma(at):
            return False
    return False


_DONE_REACH = 8
