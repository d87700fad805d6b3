"""Event words by the way: on whose arrival, our dead, their families, the bloodiest of attacks, for whose sake."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.lang.ar.parts import NOUN, RELATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import entries_at
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim

_SAKE, _JOINS, _NEAR = "سبيل", frozenset({"التحق"}), 3


def on_arrival(grammar: Grammar, claim: Claim) -> bool:
    """انفجرت سيارة عند | وصول القافلة, مع وصول الشرطة: when something else happened."""
    if claim.mark.is_verb or claim.mark.entry.group != "move" or claim.mark.index == 0:
        return False
    upon = claim.mark.index - 1
    opens = upon == grammar.layout.sentence(upon).start  # فعند | وصولهم انتقموا: what else happened is still to come
    return claim.mark.entry.lemma == "وصل" and not opens and grammar.tokens[upon].word.core in _UPON


_UPON = word_list("upon an arrival")


def their_families(grammar: Grammar, claim: Claim) -> bool:
    """مجموعات من | أسر المفقودين: of the dead, wounded and missing it is the family, no capture."""
    mark = claim.mark
    if mark.entry.lemma != "أسر" or mark.index == 0 or mark.found.pronoun:
        return False
    behind = mark.index + 1
    return behind < len(grammar.tokens) and grammar.phrases.has_article(behind) and grammar.tokens[behind].word.core in _HURT


_HURT = word_list("hurt people")


def among_the_worst(grammar: Grammar, claim: Claim) -> bool:
    """هذا الهجوم من أكثر | التفجيرات دموية: attacks of all times, with which one that was told is compared."""
    at = claim.mark.index
    if claim.mark.is_verb or at < 2 or not claim.mark.found.article or claim.mark.entry.type != "ASSAULT":
        return False
    return grammar.tokens[at - 1].word.core in _MOST and grammar.tokens[at - 2].norm in ("من", "بين")


_MOST = word_list("most of all")


def for_the_sake(grammar: Grammar, claim: Claim) -> bool:
    """قدموا الدعم في سبيل | دحر المتمردين: for what end something else is done."""
    before = grammar.tokens[claim.mark.index - 1].word.core if claim.mark.index else ""
    return not claim.mark.is_verb and claim.modality == "actual" and before == _SAKE


def who_had_joined(grammar: Grammar, claim: Claim) -> bool:
    """الأفراد الذين | التحقوا بالجيش, بث شبان | التحقوا بالتنظيم تسجيلا: who somebody is."""
    mark = claim.mark
    if not mark.is_verb or mark.entry.lemma not in _JOINS or mark.found.conjunction or claim.figures or mark.index == 0:
        return False
    before = mark.index - 1
    if grammar.parts[before] == RELATIVE:
        return True
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _NEAR)
    told = any(grammar.parts[at] == VERB for at in range(first, before))
    return told and grammar.parts[before] == NOUN and not grammar.phrases.is_definite(before)


def only_to_end(grammar: Grammar, claim: Claim) -> bool:
    """عملية تجري | للقضاء على جيوب التنظيم: what an operation is there for, told as if it were done."""
    mark = claim.mark
    return not mark.is_verb and mark.entry.lemma == "قضى" and mark.found.preposition == "ل" and claim.modality == "actual"


def is_repelled_now(grammar: Grammar, claim: Claim) -> bool:
    """صدت المقاومة هذا | الهجوم, تصدت القوات لذلك | الهجوم: that a known attack was repelled is told anew."""
    first = max(grammar.layout.sentence(claim.mark.index).start, claim.mark.index - _REPELLED)
    verbs = (at for at in range(first, claim.mark.index) if grammar.parts[at] == VERB)
    return claim.mark.entry.type == "ASSAULT" and any(grammar.tokens[at].word.core.startswith(_REPELS) for at in verbs)


_REPELS, _REPELLED = ("صد", "تصد", "يتصد", "افشل", "احبط"), 6


def hit_while_gathered(grammar: Grammar, claim: Claim) -> bool:
    """استهدف التفجير | تجمعا لناشطين: whoever has gathered where an attack hits does not protest by that."""
    mark = claim.mark
    if mark.is_verb or mark.entry.lemma != "تجمع":
        return False
    first = max(grammar.clause_start(mark.index), mark.index - _NEAR)
    return any(entry.type == "ASSAULT" for at in range(first, mark.index) for entry in entries_at(grammar, at))


BYWAYS: tuple[Callable[[Grammar, Claim], bool], ...] = (
    on_arrival,
    their_families,
    among_the_worst,
    for_the_sake,
    who_had_joined,
    only_to_end,
    hit_while_gathered,
)
"""What is told by the way is no event of its own."""
