"""Those who fall in an attack (سقط خمسة مدنيين في قصف), told with no word for the dead or hurt."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar


def falls_in_attack(grammar: Grammar, at: int) -> bool:
    """سقط ثلاثة | أطفال برصاص قناص, سقط خمسة | مدنيين في قصف: people before whom or what shot or struck them in their clause.

    سقط خمسة وزراء في الانتخابات, سقط عشرة مدنيين بين قتيل وجريح: nobody struck them, or a word tells what became of them.
    """
    word = grammar.tokens[at].word
    if grammar.parts[at] != NOUN or "person" not in word.labels or word.preposition:
        return False
    behind = range(at + 1, min(grammar.limit(at), at + 1 + _REACH))
    end = next((k for k in behind if grammar.parts[k] in (VERB, THAT) and not _falls(grammar, k)), behind.stop)
    tokens = grammar.tokens[at:end]
    if any(_tells_harm(grammar, token.index) or token.word.core in _HANDS for token in tokens):
        return False
    return any(_strikes(grammar, token.index) for token in tokens[1:])


def is_fallen_town(grammar: Grammar, at: int) -> bool:
    """سقطت | قندوز, ستسقط | بلدة الريان: a town right behind the verb, which nobody's hands need be named to have taken."""
    if at == 0 or not (at in grammar.place_at or grammar.group(at, "thing") == "settlement") or grammar.parts[at] != NOUN:
        return False
    return _falls(grammar, at - 1) and grammar.tokens[at - 1].norm.endswith(_SHE_FALLS) and not grammar.tokens[at].word.preposition


_SHE_FALLS = ("سقطت", "تسقط")


def dies_of_attack(grammar: Grammar, index: int) -> bool:
    """أدى القصف إلى | وفاة طفلة, أسفر الهجوم عن | وفاة ثلاثة, أدت الغارة | لوفاة ثلاثة: a death to which an attack led."""
    led_to = grammar.tokens[index - 1].norm in ("الي", "عن") or grammar.tokens[index].word.preposition == "ل"
    if grammar.parts[index] != NOUN or not led_to:
        return False
    led = next((at for at in range(index - 1, grammar.clause_start(index) - 1, -1) if grammar.parts[at] == VERB), index)
    first = max(grammar.layout.sentence(index).start, led - _REACH)
    return grammar.tokens[led].word.core in LED_TO and any(_attacks(grammar, at) for at in range(first, index))


def _falls(grammar: Grammar, at: int) -> bool:
    """إن ثلاثة مدنيين | سقطوا في غارات: the verb itself, behind those who fell."""
    return any(one.sense.entry.lemma == "سقط" for one in grammar.tokens[at].word.all("trigger", "verb"))


def _tells_harm(grammar: Grammar, at: int) -> bool:
    """قتيل, جرحى, ضحية: a word that says itself what became of those who fell."""
    return any(one.frame == "C" for one in _entries(grammar, at))


def _strikes(grammar: Grammar, at: int) -> bool:
    """برصاص, بنيران, في | قصف, جراء غارة, في سلسلة | هجمات: what shot or struck them."""
    if grammar.tokens[at].word.core in _SHOTS and grammar.phrases.preposition_of(grammar.tokens[at]) == "ب":
        return True
    near = grammar.layout.norms[max(0, at - _LED) : at]
    led = grammar.phrases.preposition_of(grammar.tokens[at]) == "ب" or not _LEADS.isdisjoint(near)
    return led and _attacks(grammar, at)


def _attacks(grammar: Grammar, at: int) -> bool:
    """غارة, قصف, قصفت: a word of an attack."""
    found = (one.sense.entry for one in grammar.tokens[at].word.all("trigger"))
    return any((one.type, one.group) == ("ASSAULT", "attack") and not one.needs for one in found if isinstance(one, Trigger))


def _entries(grammar: Grammar, at: int) -> list[Trigger]:
    return [one.sense.entry for one in grammar.tokens[at].word.all("trigger", "noun") if isinstance(one.sense.entry, Trigger)]


_SHOTS, _LEADS, _HANDS = word_list("fallen by shots"), word_list("fallen in an attack"), word_list("fallen into hands")
LED_TO = frozenset({"ادي", "ادت", "اسفر", "اسفرت", "تسبب"})
_REACH, _LED = 10, 3
