"""Arms that change hands: fighters who hand in their own disarm, whoever gives arms to another helps him."""

from __future__ import annotations

from riwaya.lang.ar.parts import VERB
from riwaya.lang.ar.thing_groups import HARDWARE
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.near import second_phrase
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SHORT
from riwaya.read.roles.roles import Roles

_TO_WHOM = 8


def handed_over(grammar: Grammar, mark: Mark, roles: Roles) -> tuple[Mark, Roles] | None:
    """سلم المتمردون | دباباتهم: they disarm; سلمت الدولة الجيش مئة | قطعة سلاح: she helps him; None for another hand-over.

    سلمت الحركة الصليب الأحمر | رهينتين: those who are let go stand behind whom they are handed to.
    """
    if mark.entry.group == "free" and mark.entry.lemma == "سلم":
        let_go = _let_go(grammar, mark, roles)
        return (mark, changed(roles, target=let_go)) if let_go is not None else None
    if _gives_away(grammar, mark, roles):
        return changed(mark, entry=changed(mark.entry, type="AID", mode="", group="give", kind="", counted="")), roles
    if (arms := _hands_in(grammar, mark, roles)) is None:
        return None
    entry = changed(mark.entry, type="RETREAT", mode="disarm", group="leave")
    return changed(mark, entry=entry), changed(roles, target=arms)


def _let_go(grammar: Grammar, mark: Mark, roles: Roles) -> Range | None:
    """سلمت الحركة الصليب الأحمر | رهينتين, سلمت الحركة | المحتجزين إلى الصليب: captives who are no part of who hands over."""
    target, at = roles.target, mark.companion
    if target is None:
        behind = mark.is_verb and at > mark.index and roles.actor is not None and roles.actor[1] == at
        return (at, grammar.phrases.end(at, grammar.limit(at), SHORT)) if behind else None
    second = second_phrase(grammar, target) if at >= target[1] else None
    return second if second is not None and second[0] <= at < second[1] else None


def _hands_in(grammar: Grammar, mark: Mark, roles: Roles) -> Range | None:
    """سلمت الفصائل | الأسلحة الثقيلة للجيش, سلم المتمردون | عشر دبابات: arms that fighters hand over, to nobody whom they help."""
    at, actor = mark.companion, roles.actor
    if (mark.entry.type, mark.entry.lemma) != ("AID", "سلم") or actor is None or at <= mark.index:
        return None
    to_us = grammar.tokens[mark.index + 1].word.core.startswith("بلاد")  # حث القادة على تسليم | بلاده | منظومات
    if to_us or not _are_fighters(grammar, actor) or grammar.group(at, "thing") not in HARDWARE:
        return None
    own = grammar.phrases.has_article(at) or not _is_given(grammar, at)
    return (at, grammar.phrases.end(at, grammar.limit(at), SHORT)) if own else None


def _are_fighters(grammar: Grammar, where: Range) -> bool:
    """المقاتلون, الفصائل, التشكيلات | المسلحة, القوات | الانفصالية; القوات المسلحة are an army."""
    head = where[0]
    if grammar.group(head, "person") == "militant" or grammar.group(head, "source") == "group":
        return True
    army = grammar.tokens[head].word.core == "قوات"
    return any(grammar.tokens[at].word.core in (_REBELS if army else _REBELS | _ARMED) for at in range(head + 1, where[1]))


def _is_given(grammar: Grammar, at: int) -> bool:
    """سلمت الجماعة صواريخ إلى | حلفائها: arms for somebody who is no authority that takes them in."""
    for to in range(at + 1, min(grammar.limit(at), at + _TO_WHOM)):
        if grammar.is_comma(to) or grammar.parts[to] == VERB:
            return False
        word = grammar.tokens[to].word
        if word.preposition == "ل" or grammar.tokens[to - 1].norm == "الي":
            return word.core not in _AUTHORITIES
    return False


_REBELS, _ARMED, _AUTHORITIES = word_list("rebel force"), word_list("force under arms"), word_list("takes arms in")


def _gives_away(grammar: Grammar, mark: Mark, roles: Roles) -> bool:
    """سلمت الدولة الجيش مئة | قطعة سلاح: pieces that no fighters hand over are given."""
    if (mark.entry.type, mark.entry.lemma) != ("RETREAT", "سلم") or mark.entry.mode != "disarm" or mark.companion < 0:
        return False
    pieces = grammar.tokens[mark.companion].word.core == "قطعه"
    return pieces and roles.actor is not None and not _are_fighters(grammar, roles.actor) and _is_state(grammar, roles.actor[0])


def _is_state(grammar: Grammar, at: int) -> bool:
    return "country" in grammar.tokens[at].word.labels or at in grammar.place_at
