"""Threats to answer an attack or to take revenge: the deed that somebody threatens, under the word that he has for it."""

from __future__ import annotations

from functools import cache

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import PREPOSITION
from riwaya.lang.ar.words import Analysis, analyse
from riwaya.read.clauses.able import is_organised
from riwaya.read.clauses.forces import is_force
from riwaya.read.clauses.near import ACTOR
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.roles import Roles
from riwaya.read.roles.set_off import set_off
from riwaya.read.statements import Told
from riwaya.read.telling.claims import Claim
from riwaya.read.telling.hedged import is_lasting, meets_any

_THREATS = frozenset({"threaten", "warn"})
_NOUNS = frozenset({"رد", "ثار", "انتقام"})
_VERBS = frozenset({"سترد", "سيرد", "سنرد", "نرد", "سيردون"})
_ANY = ("اي", "كل")
_IN_WORDS = ("رساله", "سوال", "طلب", "اتهامات", "تصريحات")
_REACH = 6


def with_threats(grammar: Grammar, claims: list[Claim], told: list[Told], owners: list[int | None]) -> list[Claim]:
    """The claims in text order, with what is threatened as an answer (threats of attack are coded as planned ones).

    ``owners``: for every token the innermost statement that holds it, which alone may tell of it.
    """
    added: list[Claim] = []
    for number, one in enumerate(told):
        own = [at for at in range(*one.content) if owners[at] == number]
        if (claim := threatened_answer(grammar, claims, one, number, own)) is not None:
            added.append(claim)
    if not added:
        return claims
    within = [range(claim.mark.index, claim.mark.index + _REACH) for claim in added]
    kept = [one for one in claims if not (_is_supposed(grammar, one) and any(one.mark.index in near for near in within))]
    return sorted([*kept, *added], key=lambda claim: claim.mark.index)


def threatened_answer(grammar: Grammar, claims: list[Claim], one: Told, number: int, own: list[int]) -> Claim | None:
    """توعدت الحركة | بالرد على أي هجوم, حذر من أن بلاده | سترد, توعد | بالثأر لدماء القائد: the attack that is threatened."""
    if one.statement.act not in _THREATS:
        return None
    at = next((at for at in own if _answers(grammar, at, one.content)), None)
    if at is None or any(claim.mark.index <= at < claim.mark.end for claim in claims):
        return None
    entry, found = _row(grammar, at)
    mark = Mark(at, at + 1, entry, found, isinstance(found.sense.form, VerbForm))
    hangs = one.condition is not None and not is_lasting(grammar, one.condition)
    supposed = hangs or meets_any(grammar, mark) or "اذا" in grammar.layout.norms[at : one.content[1]] or _is_to_any(grammar, at)
    modality = "conditional" if supposed else "planned"
    roles = Roles(_who(grammar, mark, one), _whom(grammar, at) or one.addressee)  # هدد التنظيم | أنقرة بالرد
    return Claim(mark, number, roles, modality=modality, act=one.statement.act, rule="events.threatened_answer", own=True)


def _answers(grammar: Grammar, at: int, content: Range) -> bool:
    """الرد, سترد, الثأر: a word of answering or revenge, no answer to a letter and no ردا على."""
    word = grammar.tokens[at].word
    governed = at > content[0] and grammar.parts[at - 1] == PREPOSITION and grammar.tokens[at - 1].norm != "في"
    noun = word.core in _NOUNS and not word.norm.endswith("ردا") and not governed  # لن تتردد في | الرد, but لجأ إلى | الرد
    if not (noun or word.norm in _VERBS):
        return False
    return not any(grammar.tokens[k].word.core in _IN_WORDS for k in range(at + 1, min(content[1], at + _REACH)))


@cache
def _answering() -> Analysis:
    """The row of the table under which an answer to an attack stands."""
    return next(found for found in analyse("رد").all("trigger", "noun") if isinstance(found.sense.entry, Trigger))


def _row(grammar: Grammar, at: int) -> tuple[Trigger, Analysis]:
    """The row of answering an attack, and how the form at a token is analysed under it; revenge has that row too."""
    known = _answering()
    entry = known.sense.entry
    assert isinstance(entry, Trigger)
    own = (found for found in grammar.tokens[at].word.all("trigger") if found.sense.entry == entry)
    return entry, next(own, known)


def _who(grammar: Grammar, mark: Mark, one: Told) -> Range | None:
    """بلاده | سترد: the subject of the verb; else whoever threatens, if he is a body or a state."""
    form = mark.form
    before = None
    if form is not None:  # من أن بلاده "| سترد"
        before = preverbal_subject(grammar, mark.index, form) or set_off(grammar, mark.index, form)
    if before is not None and one.content[0] <= before[0]:
        return before
    return one.speaker if one.speaker is not None and is_organised(grammar, one.speaker) else None


def _whom(grammar: Grammar, at: int) -> Range | None:
    """الرد على | المسلحين: those who are to be answered, no deed of theirs."""
    behind = at + 2
    if behind >= grammar.limit(at) or grammar.tokens[at + 1].norm != "علي" or not grammar.phrases.begins(behind):
        return None
    where = behind, grammar.phrases.end(behind, grammar.limit(at), ACTOR)
    return where if is_force(grammar, where) else None


def _is_to_any(grammar: Grammar, at: int) -> bool:
    """الرد على | أي هجوم, سترد بقوة على | كل صاروخ: what may come."""
    near = range(at + 1, min(grammar.limit(at), at + _REACH))
    return any(grammar.tokens[k].norm in _ANY and grammar.tokens[k - 1].norm == "علي" for k in near)


def _is_supposed(grammar: Grammar, claim: Claim) -> bool:
    """الرد على أي | هجوم: the attack that is to be answered, which has not come."""
    before = grammar.tokens[claim.mark.index - 1].norm if claim.mark.index else ""
    return claim.modality != "actual" and not claim.mark.is_verb and before in _ANY
