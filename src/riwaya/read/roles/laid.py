"""Where what explodes is laid, thrown, set off or falls: it is not hit itself, but what stands there is."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN
from riwaya.lang.ar.thing_groups import SITES, WEAPONRY
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.near import after, counted_noun, passing, thing_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range

_LAYS = frozenset({"زرع", "ألقى", "فجر", "أطلق"})
_CLOSE, _STANDS = word_list("close to where something goes off"), (SITES - {"land"}) | {"vehicle"}
_WITHIN, _IN_OR_AT = frozenset({"في", "ب"}), frozenset({"داخل", "عند"})
_SELF, _NEAR, _FAR = ("نفس", "انفس"), 4, 9


def goes_off(grammar: Grammar, mark: Mark, where: Range) -> bool:
    """ألغام | زرعها المسلحون, عبوة | فجروها: what is laid or set off itself."""
    return mark.entry.lemma in _LAYS and thing_group(grammar, counted_noun(grammar, *where)) in WEAPONRY


def struck_where(grammar: Grammar, mark: Mark) -> Range | None:
    """زرع الألغام في | مداخل الموانئ, ألقى قنبلة عند | مدخل المعبد, سقط صاروخ قرب | ملعب: at what something goes off or is laid."""
    falls = mark.entry.lemma == "سقط" and mark.entry.frame == "V"
    if mark.entry.type != "ASSAULT" or mark.entry.mode == "firearms" or not (falls or mark.entry.lemma in _LAYS):
        return None
    if any(grammar.tokens[at].word.core.startswith(_SELF) for at in range(mark.end, min(mark.end + _NEAR, len(grammar.tokens)))):
        return None
    if mark.entry.lemma == "فجر" and mark.is_verb and (passes := passing(grammar, mark)) is not None:
        return passes  # فجروا عبوة لدى مرور | دورية
    beside = _IN_OR_AT if mark.entry.lemma == "فجر" and not mark.is_verb else frozenset(_CLOSE)  # تفجير قرب المسجد
    found = after(grammar, mark.end, beside)
    if found is not None and found[0] - mark.end < _FAR and _may_be_hit(grammar, found[0]):
        return None if _is_of_next(grammar, mark.end, found[0]) else found
    found = after(grammar, mark.end, _WITHIN) if mark.entry.lemma == "زرع" else None
    return found if found is not None and _is_part_of_something(grammar, found) else None


def _is_of_next(grammar: Grammar, start: int, end: int) -> bool:
    """زرع الألغام واعتراض مكالمات | داخل القاعدة: whether another deed is joined before a token."""
    joined = (at for at in range(start, end) if grammar.tokens[at].word.conjunction)
    return any(grammar.phrases.is_masdar(at) or grammar.phrases.is_owned(at) for at in joined)


def fallen_on(grammar: Grammar, mark: Mark, what: Range) -> Range | None:
    """سقط حطام الطائرة على | حي سكني, صواريخ تسقط قرب | قاعدة: upon what something falls that is no man, and not shot down."""
    if not mark.is_verb or mark.entry.type != "ASSAULT" or mark.entry.lemma not in ("سقط", "أسقط"):
        return None
    at = max(mark.end, what[1])
    close = at < grammar.limit(mark.index) and grammar.tokens[at].norm in _UPON
    labels = grammar.tokens[counted_noun(grammar, *what)].word.labels
    upon = what[0] > 0 and grammar.tokens[what[0] - 1].norm == "علي"  # سقطت مسيرة على | منزل قرب الجسر
    if not close or upon or labels & _SOMEBODY or (mark.entry.lemma == "أسقط" and not (what[1] <= mark.index and _may_fall(mark))):
        return None
    found = after(grammar, at, _UPON)
    return found if found is not None and thing_group(grammar, found[0]) in _STANDS else None


def _may_fall(mark: Mark) -> bool:
    """صواريخ | تسقط: a form that may be of falling, as أسقطتا may not."""
    return mark.form is not None and (mark.form.tense, mark.form.number) == ("imperfect", "s")


_UPON = frozenset({"علي", "قرب"})
_SOMEBODY = frozenset({"person", "source", "number"})


def _may_be_hit(grammar: Grammar, at: int) -> bool:
    """مدخل القاعدة, الحافلات: a thing, or what no table has; neither a time nor a place by its name."""
    word = grammar.tokens[at].word
    plain = grammar.parts[at] == NOUN and at not in grammar.place_at and at not in grammar.date_at
    return plain and (thing_group(grammar, at) in _STANDS or not word.labels)


def _is_part_of_something(grammar: Grammar, where: Range) -> bool:
    """في | الطريق, في | مداخل الموانئ: what stands somewhere, or a part of it; not where a town is."""
    head, behind = where[0], where[0] + 1
    if not _may_be_hit(grammar, head):
        return False
    known = thing_group(grammar, head) in _STANDS and behind not in grammar.place_at
    return known or (behind < where[1] and thing_group(grammar, behind) in _STANDS)
