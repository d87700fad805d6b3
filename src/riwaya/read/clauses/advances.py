"""Advances: which gain ground, and which only move on."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.companions import names_force
from riwaya.read.grammar import Grammar

_TOWARDS = frozenset(word_list("advances towards") - {"داخل"})


def as_move(grammar: Grammar, entry: Trigger, at: int) -> Trigger:
    """أحرز الجيش تقدما | باتجاه المدينة: an advance that goes on towards a place has gained no ground that is named."""
    if entry.type != "CONTROL" or entry.lemma not in ("أحرز", "حقق") or not grammar.tokens[at].word.core.startswith("تقدم"):
        return entry
    limit = grammar.layout.sentence(at).end
    behind = at + 1
    while behind < limit and grammar.phrases.is_adjective(behind) and grammar.tokens[behind].word.core not in _TOWARDS:
        behind += 1
    if behind < limit and grammar.tokens[behind].word.core in _TOWARDS:
        return changed(entry, type="MOBILIZE", mode="troops", group="move")
    return entry


def as_gain(grammar: Grammar, entry: Trigger, index: int) -> Trigger:
    """المقاومة | تتقدم بأبين, واصلت القوات | تقدمها شرقي المقاطعة: an advance in a place gains ground; نحو only leads to it."""
    if entry.type != "MOBILIZE" or entry.lemma != "تقدم":
        return entry
    limit = min(grammar.limit(index), index + _NEAR)
    for at in range(index + 1, limit):
        word = grammar.tokens[at].word
        if grammar.parts[at] == VERB or grammar.is_comma(at) or word.core in _TOWARDS or grammar.tokens[at].norm == "الي":
            return entry
        side = "direction" in word.labels and not word.preposition and at + 1 in grammar.phrases.placed
        if side or (word.preposition == "ب" and at in grammar.phrases.placed):
            return changed(entry, type="CONTROL", mode="", group="hold", frame="A:في")
    return entry


_NEAR = 5


def is_past_comma(grammar: Grammar, entry: Trigger, index: int, at: int) -> bool:
    """تقدمت القوات من القرية، ما أنهى المهمة | في ساعات: behind a comma في leads to no ground that an advance gained."""
    if entry.type != "CONTROL" or entry.lemma != "تقدم" or at <= index or grammar.tokens[at].norm != "في":
        return False
    if at + 1 in grammar.date_at or at + 1 == len(grammar.tokens) or grammar.tokens[at + 1].word.labels & {"timeword", "measure"}:
        return True  # تقدمت القوات | في الأشهر الأخيرة
    comma = next((k for k in range(index + 1, at) if grammar.is_comma(k)), at)
    told = any(grammar.parts[k] == VERB for k in range(comma, at))
    return told and not grammar.tokens[comma + 1].norm.startswith("ال")


def is_repelled(grammar: Grammar, index: int) -> bool:
    """صد الجيش | تقدم المسلحين نحو السد: an advance that is repelled would have gained ground."""
    before = range(max(grammar.clause_start(index), index - _REPELLED_REACH), index)
    return any(grammar.tokens[at].word.core in _REPELS and grammar.tokens[at].word.preposition != "ل" for at in before)


_REPELS, ADVANCE = word_list("repels an advance"), ("تقدم", "زحف", "تمدد")
_REPELLED_REACH, _FOILED = 4, ("احبط", "صد", "افشل", "تصد")
FOILING = ("احباط", "افشال")


def is_stopped(grammar: Grammar, entry: Trigger, index: int) -> bool:
    """صد الجيش | تقدم المسلحين, أحبط الجيش | تسلل مجموعة: who advances is repelled, who steals in foiled; منع prevents."""
    if entry.lemma in ADVANCE:
        return is_repelled(grammar, index)
    before = range(max(grammar.clause_start(index), index - _REPELLED_REACH), index)
    if entry.lemma != "تسلل":
        return False
    named = any(names_force(grammar, at) for at in range(index + 1, min(grammar.limit(index), index + _REPELLED_REACH)))
    cores = [grammar.tokens[at].word.core for at in before]
    return any(core.startswith(_FOILED) or (named and core in FOILING) for core in cores)


def as_stopped(entry: Trigger) -> Trigger:
    """أحبط الجيش | تسلل مجموعة إلى مواقعه: who steals in and is foiled attacks; who advances would have gained ground."""
    type_, group = ("ASSAULT", "attack") if entry.lemma == "تسلل" else ("CONTROL", "hold")
    return changed(entry, type=type_, mode="", group=group)
