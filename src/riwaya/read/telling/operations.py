"""Operations of which no attack is told: a force sets to work, and whom it strikes is not said."""

from __future__ import annotations

from riwaya.lang.ar.parts import THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.companions import entries_at, names_force
from riwaya.read.clauses.near import phrase_behind
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.roles import Roles
from riwaya.read.telling.claims import Claim, become
from riwaya.spelling import folded

_BEHIND = 12


def with_operations(grammar: Grammar, claims: list[Claim]) -> list[Claim]:
    """The claims, bare operations as such, and none beside the arrests that came of them."""
    kept: list[Claim] = []
    for number, claim in enumerate(claims):
        behind = claims[number + 1] if number + 1 < len(claims) else None
        if not (is_bare(grammar, claim) or _is_launched(grammar, claim)):
            kept.append(claim)
        elif behind is not None and _came_to_arrest(grammar, claim, behind):
            behind.roles = changed(behind.roles, actor=behind.roles.actor or claim.roles.actor)
            behind.place, behind.date = behind.place or claim.place, behind.date or claim.date
        else:
            become(claim, "MOBILIZE", "start", "troops")  # نفذت القافلة | عملية أمنية في المحيط
            kept.append(claim)
    return kept


def who_launches(grammar: Grammar, mark: Mark, roles: Roles) -> Roles | None:
    """The roles of an operation that is launched, where its own words tell more of them; else None."""
    if (whom := _launched_against(grammar, mark)) is not None:
        return changed(roles, target=whom)
    return changed(roles, actor=roles.target, target=None) if _is_whose(grammar, mark, roles) else None


def _launched_against(grammar: Grammar, mark: Mark) -> Range | None:
    """أطلقت الدولة عملية عسكرية ضد | المسلحين: against whom an operation is launched, as the verb itself does not say."""
    if mark.entry.group != "start" or not mark.is_verb or mark.companion <= mark.index:
        return None
    limit = min(grammar.limit(mark.index), mark.companion + _NEAR_OPERATION)
    for at in range(mark.companion + 1, limit):
        if grammar.is_comma(at) or grammar.parts[at] == VERB:
            return None
        if grammar.tokens[at].norm == "ضد":
            return phrase_behind(grammar, at + 1)
    return None


_NEAR_OPERATION = 8


def _is_whose(grammar: Grammar, mark: Mark, roles: Roles) -> bool:
    """بدء عمليات | التحالف, بدأت الحملة الجوية | لقوات التحالف: whose operation it is that began, and not against whom."""
    if mark.entry.group != "start" or (mark.is_verb and mark.companion != mark.index + 1) or roles.target is None:
        return False
    between = range(mark.companion + 1, roles.target[0])
    head = grammar.tokens[roles.target[0]].word
    own = names_force(grammar, roles.target[0]) or head.core in _ALLIANCES
    return own and all(grammar.phrases.is_adjective(at) for at in between)


_ALLIANCES = ("تحالف", "حلف")


def _came_to_arrest(grammar: Grammar, claim: Claim, arrest: Claim) -> bool:
    """حملة أمنية أسفرت عن | اعتقال عشرة, عملية أمنية | اعتقلت خلالها عشرة: the arrest tells the operation it came of."""
    entry = arrest.mark.entry
    same = grammar.layout.sentence_of[claim.mark.index] == grammar.layout.sentence_of[arrest.mark.index]
    if not same or entry.type != "COERCE" or "arrest" not in (entry.group, entry.mode) or claim.statement != arrest.statement:
        return False
    last = min(arrest.mark.end + 1, grammar.layout.sentence(arrest.mark.index).end)
    between = range(claim.mark.end, last)
    return any(grammar.light(at) == "cause" or grammar.tokens[at].norm in _IN_IT for at in between)


_IN_IT = word_list("in an operation")


def is_bare(grammar: Grammar, claim: Claim) -> bool:
    """بعد | عملية عسكرية خاطفة: an operation that is not known, with no target, no toll and no attack in its clause."""
    mark = claim.mark
    if not _is_unknown_operation(claim) or claim.roles.target is not None:
        return False
    if mark.companion != mark.index + 1 or grammar.tokens[mark.companion].word.core not in _KINDS:
        return False
    return not any(_strikes(grammar, at) for at in range(mark.end, _clause_end(grammar, mark.end)))


def _is_launched(grammar: Grammar, claim: Claim) -> bool:
    """بدأ الجيش | عملية عسكرية ضد المسلحين, انطلاق | عملية: launched against somebody, and no attack is told.

    نفذ, شن or واصل عملية and operations in the plural (بدأ عمليات عسكرية ضد) strike.
    """
    mark = claim.mark
    if not _is_unknown_operation(claim) or mark.found.preposition or grammar.tokens[mark.index].word.core not in _OPERATIONS:
        return False
    first = max(grammar.clause_start(mark.index), mark.index - _NEAR_OPERATION)
    before = (entry for at in range(first, mark.index) for entry in entries_at(grammar, at))
    begins = any(entry.group == "start" and entry.lemma in ("بدأ", "انطلق", "أطلق") for entry in before)
    return begins and not any(_is_attack(grammar, at) for at in range(mark.end, _clause_end(grammar, mark.end)))


def _is_unknown_operation(claim: Claim) -> bool:
    """عملية, حملة: a noun of operation that was read as an attack, with no toll and nothing else told with it; not العملية."""
    mark = claim.mark
    known = mark.found.article or mark.found.pronoun
    operation = folded(mark.entry.lemma) in _OPERATIONS and mark.entry.type == "ASSAULT"
    return operation and not (mark.is_verb or known or claim.figures or claim.absorbed)


def _clause_end(grammar: Grammar, start: int) -> int:
    """Where the clause of an operation ends: at أن, or at a further deed (عملية نوعية | وسيطرت على مواقع)."""
    last = min(grammar.layout.sentence(start - 1).end, start + _BEHIND)
    return next((at for at in range(start, last) if grammar.parts[at] == THAT or _goes_on(grammar, at)), last)


def _goes_on(grammar: Grammar, at: int) -> bool:
    return grammar.parts[at] == VERB and bool(grammar.tokens[at].word.conjunction)


def _strikes(grammar: Grammar, at: int) -> bool:
    """عملية أمنية | ضد المسلحين, عملية نوعية | استهدفت دورية, حملة أمنية قتل | خلالها: against whom, or what was struck."""
    if grammar.tokens[at].norm == "ضد" or (grammar.tokens[at].norm == "علي" and not entries_at(grammar, at - 1)):
        return True  # not أدت إلى القبض | على خلية
    return _is_attack(grammar, at)


def _is_attack(grammar: Grammar, at: int) -> bool:
    return any(entry.type == "ASSAULT" and entry.group in ("attack", "result") for entry in entries_at(grammar, at))


_OPERATIONS, _KINDS = word_list("bare operation"), word_list("kind of operation")
