"""A deed that an armed body announces in a word as its own: أعلنت الكتائب | استهداف دبابة."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.ar.gazetteer import without_article
from riwaya.lang.ar.parts import NOUN, NUMERAL, QUANTIFIER, THAT, VERB
from riwaya.lang.ar.thing_groups import HARDWARE
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.able import is_organised, is_party
from riwaya.read.clauses.forces import ARMS
from riwaya.read.clauses.near import person_group, source_group
from riwaya.read.clauses.states import is_state
from riwaya.read.clauses.triggers import Mark
from riwaya.read.cues.carriers import is_carrier
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.phrases.names import PEOPLE_ENDS
from riwaya.read.roles.seizing import only_tells
from riwaya.read.statements import Told
from riwaya.spelling import folded


def declarer(grammar: Grammar, mark: Mark, told: Told | None) -> Range | None:
    """أعلن الحزب | استهداف موقع للجيش: what an armed body announces first it did itself, unless its own men or posts suffer.

    أعلن الناطق باسم الكتائب | قنص جندي, تبنى الناطق باسم الكتائب | قصف مطار: whoever speaks for such a body tells its deed.
    رصد الجيش | إطلاق صواريخ: what somebody records others did.
    """
    if told is None or told.speaker is None:
        return None
    if told.statement.act == "claim_responsibility" and mark.index - told.content[0] < _NEAR:
        return _spoken_for(grammar, told.speaker)
    if told.statement.act != "assert" or told.statement.detail == "record":
        return None
    if _moves_own(grammar, mark, told.speaker, told.content[0]) or _by_state(grammar, mark, told, told.speaker):
        return told.speaker
    if not _is_deed(grammar, mark, told.content[0]) or _hits_own(grammar, mark):
        return None
    at = told.speaker[0]  # أعلنت «الوحدة» | هدنة
    marked = mark.entry.group == "stop" and (at in grammar.layout.closing or at - 1 in grammar.layout.closing)
    if marked or is_armed(grammar, at) or _brings_down(grammar, mark, at):
        return told.speaker
    return _spoken_for(grammar, told.speaker)


def _brings_down(grammar: Grammar, mark: Mark, speaker: int) -> bool:
    """أعلنت كييف | إسقاط ثلاث مسيرات: a state that announces that what flies, floats or drives was brought down did so itself."""
    state = speaker in grammar.place_at or "country" in grammar.tokens[speaker].word.labels
    if not state or folded(mark.entry.lemma) not in _DOWN:
        return False
    behind = range(mark.index + 1, grammar.limit(mark.index))
    first = next((at for at in behind if grammar.parts[at] == NOUN), mark.index)
    return grammar.group(first, "thing") in HARDWARE


_DOWN = frozenset({"اسقط", "اعترض", "دمر", "اغرق"})


def _moves_own(grammar: Grammar, mark: Mark, speaker: Range, first: int) -> bool:
    """أعلنت واشنطن | سحب قواتها: a state or capital that announces the move of what its pronoun says is its own moves it.

    أعلنت أنقرة | توقيع اتفاق مع بغداد: and who announces a deal makes it.
    """
    if not mark.is_verb and mark.index == first and mark.entry.group == "deal":
        return speaker[0] in grammar.place_at
    bare = not mark.is_verb and mark.index == first and mark.entry.group in ("leave", "move")
    own = bare and mark.end < len(grammar.tokens) and grammar.phrases.is_owned(mark.end)
    return own and speaker[0] in grammar.place_at and grammar.tokens[mark.end].norm.endswith("ها")


def _by_state(grammar: Grammar, mark: Mark, told: Told, speaker: Range) -> bool:
    """تركيا تعلن | تحييد عشرة مسلحين, مالي تعلن | تصفية قيادي: a state that announces what only its own men do to an enemy.

    أعلنت موسكو شن | هجمات: so do a state and a capital that announce in a word that something is carried out.
    """
    takes = mark.entry.type == "CONTROL"  # أعلنت موسكو | السيطرة على المدينة
    bare = not (mark.is_verb or mark.found.pronoun or (mark.found.article and not takes))
    one = speaker[1] - speaker[0] == 1
    if not (bare and one and is_state(grammar, speaker[0])):
        return False
    first = told.content[0]
    if grammar.parts[first - 1] == THAT:  # تقول روسيا إن | السيطرة على البلدة ستتيح
        return False
    if mark.index == first and _kills_fighters(grammar, mark):
        return True
    if mark.index == first + 1 and mark.entry.type == "ASSAULT" and grammar.light(first, "noun") == "actor":
        return True
    return mark.index == first and folded(mark.entry.lemma) in _STATE_DEEDS


_STATE_DEEDS = word_list("deed of a state")


def _kills_fighters(grammar: Grammar, mark: Mark) -> bool:
    """إثيوبيا تعلن | قتل مئة من الحركة, أعلنت واشنطن | قتل زعيم التنظيم: not مقتل, which befell them, nor its own men."""
    if grammar.tokens[mark.index].word.core != "قتل" or _hits_own(grammar, mark):
        return False
    behind = range(mark.end, min(grammar.limit(mark.index), mark.end + _NEAR))
    return any(person_group(grammar, at) == "militant" or source_group(grammar, at) == "group" for at in behind)


def own_to_tell(grammar: Grammar, mark: Mark, told: Told | None) -> Range | None:
    """طالبان تنفي | خسارة مواقع, قسد تعلن | النفير, إعلان أديس أبابا | هدنة: who loses, calls up, declares a truce.

    أعلنت الحركة | انتهاء الهدنة: and which armed body or people declares one over.
    """
    if told is None or told.speaker is None or mark.is_verb or mark.index != told.content[0]:
        return None
    loses = mark.entry.lemma in ("خسر", "فقد") and told.statement.act in ("deny", "admit")
    calls_up = mark.entry.lemma == "نفير" and told.statement.act == "assert"
    speaker = told.speaker
    truce = mark.entry.lemma == "هدنة" and grammar.tokens[told.cue[0]].word.core.removesuffix("ت") in _ANNOUNCES
    over = mark.entry.group == "breach" and mark.entry.frame == "V" and told.statement.act == "assert"
    people = "demonym" in grammar.tokens[speaker[0]].word.labels
    over = over and (people or is_armed(grammar, speaker[0]) or is_state(grammar, speaker[0]))
    return speaker if (loses or calls_up or truce or over) and is_party(grammar, speaker) else None


_ANNOUNCES = ("اعلن", "يعلن", "تعلن", "اعلان")


def orders_own(grammar: Grammar, mark: Mark, told: Told) -> bool:
    """أمر الرئيس | بوقف الغارات, أمر القائد | بقصف الموقع: whoever orders a deed and names nobody who is to do it does it."""
    ordered = grammar.tokens[told.cue[0]].word.core in _ORDERED and told.statement.act == "demand"
    return ordered and told.addressee is None and mark.index == told.content[0] and mark.entry.group in _ORDERS


def admits_own(grammar: Grammar, mark: Mark, told: Told) -> bool:
    """أقر الجيش | بقصف المدرسة, اعترفت الحركة | بإطلاق النار: a deed that is admitted first, with what it hits; not قصف موقعه."""
    if told.statement.act != "admit" or mark.index != told.content[0] or mark.entry.group not in ("attack", "arrest", "result"):
        return False
    behind = mark.end
    if behind >= grammar.limit(mark.index) or _hits_own(grammar, mark) or grammar.tokens[mark.index].word.core in _FATES:
        return False  # أقر الجيش | بمقتل ضابط في هجوم
    hits = grammar.parts[behind] in (NOUN, NUMERAL, QUANTIFIER) and not grammar.phrases.is_adjective(behind)
    return mark.entry.mode == "firearms" or (mark.entry.frame == "AO" and hits)


_FATES = frozenset({"مقتل", "مصرع", "وفاه"})


def who_owned_up(mark: Mark, told: Sequence[Told]) -> Range | None:
    """قتل ثلاثة في | هجوم | تبنته الحركة: who says behind a deed that it was his own."""
    for one in told:
        if one.statement.act == "claim_responsibility" and one.content[0] <= mark.index < one.content[1] <= one.cue[0]:
            return one.speaker
    return None


def sets_off(grammar: Grammar, mark: Mark, told: Told | None) -> bool:
    """مسؤوليته عن | انفجار سيارة, بتنفيذ | انفجار: an explosion that somebody owns up to, or is accused of, is his deed."""
    if mark.is_verb or mark.entry.lemma != "انفجر" or told is None:
        return False
    near = mark.index - told.content[0] < _NEAR
    carried_out = grammar.light(mark.index - 1, "noun") == "actor"
    return near and (told.statement.act == "claim_responsibility" or (told.statement.act == "accuse" and carried_out))


def announces_own(grammar: Grammar, mark: Mark, told: Told, speaker: Range) -> bool:
    """أعلن الجيش | تحرير المدينة, أعلن الرئيس | تقديم مساعدات: whether what is announced in a word is the speaker's own deed."""
    if mark.entry.group in ("free", "breach") and _watches(grammar, speaker):
        return False
    if mark.entry.group == "crowd" and grammar.layout.norms[told.content[0] - 1] == "الي":  # مشيرة إلى تنظيم | تظاهرات
        return False
    able = is_organised(grammar, speaker) or is_armed(grammar, speaker[0]) or _announces_help(grammar, mark, told)
    return able and _takes_for_itself(grammar, mark, speaker)


