"""Speakers who go on in the present: يقول سالم إن الجيش انسحب، ويؤكد أن المدينة مدمرة."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import IMPERFECT, VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import VERB
from riwaya.read.clauses.clauses import verb_form
from riwaya.read.grammar import Grammar


def tells_on(grammar: Grammar, index: int, start: int, cue: int) -> bool:
    """يقول سالم إن الجيش انسحب، | ويؤكد أن: a verb of saying in the present, as the one before it, in the same mouth.

    Without a comma only where no other verb of its form stands between, of which it could be the second (إن الوزير يزور | ويؤكد).
    """
    found = grammar.tokens[index].word.find("cue", "verb")
    now, before = (_present(grammar, at) for at in (index, cue))
    if found is None or found.conjunction != "و" or now is None or before is None or not _same_speaker(before, now):
        return False
    if not isinstance(found.sense.entry, Cue) or found.sense.entry.strength != "form":
        return False
    return grammar.is_comma(index - 1) or not any(_is_like(grammar, at, now) for at in range(start, index))


def _present(grammar: Grammar, at: int) -> VerbForm | None:
    """The form of a verb of saying in the present, in the third person."""
    found = grammar.tokens[at].word.find("cue", "verb") if grammar.parts[at] == VERB else None
    form = found.sense.form if found is not None else None
    return form if isinstance(form, VerbForm) and form.tense == IMPERFECT and form.person == 3 else None


def _same_speaker(before: VerbForm, now: VerbForm) -> bool:
    """يقول ... ويؤكد, يقول السكان ... ويؤكدون: a verb before its subject shows no number."""
    return before.gender == now.gender and (before.number == now.number or before.number == "s")


def _is_like(grammar: Grammar, at: int, form: VerbForm) -> bool:
    """Whether another verb stands at a token that has the tense, gender and number of a form."""
    other = verb_form(grammar, at) if grammar.parts[at] == VERB else None
    return other is not None and (other.tense, other.gender, other.number) == (form.tense, form.gender, form.number)
