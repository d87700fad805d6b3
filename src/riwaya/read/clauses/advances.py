"""Advances: which gain ground, and which only move on."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
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


def is_past_comma(grammar: Grammar, entry: Trigger, index: int, at: int) -> bool:
    """تقدمت القوات من القرية، ما أنهى المهمة | في ساعات: behind a comma في leads to no ground that an advance gained."""
    if entry.type != "CONTROL" or entry.lemma != "تقدم" or at <= index or grammar.tokens[at].norm != "في":
        return False
    comma = next((k for k in range(index + 1, at) if grammar.is_comma(k)), at)
    told = any(grammar.parts[k] == VERB for k in range(comma, at))
    return told and not grammar.tokens[comma + 1].norm.startswith("ال")
