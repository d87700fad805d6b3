"""How far a word of plan, demand or possibility reaches: where its clause ends, what only describes, who has to do something."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.clauses import verb_form
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.roles.foregone import is_background

_BACK = 6
_WITHIN = ("خلال", "قبل", "منذ", "خصوصا", "خاصه")
"""يعتزم بحث الملف خلال | محادثات, يستعد قبل | هجوم: what stands behind these may be still to come."""
_LEADS = frozenset({"ان", "بان", "لان", "الا", "كي"})


def ends_reach(grammar: Grammar, at: int, mark: Mark) -> bool:
    """وافق عقب | مشاورات, أكد ضرورة الحزم وعمد | إلى تجنيد, حاول الهرب لدى | ضبطه: what is known or done else ends it."""
    if grammar.tokens[at].norm == "لدي" and at == mark.index - 1:
        return True
    if grammar.tokens[at].word.core == "حمايه" and "من" in grammar.layout.norms[at : mark.index]:  # يقرر حماية المدنيين من | هجمات
        return True
    if at in grammar.phrases.dated:
        return False
    if grammar.layout.norms[at : at + 2] == ["دون", "ان"]:  # بحثا الخطة دون أن يسفر | اللقاء عن اتفاق
        return True
    if is_background(grammar, at) and grammar.tokens[at].word.core not in _WITHIN:
        return True
    if grammar.parts[at] != VERB or at >= mark.index - 1 or not grammar.tokens[at].word.conjunction:
        return False
    form = verb_form(grammar, at)
    return form is not None and form.tense == "perfect"


def only_describes(grammar: Grammar, at: int, mark: Mark) -> bool:
    """تحاول استعادة مدن | يسيطر عليها المسلحون: a verb behind a word of plan and no أن describes what stands between.

    أحبط الجيش محاولة تسلل | وقتل خمسة مسلحين: nor is planned what is counted behind a joined verb.
    """
    if not mark.is_verb or mark.form is None or at >= mark.index - 1:
        return False
    if mark.form.tense == "perfect" and mark.found.conjunction == "و" and grammar.parts[mark.end : mark.end + 1] == [NUMERAL]:
        return grammar.parts[at] == NOUN
    bare = mark.form.tense == "perfect" and not grammar.tokens[mark.index].norm.endswith(("ت", "وا"))
    if bare or grammar.parts[mark.index - 1] != NOUN:
        return False
    return all(grammar.tokens[k].norm not in _LEADS and grammar.parts[k] != THAT for k in range(at + 1, mark.index))


def is_obliged(grammar: Grammar, mark: Mark) -> bool:
    """على القوات أن | تنسحب, عليهم أن | يفرجوا عن الأسرى: who has to do something, at the head of a clause."""
    index = mark.index
    if not mark.is_verb or index < 2 or grammar.tokens[index - 1].norm != "ان":
        return False
    first = max(grammar.layout.sentence(index).start, index - _BACK)
    for at in range(index - 2, first - 1, -1):
        if grammar.tokens[at].norm.removeprefix("و").removeprefix("ف") in _ON:
            before = at - 1
            if at == index - 2 and grammar.is_comma(before):  # أعلن خطته، على أن | يلتقي الوفد غدا
                return False
            return at == grammar.layout.sentence(index).start or grammar.is_sign(before) or grammar.parts[before] == THAT
        if grammar.parts[at] != NOUN or grammar.is_comma(at):
            return False
    return False


_ON = word_list("has to")


def may_be(grammar: Grammar, mark: Mark) -> bool:
    """هجوم | محتمل, عملية عسكرية | محتملة: a quality of the event, behind it and at most one other, says that it may be."""
    if mark.is_verb:
        return False
    at = mark.end
    at += at < len(grammar.tokens) and grammar.tokens[at].norm not in _MAYBE and grammar.phrases.is_adjective(at)
    return at < grammar.limit(mark.index) and grammar.tokens[at].norm in _MAYBE


_MAYBE = word_list("may be")


def is_any(grammar: Grammar, mark: Mark) -> bool:
    """سنرد على أي | هجوم, أي | اعتداء على السفينة سيقابل بالرد: any attack that may come; not where it is denied or averted."""
    index = mark.index
    if mark.is_verb or index == 0 or grammar.tokens[index - 1].word.core != "اي" or mark.entry.type not in ("ASSAULT", "COERCE"):
        return False
    before = range(max(grammar.layout.sentence(index).start, index - _ANY_BACK), index - 1)
    return any(grammar.tokens[at].word.core in _ANSWERS for at in before) or any(
        grammar.tokens[at].norm.startswith(("س", "فس")) and grammar.parts[at] == VERB
        for at in range(mark.end, min(grammar.limit(index), mark.end + _ANY_AHEAD))
    )


_ANY_BACK, _ANY_AHEAD = 5, 14
_ANSWERS = word_list("answers an attack")


def is_unless(grammar: Grammar, mark: Mark) -> bool:
    """لا هدنة ما لم | تنسحب القوات, ستستمر الحرب ما لم | يسلموا سلاحهم: what would have to happen first."""
    return mark.is_verb and grammar.layout.norms[max(0, mark.index - 2) : mark.index] == ["ما", "لم"]


def is_owed(grammar: Grammar, at: int) -> bool:
    """كان على الجيش | وقف القصف, كان عليهم | مغادرة المدينة: what somebody had to do."""
    if at == 0 or not grammar.tokens[at].norm.startswith("علي") or grammar.tokens[at - 1].word.core not in ("كان", "كانت"):
        return False
    word = grammar.tokens[at].norm
    return word != "علي" or grammar.tokens[at + 1].word.core not in _NOT_OWED


_NOT_OWED = word_list("not owed")
"""كان على وشك, كان على رأس الوفد, كان على متن السفينة."""
