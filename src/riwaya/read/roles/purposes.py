"""What an event is for (لاقتحام القرية), and what a deal provides for (اتفاق ينص على إجلاء الجرحى): it is still to come."""

from __future__ import annotations

from riwaya.lang.ar.calendar import ordinals
from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.parts import NOUN, NUMERAL, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.films import is_film
from riwaya.read.clauses.near import ACTOR
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.roles.reaches import ends_reach
from riwaya.spelling import folded

_BACK = 6


def only_describes(grammar: Grammar, at: int, mark: Mark) -> bool:
    """استغل حربا | تدور منذ سنوات للسيطرة على المدينة, إنزالا في عملية | تهدف إلى استعادة السد: a verb that describes a noun does
    not govern what something is for; nor does one that only says what the noun is for."""
    if at == 0 or grammar.tokens[at].word.conjunction:
        return False
    before = grammar.parts[at - 1]
    if not (before == RELATIVE or (before == NOUN and not grammar.phrases.is_definite(at - 1))):
        return False
    return mark.found.preposition == "ل" or grammar.tokens[at].word.core in _IS_FOR


_IS_FOR = word_list("says what it is for")


def is_purpose(grammar: Grammar, mark: Mark) -> bool:
    """لاقتحام القرية: a verbal noun with ل says what something is for, unless a word before it takes ل (تعرضت لهجوم)."""
    helps = mark.entry.type == "AID" and (folded(mark.entry.lemma) in _BRINGS or mark.entry.lemma == "زود")
    if _is_task(grammar, mark):
        return True
    if mark.found.preposition == "ل" and mark.entry.group == "deal" and mark.entry.lemma in _MAKES:  # اجتمعوا | لإبرام اتفاق
        return True
    if _is_carried_out(grammar, mark) or _is_object_of_doing(grammar, mark):
        return False
    ground = mark.entry.type in ("ASSAULT", "CONTROL", "COERCE", "RETREAT") or _moves(mark)
    if mark.found.preposition != "ل" or not (helps or ground):
        return False
    before = grammar.tokens[mark.index - 1].word if mark.index else None
    if before is None or grammar.tokens[mark.index].word.core.startswith(("مقتل", "مصرع")):  # ثمنا | لمقتل الجنود
        return False
    if _is_shown(grammar, mark.index - 1):
        return False
    start = grammar.clause_start(mark.index - 2 if grammar.is_comma(mark.index - 1) and mark.index > 1 else mark.index)
    near = range(max(start, mark.index - 2 * _BACK), mark.index)
    target = (any(_undergoes(grammar, at) for at in near) and not _met_before(grammar, near)) or underwent(grammar, mark)
    taken = (target and not helps) or _is_taken(grammar, mark.index - 1) or _is_resisted(grammar, mark.index)
    known = mark.found.article and before.core not in _PREPARES and not _governs_ground(grammar, mark)
    return not (taken or known)


def _governs_ground(grammar: Grammar, mark: Mark) -> bool:
    """يخوض معارك | للسيطرة على التلال, عاد | للسيطرة الكاملة عليها: no known deed, but a verbal noun that a preposition follows.

    استغل حربا | للسيطرة على المدينة: what somebody exploits something for, he has done.
    """
    at = mark.index + 1
    at += at < len(grammar.tokens) and grammar.phrases.is_adjective(at)
    if mark.entry.type != "CONTROL" or at >= len(grammar.tokens) or grammar.tokens[at].norm not in _OVER:
        return False
    before = grammar.tokens[max(grammar.layout.sentence(at).start, at - 2 * _BACK) : at]
    return not any(token.word.core.startswith("استغل") for token in before)


_OVER = frozenset({"علي", "عليها", "عليه", "الي"})


def _moves(mark: Mark) -> bool:
    """أعد مقاتلين | لإرسالهم إلى الجبهة, تحرك اللواء | لفتح جبهة: troops that are to move; not وصل رتل | لتعزيز القوات."""
    return mark.entry.type == "MOBILIZE" and mark.entry.group == "move" and folded(mark.entry.lemma) in _SENDS


def _is_shown(grammar: Grammar, at: int) -> bool:
    """بثت مشاهد | لاستهداف الدبابة, صورا قال إنها | لقصف المواقع: what pictures are of has happened."""
    that = grammar.parts[at] == THAT and grammar.tokens[at].norm.endswith(("انها", "انه"))
    return that or is_film(grammar.tokens[at].word)


def _is_task(grammar: Grammar, mark: Mark) -> bool:
    """شكلت الحكومة لجنة | للتفاوض مع الجبهة: what a body is formed for is still to come; وصل وفد للتفاوض has begun it."""
    if mark.entry.group != "meet" or mark.found.preposition != "ل":
        return False
    before = grammar.tokens[max(grammar.clause_start(mark.index), mark.index - _FORMED) : mark.index]
    formed = any(grammar.parts[token.index] == VERB and token.word.core.startswith(_FORMS) for token in before)
    return formed and any(token.word.core.removesuffix("ا") in _BODIES for token in before)


