"""What did not come about: what somebody failed to reach, what was not there."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.parts import NEGATION, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar

_BACK, _SOON = 12, 6


def has_failed(grammar: Grammar, mark: Mark) -> bool:
    """فشلت الجولة الأولى من المحادثات في | التوصل إلى اتفاق: what a verb of failing, however far, says that nobody reached.

    مدن خارج | سيطرة الجيش: what is out of somebody's hands he does not hold.
    """
    index = mark.index
    if index > 0 and grammar.tokens[index - 1].norm == "خارج" and mark.entry.lemma == "سيطر":
        return True
    led = _past_getting(grammar, index)
    if led < 1 or grammar.tokens[led - 1].norm not in _MANAGED:
        return False
    verb = _main_verb(grammar, led)
    at_last = "الا" in grammar.layout.norms[index : min(grammar.limit(index), index + _SOON)]  # من دخول الحي | إلا بعد ساعات
    return verb is not None and not at_last and _fails(grammar, verb, grammar.tokens[led - 1].norm)


_MANAGED = {"في": "نجح", "من": "تمكن"}
"""نجح | في, تمكن | من: the preposition of a verb of managing."""


def _main_verb(grammar: Grammar, index: int) -> int | None:
    """لم تتمكن القوات التي يقودها اللواء | من دخول: the verb before a preposition, past one that only describes whoever acts."""
    first, last = grammar.clause_start(index), index - 2
    if first > 0 and grammar.parts[first - 1] == RELATIVE and grammar.parts[last] != VERB:
        first, last = grammar.clause_start(first - 1), first - 1
    return next((at for at in range(last, max(first, index - _BACK) - 1, -1) if grammar.parts[at] == VERB), None)


def _fails(grammar: Grammar, verb: int, led: str) -> bool:
    """فشلوا في, لم ينجحوا في, لم تتمكن من: a verb of failing, or one of managing that is negated."""
    word = grammar.tokens[verb].word
    if led == "في" and word.core.startswith(("فشل", "اخفق")):
        return True
    some = grammar.layout.norms[verb + 1 : verb + 2] in (["سوي"], ["الا"])  # لم يتمكن | سوى ثلاثة من الفرار
    found = word.find("light", "verb") if grammar.negated(verb) and not some else None
    return found is not None and isinstance(found.sense.entry, Closed) and found.sense.entry.lemma == _MANAGED[led]


def _past_getting(grammar: Grammar, index: int) -> int:
    """فشل في | الحصول على | موافقة البرلمان, في | تأمين | خروج آمن: where the noun of getting begins right before a deed."""
    at = index - (grammar.layout.norms[index - 1 : index] == ["علي"])
    return at - 1 if at > 1 and grammar.tokens[at - 1].word.core in _GETTING else at


_GETTING = word_list("getting of a deed")


def fails_to_prevent(grammar: Grammar, at: int) -> bool:
    """فشلت القوات في | منع هجوم, تقاعس الحرس عن | منع المذبحة: what nobody prevented has happened."""
    first = max(grammar.layout.sentence(at).start, at - _BACK)
    led = at > 0 and grammar.tokens[at - 1].norm in ("في", "عن")
    for before in range(at - 2, first - 1, -1) if led else ():
        word = grammar.tokens[before].word
        if any(stem in word.core for stem in _FAILS):
            return not grammar.negated(before)
        if grammar.parts[before] == VERB or grammar.is_comma(before):
            return False
    return False


_FAILS = ("فشل", "عجز", "تقاعس", "اخفق", "اخفاق")


def not_wanted_instead(grammar: Grammar, mark: Mark) -> bool:
    """طالب الطرفين بالحوار بدلا من | القتال, عوضا عن | الانسحاب: what something else is to take the place of."""
    return mark.index > 1 and " ".join(grammar.layout.norms[mark.index - 2 : mark.index]) in _INSTEAD


_INSTEAD = word_list("instead of")


def is_kept_from(grammar: Grammar, mark: Mark) -> bool:
    """منع الجنود المتظاهرين من | اقتحام السفارة: what somebody is kept from doing."""
    index = mark.index
    if index < 2 or grammar.tokens[index - 1].norm != "من":
        return False
    first = max(grammar.clause_start(index), index - _BACK)
    verb = next((at for at in range(index - 2, first - 1, -1) if grammar.parts[at] == VERB or _keeps(grammar, at)), None)
    if verb is None or "من" in grammar.layout.norms[verb + 1 : index - 1]:  # منعهم من السفر أسهل من | اعتقالهم
        return False
    return "منع" in grammar.tokens[verb].word.core and not grammar.negated(verb)


def _keeps(grammar: Grammar, at: int) -> bool:
    """| منع الجيش المسلحين من السيطرة على التل, لمنعهم من: the noun, or a form that may be one."""
    return grammar.tokens[at].word.core == "منع"


def is_not_let(grammar: Grammar, mark: Mark) -> bool:
    """لن تسمح للمفتشين | بزيارة القاعدة, لن تقبل بالدخول في | مفاوضات: what somebody does not let happen."""
    index = mark.index
    entering = index > 1 and grammar.layout.norms[index - 2 : index] == ["بالدخول", "في"]
    if mark.found.preposition != "ب" and not entering:
        return False
    first = max(grammar.clause_start(index), index - _BACK)
    verb = next((at for at in range(index - 1, first - 1, -1) if grammar.parts[at] == VERB), None)
    return verb is not None and grammar.tokens[verb].word.core.lstrip("يتن") in _LETS and grammar.negated(verb)


_LETS = ("سمح", "قبل")


def is_not_there(grammar: Grammar, index: int) -> bool:
    """لم تكن هناك | انفجارات, ليس هناك أي | هجوم: what is said not to have been there."""
    there = index - 1 - (grammar.tokens[index - 1].word.core == "اي")
    if there < 1 or grammar.tokens[there].norm != "هناك":
        return False
    was, denied = grammar.tokens[there - 1].norm.removeprefix("و"), grammar.parts[there - 2] == NEGATION if there > 1 else False
    return was in ("ليس", "ليست") or (denied and was in ("تكن", "يكن", "يعد", "تعد", "يكون", "تكون"))


def is_left_undone(grammar: Grammar, index: int) -> bool:
    """عقدا جلستين دون أن | يتوصلا إلى اتفاق, انسحب من غير أن | يقصف القرية: what is done without a verb behind أن is not done.

    لن تتراجع القوات أو | تستسلم: nor is what "or" adds to a verb that is not.
    """
    if index > 1 and grammar.tokens[index - 1].norm == "او":
        first = max(grammar.clause_start(index - 1), index - _PREVENT_REACH)
        verb = next((at for at in range(index - 2, first - 1, -1) if grammar.parts[at] == VERB), -1)
        return verb > 0 and grammar.parts[verb - 1] == NEGATION and grammar.tokens[verb - 1].word.core in ("لن", "لم")
    if index < 2 or grammar.tokens[index - 1].norm != "ان":
        return False
    return grammar.tokens[index - 2].word.core in ("دون", "بدون") or grammar.layout.norms[index - 3 : index - 1] == ["من", "غير"]


def has_broken_off(grammar: Grammar, mark: Mark) -> bool:
    """توقفت | المفاوضات في مايو, انهيار | المحادثات: talks that broke off are not held."""
    if mark.entry.type != "CONSULT" or mark.is_verb or mark.index == 0 or mark.found.preposition or mark.found.conjunction:
        return False
    before = grammar.tokens[mark.index - 1]
    return before.word.core in _BREAKS_OFF and not grammar.negated(before.index)


_BREAKS_OFF = word_list("breaking off of talks")


def is_none_at_all(grammar: Grammar, mark: Mark) -> bool:
    """إن ما من | هجوم وقع, أنه ما من | قصف على القرية: behind ما من at the head of its clause there was none.

    عدم صحة الأخبار المتداولة حول | دخول القوات: nor did what is said not to be true.
    """
    if not mark.is_verb and mark.index and grammar.tokens[mark.index - 1].norm in ("حول", "عن", "بشان"):
        first = max(grammar.layout.sentence(mark.index).start, mark.index - _PREVENT_REACH)
        return any(grammar.layout.norms[at : at + 2] == ["عدم", "صحه"] for at in range(first, mark.index))
    if is_nor(grammar, mark):
        return True
    head = mark.index - 2
    if mark.is_verb or head < 0 or grammar.layout.norms[head : head + 2] != ["ما", "من"]:
        return False
    return head == grammar.layout.sentence(head).start or grammar.parts[head - 1] == THAT or grammar.is_sign(head - 1)


def is_nor(grammar: Grammar, mark: Mark) -> bool:
    """لم تسجل إصابات أو | اعتقالات, دون وقوع إصابات أو | اعتقالات: what "or" adds to that of which there was none."""
    index = mark.index
    if mark.is_verb or index < 2 or grammar.tokens[index - 1].norm != "او":
        return False
    for at in range(index - 2, max(grammar.layout.sentence(index).start, index - 1 - _PREVENT_REACH) - 1, -1):
        word = grammar.tokens[at].word
        if word.norm in ("دون", "بدون", "عدم"):
            return True
        if grammar.parts[at] == VERB:
            before = grammar.layout.norms[max(at - 2, 0) : at]
            told = word.core in _TOLD or (grammar.light(at) in ("actor", "event"))
            return told and (before[-1:] == ["لم"] or before == ["دون", "ان"])
        if grammar.is_comma(at) or grammar.parts[at] in (THAT, RELATIVE):
            return False
    return False


_TOLD = frozenset({"تسجل", "يسجل", "يبلغ", "تبلغ"})


def is_not_prevented(grammar: Grammar, at: int) -> bool:
    """لم تحل العراقيل | دون الإفراج عنهم: a negated verb of preventing before دون; لا سلام | دون وقف القتال has none."""
    if grammar.tokens[at].word.core == "منع":
        return fails_to_prevent(grammar, at)
    first = max(grammar.layout.sentence(at).start, at - _PREVENT_REACH)
    back = range(at - 1, first, -1) if grammar.tokens[at].norm == "دون" else ()
    return any(grammar.tokens[k].word.core in _PREVENTS and grammar.parts[k - 1] == NEGATION for k in back)


_PREVENTS, _PREVENT_REACH = frozenset({"يحل", "تحل", "يحول", "تحول"}), 6


def nearly_was(grammar: Grammar, index: int) -> bool:
    """كادت القوات | تسيطر على الجسر, كادت قوات الحكومة أن | تقتحم: what nearly came about did not; ما كادت says that it did."""
    if grammar.layout.lacks(_NEARLY):
        return False
    first = index - _NEAR
    if grammar.tokens[index - 1].norm == "ان":
        first = min(first, grammar.clause_start(index - 1))
    before = range(max(grammar.layout.sentence(index).start, first), index)
    return any(grammar.tokens[at].norm in _NEARLY and not _is_denied(grammar, at) for at in before)


def _is_denied(grammar: Grammar, at: int) -> bool:
    return grammar.negated(at) or grammar.tokens[at - 1].norm == "ما"


_NEARLY, _NEAR = word_list("almost"), 3


def no_longer(grammar: Grammar, at: int, index: int) -> bool:
    """لم | يعد | يحاصر: what somebody no longer does."""
    return at == index - 2 and grammar.tokens[at].norm == "لم" and grammar.tokens[at + 1].norm in _NO_LONGER


_NO_LONGER = word_list("no longer")
