"""Whether somebody else acts behind what is said: a contrast (غير أن، فيما), a verb of telling and what it asks for."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import CONTRAST, NOUN, PREPOSITION, SUBORDINATOR, THAT, VERB
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.endings import BLAMES, DOING_MORE


def is_contrast(grammar: Grammar, index: int) -> bool:
    """لكن، لكنه، غير أن، بيد أن، إلا أن، قبل أن، فيما، بينما."""
    behind = grammar.tokens[index + 1].norm if index + 1 < len(grammar.tokens) else ""
    core = grammar.tokens[index].word.core
    if core in ("فيما", "بينما") and grammar.parts[index] == SUBORDINATOR:
        return True
    return grammar.parts[index] == CONTRAST or (core in ("الا", "بيد", "غير", "قبل") and behind.startswith("ان"))


def another_acts(grammar: Grammar, index: int) -> bool:
    """Whether a reporting verb stands in the next clause, before its comma."""
    end = grammar.layout.sentence(index).end
    aside = _who_he_is(grammar, index, min(end, index + _TURN))
    limit = min(end, index + _TURN + len(aside))
    for at in range(index + 1, limit):
        if at in aside:
            continue
        if grammar.is_comma(at) or at in grammar.layout.closing:
            return False
        if grammar.tokens[at].norm in _UNCHECKED and grammar.tokens[at - 1].norm == "لم":
            return True
        if grammar.parts[at] == VERB and "cue" in grammar.tokens[at].word.labels and not _describes(grammar, index, at):
            told = not does_more(grammar, at) or frame_follows(grammar, at, strict=True)
            return told and (grammar.tokens[at - 1].norm == "لم" or not grammar.negated(at))
    return False


_TURN = 12
_UNCHECKED = frozenset({"يتسن", "يتسني", "يمكن", "يكن"})
"""إلا أنه لم يتسن التأكد: the outlet's own remark."""


def _describes(grammar: Grammar, index: int, at: int) -> bool:
    """فيما أصيب شقيقه بحروق | وصفت بأنها خطيرة: behind the verb of its clause, one on an indefinite noun is nobody's act."""
    joined = grammar.tokens[at].word.conjunction or grammar.parts[at - 1] != NOUN or grammar.phrases.is_definite(at - 1)
    return not joined and VERB in grammar.parts[index + 1 : at]


def _who_he_is(grammar: Grammar, index: int, limit: int) -> range:
    """غير أن ناطقا باسم الحركة|، وهي جماعة محلية،| كذب ذلك: the clause between commas that says who somebody is."""
    comma = next((at for at in range(index + 1, limit) if grammar.is_comma(at)), limit)
    if comma + 1 >= limit or grammar.tokens[comma + 1].norm not in _WHO:
        return range(0)
    close = next((at for at in range(comma + 2, min(grammar.limit(index), comma + _TURN)) if grammar.is_comma(at)), comma)
    return range(comma, close + 1)


_WHO = frozenset({"وهو", "وهي", "وهم"})


def does_more(grammar: Grammar, index: int) -> bool:
    """لكن الهجمات تهدد المدنيين, فيما يواصل الجيش: verbs that mostly do something else than say."""
    found = grammar.tokens[index].word.find("cue", "verb")
    return found is not None and isinstance(found.sense.entry, Cue) and found.sense.entry.lemma in DOING_MORE


def is_praised(grammar: Grammar, cue: Cue, at: int) -> bool:
    """مشيدا | بقوة الأجهزة, أشاد | بحضور الأمير: an adverb or preposition elsewhere, with its genitive behind a verb of ب."""
    if grammar.tokens[at].norm not in ("بقوه", "بحضور") or "ب" not in cue.preps or cue.frames & _TAKES_MORE:
        return False
    behind = grammar.tokens[at + 1 : at + 2]
    return bool(behind) and grammar.phrases.begins(at + 1) and not grammar.phrases.preposition_of(behind[0])


_TAKES_MORE = frozenset({"that", "obj", "masdar", "quote"})


def frame_follows(grammar: Grammar, index: int, strict: bool = False) -> bool:
    """Whether what a reporting participle (or verb) asks for stands close behind it; ``strict``: its own prepositions only."""
    cues = [found.sense.entry for found in grammar.tokens[index].word.all("cue") if isinstance(found.sense.entry, Cue)]
    preps = {prep for cue in cues for prep in cue.preps | cue.whom} if strict else None
    for at in range(index + 1, min(index + 6, len(grammar.tokens))):
        token = grammar.tokens[at]
        if grammar.parts[at] == THAT or (preps is None and (token.raw == ":" or at in grammar.layout.closing)):
            return True
        prep = token.word.core if grammar.parts[at] == PREPOSITION else grammar.phrases.preposition_of(token)
        prep = "ب" if any(is_praised(grammar, cue, at) for cue in cues) else prep
        if prep and (preps is None or prep in preps):
            return True
        if preps is None and grammar.phrases.is_claim_noun(at):
            return True
        if token.word.core in BLAMES and any("blame" in cue.frames for cue in cues):
            return True
    return preps is None and any(cue.frames & {"obj", "masdar"} or cue.whom for cue in cues)
