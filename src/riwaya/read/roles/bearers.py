"""Who does what an event noun names, where its own phrase is silent: whom the clause enables, presses, charges or blames."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.ar.parts import ADVERB, AUXILIARY, NEGATION, NOUN, NUMERAL, PREPOSITION, QUANTIFIER, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.read.clauses.able import is_common, is_party
from riwaya.read.clauses.advances import ADVANCE, is_repelled
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.forces import is_force
from riwaya.read.clauses.near import ACTOR, person_group
from riwaya.read.clauses.pointed_back import antecedent
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import Manner
from riwaya.read.roles.protests import is_shot_at, opposed_at
from riwaya.read.roles.set_off import is_owned_that
from riwaya.read.statements import Told

_ENABLED = Manner(stops=frozenset({"ب", "عن", "علي", "الي", "في", "ل", "من", "ضد"}), split=True, attach=False)
_UNDERTAKING = word_list("undertaking")
"""What may stand between who is enabled and what he may do: حق الدولة في | شن غارات, ليس أمام الدولة | خيار سوى قصف."""
_PRESSED, _ASKED = word_list("pressed on"), word_list("asked from")
"""How words begin behind which على or من names who is to do something."""
_IN_REACH = word_list("in reach of")
_REACH, _NEAR = 12, 4


def enabled(grammar: Grammar, mark: Mark) -> Range | None:
    """تتيح للقوات | دخول, حق الدولة في | قصف, الجيش قادر على | قصف: who may, can or must do what an event noun names."""
    first = grammar.layout.sentence(mark.index).start
    if (able := capable(grammar, mark, first) or made_able(grammar, mark, first)) is not None:
        return able
    end = _before_joint(grammar, mark, first)
    for at in range(end - 1, max(first, end - _REACH) - 1, -1):
        if grammar.parts[at] == VERB or grammar.is_comma(at):
            return None
        if not grammar.phrases.begins(at) or not _is_enabled(grammar, at, first):
            continue
        if mark.found.conjunction and "thing" in grammar.tokens[at - 1].word.labels:  # تدمير آليات | للحوثيين والقضاء على
            return None
        author = at > 0 and grammar.tokens[at - 1].word.core in _REPORTS  # كشف تقرير | للأمم المتحدة مقتل عشرة
        within = "في" in grammar.layout.cores[end : mark.index]
        if author or (within and grammar.tokens[at - 1].word.core != "حق"):
            return None
        whole = grammar.phrases.end(at, end, _ENABLED) == end
        return (at, end) if whole and _can_do(grammar, (at, end)) else None
    return None


def is_not_his(grammar: Grammar, mark: Mark) -> bool:
    """Whether a deed is not that of the subject of a verb before it: averted, mourned, fired on, of one accused or bent on it."""
    if is_averted(grammar, mark) or is_mourned(grammar, mark) or is_shot_at(grammar, mark) or _is_escorted(grammar, mark):
        return True
    first = grammar.layout.sentence(mark.index).start
    return accused(grammar, mark) is not None or is_let(grammar, mark) or capable(grammar, mark, first) is not None


def _is_escorted(grammar: Grammar, mark: Mark) -> bool:
    """قام الجيش بتأمين | انسحاب مجموعات من الحركة, تسهيل | خروج المقاتلين: whose leaving others make safe, its genitive leaves.

    أطلقت الحركة الأسرى مقابل | انسحاب الجيش: so it does in return for something.
    """
    own = mark.found.pronoun or mark.found.article or mark.entry.group != "leave"
    before = grammar.tokens[mark.index - 1] if mark.index else None
    return not own and before is not None and (before.word.core in _ESCORTS or before.norm == "مقابل")


_ESCORTS = word_list("makes leaving safe")


def is_mourned(grammar: Grammar, mark: Mark) -> bool:
    """نظم النادي وقفة استنكارا | لمقتل الطفل: for whose death something is done, whoever does it did not kill him."""
    return mark.found.preposition == "ل" and grammar.tokens[mark.index].word.core in _DEATHS


_DEATHS = ("مقتل", "مصرع", "استشهاد", "وفاه")
_REPORTS = ("تقرير", "بيان", "احصاءيه", "احصائيه", "حصيله")


def whole_of(doer: Range | None, told: Told | None) -> Range | None:
    """اتهم | رئيس لجنة تابعة لمجلس المدينة | بقصف القرية: to whom words are put, where whoever may do it is part of the phrase.

    أدان الأمين العام | للأمم المتحدة هجوما: who condemns a deed has not done it.
    """
    if doer is None or told is None:
        return doer
    if told.statement.act == "condemn" and told.speaker is not None and told.speaker[0] <= doer[0] < told.speaker[1]:
        return None
    whom = told.addressee
    return whom if whom is not None and whom[0] < doer[0] < whom[1] else doer


def made_able(grammar: Grammar, mark: Mark, first: int) -> Range | None:
    """مكن سقوط البلدة قوات المعارضة من | السيطرة, لمنع المسلحين من | دخول القرية: the force that is let act, or kept from it."""
    led = mark.index - 1
    while led > first and grammar.tokens[led].word.core in _UNDERTAKING:
        led -= 1
    if led <= first or grammar.tokens[led].norm != "من":
        return None
    back = range(led - 1, max(first - 1, led - _ABLE_REACH), -1)
    verb = next((at for at in back if grammar.parts[at] == VERB or grammar.tokens[at].word.core == "منع"), None)
    if verb is None or not grammar.tokens[verb].word.core.startswith(("مكن", "منع")):
        return None
    starts = (at for at in range(verb + 1, led) if grammar.phrases.begins(at) and is_force(grammar, (at, led)))
    return next(((at, led) for at in starts if grammar.phrases.end(at, led, _ENABLED) == led), None)


_ABLE_REACH = 10


def is_let(grammar: Grammar, mark: Mark) -> bool:
    """تسعى القوات لمنع المسلحين من | السيطرة: a deed that others are let do or kept from is not that of the subject."""
    return made_able(grammar, mark, grammar.layout.sentence(mark.index).start) is not None


def capable(grammar: Grammar, mark: Mark, first: int) -> Range | None:
    """قواته قادرة على | استعادة البلدة, الحركة ما زالت مصممة على | قتالها: of whom a predicate is said that leads to a deed."""
    end = set_on(grammar, mark, first)
    if end is None:
        return None
    while end > first and (grammar.parts[end - 1] in _AROUND or grammar.tokens[end - 1].norm == "غير"):
        end -= 1
    start = grammar.clause_start(end)
    while start < end and grammar.parts[start] in _AROUND:
        start += 1
    whole = start < end and grammar.phrases.begins(start) and grammar.phrases.end(start, end, _ENABLED) == end
    somebody = whole and is_party(grammar, (start, end)) and not is_common(grammar, (start, end))
    somebody = somebody and not (mark.found.pronoun and start in grammar.place_at)  # المدينة على وشك | تحريرها
    return (start, end) if somebody else None


def is_going_on(grammar: Grammar, mark: Mark) -> bool:
    """أن المسلحين مستمرون في | الهجوم: whether a predicate says that somebody goes on with a deed."""
    first = grammar.layout.sentence(mark.index).start
    at = None if mark.is_verb else set_on(grammar, mark, first)
    goes_on = at is not None and grammar.tokens[at].word.core.startswith("مستمر")
    return goes_on and capable(grammar, mark, first) is not None


def set_on(grammar: Grammar, mark: Mark, first: int) -> int | None:
    """The token of a predicate before the preposition of an event noun, the nouns of undertaking aside (عازم على شن | هجوم)."""
    at = mark.index - 1
    led = bool(mark.found.preposition)
    while not led and at > first and grammar.tokens[at].word.core in _UNDERTAKING:
        led = bool(grammar.tokens[at].word.preposition)
        at -= 1
    if not led and grammar.tokens[at].norm in _JUST_BEFORE:
        stands = grammar.tokens[at - 1].norm.lstrip("وف").startswith(("يقف", "تقف"))
        return None if stands else at - (grammar.tokens[at - 1].norm == "علي")
    if not led and at > first and grammar.parts[at] == PREPOSITION:
        led, at = True, at - 1
    while led and at > first and grammar.parts[at] == ADVERB:
        at -= 1
    word = grammar.tokens[at].word
    if not led or at <= first or word.article or word.preposition or word.conjunction or grammar.parts[at] == VERB:
        return None
    bent = word.core.removesuffix("ا") in _BENT or word.core in _BENT or grammar.tokens[at].norm in _BENT
    return at if bent else None


_BENT = word_list("bent on a deed")
"""قادر على, مصمم على, مستمر في, مسؤول عن: predicates behind which a preposition leads to what somebody does."""
_JUST_BEFORE = ("وشك", "وراء", "خلف")
"""على وشك | استعادة البلدة, الحركة وراء | قتل الجنود: what leads to a deed without a preposition behind it."""
_AROUND = frozenset({AUXILIARY, NEGATION, ADVERB})


def _before_joint(grammar: Grammar, mark: Mark, first: int) -> int:
    """The token behind which whoever is enabled ends: before the preposition and the nouns of undertaking of an event noun."""
    end = mark.index
    while end - 1 > first:
        word = grammar.tokens[end - 1].word
        joint = grammar.parts[end - 1] == PREPOSITION and word.core in ("في", "من")
        if not joint and word.core not in _UNDERTAKING:
            break
        end -= 1
    return end


def _is_enabled(grammar: Grammar, at: int, first: int) -> bool:
    """Whether ل, لدى, أمام, حق, or على and من behind a word of pressing or asking, stands before the phrase at a token."""
    if grammar.tokens[at].word.preposition == "ل":
        before = grammar.tokens[at - 1].word
        lets = before.core == "سماح" or (at - 2 >= first and grammar.light(at - 2) == "object")  # أتاحت الهدنة | للمنظمات إيصال
        whose = before.core.startswith(("تابع", "موال"))  # القوات | التابعة | للحركة
        lets = lets or grammar.tokens[max(at - 2, 0)].word.core == "نقطه"  # نقطة انطلاق | للقوات
        return at > first and not whose and ("trigger" not in before.labels or lets)  # السماح | للجيش بشن ضربات
    if at <= first:
        return False
    before = grammar.tokens[at - 1].word
    if before.core in _IN_REACH or before.core == "حق":
        return True
    if before.core not in ("من", "علي"):
        return False
    heads = at - 1 == first or grammar.parts[at - 2] == THAT or grammar.is_sign(at - 2)
    if before.core == "علي" and heads:  # قال إن على | الحركة الانسحاب
        return True
    governors = tuple(_ASKED if before.core == "من" else _PRESSED)
    near = range(max(first, at - _NEAR), at - 1)
    return any(grammar.tokens[k].word.core.startswith(governors) for k in near)


def _can_do(grammar: Grammar, where: Range) -> bool:
    state = "country" in grammar.tokens[where[0]].word.labels
    return state or is_force(grammar, where) or person_group(grammar, where[0]) in ("military", "militant", "police", "unit")


def is_averted(grammar: Grammar, mark: Mark) -> bool:
    """تحسبا ل | هجمات, لردع أي | هجمات, التصدي | للهجوم: what is to be averted or answered is no deed of the subject."""
    if is_among_kin(grammar, mark) or opposed_at(grammar, mark.index) is not None:
        return True
    if mark.entry.lemma in ADVANCE and is_repelled(grammar, mark.index):  # صد الجيش | تقدم المسلحين
        return True
    for at in range(mark.index - 1, max(-1, mark.index - _NEAR), -1):
        word = grammar.tokens[at].word
        if word.core in _AVERTED and grammar.parts[at] != VERB and (not word.article or word.core == "تصدي"):
            return True
        marked = at in grammar.layout.closing  # صد | "هجوم إرهابي"
        if (
            grammar.parts[at] not in (PREPOSITION, QUANTIFIER, NUMERAL)
            and word.core not in ("اي", "محاوله", "محاولات")
            and not marked
        ):
            return False
    return False


_AVERTED = word_list("averted")


def is_course(grammar: Grammar, mark: Mark) -> bool:
    """يريد القائد الاطمئنان على سير | معارك الأنبار: of whose course somebody hears or talks, he does not do."""
    return mark.index > 0 and not mark.is_verb and grammar.tokens[mark.index - 1].word.core in _COURSE


_COURSE = word_list("course of a deed")


def is_among_kin(grammar: Grammar, mark: Mark) -> bool:
    """نشرت الشرطة دوريات إثر | اشتباكات قبلية: who fights whom its adjective says, and whoever acts in the sentence does not."""
    fight = mark.entry.frame == "M" and not mark.is_verb and mark.end < len(grammar.tokens)
    return fight and not mark.found.article and grammar.tokens[mark.end].word.core in _AMONG_KIN


_AMONG_KIN = word_list("fight among kin")


def accused(grammar: Grammar, mark: Mark) -> Range | None:
    """المتهمون ب | تفجير, شيوخ متهمين ب | تفويج: whom a participle right before an event noun makes its doer.

    تطويق أماكن المشتبه بهم | والقبض على سبعة: no deed that goes on from another.
    """
    at = mark.index - 1 if mark.found.preposition else mark.index - 2
    if at < 0 or grammar.parts[at] != NOUN or (mark.found.conjunction and not mark.found.preposition):
        return None
    core = grammar.tokens[at].word.core
    if not core.startswith(tuple(_DOING)) or core == "مشاركه":
        return None
    start = at
    first = grammar.layout.sentence(mark.index).start
    while start > first and _describes(grammar, start):
        start -= 1
    if start == at and (subject := _said_of(grammar, at, first)) is not None:
        return subject
    if start == at > first and grammar.tokens[at - 1].word.core in _WAS and not grammar.phrases.is_definite(at):
        return None  # الحربي كان | متورطا في اعتداءات
    if start == at > first and is_owned_that(grammar, at - 1):  # أنهما | ضالعان في قتل
        return None
    if (whole := _described_body(grammar, at)) is not None:
        return whole
    where = (start, at + 1 if start == at else at)
    people = "demonym" in grammar.tokens[start].word.labels
    return where if people or is_party(grammar, where) or start == at else None


def _described_body(grammar: Grammar, at: int) -> Range | None:
    """جيش تحرير الإقليم | المتهم بمهاجمة قرى: the whole body, the last word of whose name a definite participle follows."""
    if not grammar.tokens[at].word.article or not (grammar.parts[at - 1] == NOUN or grammar.is_comma(at - 1)):
        return None
    whole = antecedent(grammar, at, None)
    if whole is None or not is_force(grammar, whole):
        return None
    return whole if {grammar.gender(whole[0]), grammar.gender(at)} != {"m", "f"} else None


def _said_of(grammar: Grammar, at: int, first: int) -> Range | None:
    """الجيش | مستعد للقصف: the definite subject right before an indefinite participle that says what it is about to do."""
    if at == first or grammar.phrases.is_definite(at) or grammar.parts[at - 1] != NOUN:
        return None
    heads = (head for head in range(max(first, at - _NEAR), at) if grammar.phrases.begins(head))
    where = next(((head, at) for head in heads if grammar.phrases.end(head, at, ACTOR) == at), None)
    somebody = where is not None and (is_party(grammar, where) or grammar.tokens[where[0]].word.core in _ONE_MAN)
    return where if somebody else None


_WAS = ("كان", "كانت", "كانوا", "يكون", "تكون")
_ONE_MAN = ("رجل", "شاب", "مراه", "موقوف", "معتقل")
_DOING = word_list("accused doer")


def _describes(grammar: Grammar, at: int) -> bool:
    """Whether the word at a token describes the noun before it: both definite or both indefinite."""
    if grammar.parts[at - 1] != NOUN or grammar.tokens[at].word.conjunction or grammar.tokens[at].word.preposition:
        return False
    return grammar.phrases.is_definite(at) == grammar.phrases.is_definite(at - 1) or grammar.phrases.is_proper(at - 1)


_WORKS, _BEHIND, _BLAME, _OF_IT = map(word_list, ("of the making of", "behind it", "blame", "of it"))
_ITS_BLAME = word_list("its blame")
_ASCRIBED, _CHARGED = word_list("ascribed"), word_list("charged")
"""How words begin that ascribe a deed and charge with it."""
_BLAMING, _CHARGING = _WORKS | _BLAME | _ITS_BLAME, (*sorted(_CHARGED), *sorted(_ASCRIBED))
_FAR = 22


def blamed(grammar: Grammar, mark: Mark) -> Range | None:
    """هجوم | نسب إلى الحركة, يعتقد أنه من تنفيذ الحركة, تقف وراءه الحركة: who is said to be behind it."""
    if mark.entry.group not in ("attack", "result", "arrest"):
        return None
    limit = min(grammar.limit(mark.index), mark.end + _FAR)
    for at in range(mark.end, limit - 1):
        if grammar.parts[at] == NOUN and _is_next_deed(grammar, at):
            return None
        behind = _behind_blame(grammar, at, limit) if _may_blame(grammar.tokens[at].word) else None
        close = grammar.layout.closing.get(behind, -1) if behind is not None else -1
        if behind is not None and behind + 1 < close <= limit:  # نسبت إلى | «متمردين»
            return behind + 1, close
        if behind is not None and behind < limit and grammar.phrases.begins(behind):
            return behind, grammar.phrases.end(behind, limit, ACTOR)
    return None


def _is_next_deed(grammar: Grammar, at: int) -> bool:
    """هجوم سبقه | قصف نسب إلى الجيش: a deed that is blamed instead; not what came of one (أوقع عشرة | قتلى، نسب إلى)."""
    if "trigger" not in grammar.tokens[at].word.labels or not grammar.phrases.is_event_noun(at):
        return False
    return any(entry.group != "result" for entry in entries_at(grammar, at))


def _may_blame(word: Word) -> bool:
    """Whether a word may lead to whoever is blamed; quick, as hardly any does."""
    known = word.blaming
    if known is None:
        known = word.blaming = _blames(word)
    return known


def _blames(word: Word) -> bool:
    return word.core in _BLAMING or word.norm[len(word.conjunction) :] in _BEHIND or word.core.startswith(_CHARGING)


def _behind_blame(grammar: Grammar, at: int, limit: int) -> int | None:
    """The token at which the phrase of whoever is blamed begins, if the word at a token blames."""
    word, before = grammar.tokens[at].word, grammar.tokens[at - 1].norm
    form = word.norm[len(word.conjunction) :]
    if form in _BEHIND or (word.core in _WORKS and before == "من"):
        return at + 1
    if word.core.startswith(tuple(_CHARGED)) and grammar.tokens[at + 1].norm in _OF_IT:
        return at + 2
    blames = word.core in _BLAME and grammar.tokens[at + 1].norm in _OF_IT
    if word.core.startswith(tuple(_ASCRIBED)) or blames or word.core in _ITS_BLAME:
        return _behind_preposition(grammar, at + 1, limit, frozenset({"الي", "علي", "ل"}))
    return None


def _behind_preposition(grammar: Grammar, start: int, limit: int, preps: frozenset[str]) -> int | None:
    """The token behind one of some prepositions that stands next, what is said of it (فيه, بشأنه) aside."""
    for at in range(start, min(limit, start + _NEAR - 1)):
        token = grammar.tokens[at]
        if grammar.parts[at] == PREPOSITION and token.word.core in preps:
            return at + 1
        if token.word.preposition in preps and grammar.parts[at] == NOUN:
            return at
        if grammar.parts[at] == VERB:
            return None
    return None


def guest(grammar: Grammar, mark: Mark, told: Sequence[Told]) -> Range | None:
    """وخلال | زيارة إلى البلد، قال الرئيس: who makes a visit or call during which he speaks; ``told``: what its sentence tells."""
    if mark.entry.mode not in ("visit", "phone") or mark.is_verb or mark.index < 1:
        return None
    if grammar.tokens[mark.index - 1].word.core not in _DURING:
        return None
    speakers = {one.speaker for one in told if one.cue[0] > mark.index and not one.content[0] <= mark.index < one.content[1]}
    speakers = {one.speaker for one in told if 0 <= mark.index - one.cue[1] <= 1} or speakers
    return speakers.pop() if len(speakers) == 1 else None


_DURING = word_list("during a visit")


RULES = (enabled, blamed, guest)
"""Who does what an event noun names, told by the words around its phrase."""
