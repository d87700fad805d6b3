"""Whether ground is gained: by troops that arrive in the midst of a town or amid its fighting; not yet by clearing that goes on."""

from __future__ import annotations

from riwaya.lang.ar.thing_groups import HARDWARE
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.near import TARGET, phrase_behind
from riwaya.read.grammar import Grammar, Range
from riwaya.read.telling.claims import Claim, become
from riwaya.read.telling.marching import armed_at

_NEAR, _FAR = 8, 14


def with_gains(grammar: Grammar, claims: list[Claim]) -> list[Claim]:
    """The claims, those of moving and clearing by whether they gain ground (the guide's table of near types)."""
    for claim in claims:
        if claim.negated or claim.modality != "actual":
            continue
        if (taken := _taken(grammar, claim)) is not None:
            become(claim, "CONTROL", "hold")
            claim.roles = changed(claim.roles, target=taken)
        elif _clears_still(grammar, claim):
            become(claim, "ASSAULT", "attack")
            claim.roles = changed(claim.roles, target=_cleared_of(grammar, claim) or claim.roles.target)
    return claims


def _taken(grammar: Grammar, claim: Claim) -> Range | None:
    """وصلت القوات إلى | وسط المدينة, إلى | الجسر وسط فرار المسلحين, توغلت داخل | أحياء المدينة: what is gained by arriving."""
    mark, actor = claim.mark, claim.roles.actor
    if mark.entry.type != "MOBILIZE" or mark.entry.lemma not in ("وصل", "توغل") or actor is None:
        return None
    who = range(*actor)
    sent = grammar.tokens[actor[0]].word.core in _SENT_THERE or any(grammar.group(at, "thing") in HARDWARE for at in who)
    if sent or not any(armed_at(grammar, at) for at in who):  # وصلت أول طائرة عسكرية إلى المطار بعد معارك
        return None
    last = min(grammar.limit(mark.index), mark.index + _FAR)
    if mark.entry.lemma == "وصل" and not grammar.phrases.is_definite(actor[1] - 1):  # وصل جنود أميركيون إلى القاعدة بعد اشتباكات
        return None
    leads = "داخل" if mark.entry.lemma == "توغل" else "الي"
    at = next((k + 1 for k in range(mark.end, last - 1) if grammar.tokens[k].norm == leads), None)
    head = grammar.tokens[at].word.core if at is not None else ""
    if at is None or not grammar.phrases.begins(at) or head in _OUTSKIRTS or head in _OUTSIDE:
        return None
    inside = head in (_QUARTERS if leads == "داخل" else _MIDST)
    return (at, grammar.phrases.end(at, last, TARGET)) if inside or _amid_fighting(grammar, at) else None


def _amid_fighting(grammar: Grammar, at: int) -> bool:
    """إلى الجسر | بعد معارك, | وسط فرار المسلحين: what is told of how they came there, in the same clause."""
    last = min(grammar.layout.sentence(at).end, at + _NEAR) - 1
    led = (k + 1 for k in range(at, last) if grammar.tokens[k].norm in ("بعد", "عقب", "وسط"))
    deeds = [entry for k in led for entry in entries_at(grammar, k)]
    fought = any(entry.type == "ASSAULT" and (entry.frame == "M" or entry.lemma == "قاتل") for entry in deeds)
    return fought or any((entry.type, entry.group) == ("RETREAT", "leave") for entry in deeds)


def _clears_still(grammar: Grammar, claim: Claim) -> bool:
    """تواصل القوات | تطهير المدينة من جيوب المسلحين: ground that is being cleared of people is fought for; تم تطهيره is held."""
    mark = claim.mark
    if mark.entry.type != "CONTROL" or mark.entry.lemma != "طهر":
        return False
    first = max(grammar.clause_start(mark.index), mark.index - _NEAR)
    return any(_goes_on(grammar, at) for at in range(first, mark.index)) and _cleared_of(grammar, claim) is not None


def _goes_on(grammar: Grammar, at: int) -> bool:
    """واصلت, استمرار, لا | تزال: a form that says that a deed goes on."""
    word = grammar.tokens[at].word
    return word.core in _STILL or any(one.sense.entry.lemma in _LASTS for one in word.all("light"))


def _cleared_of(grammar: Grammar, claim: Claim) -> Range | None:
    """تطهير المدينة من | جيوب المسلحين: those of whom it is cleared."""
    last = min(grammar.limit(claim.mark.index), claim.mark.end + _NEAR)
    at = next((k + 1 for k in range(claim.mark.end, last - 1) if grammar.tokens[k].norm == "من"), None)
    whom = phrase_behind(grammar, at) if at is not None else None
    return whom if whom is not None and any(armed_at(grammar, k) for k in range(*whom)) else None


_MIDST, _QUARTERS = map(word_list, ("midst of a town", "quarter of a town"))
_OUTSKIRTS, _OUTSIDE = map(word_list, ("outskirts", "outside of a town"))
_SENT_THERE, _STILL, _LASTS = word_list("troops sent there"), word_list("still"), ("واصل", "استمر", "تواصل")
