"""Verbs with no object behind them: what was done to whatever stands before (إن الجسور | أغلقت, شاب | أوقف أمس)."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import PREPOSITION, RELATIVE, THAT, VERB
from riwaya.read.grammar import Grammar

_TWO_VERBS = 2


def held_from(grammar: Grammar, index: int) -> int:
    """الرجل | الذي أوقف أمس, مسلحون | قتلوا أو أوقفوا: the relative or the other verb before which its subject stands."""
    if grammar.tokens[index].word.norm not in _HELD_ALONE or index < _TWO_VERBS:
        return index
    if grammar.parts[index - 1] == RELATIVE:
        return index - 1
    either = grammar.tokens[index - 1].norm == "او" and grammar.parts[index - _TWO_VERBS] == VERB
    return index - _TWO_VERBS if either else index


def nothing_behind(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """إن ثلاث مسيرات | أسقطت فوق البحر, شاب | أوقف أمس: with no object behind a verb its subject is what it was done to."""
    if entry.frame != "AO" or grammar.tokens[index].word.conjunction:
        return False
    launched = (entry.group, entry.lemma) == ("start", "أطلق")
    undone = entry.mode == "destroy" or launched or grammar.tokens[index].word.norm in _HELD_ALONE
    if not undone:
        return _is_moved(grammar, index, entry)
    bare = index + 1 >= grammar.limit(index) or not grammar.phrases.begins(index + 1) or index + 1 in grammar.date_at
    return bare or bool(grammar.tokens[index + 1].word.preposition)  # إن الطائرة | أسقطت بصاروخ


def _is_moved(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """إن الجسور | أغلقت منذ الصباح, مروحيات | أرسلت لدعم القاعدة: what a row asks for right before it, and no object behind."""
    if not entry.needs or entry.group not in _MOVED or entry.lemma in _GOES_ITSELF or grammar.parts[index] != VERB:
        return False
    if any(one.pronoun for one in grammar.tokens[index].word.analyses if one.sense.entry is entry):
        return False
    at, limit = index + 1, grammar.limit(index)
    while at < limit and grammar.parts[at] not in (VERB, THAT):
        if at in grammar.date_at:
            at = max(at + 1, grammar.date_at[at].end)
        elif grammar.parts[at] == PREPOSITION or grammar.tokens[at].word.preposition:
            start = at + (grammar.parts[at] == PREPOSITION)
            at = max(at + 1, grammar.phrases.end(start, limit) if start < limit and grammar.phrases.begins(start) else at + 1)
        elif grammar.phrases.begins(at):
            return False
        else:
            at += 1
    return True


_MOVED = frozenset({"move", "act", "give", "arrest", "free"})
_GOES_ITSELF = ("وصل", "سير")
_HELD_ALONE = ("اوقف", "اوقفوا", "اوقفت", "اوقفا")
