"""States and capitals behind و that head the next clause of a title: قصف على حلب | ودمشق تنفي."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.gazetteer import capital_names
from riwaya.read.text.tokens import Token


def state_next(tokens: list[Token], index: int) -> bool:
    """مقتل جنديين | وأنقرة تنفي, في ماريوبول | وموسكو تتحدث عن: a state or its capital right before its own verb of saying."""
    word = tokens[index].word
    if word.conjunction != "و" or word.preposition or word.article:
        return False
    end = _name_end(tokens, index)
    if end == 0 or end >= len(tokens):
        return False
    for found in tokens[end].word.analyses:
        form = found.sense.form
        if found.sense.label != "cue" or found.conjunction or not isinstance(form, VerbForm):
            continue
        if (form.tense, form.number, form.person, form.gender) == ("imperfect", "s", 3, "f"):
            return True
    return False


def _name_end(tokens: list[Token], index: int) -> int:
    """The token behind the name of a state or capital that begins here, 0 where none does."""
    core = tokens[index].word.core
    pair = f"{core} {tokens[index + 1].norm}" if index + 1 < len(tokens) else ""
    if pair in capital_names():
        return index + 2
    return index + 1 if core in capital_names() or "country" in tokens[index].word.labels else 0
