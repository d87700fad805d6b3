"""Victims that are spoken of: known ones, such as the wounded who are moved, and those of whom something new is said."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, PRONOUN, VERB
from riwaya.read.clauses.near import is_place
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim

_NEAR = 4


def bare_victims(grammar: Grammar, claim: Claim) -> bool:
    """Victims without a number that are not denied, but for the head of a title and behind a word of result (نقل الجرحى)."""
    if claim.mark.entry.frame != "C" or claim.mark.entry.group == "state":
        return False
    if claim.mark.found.article or claim.mark.found.pronoun:
        return not _among_the_dead(grammar, claim)
    if claim.negated:
        return False
    sentence = grammar.layout.sentence(claim.mark.index)
    if claim.mark.index == sentence.start or (sentence.paragraph == 0 and not _belongs(grammar, claim.mark)):
        return False
    return not any(_leads_to_victims(grammar, at) for at in range(max(0, claim.mark.index - _NEAR), claim.mark.index))


def _belongs(grammar: Grammar, mark: Mark) -> bool:
    """مقبرة | شهداء القرية, الصلاة على | شهيد الواجب: known victims in a title; أنباء عن | قتلى في انفجار are new."""
    before = mark.index - 1
    if NUMERAL in grammar.parts[max(0, mark.index - _NEAR) : mark.index]:  # مئة مدني | ضحايا القصف
        return False
    if mark.found.preposition or grammar.parts[before] == PREPOSITION:
        return grammar.tokens[before].norm not in ("عن", "بين", "لدينا")
    return grammar.parts[before] == NOUN


def _among_the_dead(grammar: Grammar, claim: Claim) -> bool:
    """وأضاف أن قائدين من بين | القتلى, كان بين | القتلى طفل: who is said to be among the dead has been killed."""
    return _is_among(grammar, claim.mark)


def tells_who_died(grammar: Grammar, claim: Claim) -> bool:
    """من بين | القتلى القيادي البارز، وذلك خلال المواجهات: the attack in which one of the dead was killed who is named."""
    return claim.roles.target is not None and any(_is_among(grammar, mark) for mark in claim.absorbed)


def _is_among(grammar: Grammar, mark: Mark) -> bool:
    if mark.entry.lemma != "قتيل" or not mark.found.article:
        return False
    before = [token.word.core for token in grammar.tokens[max(0, mark.index - _NEAR) : mark.index]]
    return before[-1:] == ["بين"] and "ليس" not in before


def _leads_to_victims(grammar: Grammar, at: int) -> bool:
    """أسفر، أوقع، خلف، سقوط: a word whose result the victims are."""
    found = grammar.tokens[at].word.find("light")
    if found is not None and isinstance(found.sense.entry, Closed) and found.sense.entry.group in ("cause", "event"):
        return grammar.parts[at] in (VERB, NOUN) and not found.pronoun  # تاركين خلفهم جثثا
    return grammar.tokens[at].word.core in ("سقوط", "وقوع")


def are_named(grammar: Grammar, claim: Claim) -> bool:
    """والقتيلان | هما سالم ونادر, والشهداء الثلاثة | هم: of the dead who are known already it is only said who they are."""
    at, mark = claim.mark.end, claim.mark
    if mark.entry.frame != "C" or not grammar.phrases.has_article(mark.index):
        return False
    while at < grammar.limit(mark.index) and (grammar.parts[at] == NUMERAL or grammar.phrases.has_article(at)):
        at += 1
    return grammar.parts[at : at + 1] == [PRONOUN] and grammar.tokens[at].norm in ("هما", "هم", "هن")


def in_hands(grammar: Grammar, claim: Claim) -> bool:
    """وقع بيد المقاومة: with no ground that falls into hands somebody is caught; قتلوا بأيدي مسلحين, أيديهم وراء رؤوسهم."""
    if claim.mark.entry.type != "CONTROL" or claim.mark.entry.lemma not in ("وقع", "أيدي"):
        return False
    found = claim.mark.found
    if claim.mark.entry.lemma == "أيدي" and found.pronoun and not found.preposition:
        return grammar.tokens[claim.mark.index - 1].norm != "في"
    fallen = claim.roles.target
    if claim.mark.entry.lemma == "أيدي" and fallen is not None:
        before = grammar.tokens[grammar.clause_start(claim.mark.index) : claim.mark.index]
        falls = any(token.word.core.startswith(_FALLS) for token in before)  # سقطت القاعدة «في | أيدي المقاومة»
        return falls or not is_place(grammar, fallen[0])
    return fallen is None or "person" in grammar.tokens[fallen[0]].word.labels


_FALLS = ("وقع", "وقوع", "سقط", "سقوط", "تسقط")
