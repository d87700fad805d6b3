"""What was still to come when it was told: before a meeting, what a plan or ruling lays down, what cannot be, what is close."""

from __future__ import annotations

from riwaya.lang.ar.parts import NEGATION, NOUN, NUMERAL, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar

_NEAR, _BEHIND = 5, 10


def is_ahead(grammar: Grammar, mark: Mark) -> bool:
    """قبيل | لقاء الرئيسين, عشية بدء | المحادثات بين الطرفين: what is told before a meeting; not قبل يومين من | لقائهما أمس."""
    if _is_not_over(grammar, mark):
        return True
    if _is_set(grammar, mark) or _is_finished_off(grammar, mark):
        return True
    if mark.is_verb or mark.entry.group not in ("meet", "crowd") or mark.found.preposition or mark.found.conjunction:
        return False
    before = mark.index - 1
    before -= before > 0 and grammar.tokens[before].word.core in _BEGINNINGS
    if before > 1 and grammar.tokens[before].norm == "من":  # قبل | أيام | من لقاء الرئيسين
        before -= 1
        while before > 0 and (grammar.parts[before] == NUMERAL or grammar.tokens[before].word.labels & {"timeword", "measure"}):
            before -= 1
    if before < 0 or grammar.tokens[before].word.core not in _EVES or (before and grammar.tokens[before - 1].norm == "من"):
        return False
    if mark.found.pronoun and grammar.tokens[before].word.core == "قبل":
        return False
    behind = range(mark.end, min(grammar.limit(mark.index), mark.end + _BEHIND))
    return not any(at in grammar.date_at and _is_over(grammar, at) for at in behind)


def _is_not_over(grammar: Grammar, mark: Mark) -> bool:
    """سيقاتلون بعد أن | نستعيد البلدة, يقاتلون حتى | استعادة المدينة: what is still to be done when it is told."""
    before = mark.index - 1
    if before < 0 or mark.found.preposition or mark.found.conjunction:
        return False
    if mark.is_verb:
        we = mark.form is not None and mark.form.tense == "imperfect" and mark.form.person == 1
        after = before > 0 and grammar.parts[before] == THAT and grammar.tokens[before - 1].word.core == "بعد"
        return we and (after or grammar.tokens[before].word.core == "عندما")
    if grammar.tokens[before].norm != "حتي" or mark.entry.type != "CONTROL" or mark.found.article:
        return False
    first = grammar.clause_start(before)
    verb = next((at for at in range(before - 1, first - 1, -1) if grammar.parts[at] == VERB), None)
    tenses = {getattr(one.sense.form, "tense", "") for one in grammar.tokens[verb].word.analyses} if verb is not None else set()
    return "perfect" not in tenses


def _is_set(grammar: Grammar, mark: Mark) -> bool:
    """محادثات القاهرة الدستورية | المقرر أن تستأنف غدا, مسيرة الأعلام | المقررة غدا: a meeting or march for which a day is set."""
    if mark.is_verb or mark.entry.group not in ("meet", "crowd"):
        return False
    for at in range(mark.index + 1, min(grammar.limit(mark.index), mark.end + _NEAR)):
        if grammar.tokens[at].word.core in _SET:
            return grammar.tokens[at].norm.startswith("ال")
        if grammar.parts[at] != NOUN or grammar.tokens[at].word.preposition or grammar.tokens[at].word.conjunction:
            return False
    return False


_SET = word_list("day is set")


def _is_finished_off(grammar: Grammar, mark: Mark) -> bool:
    """وضع اللمسات الأخيرة على | اتفاق, يضعان اللمسات النهائية على | الهدنة: what is still to be made."""
    led = not mark.is_verb and mark.index > 2 and grammar.tokens[mark.index - 1].norm == "علي"
    return led and "لمسات" in grammar.layout.cores[mark.index - 3 : mark.index]


_EVES, _BEGINNINGS = word_list("eve of a meeting"), word_list("beginning of a meeting")


def _is_over(grammar: Grammar, at: int) -> bool:
    """قبل لقائهما | أمس: a time that lies before publication."""
    published = grammar.layout.document.published
    return published is not None and grammar.date_at[at].when.end < published


