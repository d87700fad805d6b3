"""What is opened, of what a siege is lifted, with whom there is a truce, over what part of a land somebody takes control."""

from __future__ import annotations

from riwaya.lang.ar.parts import NUMERAL, QUANTIFIER, THAT, VERB
from riwaya.lang.ar.thing_groups import SITES
from riwaya.read.clauses.forces import is_body
from riwaya.read.clauses.near import TARGET, after, thing_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range

_LIFTS = frozenset({"رفع", "فك", "كسر", "أنهى"})
_SIEGE = ("حصار", "طوق", "اغلاق")
_WAYS = ("طريق", "طرق", "معبر", "معابر", "حدود")
_FIRE = ("هدنه", "تهدءه", "وقف", "اطلاق", "نار")
_SHARES = ("ثلث", "ثلثي", "ربع", "نصف", "معظم")
_ABOUT = ("نحو", "حوالي", "قرابه")


def opened(grammar: Grammar, mark: Mark) -> Range | None:
    """رفع الحصار عن | المدينة, فتح | طريقين, هدنة مع | الحكومة, سيطر على نحو | ثلث البلاد: what or whom such a deed is about."""
    if mark.entry.group == "hold":
        return _share(grammar, mark)
    if mark.entry.group != "stop":
        return None
    if mark.entry.lemma == "فتح":
        return _way(grammar, mark)
    words = [grammar.tokens[at].word.core for at in range(mark.index, max(mark.end, mark.companion + 1))]
    last = max(mark.end, mark.companion + 1)
    if mark.entry.lemma in _LIFTS:
        siege = any(core.startswith(_SIEGE) for core in words)
        laid = last < grammar.limit(mark.index) and grammar.tokens[last].word.core.startswith("مفروض")
        found = after(grammar, last, frozenset({"علي"} if laid else {"عن"})) if siege else None
        return found if found is not None and found[0] - last < _NEAR - 1 else None
    return _other_side(grammar, last) if any(core.startswith(_FIRE) for core in words) else None


def _way(grammar: Grammar, mark: Mark) -> Range | None:
    """فتح | الطريق الرابط بين المدينتين, فتح الجيش | المعبر: the way that is opened."""
    for at in range(mark.index + 1, min(grammar.limit(mark.index), mark.companion + 2)):
        if grammar.tokens[at].word.core.startswith(_WAYS) and grammar.phrases.begins(at):
            start = at - (at - 1 > mark.index and grammar.parts[at - 1] in (NUMERAL, QUANTIFIER))
            end = grammar.phrases.end(start, grammar.limit(mark.index), TARGET)
            parts = (k for k in range(at + 1, end) if grammar.tokens[k].norm == "بين" or k in grammar.layout.closing)
            return start, next(parts, end)
    return None


def _other_side(grammar: Grammar, start: int) -> Range | None:
    """تمديد وقف إطلاق النار مع | الحكومة: the body with which a truce is kept, close behind its words."""
    found = after(grammar, start, frozenset({"مع"}))
    if found is None or found[0] - start >= _NEAR or not is_body(grammar, found):
        return None
    led = (at for at in range(start, found[0]) if grammar.tokens[at].word.preposition)
    other = any(grammar.phrases.is_event_noun(at) for at in led)  # وقف القصف للجلوس | مع الحكومة
    return None if other else found


_NEAR = 5


def _share(grammar: Grammar, mark: Mark) -> Range | None:
    """سيطر على نحو | ثلث البلاد: a share of a land behind على and a word of about."""
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _NEAR)):
        if grammar.parts[at] in (VERB, THAT):
            return None
        core = grammar.tokens[at].word.core
        if core.startswith(_SHARES) and grammar.tokens[at - 1].norm in _ABOUT and grammar.tokens[at - 2].norm == "علي":
            land = at + 1 < grammar.limit(mark.index) and (
                thing_group(grammar, at + 1) in SITES or grammar.tokens[at + 1].word.article
            )
            return (at, grammar.phrases.end(at, grammar.limit(mark.index), TARGET)) if land else None
    return None
