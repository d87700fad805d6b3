"""Words that an event word needs and that only stand near it: what is commented on, the cause of a halt, another's object."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NUMERAL, PREPOSITION, QUANTIFIER
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.crowds import chants_with_others
from riwaya.read.clauses.lookalikes import came_about
from riwaya.read.clauses.quitting import opens_the_way, puts_down
from riwaya.read.clauses.supported import helps_nobody
from riwaya.read.grammar import Grammar


def only_beside(grammar: Grammar, index: int, entry: Trigger, at: int) -> bool:
    """علق الوزير على | القصف, توقفت الشاحنات بسبب | القصف: what is commented on, or made trucks stop, is not what is halted."""
    rule = _RULES.get(entry.lemma)
    return (rule is not None and rule(grammar, index, entry, at)) or helps_nobody(grammar, index, entry, at)


def _only_commented(grammar: Grammar, index: int, entry: Trigger, at: int) -> bool:
    """علق الوزير على | الاتفاق; علق العمال إضرابهم بعد | اتفاق: neither hangs up the deal."""
    if any(grammar.tokens[k].norm in ("علي", "عليها", "عليه") for k in range(index + 1, at)):
        return True
    return entry.group == "breach" and (grammar.tokens[at - 1].word.core in _BECAUSE_OF or grammar.tokens[at - 1].norm in _SINCE)


def _only_came_about(grammar: Grammar, index: int, entry: Trigger, at: int) -> bool:
    """وقع الوزيران | اتفاقا; وقعت اشتباكات بعد | الاتفاق: what came about is no deal that somebody signs."""
    return at > index and entry.group == "deal" and came_about(grammar, index, at)


def _not_led_there(grammar: Grammar, index: int, entry: Trigger, at: int) -> bool:
    """لجأ السكان إلى | المدينة, إلى بعض القرى, لمصر: a place with its preposition; لجأوا إلى التنكر في المدينة has none."""
    before = at - 1 - (grammar.parts[at - 1] in (QUANTIFIER, NUMERAL))
    led = grammar.tokens[at].word.preposition == "ل" or grammar.tokens[before].norm == "الي"
    return at > index and not led


def _only_because(grammar: Grammar, index: int, entry: Trigger, at: int) -> bool:
    """توقفت الشاحنات بسبب | القصف, نتوقف أمام | الحرب; ميناء البلدة توقف عن | العمل: neither trucks nor a port strike."""
    around = [k for k in (index - 2, index - 1, index + 1) if 0 <= k < min(at, len(grammar.tokens))]
    if entry.type == "PROTEST" and any(grammar.group(k, "thing") or k in grammar.place_at for k in around):
        return "احتجاجا" not in grammar.layout.norms[index : grammar.layout.sentence(index).end]
    between = (k for k in range(index + 1, at) if k not in grammar.phrases.dated)
    beside = entry.group == "stop" and any(grammar.tokens[k].norm in _SINCE_OR_BESIDE for k in between)
    return at > index + 1 and (beside or grammar.tokens[at - 1].word.core in _BECAUSE_OF)


def _no_partner(grammar: Grammar, index: int, entry: Trigger, at: int) -> bool:
    """تواصلت الحكومة | مع قادة الفصائل; تواصلت المعارك | مع المسلحين: whom a party talks to stands behind مع."""
    if entry.type != "CONSULT":
        return False
    partner = at + 1
    if entry.lemma == "اتصال" and (grammar.tokens[index - 1].norm != "علي" or index == 0):  # على | اتصال مع الوسطاء
        return True
    return at > index + _PARTNER or partner >= len(grammar.tokens) or not _is_contact(grammar, partner)


def _is_contact(grammar: Grammar, at: int) -> bool:
    """قادة الفصائل, نظيره, وزير الخارجية: with whom a government or movement is in touch."""
    return grammar.tokens[at].word.core in _CONTACTED


def _no_talk(grammar: Grammar, index: int, entry: Trigger, at: int) -> bool:
    """تحدث الرئيس | مع رئيس الوزراء; تحدثت القناة | مع الوزير: who speaks to a paper or with a crowd meets nobody."""
    if at + 1 >= len(grammar.tokens) or grammar.tokens[at].norm != "مع" or "مع" not in entry.needs:
        return False
    between = (grammar.tokens[k].word for k in range(index + 1, at))
    apart = any(word.preposition or not word.labels.isdisjoint(("medium", "prep", "trigger")) for word in between)
    return apart or not _is_contact(grammar, at + 1)


def _one_voice(grammar: Grammar, index: int, entry: Trigger, at: int) -> bool:
    """هتفوا «ارحل»; هتف الرجل «ارحل»: with no crowd named, only a form of many says that a crowd chants."""
    return not entry.needs and not chants_with_others(grammar, index)


_PARTNER, _CONTACTED = 6, word_list("one who is contacted")


def _sits_elsewhere(grammar: Grammar, index: int, entry: Trigger, at: int) -> bool:
    """جلس الوزير | مع القادة; جلس في المقهى | مع شاب: where somebody sits stands before whom he is with."""
    return any(grammar.parts[k] == PREPOSITION or grammar.is_comma(k) for k in range(index + 1, at))


def _hits_work(grammar: Grammar, index: int, entry: Trigger, at: int) -> bool:
    """تضرب النقابة عن | العمل; الفساد يضرب العمل: only behind عن is it what somebody stops to do."""
    return grammar.tokens[at].word.core in _STOPPED and grammar.tokens[at - 1].norm != "عن"


def _of_another(grammar: Grammar, index: int, entry: Trigger, at: int) -> bool:
    """وجود مفاوضات مع | الحركة, الاتصالات جارية لعقد لقاء | بين الرئيسين: the word belongs to another event noun before it."""
    return any(grammar.phrases.is_event_noun(k) for k in range(index + 1, at))


def _opens_a_way(grammar: Grammar, index: int, entry: Trigger, at: int) -> bool:
    """فتح الطريق لهذه | الزيارة: a way to something that may be done now is no road that is opened."""
    return entry.group == "stop" and opens_the_way(grammar, at)


def _puts_elsewhere(grammar: Grammar, index: int, entry: Trigger, at: int) -> bool:
    """وضع المتمردون | السلاح lays it down; وضع خطة لوقف | القتال does not."""
    return entry.type == "RETREAT" and not puts_down(grammar, entry, index, at)


_Rule = Callable[[Grammar, int, Trigger, int], bool]
_OF_OBJECTS: dict[str, _Rule] = {
    "علق": _only_commented,
    "وقع": _only_came_about,
    "لجأ": _not_led_there,
    "توقف": _only_because,
    "أضرب": _hits_work,
}
_OF_WAYS: dict[str, _Rule] = {"فتح": _opens_a_way, "وضع": _puts_elsewhere}
_OF_PARTNERS: dict[str, _Rule] = {"تواصل": _no_partner, "اتصال": _no_partner, "جلس": _sits_elsewhere, "تحدث": _no_talk}
_OF_OTHERS: dict[str, _Rule] = {"هتف": _one_voice, "وجود": _of_another, "اتصل": _of_another, "اتصالات": _of_another}
_RULES = _OF_OBJECTS | _OF_WAYS | _OF_PARTNERS | _OF_OTHERS
"""Lemma of an event word → the rule that says whether what it needs only stands beside it."""
_BECAUSE_OF = word_list("because of")
_SINCE = ("بعد", "عقب")
_SINCE_OR_BESIDE = (*_SINCE, "منذ", "امام", "عند")
_STOPPED = ("عمل", "دراسه", "تدريس", "طعام")
