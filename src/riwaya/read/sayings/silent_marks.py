"""Colons and quotation marks behind which nobody says anything: hours, and titles of works."""

from __future__ import annotations

from riwaya.lang.ar.parts import NUMERAL, VERB
from riwaya.read.grammar import Grammar


def is_clock(grammar: Grammar, at: int) -> bool:
    """ورد البلاغ في 11|:|30 مساء: a colon between hours and minutes opens nothing that is said."""
    tokens = grammar.tokens
    return 0 < at < len(tokens) - 1 and tokens[at - 1].raw.isdigit() and tokens[at + 1].raw.isdigit()


def names_work(grammar: Grammar, at: int) -> bool:
    """بث التنظيم شريطا بعنوان | "مدن الرماد", تحت عنوان: | «هم العدو»: a few words in marks that a film or text is called by.

    Not where they claim something: a verb, a number or an event stands in them.
    """
    before = at - 1 - (grammar.tokens[at - 1].raw == ":")
    if at not in grammar.layout.closing or grammar.tokens[before].norm not in _TITLES:
        return False
    inner = range(at + 1, grammar.layout.closing[at])
    claims = (grammar.parts[k] in (VERB, NUMERAL) or "trigger" in grammar.tokens[k].word.labels for k in inner)
    return len(inner) <= _LONGEST and not any(claims)


_LONGEST = 5
_TITLES = frozenset({"بعنوان", "عنوان", "عنوانه", "عنوانها"})
