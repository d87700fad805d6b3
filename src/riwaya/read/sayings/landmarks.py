"""What an according-to phrase looks back to in its sentence, found once for a document: added parts, contrasts, what is told."""

from __future__ import annotations

from bisect import bisect_left

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import PREPOSITION, SUBORDINATOR, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Analysis
from riwaya.read.grammar import Grammar, Range, per_document

TO_CONTENT = 16
"""So many tokens behind a reporting verb its complementiser or quotation is looked for."""


@per_document
def parts_added(grammar: Grammar) -> list[Range]:
    """Behind which commas a part of its own begins (، مما أدى، وقتل), and its first token."""
    found: list[Range] = []
    for at in range(1, len(grammar.tokens) - 1):
        if not grammar.is_comma(at - 1):
            continue
        word, behind = grammar.tokens[at].word, grammar.parts[at + 1]
        if word.core in ("مما", "ما", "الامر") and behind == VERB:
            found.append((at, at + 2 + (grammar.parts[at + 2 : at + 3] == [PREPOSITION])))
        elif grammar.parts[at] == VERB and word.conjunction:
            found.append((at, at))
    return found


@per_document
def contrasts(grammar: Grammar) -> list[Range]:
    """Behind which commas بينما، فيما or في حين stands, and the token behind it."""
    found: list[Range] = []
    for at in range(1, len(grammar.tokens)):
        if not grammar.is_comma(at - 1):
            continue
        if grammar.parts[at] == SUBORDINATOR and grammar.tokens[at].word.core in ("بينما", "فيما"):
            found.append((at, at + 1))
        elif grammar.layout.norms[at : at + 2] == ["في", "حين"]:
            found.append((at, at + 2))
    return found


def last_of(found: list[Range], start: int, end: int) -> int | None:
    """What is found at the last token from start to end (exclusive) at which something is."""
    at = bisect_left(found, (end,)) - 1
    return found[at][1] if at >= 0 and found[at][0] >= start else None


def is_told(grammar: Grammar, start: int, end: int) -> bool:
    """Whether a reporting verb with its complementiser or quotation stands between two tokens."""
    return _first_told(grammar)[start] < end


@per_document
def _first_told(grammar: Grammar) -> list[int]:
    """For every token where what is told begins behind the next reporting verb from it on, as far as that is found."""
    count = len(grammar.tokens)
    nearest, opened = [count] * (count + 1), count
    for at in range(count - 1, -1, -1):
        cue = grammar.parts[at] == VERB and "cue" in grammar.tokens[at].word.labels
        here = opened if cue and opened < at + TO_CONTENT else count
        nearest[at] = min(here, nearest[at + 1])
        if grammar.parts[at] == THAT or _holds_speech(grammar, at):
            opened = at
    return nearest


def _holds_speech(grammar: Grammar, at: int) -> bool:
    """قال: «الهدنة صامدة في الجنوب»: a quotation; in سلمته مذكرة "شديدة اللهجة" two words in marks are nobody's speech."""
    close = grammar.layout.closing.get(at)
    if close is None:
        return False
    return close - at > _IN_MARKS or grammar.parts[at - 1] == VERB or grammar.tokens[at - 1].raw == ":"


_IN_MARKS = 3


def with_cause(grammar: Grammar, end: int, limit: int) -> int:
    """بحسب منظمات الدفاع | عن حقوق الإنسان: what a body defends is part of its name."""
    defends = end + 1 < limit and grammar.tokens[end].norm == "عن" and grammar.tokens[end - 1].word.core in _DEFENCE
    return grammar.phrases.end(end + 1, limit) if defends else end


_DEFENCE = frozenset({"دفاع", "مدافعه", "مدافع"})


def told_back(grammar: Grammar, verb: int, found: Analysis, subject: Range | None) -> bool:
    """هذا ما | أكده شهود, هذا ما أفاد به مصدر: somebody told it, the pronoun is what he told; هذا ما يفسر الهجوم explains."""
    pointing = bool(found.pronoun) or grammar.layout.norms[verb + 1 : verb + 2] in (["به"], ["اليه"])
    if subject is None or not pointing or getattr(found.sense.form, "tense", "") != "perfect":
        return False
    return not grammar.tokens[subject[0]].word.labels.isdisjoint(("source", "person", "medium", "country"))


def shows_only(grammar: Grammar, verb: int, found: Analysis, subject: Range | None) -> bool:
    """وهو ما | يؤكد خطر التوقيع, وهو ما أظهرته الهجمات: what bears it out; وهو ما نفته أنقرة, وهو ما رأى فيه الوزير are told."""
    pointing = bool(found.pronoun) or not _LED_BACK.isdisjoint(grammar.layout.norms[verb + 1 : verb + 2])
    if subject is None:
        return True
    labels = grammar.tokens[subject[0]].word.labels
    return labels.isdisjoint(("source", "person", "medium", "country")) and ("trigger" in labels or not pointing)


def takes_stand(grammar: Grammar, verb: int, cue: Cue, found: Analysis) -> bool:
    """وهو ما | رفضته أنقرة, الأمر الذي | رحبت به الحركة: somebody refuses, condemns or backs it, the pronoun is what was told."""
    if cue.act not in _STANCES or verb + 1 >= len(grammar.tokens):
        return False
    if found.pronoun == "ه" and cue.frames & {"obj", "masdar"}:
        return True
    return grammar.layout.norms[verb + 1] in _LED_BACK and grammar.layout.norms[verb + 1].removesuffix("ه") in cue.preps


_STANCES, _LED_BACK = frozenset({"reject", "condemn", "support"}), frozenset({"به", "اليه", "فيه", "عليه"})


def answered(grammar: Grammar, index: int) -> bool:
    """لم يعلق الجيش | على ما ذكرته الصحيفة, تعقيبا | على ما أوردته القناة: what somebody answers, with no comma before it."""
    near = range(max(grammar.layout.sentence(index).start, index - _ANSWER), index)
    return not grammar.is_comma(index - 1) and any(grammar.tokens[at].word.core in _ANSWERS for at in near)


_ANSWERS, _ANSWER = word_list("answer to what is said"), 5
