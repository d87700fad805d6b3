"""Against whom, with whom or between whom a deed is, told between its light verb and its noun: شن الجيش على البلدة | هجوما."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.read.clauses.near import REACH, after, before_count
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.antecedents import antecedent_of
from riwaya.read.roles.lights import light_lemma
from riwaya.read.roles.nounroles import only_where
from riwaya.read.roles.sides import beside, is_now_and_then

_TALKS, _DEALT = frozenset({"meet", "deal"}), ("وجه", "سدد", "نصب")
_GOES_ON = ("جرت", "جرى", "يجري")  # جرت بين الوزيرين | محادثات
_WITH, _TO = frozenset({"مع"}), frozenset({"الي", "ل"})
_AGAINST = frozenset({"علي", "ضد", "بحق"})


def told_ahead(grammar: Grammar, mark: Mark, actor: Range | None) -> tuple[Range | None, Range | None] | None:
    """شن الجيش على | البلدة هجوما, عقد الوزير مع | السفير لقاء, دارت بين | الجيش والمسلحين معارك: who acts and who suffers."""
    verb = None if mark.is_verb or _is_governed(grammar, mark) else _light_before(grammar, mark)
    if verb is None:
        return None
    if actor is None and (sides := _sides(grammar, mark, verb)) is not None:
        return sides
    preps = _preps(grammar, mark, verb)
    if (pronoun := _pronoun(grammar, mark, verb, preps)) and (actor is not None or pronoun == "هم"):
        meant = antecedent_of(grammar, verb, pronoun, mark.entry, actor)
        near = meant is not None and meant[0] >= grammar.layout.sentence(mark.index).start
        return (actor, meant) if near else None
    found = after(grammar, verb + 1, preps) if preps else None
    if found is None or found[0] >= mark.index or only_where(grammar, mark, found[0]):
        return None
    return actor, (found[0], min(found[1], mark.index))


def _is_governed(grammar: Grammar, mark: Mark) -> bool:
    """نتائج | اللقاءات, في أعقاب | تفجير: what a preposition or another noun governs is no object of a verb before it."""
    before = before_count(grammar, mark.index)
    if mark.found.preposition or before < 0 or grammar.parts[before] == PREPOSITION:
        return True
    phrases = grammar.phrases
    whole = phrases.is_complete(before) or before in phrases.placed or before in phrases.dated
    return grammar.parts[before] == NOUN and not whole and grammar.light(before, "noun") == ""


def _light_before(grammar: Grammar, mark: Mark) -> int | None:
    """شن | الجيش على البلدة هجوما: the light verb that governs a noun of event, no other deed and no clause between them."""
    first = max(grammar.layout.sentence(mark.index).start, mark.index - REACH)
    for at in range(mark.index - 1, first - 1, -1):
        if grammar.parts[at] == VERB or grammar.tokens[at].word.core in _GOES_ON:
            return at if grammar.light(at) in ("actor", "event") else None
        beside = at - 1 in grammar.phrases.dated or at + 1 in grammar.phrases.dated  # شنت الطائرات، فجر اليوم، على البلدة | غارة
        parted = grammar.is_comma(at) and not beside
        deed = grammar.phrases.is_event_noun(at) and "person" not in grammar.tokens[at].word.labels
        if grammar.parts[at] in (THAT, RELATIVE) or parted or deed:
            return None
    return None


def _preps(grammar: Grammar, mark: Mark, verb: int) -> frozenset[str]:
    """Behind which prepositions those stand whom a deed is against or with."""
    if mark.entry.group in _TALKS:
        return _WITH
    if mark.entry.group == "give":  # أرسلت الدولة إلى اللاجئين | مساعدات
        return _TO
    if mark.entry.type != "ASSAULT" or mark.entry.group != "attack":
        return frozenset()
    more = _TO if light_lemma(grammar, verb) in _DEALT else frozenset[str]()
    return _AGAINST | more | (_WITH if mark.entry.frame == "M" else frozenset[str]())


def _pronoun(grammar: Grammar, mark: Mark, verb: int, preps: frozenset[str]) -> str:
    """شن | عليهم الجيش هجوما, نصب لهم المسلحون كمينا: the pronoun of those whom a deed is against; empty where none stands."""
    for at in range(verb + 1, mark.index):
        found = grammar.tokens[at].word.find("prep")
        if found is not None and found.pronoun and grammar.tokens[at].norm.removesuffix(found.pronoun) in preps:
            return found.pronoun
    return ""


def _sides(grammar: Grammar, mark: Mark, verb: int) -> tuple[Range, Range | None] | None:
    """دارت بين | الجيش والمسلحين معارك, جرت بين | الوزيرين محادثات: the two sides of a fight or of talks."""
    if mark.entry.group not in _TALKS and mark.entry.frame != "M":
        return None
    at = next((at for at in range(verb + 1, mark.index - 1) if grammar.tokens[at].norm == "بين"), None)
    if at is None or is_now_and_then(grammar, at) or not grammar.phrases.begins(at + 1):
        return None
    first, second = beside(grammar, at)
    first = first[0], min(first[1], mark.index)
    return first, (second[0], min(second[1], mark.index)) if second is not None and second[0] < mark.index else None
