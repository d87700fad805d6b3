"""Attacks that were foiled: an attempt, a plan or an attack behind a word of foiling, whoever foiled it and however many."""

from __future__ import annotations

import re

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import CONTRAST, PREPOSITION, RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.roles.foregone import is_background
from riwaya.read.telling.supposed import is_future

_REACH = 8
_FOILED = re.compile("حبط|حباط|افشل|افشال")
_PLANS = ("مخطط", "خطه", "خطط")
_ENDS = frozenset({VERB, THAT, SUBORDINATOR, CONTRAST})


def was_foiled(grammar: Grammar, mark: Mark) -> bool:
    """أحبطت الشرطة محاولة | اقتحام, صدت القوات محاولة | تسلل: an attempt that was foiled or repelled was made."""
    if mark.is_verb or mark.entry.type not in ("ASSAULT", "CONTROL"):
        return False
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _REACH)
    tried = next((at for at in range(mark.index - 1, max(first, mark.index - 2) - 1, -1) if _is_attempt(grammar, at)), None)
    if tried is None:
        return False
    for at in range(tried - 1, first - 1, -1):
        if _foils(grammar, at) or grammar.tokens[at].norm in _REPELLED:
            return grammar.tokens[at].word.preposition != "ل" and not is_future(grammar, at)
        if grammar.is_comma(at) or grammar.parts[at] in (PREPOSITION, RELATIVE, THAT):
            return False
    return False


_REPELLED = ("صد", "صدت", "صدوا", "وصد", "وصدت")


def _is_attempt(grammar: Grammar, at: int) -> bool:
    return grammar.tokens[at].word.core.startswith("محاول")


def is_foiled(grammar: Grammar, mark: Mark) -> bool:
    """أحبطت قوات الأمن اليوم | هجوما, إحباط عدد من | الهجمات, أحبط مخططا كان | يستهدف مسجدا: what was foiled was not done."""
    if mark.entry.type in ("RETREAT", "AGREE", "CONSULT") or mark.found.conjunction or (mark.is_verb and not _aims(grammar, mark)):
        return False
    before = mark.index - 1
    led = before > 0 and grammar.parts[before] == PREPOSITION
    if led and (grammar.tokens[before].norm != "من" or _foils(grammar, before - 1)):  # إحباطهم من | قصف الحي
        return False
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _REACH)
    for at in range(mark.index - 1, first - 1, -1):
        if _foils(grammar, at):
            return not grammar.negated(at) and not was_made(grammar, mark, at)
        if not mark.is_verb and grammar.tokens[at].word.core.startswith(_PLANS):  # أحبطت مخططات لشن | هجمات: they are planned
            return False
        which = mark.is_verb and grammar.parts[at] == RELATIVE
        if grammar.is_comma(at) and not grammar.phrases.dated.isdisjoint((at - 1, at + 1)):  # أحبطت القوات، الجمعة، | هجوما
            continue
        if grammar.is_comma(at) or grammar.parts[at] in _ENDS or (not which and is_background(grammar, at)):
            return False
    return False


def was_made(grammar: Grammar, mark: Mark, word: int) -> bool:
    """أحبطت القوات هجوما | شنه مسلحون, أفشلت هجوما، مما | أدى إلى مقتل خمسة: what was launched or left victims was made, though a
    word says that it was foiled. فشلت | المحادثات: talks that fail were held."""
    if mark.entry.group == "meet" and word == mark.index - 1 and grammar.tokens[word].word.core.startswith(_FAILED):
        return word < 1 or grammar.tokens[word - 1].norm not in _IF
    if not _foils(grammar, word):
        return False
    if mark.entry.group == "result":  # هجوما خلف خمسة | قتلى
        return True
    limit = grammar.limit(mark.index)
    if any(grammar.tokens[at].norm in _LAUNCHED for at in range(mark.end, min(limit, mark.end + _NEAR))):
        return True
    left = (at for at in range(mark.end, limit) if grammar.tokens[at].word.core in _LEFT)
    return any(_befell(grammar, k) for at in left for k in range(at + 1, min(limit, at + _NEAR)))


def _befell(grammar: Grammar, at: int) -> bool:
    """مقتل, إصابة, جرحى: a noun of what befell people."""
    found = grammar.tokens[at].word.find("trigger", "noun")
    return found is not None and isinstance(found.sense.entry, Trigger) and found.sense.entry.group == "result"


_FAILED, _IF = ("فشل", "اخفق"), ("اذا", "لو", "ان")
_LAUNCHED, _LEFT, _NEAR = word_list("launched it"), word_list("left victims"), 4


def _foils(grammar: Grammar, at: int) -> bool:
    """أحبطت, تحبط, إحباط, أفشلوا: a form of a verb of foiling or its noun; not محبط, nor الإحباط, which is a feeling."""
    norm, core = grammar.tokens[at].norm, grammar.tokens[at].word.core
    if not _FOILED.search(core) or norm.startswith(("ال", "بال")) or core.startswith("م"):
        return False
    return not grammar.phrases.is_owned(at)  # إفشالها عن طريق | القصف


def _aims(grammar: Grammar, mark: Mark) -> bool:
    """مخططا كان | يستهدف, عمليات | تستهدف: a verb of what a plan is for."""
    return mark.form is not None and mark.form.tense == "imperfect" and mark.entry.lemma == "استهدف"