_MAKES = frozenset({"أبرم", "وقع", "توصل"})
_FORMED, _FORMS = 24, ("شكل", "تشكل", "يشكل", "سيشكل", "ستشكل")
_BODIES = frozenset({"لجنه", "فريق", "وفد", "هيئه", "هيءه"})


def _is_taken(grammar: Grammar, at: int) -> bool:
    """نتيجة | لقصف المدينة, أسفه العميق | لمقتل الجنود: behind a word that takes ل itself, and its quality, it is no purpose."""
    word = grammar.tokens[at].word
    if at > 1 and word.article and grammar.phrases.is_owned(at - 1) and "emotion" in grammar.tokens[at - 2].word.labels:
        return _is_taken(grammar, at - 2)  # إدانة بلاده الشديدة | لاقتحام المسجد
    if is_subject_to(grammar, at) or _is_nth_day(grammar, at):
        return True
    if at > 0 and grammar.tokens[at - 1].word.core == "ذكري":  # الذكرى العاشرة | لاغتيال الزعيم
        return True
    felt = word.find("emotion")
    described = at > 0 and word.norm.endswith("ا") and grammar.tokens[at - 1].norm.endswith("ا")  # هدفا متكررا | لهجمات
    if felt is None and at > 0 and (described or "emotion" in grammar.tokens[at - 1].word.labels):
        return _is_taken(grammar, at - 1)
    lemma = felt.sense.entry.lemma if felt is not None and isinstance(felt.sense.entry, Closed) else ""
    return word.core.removesuffix("ا") in _TAKES or folded(lemma) in _TAKES


def _is_nth_day(grammar: Grammar, at: int) -> bool:
    """في اليوم الثالث | لدخول الهدنة حيز التنفيذ, الشهر الخامس عشر | لحصار المدينة: how long something has lasted."""
    for lasts in range(at - 1, max(-1, at - _ORDINAL), -1):
        word = grammar.tokens[lasts].word
        if word.article and word.labels >= {"timeword", "measure"}:
            counted = " ".join(grammar.layout.norms[lasts + 1 : at + 1])
            return counted in ordinals() or grammar.parts[at] == NUMERAL
    return False


_ORDINAL = 4


def _is_resisted(grammar: Grammar, index: int) -> bool:
    """خلال مقاومة شبان | لاقتحام القرية, مواجهة السكان لهدم المنزل: what somebody resists is under way."""
    for at in range(index - 1, max(grammar.clause_start(index), index - _BACK) - 1, -1):
        if grammar.parts[at] != NOUN:
            return False
        word = grammar.tokens[at].word
        if word.core in _RESISTS and not (word.article or grammar.phrases.is_owned(at)):
            return at < index - 1
    return False


_RESISTS = ("مقاومه", "مواجهه")


def is_subject_to(grammar: Grammar, at: int) -> bool:
    """الريف الخاضع إلى حد كبير | لسيطرة المعارضة: a word of being subject to something shortly before a token."""
    before = range(max(grammar.layout.sentence(at).start, at - _BACK), at + 1)
    return any(grammar.tokens[k].word.core.startswith("خاضع") for k in before)


def _is_carried_out(grammar: Grammar, mark: Mark) -> bool:
    """نفذ 88 عملية | لاستهداف مواقع, نفذت الطائرات 12 طلعة | لقصف البلدة: counted deeds did what they were for."""
    counted = mark.index - 2
    if mark.entry.type != "ASSAULT" or counted < 1 or grammar.parts[counted] != NUMERAL:
        return False
    if grammar.tokens[mark.index - 1].word.core not in _COUNTED_DEEDS:
        return False
    first = max(grammar.clause_start(counted), counted - _BACK)
    return any(grammar.tokens[at].norm.startswith(("نفذ", "ونفذ", "شن", "وشن")) for at in range(first, counted))


_COUNTED_DEEDS = word_list("counted deed")


def _is_object_of_doing(grammar: Grammar, mark: Mark) -> bool:
    """شن الجيش | لغارات على البلدة, تنفيذه | لهجوم: behind a noun of doing and who does it ل joins the deed, as an object."""
    if mark.found.preposition != "ل" or mark.found.article or mark.found.pronoun:
        return False
    first = max(grammar.clause_start(mark.index), mark.index - _BACK)
    for at in range(mark.index - 1, first - 1, -1):
        if grammar.parts[at] == NOUN and grammar.light(at, "noun") == "actor" and not grammar.phrases.has_article(at):
            owned = grammar.phrases.is_owned(at) and at == mark.index - 1
            doer = at < mark.index - 1 and not grammar.phrases.is_accusative(mark.index - 1)  # نشر التنظيم صورا | لقصف
            doer = doer and not _is_deed_for_it(grammar, at + 1)
            return owned or (doer and grammar.phrases.end(at + 1, mark.index, ACTOR) == mark.index)
        if grammar.parts[at] == VERB or grammar.is_comma(at):
            return False
    return False


def _is_deed_for_it(grammar: Grammar, at: int) -> bool:
    """بدء | عملية لتحرير المدينة, إطلاق | حملة لطرد المسلحين: an indefinite deed, which does nothing itself."""
    return "trigger" in grammar.tokens[at].word.labels and not grammar.phrases.is_definite(at)


