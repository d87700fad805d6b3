"""Who protests, and marches and stands that are protests where the clause says that people take part in them."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Noun, Trigger
from riwaya.lang.ar.parts import AUXILIARY, NOUN, NUMERAL, QUANTIFIER, RELATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.spelling import folded

_REACH = 16
_TAKES_PART = word_list("takes part in a march")
_HOLDING = ("خروج", "تنظيم", "تسيير", "مشاركه")
_MARCHES = ("مسير", "وقف", "موكب", "مواكب")


def is_held_here(grammar: Grammar, index: int) -> bool:
    """شارك آلاف في | مسيرة, نظموا | وقفة: a march or stand, of nothing, whose verb says that people take part in it or hold it.

    شارك عشرات الآلاف في | مسيرة الأعلام: counted people take part in a march by its name too.
    """
    if not grammar.tokens[index].word.core.startswith(_MARCHES):
        return False
    if _in_its_course(grammar, index):
        return True
    origin = index - (index - 1 in grammar.layout.closing)  # شارك آلاف في | «مسيرة الأعلام»
    first = max(grammar.clause_start(origin), index - _REACH)
    verbs = (at for at in range(first, index) if grammar.parts[at] == VERB or grammar.tokens[at].word.core in _HOLDING)
    verb = next((at for at in verbs if grammar.tokens[at].word.core.removeprefix("س").startswith(tuple(_TAKES_PART))), None)
    if verb is None:
        return grammar.tokens[index - 1].word.core.startswith("انطلق") and _is_marched_for(grammar, index)
    behind = index + 1
    of = behind < grammar.limit(index) and grammar.parts[behind] == NOUN and behind not in grammar.place_at
    return not of or behind in grammar.phrases.dated or not _COUNTS.isdisjoint(grammar.parts[verb + 1 : index])


def _in_its_course(grammar: Grammar, index: int) -> bool:
    """اعتقلت الشرطة العشرات خلال | مسيرة في إسطنبول: a march in whose course something happened, and where it was."""
    place = index + 2
    amid = index > 0 and grammar.tokens[index - 1].norm in ("خلال", "اثناء")
    return amid and place in grammar.place_at and grammar.tokens[index + 1].norm in ("في", "وسط")


def chants_with_others(grammar: Grammar, index: int) -> bool:
    """هتفوا «ارحل», وهم يهتفون: a form of many says that a crowd chants."""
    return grammar.tokens[index].word.bare.endswith(("وا", "ون")) and not grammar.negated(index)


def protesters_before(grammar: Grammar, index: int) -> bool:
    """متظاهرين | احتجوا على الحرب, المحتجون الذين كانوا | يهتفون: protesters right before what they do."""
    at = index - 1
    while at > 0 and grammar.parts[at] in (AUXILIARY, RELATIVE):
        at -= 1
    return at >= 0 and is_protester(grammar, at)


_COUNTS = frozenset({NUMERAL, QUANTIFIER})


def sets_out_marching(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """انطلقت مسيرات في المخيمات | استنكارا للحرق: marches set out with what people march for; drones do not."""
    if entry.lemma != "انطلق" or entry.type != "ASSAULT" or index + 1 == len(grammar.tokens):
        return False
    return grammar.layout.norms[index + 1].endswith("مسيرات") and _is_marched_for(grammar, index + 1)


def _is_marched_for(grammar: Grammar, index: int) -> bool:
    """مسيرات في المخيمات | استنكارا للحرق, مسيرة | للمطالبة بالإفراج عنهم: for or against what people march stands behind."""
    near = range(index + 1, min(grammar.layout.sentence(index).end, index + _MARCH_REACH))
    return any(grammar.tokens[at].norm in _MARCHED_FOR for at in near)


_MARCHED_FOR, _MARCH_REACH = word_list("marched for"), 14


def is_protester(grammar: Grammar, at: int) -> bool:
    """Whether a token names people who protest."""
    found = grammar.tokens[at].word.find("person")
    entry = found.sense.entry if found else None
    return isinstance(entry, Noun) and folded(entry.lemma) in _PROTESTERS


_PROTESTERS = word_list("companion protester")
