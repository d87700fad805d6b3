"""Behind a semicolon: what goes on with what is said, and what is said anew."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PRONOUN, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar

_GOING_ON = word_list("goes on behind a semicolon")


def goes_on_behind(grammar: Grammar, at: int) -> bool:
    """نقلوا الجرحى؛ | مما خفف الضغط, أغلقوا الطريق؛ | لتجنب الألغام: what came of it, why and how, behind a semicolon; and how it
    looked then (تضم قوات مدربة؛ | ترافقها الدبابات)."""
    if at + 1 >= len(grammar.tokens):
        return False
    if grammar.parts[at] == VERB:
        return _happens_with_it(grammar, at)
    if grammar.parts[at + 1] == VERB and "cue" in grammar.tokens[at + 1].word.labels:
        return False
    token = grammar.tokens[at]
    described = grammar.parts[at] == RELATIVE or (grammar.parts[at] == PRONOUN and bool(token.word.conjunction))
    joined = token.norm.startswith("لان") or (grammar.parts[at] == THAT and bool(token.word.conjunction))
    return token.norm in _GOING_ON or described or joined or _is_aim(grammar, at)


def _happens_with_it(grammar: Grammar, at: int) -> bool:
    """تضم قوات؛ | ترافقها الدبابات, حاصروا الحي؛ | ليقطعوا الطريق: a verb without و that says how it was or to what end."""
    token = grammar.tokens[at]
    return token.norm[:1] in "يت" or (token.norm.startswith(("لي", "لت")) and "cue" not in token.word.labels)


def _is_aim(grammar: Grammar, at: int) -> bool:
    """أغلقوا الطريق؛ | لتجنب الألغام, بسحب الحواجز: ل or ب before a deed, in no table too where its shape shows it."""
    word = grammar.tokens[at].word
    deed = grammar.phrases.is_masdar(at) or grammar.phrases.is_event_noun(at)
    shaped = grammar.parts[at] == NOUN and word.norm.startswith("لت") and not word.labels
    return shaped or (word.preposition in ("ل", "ب") and deed)