def _watches(grammar: Grammar, speaker: Range) -> bool:
    """وثقت المنظمة | الإفراج عنهم, أعلن المرصد | انتهاك الهدنة: a body that watches over rights does neither."""
    cores = grammar.layout.cores[speaker[0] : speaker[1]]
    return not _WATCHED.isdisjoint(cores) or (cores[0] in _WATCHERS and not is_armed(grammar, speaker[0]))


_WATCHERS, _WATCHED = word_list("body that watches"), word_list("whose rights it watches")


def _takes_for_itself(grammar: Grammar, mark: Mark, speaker: Range) -> bool:
    """أعلن الجيش | تحرير المدينة: who announces that a place is taken took it where he fights; a government only tells it."""
    if is_carrier(grammar, speaker) or only_tells(grammar, mark, speaker, is_armed(grammar, speaker[0])):
        return False
    state = "country" in grammar.tokens[speaker[0]].word.labels
    return mark.entry.type != "CONTROL" or state or is_armed(grammar, speaker[0])


def _announces_help(grammar: Grammar, mark: Mark, told: Told) -> bool:
    """أعلن الرئيس | تقديم مساعدات, حزمة | مساعدات: whoever announces help gives it; not أعلن | وصول مساعدات."""
    first = told.content[0]
    measured = mark.index == first + 1 and grammar.tokens[first].word.core in _MEASURES
    return mark.entry.group == "give" and (mark.index == first or measured) and mark.entry.lemma != "وصل"