def laid_down(grammar: Grammar, mark: Mark) -> str:
    """خطة تقضي | باغتيال الرئيس, ترمي إلى | اغتياله: planned; قرار مجلس الأمن القاضي | بالانسحاب, المتعلق | بوقفه: demanded."""
    if mark.is_verb or mark.index < 2:
        return ""
    if mark.found.preposition != "ب":
        aims = grammar.tokens[mark.index - 1].norm == "الي" and grammar.tokens[mark.index - 2].word.core in _AIMS
        return "planned" if aims else ""
    before = mark.index - 1
    word = grammar.tokens[before].word.core
    first = max(grammar.layout.sentence(before).start, before - _NEAR)
    if any(grammar.tokens[at].word.core in _RESOLUTIONS for at in range(first, before)):
        return "demanded" if word in _ABOUT or word in _RULES else ""
    return "planned" if word in _RULES else ""


_AIMS, _RULES = word_list("aims at a deed"), word_list("lays down")
_ABOUT, _RESOLUTIONS = word_list("resolution about"), word_list("resolution")


def is_close(grammar: Grammar, mark: Mark) -> bool:
    """باتت القوات قريبة من | السيطرة على البلدة, أكد الوزير قرب | تحرير المدينة: ground that is close to being taken is not."""
    before = mark.index - 1
    if not mark.is_verb and is_said_to_near(grammar, mark.index):
        return True
    if mark.is_verb or mark.entry.type != "CONTROL" or before < 1 or grammar.tokens[before].norm != "من":
        return False
    first = max(grammar.layout.sentence(before).start, before - _NEAR)
    return any(grammar.tokens[at].word.core.removesuffix("ا") in _CLOSE for at in range(first, before))


def is_said_to_near(grammar: Grammar, index: int) -> bool:
    """أكد القائد قرب | انتهاء المعارك, عن قرب بدء | المحادثات, بقرب التوصل إلى | هدنة: behind a word of saying قرب is no place."""
    norms, first = grammar.layout.norms, grammar.clause_start(index)
    at = next((k for k in range(index - 1, max(first, index - _NEAR), -1) if norms[k] in ("قرب", "بقرب")), None)
    if at is None:
        return False
    phrases, between = grammar.phrases, range(at + 1, index)
    deeds = (grammar.parts[k] == PREPOSITION or phrases.is_masdar(k) or phrases.is_definite_masdar(k) for k in between)
    said = next((k for k in range(at - 1, first - 1, -1) if not grammar.tokens[k].word.labels.isdisjoint(_TELLING)), None)
    return said is not None and all(deeds) and not any("trigger" in grammar.tokens[k].word.labels for k in range(said + 1, at))


_TELLING = frozenset({"cue", "emotion"})


_CLOSE = word_list("close to taking")


def is_imminent(grammar: Grammar, mark: Mark) -> bool:
    """عملية | تحرير المدينة باتت قريبة, | سقوط القاعدة مسألة وقت: a deed that is near has not come; not قريبة من العاصمة."""
    if mark.is_verb or (grammar.layout.lacks(_HAS_BECOME) and grammar.layout.lacks(_TIME)):
        return False
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _BEHIND)):
        core, before = grammar.tokens[at].word.core, grammar.tokens[at - 1].word
        near = core.removesuffix("ا") in _IMMINENT and before.core in _HAS_BECOME
        if (near and grammar.layout.norms[at + 1 : at + 2] not in (["من"], ["الي"])) or (core in _TIME and before.core == "مساله"):
            return True
        other = grammar.parts[at] == VERB and core not in _HAS_BECOME
        if other or grammar.is_comma(at) or grammar.parts[at] in (RELATIVE, THAT):
            return False
    return False


_IMMINENT, _HAS_BECOME, _TIME = word_list("imminent"), word_list("has become"), frozenset({"وقت"})


def hardly_can_be(grammar: Grammar, mark: Mark) -> bool:
    """إن | نشر مراقبين غير قابل للتطبيق, | انسحاب القوات أمر مستحيل: a deed of which is said that it can or cannot be done."""
    if mark.is_verb or mark.found.preposition:
        return False
    limit = min(grammar.limit(mark.index), mark.end + _BEHIND)
    behind = grammar.layout.cores[mark.end : limit]
    if _FEASIBLE.isdisjoint(behind) and _IMPOSSIBLE.isdisjoint(behind):
        return False
    for at in range(mark.end, limit):
        word, before = grammar.tokens[at].word, grammar.tokens[at - 1].word
        if word.core in _FEASIBLE and before.norm in _IS_NOT:
            return True
        if word.core in _IMPOSSIBLE and not word.article and (before.core in _MATTERS or grammar.phrases.has_article(at - 1)):
            return True
        ends = grammar.is_comma(at) or grammar.parts[at] in (VERB, RELATIVE, THAT)
        if ends and word.core not in _MATTERS:
            return False
    return False


