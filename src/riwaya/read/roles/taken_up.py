"""What a pronoun behind the words of a deed stands for, where nothing else tells it: الإفراج عنهم, سيطرتها عليها."""

from __future__ import annotations

from riwaya.lang.ar.parts import PREPOSITION, THAT, VERB
from riwaya.read.clauses.near import TARGET, is_place
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.antecedents import antecedent_of
from riwaya.read.roles.prepositions import resumed

_UPON, _LET_GO = frozenset({"علي"}), frozenset({"عن"})


def taken_up(grammar: Grammar, mark: Mark, actor: Range | None) -> Range | None:
    """أحكمت القوات سيطرتها | عليها, طالبت النقابة بالإفراج | عنهم: whom or what a pronoun behind the words of a deed means."""
    pronoun = pronoun_behind(grammar, mark) or _shot_at(grammar, mark)
    found = antecedent_of(grammar, mark.index, pronoun, mark.entry, actor) if pronoun else None
    if found is None or (mark.entry.group == "arrest" and _is_nobody(grammar, found[0])):
        return _both(grammar, mark)
    inner = (at for at in range(found[0] + 1, found[1]) if grammar.tokens[at].word.preposition == "ل")
    met = (at for at in inner if grammar.phrases.is_event_noun(at))
    return found[0], next(met, found[1])  # تعرض | الجنود | لهجوم


def _is_nobody(grammar: Grammar, head: int) -> bool:
    """صدم سيارته ... وتم القبض عليه: things, and words that only describe, are not arrested."""
    word = grammar.tokens[head].word
    return grammar.phrases.is_nobody(head) and bool(word.labels & {"thing", "adjective"})


def _both(grammar: Grammar, mark: Mark) -> Range | None:
    """إعادة تشغيل المطار والميناء بعد | تحريرهما: two places that و joins, which a pronoun of two means."""
    if mark.found.pronoun != "هما" or mark.entry.group != "hold":
        return None
    for at in range(mark.index - 1, max(grammar.layout.sentence(mark.index).start, mark.index - _BACK), -1):
        if grammar.tokens[at].word.conjunction == "و" and is_place(grammar, at):
            first = next((k for k in range(at - 1, max(0, at - _NEAR), -1) if is_place(grammar, k)), None)
            return (first, grammar.phrases.end(first, mark.index, TARGET)) if first is not None else None
    return None


def pronoun_behind(grammar: Grammar, mark: Mark) -> str:
    """الإفراج الفوري | عنهما, أحكمت القوات سيطرتها | عليها: the pronoun behind the words of a deed; empty where none stands."""
    preps = _behind_what(mark)
    last = mark.index if mark.entry.group == "arrest" else _last_word(grammar, mark)
    return resumed(grammar, last, preps) if preps else ""


def _behind_what(mark: Mark) -> frozenset[str]:
    """الإفراج | عن, السيطرة | على: behind which prepositions such a pronoun is looked for."""
    if mark.entry.group == "free":
        return _LET_GO & mark.entry.preps
    if mark.entry.group == "arrest":  # الذي ألقي القبض | عليه
        return _UPON & mark.entry.preps
    return _UPON if mark.entry.group == "hold" else frozenset()


def _shot_at(grammar: Grammar, mark: Mark) -> str:
    """فتح المسلحون النار | عليهم, هجمات | عليها, عمليات | ضدهم: the pronoun of those at whom an attack is aimed."""
    against = _at_whom(mark)
    if not against:
        return ""
    if mark.index and grammar.tokens[mark.index - 1].norm == "علي":  # رد الجنود على | إطلاق النار عليهم
        return ""
    for at in range(mark.index + 1, min(grammar.limit(mark.index), mark.end + _NEAR)):
        found = grammar.tokens[at].word.find("prep")
        if found is not None and found.pronoun:
            return found.pronoun if grammar.tokens[at].norm.removesuffix(found.pronoun) in against else ""
        if grammar.parts[at] in (VERB, THAT, PREPOSITION) or grammar.is_comma(at):
            return ""
    return ""


def _at_whom(mark: Mark) -> frozenset[str]:
    """هجمات | عليها, توزيع الأغذية | عليهم: behind which prepositions those stand for whom a deed is."""
    if mark.entry.type == "AID" and mark.entry.group == "give":
        return _UPON
    return _AT if mark.entry.type == "ASSAULT" and mark.entry.group == "attack" and mark.entry.preps & _AT else frozenset()


_AT, _NEAR, _BACK = frozenset({"علي", "ضد"}), 5, 20


def _last_word(grammar: Grammar, mark: Mark) -> int:
    """أحكمت القوات | سيطرتها, الإفراج | الفوري: the last of the words of a deed, with its adjectives."""
    last = max(mark.end - 1, mark.companion)
    while last + 1 < grammar.limit(mark.index) and grammar.phrases.is_adjective(last + 1):
        last += 1
    return last