_MEASURES = word_list("measure of help")


def _is_deed(grammar: Grammar, mark: Mark, first: int) -> bool:
    """أعلن | استهداف دبابة, أعلن | تنفيذ غارات: a deed of force opens what is said, alone or behind a noun of doing."""
    named = grammar.phrases.has_article(mark.index) and mark.entry.lemma != "قضى"  # أعلن الجيش | القضاء على مسلحين
    bare = not (mark.is_verb or mark.found.pronoun or named)
    deed = folded(mark.entry.lemma) in _DEEDS or mark.entry.group == "stop"  # أعلن المتحدث باسم الجيش | وقف إطلاق النار
    if not (bare and deed) or grammar.parts[first - 1] == THAT:
        return False
    if grammar.tokens[mark.index].word.core == "مقتل":
        return False
    return mark.index == first or (mark.index == first + 1 and grammar.light(first, "noun") == "actor")


def is_armed(grammar: Grammar, head: int) -> bool:
    """الكتائب, الجيش, «حزب الله» اللبناني, وزارة | الدفاع, سلاح | الجو: a body that fights, and nobody who counts the dead."""
    head += head in grammar.layout.closing
    end = grammar.phrases.called.get(head)
    words = tuple(without_article(token.word.core) for token in grammar.tokens[head:end]) if end is not None else ()
    if words and grammar.register.names_armed(words):
        return True
    core = grammar.tokens[head].word.core
    behind = grammar.layout.cores[head + 1 : head + 2]
    if core == "وزاره" and behind:
        return behind == ["دفاع"]
    if grammar.phrases.is_defence(head):
        return True
    if (
        head + 1 < len(grammar.tokens) and f"{core} {grammar.tokens[head + 1].word.core}" in _COMMANDS
    ):  # سلاح | الجو, هيئة | الأركان
        return True
    return person_group(grammar, head) in ("military", "militant", "unit") or core in ARMS or core in _BODIES


def _spoken_for(grammar: Grammar, speaker: Range) -> Range | None:
    """المتحدث العسكري باسم | الحوثيين: the armed body in whose name somebody speaks."""
    named = (at + 1 for at in range(speaker[0], speaker[1] - 1) if grammar.tokens[at].norm == "باسم")
    body = next(named, None)
    if body is None or not is_armed(grammar, body):
        return None
    if (called := grammar.phrases.called.get(body)) is not None:
        return body, called
    end = grammar.phrases.end(body, speaker[1], SUBJECT)
    people = grammar.tokens[body].word.bare.endswith(PEOPLE_ENDS)  # المتحدث باسم | الحوثيين يحيى سريع
    written = grammar.phrases.has_article
    named = (at for at in range(body + 1, end) if (people or written(at - 1)) and not written(at))  # باسم | الجيش نبيل عبد الله
    return body, next(named, end)


def _hits_own(grammar: Grammar, mark: Mark) -> bool:
    """استهداف موقعها, استهداف دورية لها: whose pronoun is the speaker's own does not hit itself."""
    limit = min(grammar.limit(mark.index), mark.index + _NEAR)
    joined = (at for at in range(mark.index + 1, limit) if grammar.tokens[at].word.conjunction)
    behind = range(mark.index + 1, next(joined, limit))  # قصف تجمع لجنود الاحتلال | وآلياته
    own = (at for at in behind if grammar.parts[at] != VERB)  # تدمير مسيرة | أطلقها المتمردون
    return any(grammar.phrases.is_owned(at) or grammar.tokens[at].norm in ("له", "لها", "لهم") for at in own)


_NEAR = 5
_ORDERED = word_list("orders a deed")
_ORDERS = frozenset({"stop", "leave", "move", "attack", "give"})
_BODIES = word_list("body that fights")
_COMMANDS = word_list("command that fights")
_DEEDS = word_list("declared deed")
"""Lemmas of attack nouns with an object that somebody armed announces of himself (استهداف, قصف, قنص)."""
