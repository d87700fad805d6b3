"""Who a verb means that names nobody: whom a demand or a charge is about, whom a relative describes."""

from __future__ import annotations

from riwaya.lang.ar.parts import ADVERB, AUXILIARY, NEGATION, PERFECTIVE, RELATIVE, THAT
from riwaya.read.clauses.able import acts, is_party
from riwaya.read.clauses.pointed_back import antecedent
from riwaya.read.clauses.subjects import SIDES
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Range
from riwaya.read.roles.parties import Parties
from riwaya.read.statements import Told

_LIGHT = frozenset({AUXILIARY, PERFECTIVE, NEGATION, ADVERB})
_NEAR = 10
_AS_HE = ("لانه", "لانها", "لانهم", "كونه", "كونها")


def asked_to(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """طالب الوزير الحركة بأن | تنسحب, أمر القائد الجنود بأن | ينسحبوا: who is asked to do what a verb says that opens it."""
    form, grammar = mark.form, parties.grammar
    if told is None or told.addressee is None or told.statement.act != "demand" or form is None or form.tense == "perfect":
        return None
    at = mark.index - 1
    while at > told.cue[1] and grammar.parts[at] in _LIGHT:
        at -= 1
    opens = mark.index - told.content[0] <= _OPENS and grammar.parts[at] == THAT and told.addressee[1] <= at
    return told.addressee if opens and parties.syntax.compatible(form, told.addressee) else None


_OPENS = 2


def goes_on_beyond(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """Who a verb means that names nobody, where the subjects before do not tell."""
    return _whom_it_charges(parties, mark, told) or _of_the_relative(parties, mark)


def _of_the_relative(parties: Parties, mark: Mark) -> Range | None:
    """رحب الوزير بالحركة التي | نشرت قوات في الوادي: whom a relative describes, where its verb points back at nobody."""
    grammar, form = parties.grammar, mark.form
    if form is None or grammar.parts[mark.index - 1] != RELATIVE or parties.syntax.resumes(mark.index):
        return None
    whose = antecedent(grammar, mark.index - 1, form)
    side = whose is not None and grammar.tokens[whose[0]].word.core in SIDES  # على صعيد النزاع الذي | سيطر
    return whose if whose is not None and not side and is_party(grammar, whose) and acts(grammar, whose, mark) else None


def _whom_it_charges(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """اتهم السفير روسيا بسرقة الحبوب من المناطق التي | احتلتها: who is accused is whom a relative clause in the charge means."""
    grammar, form = parties.grammar, mark.form
    if told is None or told.addressee is None or told.statement.act != "accuse" or form is None:
        return None
    relative = grammar.parts[mark.index - 1] == RELATIVE and told.content[0] < mark.index
    relative = relative and bool(mark.found.pronoun)
    as_he = any(grammar.tokens[at].norm in _AS_HE for at in range(max(told.cue[1], mark.index - _NEAR), mark.index))
    relative = relative or as_he  # محملا الحركة المسؤولية لأنها | زرعت الألغام
    fits = form.person == 3 and parties.syntax.compatible(form, told.addressee)
    return told.addressee if relative and fits and is_party(grammar, told.addressee) else None
