"""What somebody withdraws from: a place, a deal or a meeting."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, QUANTIFIER, VERB
from riwaya.lang.ar.thing_groups import SITES
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.word_forms import pronoun_on
from riwaya.read.grammar import Grammar
from riwaya.read.words.noverbs import imperfect

_REACH = 14


def leaves_what(grammar: Grammar, index: int) -> str:
    """انسحبت القوات من | السويداء بموجب الاتفاق, انسحب عدد من الأعضاء من | الجلسة: the type of event that a withdrawal is.

    انسحبت القوات | بموجب الاتفاق: what a deal lays down leaves no deal.
    "none" where somebody walks out of a meeting or a race; empty where nothing behind من tells.
    """
    last = min(grammar.limit(index), index + _REACH) - 1
    for at in range(index + 1, last):
        if grammar.parts[at] == VERB:
            return ""
        if grammar.tokens[at].word.core in _UNDER_DEAL and grammar.tokens[at + 1].word.core in _DEALS:
            return "RETREAT"
        if grammar.tokens[at].norm != "من":
            continue
        head = at + 1 + (grammar.parts[at + 1] == QUANTIFIER and at + 1 < last)
        core = grammar.tokens[head].word.core
        if core in _MEETINGS:
            return "none"
        if head in grammar.place_at or grammar.group(head, "thing") in SITES:
            return "RETREAT"
    return ""


def refusal_before(grammar: Grammar, index: int) -> int:
    """رفضت | الميليشيات الخروج من المستشفى: where the verb stands that says who will not leave, or -1."""
    first = max(grammar.layout.sentence(index).start, index - _BACK)
    for at in range(index - 1, first - 1, -1):
        if grammar.parts[at] == VERB:
            return at if grammar.tokens[at].word.core in _REFUSES else -1
        if grammar.is_comma(at) or grammar.tokens[at].word.preposition:
            return -1
    return -1


def before_that(grammar: Grammar, index: int, entry: Trigger) -> int:
    """تعتزم القوات | أن تغادر القاعدة: the أن of a verb of leaving whose subject stands before it, else the verb itself.

    توعد القوات الأجنبية | ما لم تغادر البلاد: or where the condition begins.
    """
    if entry.group == "leave" and index > 2 and grammar.layout.norms[index - 2 : index] == ["ما", "لم"]:
        return index - 2
    if entry.group != "leave" or index < 2 or grammar.tokens[index - 1].norm not in ("ان", "بان"):
        return index
    timed = grammar.tokens[index - 2].norm in ("قبل", "بعد", "دون", "غير", "حتي")
    return index - 1 if imperfect(grammar.tokens[index]) and not timed else index


def left_again(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """اقتحمت القوات القرية ثم | غادرتها, داهموا المنزل قبل أن | يغادروه: who raided a place leaves it behind a pronoun."""
    if entry.lemma != "غادر" or entry.type != "RETREAT" or pronoun_on(grammar.tokens[index].word, entry) not in ("ه", "ها"):
        return False
    first = max(grammar.layout.sentence(index).start, index - _REACH)
    verbs = (at for at in range(index - 1, first - 1, -1) if grammar.parts[at] == VERB)
    return grammar.tokens[next(verbs, index)].word.core.removesuffix("وا").removesuffix("ت") in _RAIDS


def told_before(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """أمر الجيش سكان الأحياء الشرقية | بالإخلاء, أوامر | إخلاء جديدة: the people of a place are told to leave it."""
    if (entry.lemma, entry.type) != ("أخلى", "COERCE") or index < 2:
        return False
    if grammar.tokens[index - 1].word.core in _ORDERS and grammar.parts[index] == NOUN:
        return index + 1 >= grammar.limit(index) or grammar.group(index + 1, "thing") != "position"
    led = grammar.tokens[index].word.preposition in ("ب", "ل") or grammar.tokens[index - 1].norm in ("الي", "علي")
    who = range(max(grammar.clause_start(index), index - _BACK - 2), index)
    return led and any(grammar.parts[at] == NOUN and grammar.tokens[at].word.core in _PEOPLE for at in who)


def puts_down(grammar: Grammar, entry: Trigger, index: int, at: int) -> bool:
    """وضع المتمردون | السلاح, وضع | حد للقتال: arms that are put down, or an end that is put; a plan or a question is neither."""
    if entry.mode == "disarm":
        return at - index < _NEXT
    return any(grammar.tokens[k].word.core in ("حد", "حدا", "نهايه") for k in range(index + 1, at))


def opens_the_way(grammar: Grammar, at: int) -> bool:
    """فتح | الطريق لهذه الزيارة, فتحت | الطريق «لمعاملة قاسية»: a way to something that may be done now is no road."""
    behind = at + 1 + (at + 1 < len(grammar.tokens) and grammar.tokens[at + 1].raw in '«“"')
    if grammar.tokens[at].word.core != "طريق" or behind >= grammar.layout.sentence(at).end:
        return False
    return grammar.tokens[behind].word.preposition == "ل" and "person" not in grammar.tokens[behind].word.labels


_UNDER_DEAL, _DEALS = word_list("under a deal"), ("اتفاق", "اتفاقيه", "هدنه", "تفاهم", "صفقه")
_ORDERS = word_list("order to leave")
_NEXT = 4
_RAIDS = frozenset({"اقتحم", "داهم", "هاجم", "دخل", "توغل"})
_BACK = 6
_PEOPLE = word_list("civilians who flee")
_REFUSES = word_list("will or begins to leave")
_MEETINGS = word_list("no place to withdraw from")
