"""Times that stand near a claim and are another's: of a reason, of a charge, of an answer, of what has not come yet."""

from __future__ import annotations

from datetime import date

from riwaya.lang.ar.parts import AUXILIARY, NEGATION, NOUN, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.films import is_film
from riwaya.read.dates.dates import DateMention
from riwaya.read.grammar import Grammar
from riwaya.read.scenes.scene import Ground, Scene
from riwaya.read.scenes.scene_clauses import is_of_answer_to, is_of_clause
from riwaya.read.scenes.scene_past import is_of_sought
from riwaya.read.scenes.scene_relative import is_of_outer

_REASON_REACH, _CHARGE_REACH, _BEFORE_REACH = 12, 3, 7
_COURTS = word_list("before a court")
_REASONS, _CHARGES, _ENDED = word_list("gives the reason"), word_list("charged with"), word_list("is done by now")


def is_of_other(ground: Ground, scene: Scene, one: DateMention, published: date | None) -> bool:
    """Whether a time near a claim is told of something else, by one of the rules below."""
    if _is_deed_to_come(ground, scene, one, published) or _is_of_fallen(ground, scene) or is_of_outer(ground, scene, one):
        return True
    if one.start < scene.index:
        if _is_before_denied(ground, scene, one) or _is_known_of(ground, scene, one) or _is_of_film(ground, scene, one):
            return True
        if any(_is_long_after(ground.grammar, at) for at in range(one.end, min(scene.own))):
            return True
        return _is_of_charge(ground, scene, one) or _is_before_then(ground, scene, one) or is_of_answer_to(ground, scene, one)
    if (
        _names_deed(ground, scene, one)
        or _is_of_trial(ground, scene, one)
        or is_of_sought(ground, scene, one.start)
        or is_of_clause(ground, scene, one)
    ):
        return True
    return _is_of_reason(ground, scene, one) or _is_of_answer(ground, scene, one) or _is_ahead(ground, scene, one, published)


