"""What is told anew of a deed with the article: that somebody answers for it, cuts it off, begins it or goes on with it."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, RELATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.roles.foregone import is_accounted_for
from riwaya.read.telling.withheld import is_cut_off
from riwaya.read.words.noverbs import imperfect


def told_though_known(grammar: Grammar, mark: Mark) -> bool:
    """مساءلة الحكومة عن | عمليات القتل, قطعت واشنطن | المساعدات: the article points to nothing that was told before."""
    if mark.entry.group == "meet" and mark.found.preposition == "ل" and grammar.tokens[mark.index].word.core == "تفاوض":
        return True  # سنذهب إلى جنيف | للتفاوض
    if is_behind(grammar, mark.index):
        return True
    return is_accounted_for(grammar, mark) or is_cut_off(grammar, mark) or _begins_now(grammar, mark) or _leaves_next(grammar, mark)


def is_behind(grammar: Grammar, index: int) -> bool:
    """أقرت الدولة بوقوفها وراء | الاغتيال, أن تكون الحركة وراء | المجزرة: who is said to be behind a deed did it."""
    return index > 0 and grammar.tokens[index - 1].norm == "وراء" and stands_before(grammar, index - 1) is not None


def stands_before(grammar: Grammar, index: int) -> int | None:
    """تكون | الحركة وراء, تقف | وراء: the word that says that somebody stands behind; not لم يعرف من يقف | وراء الهجوم."""
    for at in range(index - 1, max(grammar.layout.sentence(index).start, index - _BACK), -1):
        word = grammar.tokens[at].word
        owned = "masdar" in word.labels and word.core.startswith("وقوف")
        if owned or word.core in _STANDS or grammar.parts[at] == AUXILIARY:
            asked = grammar.parts[at - 1] == RELATIVE or grammar.tokens[at - 1].norm in _WHO
            return None if asked else at
        if grammar.parts[at] == VERB or grammar.is_comma(at):
            return None
    return None


def _leaves_next(grammar: Grammar, mark: Mark) -> bool:
    """اقتحم المسلحون الثكنة قبل | الانسحاب: who has done something withdraws next."""
    if (mark.entry.type, mark.entry.lemma) != ("RETREAT", "انسحب") or grammar.tokens[mark.index - 1].norm not in ("قبل", "قبيل"):
        return False
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _BACK)
    verb = next((at for at in range(mark.index - 1, first - 1, -1) if grammar.parts[at] == VERB), mark.index)
    told = "trigger" in grammar.tokens[verb].word.labels and not imperfect(grammar.tokens[verb])
    return verb < mark.index and told and not grammar.negated(verb)


def _begins_now(grammar: Grammar, mark: Mark) -> bool:
    """مع بدء | العصيان المدني, دخل | الإضراب يومه الثاني: a protest that begins, goes on or enters a further day.

    عاد المحتجون | للاعتصام: or to which somebody comes.
    """
    if mark.entry.type != "PROTEST" or mark.index == 0:
        return False
    if mark.found.preposition == "ل" and grammar.tokens[mark.index].word.core in _TO_PROTEST and _comes(grammar, mark.index - 1):
        return True
    before = grammar.tokens[mark.index - 1].word.core
    days = any(token.norm == "يومه" for token in grammar.tokens[mark.end : mark.end + _DAY])
    return before in _BEGINS or (days and before in _ENTERS)


def _comes(grammar: Grammar, at: int) -> bool:
    """عاد | المتظاهرون, خرجوا, عادوا يوم | السبت: who comes or when stands before what he comes for; أسبابهم | للتظاهر do not."""
    labels = grammar.tokens[at].word.labels
    return grammar.parts[at] == VERB or at in grammar.place_at or not labels.isdisjoint(("person", "timeword", "weekday"))


_BACK = 12
_WHO = ("من", "جهه")
_STANDS = ("يقف", "تقف", "يقفون", "وقفت")
_TO_PROTEST = ("اعتصام", "تظاهر", "اضراب", "احتجاج")
_BEGINS, _ENTERS, _DAY = word_list("beginning of a protest"), ("دخل", "يدخل"), 10