_FEASIBLE, _IMPOSSIBLE = word_list("feasible or not"), word_list("impossible")
_IS_NOT, _MATTERS = ("غير", "ليس", "ليست"), ("امر", "امرا")


def is_due(grammar: Grammar, mark: Mark) -> bool:
    """حان الوقت | لوقف القتال | وتقديم الإغاثة, آن الأوان | لإنهاء الحرب: for what it is said to be time."""
    if mark.is_verb:
        return False
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _BEHIND)
    if _TIME_COMES.isdisjoint(grammar.layout.cores[first : mark.index]):
        return False
    at = next((k for k in range(mark.index - 1, first - 1, -1) if grammar.tokens[k].word.core in _TIME_COMES), None)
    if at is None or not any(grammar.tokens[k].word.core in _TIMES for k in (at - 1, at + 1) if k >= 0):
        return False
    led = (k for k in range(at + 1, mark.index + 1) if grammar.phrases.preposition_of(grammar.tokens[k]) == "ل")
    return next(led, None) is not None and not any(
        grammar.is_comma(k) or grammar.parts[k] in (VERB, RELATIVE) for k in range(at + 1, mark.index)
    )


_TIME_COMES, _TIMES = word_list("time comes"), ("وقت", "اوان", "موعد")


def within_if(grammar: Grammar, mark: Mark) -> bool:
    """إذا لم تتضمن الهدنة | رفع الحصار, إذا استمر | القصف: a new deed in the clause of a condition, or one that is its subject."""
    if mark.is_verb:
        return False
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _NEAR - 1)
    if "اذا" not in grammar.layout.cores[first : mark.index]:
        return False
    for at in range(mark.index - 1, first - 1, -1):
        if grammar.tokens[at].word.core == "اذا" and at > 0:
            subject = at + 2 == mark.index or not mark.found.article or mark.entry.type == "CONTROL"
            return subject and grammar.tokens[at - 1].norm != "ما" and grammar.parts[at + 1] in (VERB, NEGATION)
        if grammar.is_comma(at) or grammar.parts[at] in (THAT, RELATIVE):
            return False
    return False


def is_dated_to_come(grammar: Grammar, mark: Mark) -> bool:
    """يزور الوزير بغداد الأسبوع المقبل, تستأنف المحادثات غدا: a present with a time to come in its clause."""
    if mark.form is None or mark.form.tense != "imperfect" or (mark.index and grammar.parts[mark.index - 1] == NEGATION):
        return False
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _CLAUSE)):
        if grammar.is_comma(at) or grammar.parts[at] in (VERB, THAT, RELATIVE):
            return False
        today = (
            mark.entry.group == "meet" and grammar.tokens[at].norm == "اليوم" and at in grammar.date_at
        )  # يلتقي الوزير | اليوم نظيره
        if today or grammar.tokens[at].norm in _TOMORROW or (grammar.tokens[at].norm in TO_COME and at in grammar.phrases.dated):
            return True
    return False


_CLAUSE = 12
_TOMORROW = frozenset({"غدا", "الغد"})
TO_COME = word_list("to come")


_TOLD_TO = 5


def is_ordered(grammar: Grammar, mark: Mark) -> bool:
    """أرجوكم | أوقفوا الحرب, «ارفعوا الحصار»: a plural in وا at the head of a quotation, or behind a plea, is an order to halt."""
    several = grammar.tokens[mark.index].norm.endswith("وا")
    if not (mark.is_verb and mark.index and several and mark.entry.group in ("stop", "free")):
        return False
    before = mark.index - 1
    if any(norm in ("نقول", "اقول") for norm in grammar.layout.norms[max(0, mark.index - _TOLD_TO) : mark.index]):
        return True  # نقول لخاطفي الجنود | أفرجوا عنهم
    return before in grammar.layout.closing or grammar.tokens[before].word.core in ("ارجوكم", "ارجوك", "رجاء")