_SENDS = word_list("troops that are to move")
_BRINGS = word_list("brings help")
"""لإجلاء السكان, لإيصال المساعدات: deeds of help that are done for somebody; للمساعدات is what somebody needs or gets."""


def is_taken(grammar: Grammar, mark: Mark) -> bool:
    """المدينة الخاضعة | لسيطرة الجماعة: whether a word right before an event noun with ل takes ل itself."""
    return not mark.is_verb and mark.found.preposition == "ل" and mark.index > 0 and _is_taken(grammar, mark.index - 1)


def is_made_ready(grammar: Grammar, mark: Mark) -> bool:
    """منصة معدة | لاستهداف المدينة: for what something was made ready, by nobody who is named."""
    return mark.found.preposition == "ل" and behind_ready(grammar, mark.index)


def behind_ready(grammar: Grammar, at: int) -> bool:
    """زوارق معدة | لشن هجمات: whether a token stands behind what says that something was made ready."""
    return at > 0 and grammar.tokens[at - 1].word.core in _MADE_READY


_MADE_READY = word_list("made ready")


def underwent(grammar: Grammar, mark: Mark) -> bool:
    """تعرضت القاعدة في الأنبار، الثلاثاء، | لهجوم: what somebody met with, though commas or a relative clause stand between."""
    for at in range(mark.index - 1, max(grammar.layout.sentence(mark.index).start, mark.index - 3 * _BACK) - 1, -1):
        word = grammar.tokens[at].word
        met = any(isinstance(one.sense.entry, Closed) and one.sense.entry.lemma == "تعرض" for one in word.all("light"))
        if met or _is_for_deed(grammar, at):
            return met
    return False


def _met_before(grammar: Grammar, near: range) -> bool:
    """تعرضت الوحدة | لإطلاق نار وهي في طريقها لاعتقال مطلوبين: what was met with has been told."""
    return any(_is_for_deed(grammar, at) for at in near)


def _is_for_deed(grammar: Grammar, at: int) -> bool:
    """تعرضت | لهجوم, not خيام | للنازحين: a deed with ل, and nobody who is called by one."""
    word = grammar.tokens[at].word
    return word.preposition == "ل" and "trigger" in word.labels and "person" not in word.labels


def _undergoes(grammar: Grammar, at: int) -> bool:
    """تعرضت القاعدة لقصف: a light word whose noun with ل is what its subject underwent."""
    return grammar.light(at, "") == "target"


_TAKES = word_list("takes li")
"""Words that take ل themselves: خاضعة لسيطرة, كانت هدفا لغارات, نهاية لسيطرة."""
_PREPARES = word_list("prepares")
"""What may stand before ل and a definite noun of the aim: عملية للقضاء على, يستعد للهجوم."""


def is_provided(grammar: Grammar, mark: Mark) -> bool:
    """اتفاق ينص على | إجلاء الجرحى, تضمن الاتفاق | تبادل الأسرى, وافقوا على | نشر قوات: what a deal says shall be done."""
    if grammar.layout.lacks(_PROVISION):
        return False
    last = _before_aside(grammar, mark.index - 1)
    first = max(grammar.clause_start(last), last - 2 * _BACK)
    for at in range(last, first - 1, -1):
        had = grammar.layout.norms[at : at + 2] == ["كان", "قد"]  # صفقة تشمل أسرى كان قد تم | الاتفاق عليها
        if had or ends_reach(grammar, at, mark):
            return False
        if grammar.parts[at] != VERB:
            continue
        core = grammar.tokens[at].word.core
        if core in _SAYS or (core in _CONSENTS and mark.entry.group != "stop"):
            return "علي" in grammar.layout.norms[at + 1 : mark.index]
        beside = _BESIDE + _BACK * (grammar.parts[at - 1] == RELATIVE)  # اتفاق وقف إطلاق النار، الذي | يشمل الإفراج عن الأسرى
        return core in _PROVIDES and any(_is_deal(grammar, k) for k in range(max(0, at - beside), mark.index) if k != at)
    return False


def _before_aside(grammar: Grammar, at: int) -> int:
    """اتفقا في مارس، برعاية أممية، | على تبادل الأسرى: the last token before what two commas hold; else the token itself."""
    if grammar.tokens[at].norm != "علي" or at < 2 or not grammar.is_comma(at - 1):
        return at
    first = max(grammar.layout.sentence(at).start, at - 2 * _BACK)
    opener = next((k for k in range(at - 2, first - 1, -1) if grammar.is_comma(k)), at)
    told = any(grammar.parts[k] == VERB for k in range(opener, at))
    return at if opener == at or told else opener - 1


def _is_deal(grammar: Grammar, at: int) -> bool:
    """اتفاق, الهدنة, مبادرة: a deal or a plan for one."""
    return grammar.tokens[at].word.core in _DEALS


_SAYS, _PROVIDES, _DEALS, _BESIDE = (
    word_list("says in writing"),
    word_list("provides for"),
    word_list("deal that provides"),
    3,
)
_CONSENTS = word_list("consents to what is to come")
_PROVISION = _SAYS | _PROVIDES | _CONSENTS