def _names_deed(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """عقب | الغزو إثر هجمات 11 سبتمبر: a day of the month or a year right behind another deed says which deed that is."""
    named, tokens = one.start - 1, ground.grammar.tokens
    deed = named in ground.events and named not in scene.own and not tokens[named].word.article
    return deed and ground.grammar.parts[named] == NOUN and tokens[one.start].raw[:1].isdigit()


def _is_of_reason(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """قصف المحولات، رغم أن التيار أعيد في رمضان, ضربة للتنظيم إذ شغل منذ 2013 منصب نائبه: the time in the clause of a reason."""
    grammar, tokens = ground.grammar, ground.grammar.tokens
    for at in range(one.start - 1, max(scene.index, one.start - _REASON_REACH), -1):
        if at in ground.events or grammar.is_comma(at):
            return False
        if tokens[at].word.core in _REASONS:
            return tokens[at].norm != "رغم" or grammar.parts[at + 1] == THAT
    return False


def _is_of_charge(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """حكم عليهم في يناير بتهمة | إثارة الشغب, حبسوا أمس بتهمة | تفجير خط: what somebody is charged with was before."""
    near = range(max(one.end, min(scene.own) - _CHARGE_REACH), min(scene.own))
    return any(ground.grammar.tokens[at].word.core in _CHARGES for at in near)


def _is_of_trial(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """مثل أمام القضاء المتهمون | بالهجوم على المتحف الأربعاء: when those are before a court who are accused of it."""
    grammar, tokens = ground.grammar, ground.grammar.tokens
    first = grammar.layout.sentence(scene.index).start
    if not any(tokens[at].word.core.startswith("متهم") for at in range(max(first, scene.index - _CHARGE_REACH), scene.index)):
        return False
    court = any(tokens[at].word.core in _COURTS for at in range(max(first, scene.index - _REASON_REACH), scene.index))
    return court and not any(grammar.parts[at] == VERB or grammar.is_comma(at) for at in range(scene.index + 1, one.start))


def _is_long_after(grammar: Grammar, at: int) -> bool:
    """عادوا السبت | بعد أيام من | هجوم: what was days, weeks or months before, nobody says how many."""
    behind = grammar.layout.norms[at : at + 3]
    return behind[:1] == ["بعد"] and len(behind) > _LEADS and behind[1] in _SOME and behind[_LEADS] in ("من", "علي")


_SOME, _LEADS = word_list("some days or more"), 2


def _is_of_film(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """بثت الحركة | أمس | شريطا يظهر فيه مسلحون | يهاجمون حاجزا: when a film was aired, not when that was which it shows."""
    grammar, tokens = ground.grammar, ground.grammar.tokens
    film = next((at for at in range(one.end, min(scene.own)) if is_film(tokens[at].word)), None)
    if film is None or tokens[film].word.article or tokens[film].word.preposition:
        return False
    first = grammar.layout.sentence(film).start
    return any(grammar.parts[at] == VERB and tokens[at].word.core in _AIRED for at in range(first, film))


_AIRED = word_list("airs a film")


def _is_before_then(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """تفقدوا أمس البلدة، وكانت القوات قد | استعادتها: what had been done before."""
    grammar, at = ground.grammar, scene.index - 1
    if at <= one.end or grammar.tokens[at].norm != "قد" or grammar.parts[scene.index] != VERB:
        return False
    for was in range(at - 1, max(one.end, at - _BEFORE_REACH) - 1, -1):
        if grammar.is_comma(was):
            return False
        if grammar.parts[was] == AUXILIARY:
            return bool(grammar.tokens[was].word.conjunction)
    return False


def _is_before_denied(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """أحرقوا أمس ثلاث قرى، | ولم تصل أي قوة: what has not happened, in a clause of its own behind what has."""
    grammar = ground.grammar
    near = range(max(one.end, scene.index - _DENIED_REACH), scene.index)
    apart = any(grammar.parts[at] == NEGATION and grammar.tokens[at].norm.startswith("و") for at in near)
    return scene.negated and apart


_DENIED_REACH = 3


def _is_known_of(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """أقروا | أمس | قانونا للتصدي للمسؤولين عن | الهجمات, اطلع أمس على تقدم | المعارك: what is only known, in a phrase with the
    article that another verb governs."""
    grammar, first = ground.grammar, min(scene.own)
    word = grammar.tokens[first].word
    if scene.type not in _KNOWN or grammar.parts[first] != NOUN or not word.article or word.conjunction or word.preposition:
        return False
    if first - one.end < _KNOWN_GAP or any(at in ground.events for at in range(one.end, first - 1)):
        return False
    start = grammar.layout.sentence(first).start
    verbs = [at for at in range(start, first) if grammar.parts[at] == VERB]
    if not verbs or any(grammar.tokens[at].word.labels & {"light"} or at in ground.events for at in verbs):
        return False
    lead = grammar.tokens[first - 1].word
    if grammar.parts[first - 1] == NOUN:
        return not lead.article and lead.core not in _SERIES
    return lead.norm in _GOVERN and grammar.tokens[first - 2].word.core not in _SERIES


_KNOWN, _KNOWN_GAP = frozenset({"ASSAULT", "CONSULT", "AGREE"}), 3
_GOVERN = ("عن", "علي", "ضد", "من")
_SERIES = ("سلسله", "عمليات", "اعمال", "موجه", "مزيد")


def _is_of_answer(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """وردا على | مقتل الطفل أعلن الرئيس اليوم أنه: when somebody spoke of what stands before he is told to speak."""
    grammar = ground.grammar
    if grammar.parts[scene.index] != NOUN:
        return False
    cue = next((at for at in range(scene.index + 1, one.start) if grammar.parts[at] in (VERB, THAT)), None)
    if cue is None or grammar.parts[cue] != VERB or "cue" not in grammar.tokens[cue].word.labels or cue in ground.events:
        return False
    first = grammar.layout.sentence(scene.index).start
    if any(grammar.parts[at] in (VERB, THAT, AUXILIARY) for at in (*range(first, scene.index), *range(cue + 1, one.start))):
        return False
    return grammar.parts[one.end] == THAT if one.end < len(grammar.tokens) else False


def _is_ahead(ground: Ground, scene: Scene, one: DateMention, published: date | None) -> bool:
    """تم | الاتفاق على تأهيل الميناء خلال اليومين المقبلين, انتهى | اللقاء: what is done by now has no day to come."""
    if published is None or one.when.end <= published or scene.modality != "actual":
        return False
    return _is_done(ground.grammar, min(scene.own) - 1)


def _is_of_fallen(ground: Ground, scene: Scene) -> bool:
    """زار أمس أسرة | الشهيد الذي قتل في المعركة: who is called after what befell him has no time of what is told of his kin."""
    at, grammar = scene.index, ground.grammar
    counted = at > 0 and grammar.tokens[at - 1].word.core in _COUNTED
    return len(scene.own) == 1 and grammar.parts[at] == NOUN and not counted and _is_called_fallen(grammar, at)


def _is_called_fallen(grammar: Grammar, at: int) -> bool:
    return grammar.tokens[at].word.core in _FALLEN and grammar.phrases.is_definite(at)


_FALLEN = ("شهيد", "شهيدين", "شهداء")
_COUNTED = ("عدد", "حصيله", "اجمالي")


def _is_deed_to_come(ground: Ground, scene: Scene, one: DateMention, published: date | None) -> bool:
    """أدت إلى | اعتقالات وفتح تحقيق في منح مونديال 2030, انتهى | بموافقته على قمة غدا: what is told as done on a day to come."""
    if published is None or one.when.start <= published or scene.modality != "actual" or scene.type not in _DONE_DEEDS:
        return False
    tokens, parts = ground.grammar.tokens, ground.grammar.parts
    if any(token.word.core in _STARTING for token in tokens[max(0, one.start - _STARTING_REACH) : one.start]):
        return False
    first = ground.grammar.layout.sentence(scene.index).start
    told = next((tokens[at].word for at in range(scene.index - 1, first - 1, -1) if parts[at] == VERB), None)
    return (
        told is not None
        and "cue" not in told.labels
        and any(getattr(found.sense.form, "tense", "") == "perfect" for found in told.analyses)
    )


_DONE_DEEDS = frozenset({"ASSAULT", "COERCE", "CONTROL", "AGREE"})
_STARTING, _STARTING_REACH = ("ابتداء", "اعتبارا"), 6
"""حظر التجول | اعتبارا من الجمعة: what is imposed now, and begins then."""


def _is_done(grammar: Grammar, at: int) -> bool:
    return at >= 0 and grammar.tokens[at].word.core in _ENDED
