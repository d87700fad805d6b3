"""Who is said to be still held or besieged: behind or before a word of being (ظلت عشرات العائلات | محاصرة)."""

from __future__ import annotations

from riwaya.lang.ar.parts import ADVERB, AUXILIARY, NOUN, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.read.clauses.clauses import guessed_form
from riwaya.read.clauses.pointed_back import antecedent
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range

_KEPT = ("محاصر", "محتجز", "موقوف", "مختطف", "معتقل")
_THERE = frozenset({"يوجد", "توجد", "هناك", "وجود"})
_REACH = 18
_OPENS = frozenset({NOUN, NUMERAL, QUANTIFIER})
_ENDS = frozenset({PREPOSITION, RELATIVE, AUXILIARY, VERB, ADVERB})
_ASIDE = frozenset({PREPOSITION, ADVERB, QUANTIFIER, NUMERAL})


def kept_so(grammar: Grammar, mark: Mark) -> Range | None:
    """لا تزال كميات من الحبوب | محتجزة, يوجد ألف أسير لدى الجماعة | محتجزين: of whom it is said that he is held."""
    under = mark.entry.lemma == "سيطر" and mark.index > 0 and grammar.tokens[mark.index - 1].norm == "تحت"
    held = mark.entry.type == "COERCE" and _is_state(grammar, mark)
    if mark.is_verb or mark.found.article or not (held or under):
        return None
    end = mark.index - under
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _REACH)
    for at in range(end - 1, first - 1, -1):
        in_clause = at > 0 and grammar.parts[at - 1] in (RELATIVE, AUXILIARY)  # العائلات التي | كانت تتنزه
        says = grammar.parts[at] in (AUXILIARY, THAT) or grammar.tokens[at].word.core in _THERE
        if grammar.parts[at] == RELATIVE:  # التلان اللذان ما يزالان | تحت سيطرة الثوار
            return _past_deed(grammar, antecedent(grammar, at, None))
        if grammar.is_comma(at) or (grammar.parts[at] == VERB and not (says or in_clause)):
            return None
        if not says or (in_clause and at + 1 < end):
            continue
        said = _behind(grammar, at + 1, end) if at + 1 < end else _before(grammar, at)
        if said is not None or grammar.parts[at] == THAT:
            return said
    return None


def _past_deed(grammar: Grammar, where: Range | None) -> Range | None:
    """تحرير | مناطق الإقليم التي ما زالت تحت سيطرة الجماعة: without the deed that is to be done to it."""
    if where is None:
        return None
    deeds = [at for at in range(*where) if grammar.phrases.is_event_noun(at)]
    start = deeds[-1] + 1 if deeds else where[0]
    return (start, where[1]) if start < where[1] else None


def _is_state(grammar: Grammar, mark: Mark) -> bool:
    """محتجزين داخل القاعدة, محاصرة | أكثر من ساعتين: whether a participle says how somebody is; محاصرة | القاعدة is the deed."""
    if mark.found.preposition or not grammar.tokens[mark.index].word.core.startswith(_KEPT):
        return False
    at = mark.index + 1
    if at >= grammar.limit(mark.index) or at in grammar.date_at or grammar.parts[at] in _ASIDE:
        return True
    return bool(grammar.tokens[at].word.labels & {"timeword", "measure"}) or grammar.tokens[at].word.core == "اكثر"


def _behind(grammar: Grammar, start: int, end: int) -> Range | None:
    """ظلت | عشرات العائلات, إن | ما بين 20 و25 طنا من الحبوب: the phrase right behind a word of being, before where it is."""
    between = grammar.layout.norms[start : start + 2] == ["ما", "بين"]
    opens = between or (grammar.parts[start] in _OPENS and not grammar.phrases.preposition_of(grammar.tokens[start]))
    if not opens or grammar.phrases.is_event_noun(start):
        return None
    at = start + 2 * between
    while at < end and not (grammar.parts[at] in _ENDS and grammar.tokens[at].norm != "من") and at not in grammar.date_at:
        at += 1
    return (start, at) if at > start else None


def _before(grammar: Grammar, at: int) -> Range | None:
    """عائلات كانت تتنزه في الحديقة | ظلت: the subject of a word of being that stands right before."""
    return preverbal_subject(grammar, at, guessed_form(grammar, at)) if grammar.parts[at] == AUXILIARY else None
