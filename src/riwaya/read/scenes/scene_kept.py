"""Times near a claim that are kept for something else: an announcement, another claim's clause, a plan, the hours of a curfew."""

from __future__ import annotations

from datetime import date

from riwaya.lang.ar.parts import AUXILIARY, NOUN, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.dates.dates import DateMention
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.unspoken import owns_up
from riwaya.read.scenes.scene import END, Ground, Scene
from riwaya.read.scenes.scene_joined import is_done
from riwaya.read.scenes.scene_since import lasts_itself
from riwaya.read.words.noverbs import imperfect

_SINCE = frozenset({"dates.since", "dates.ago"})
_HOURS = frozenset({"dates.part_of_day", "dates.clock"})
_SET, _SET_REACH = word_list("ahead of a date"), 5
_AIMS, _AIM_REACH = word_list("scene aim"), 4
_TRIED_REACH, _TRIED_NEAR = 6, 3
_TRIED = ("محاول", "حاول", "يحاول", "تحاول")
_TELLING_REACH, _ANTECEDENT, _OWN_ANTECEDENT, _HEAD = 10, 3, 6, 2


def stands_ahead(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """ومنذ الثلاثاء، قتل 40 شخصا، بحسب الأمم المتحدة: a time at the head of what is credited behind it, or beyond the credit."""
    if _is_across_credit(ground, scene, one):
        return True
    if one.start - ground.grammar.layout.sentence(one.start).start >= _HEAD or scene.statement is None or one.end > scene.index:
        return False
    first = ground.grammar.layout.sentence(one.start).start
    if ground.owners[one.start] is not None or any(ground.grammar.parts[at] == VERB for at in range(first, one.start)):
        return False
    between = range(one.end, scene.index)
    return all(ground.owners[at] == scene.statement or ground.grammar.is_comma(at) for at in between)


def is_of_plan(ground: Ground, scene: Scene, one: DateMention, published: date | None) -> bool:
    """سيعقد محادثات لإنهاء الحرب المستمرة منذ عام: what is only planned or asked for has no past time beside it.

    What was tried has: نجا من محاولة اغتيال أمس; what was set for a day too: من المقرر بدء الهدنة ليل الأحد.
    """
    if scene.modality == "actual" or published is None:
        return False
    past = one.when.end < published or (one.when.rule in _SINCE and one.when.start < published)
    if one.start < max(scene.own):
        past = past and one.end <= min(scene.own) and scene.type != "PROTEST"  # استخدموا أمس القوة لتفريق | مظاهرة
        return _is_aim(ground, scene, one) or (past and not (_is_tried(ground, scene) or _is_set(ground, scene)))
    if scene.modality not in ("planned", "demanded"):
        return False
    if _is_attempt(ground, scene) or _is_set(ground, scene):
        return False
    return past and not (lasts_itself(ground, scene, one) or _was_called_for(ground, scene, one))


def _was_called_for(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """وكانوا دعوا إلى اقتحامات جماعية | صباح أمس: the day for which they had called, right behind what they had called for."""
    grammar, behind = ground.grammar, range(max(scene.own) + 1, one.start)
    if one.when.precision != "day" or len(behind) > _CALLED_NEAR or any(grammar.parts[at] != NOUN for at in behind):
        return False
    first = grammar.layout.sentence(scene.index).start
    return any(
        grammar.parts[at] == AUXILIARY and grammar.tokens[at].word.core.startswith("كان") for at in range(first, scene.index)
    )


_CALLED_NEAR = 2


def _is_tried(ground: Ground, scene: Scene) -> bool:
    """حاولوا | اقتحام القنصلية, محاولة | اغتيال, حاول بعض الشبان | اقتحامها: what somebody set about doing."""
    return _tried_at(ground, scene) is not None


def _tried_at(ground: Ground, scene: Scene) -> int | None:
    """محاولة | اغتيال: the word that says that it was tried."""
    grammar = ground.grammar
    for at in range(scene.index - 1, max(-1, scene.index - _TRIED_REACH - 1), -1):
        if grammar.tokens[at].word.core.startswith(_TRIED):
            return at if grammar.parts[at] == VERB or scene.index - at <= _TRIED_NEAR else None
        if grammar.parts[at] == VERB or grammar.is_comma(at) or at in ground.events:
            return None
    return None


def _is_attempt(ground: Ground, scene: Scene) -> bool:
    """محاولة | اغتيال, أثناء محاولة فاشلة | لاغتياله: what was tried, unlike what something else was for (في محاولة | لوقفهم)."""
    at, tokens = _tried_at(ground, scene), ground.grammar.tokens
    if at is None:
        return False
    return tokens[scene.index].word.preposition != "ل" or (at > 0 and tokens[at - 1].norm in _DURING)


_DURING = ("اثناء", "خلال", "من")


def _is_set(ground: Ground, scene: Scene) -> bool:
    """من المقرر | بدء الهدنة: what was set for a day."""
    first = max(0, min(scene.own) - _SET_REACH)
    return any(token.norm in _SET for token in ground.grammar.tokens[first : min(scene.own)])


def _is_aim(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """أطلقوا العملية في مايو بهدف السيطرة, في محاولة لوقف تقدمهم: what a word of aim shortly before says that it is for."""
    tokens = ground.grammar.tokens
    near = range(max(one.end, scene.index - _AIM_REACH), scene.index)
    aims = (at for at in near if tokens[at].norm in _AIMS)
    return any(not tokens[at].norm.startswith("محاول") or tokens[at + 1].word.preposition == "ل" for at in aims)


def is_of_telling(ground: Ground, one: DateMention) -> bool:
    """قتل جنديان، بحسب ما أفادت مصادر أمس، في هجوم: the time of an announcement whose clause it stands in."""
    if _is_of_claiming(ground, one) or _is_of_speech(ground, one) or _is_compared(ground, one):
        return True
    grammar, parts = ground.grammar, ground.grammar.parts
    first = max(grammar.layout.sentence(one.start).start, one.start - _TELLING_REACH)
    for at in range(one.start - 1, first - 1, -1):
        if at in ground.events or grammar.is_comma(at) or parts[at] == THAT or grammar.tokens[at].raw in "-–—:":
            return False
        if "according" in grammar.tokens[at].word.labels:
            return True
    return False


def _is_across_credit(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """هاجموا الفندق، بحسب الوكالة، | الخميس, كثفوا، | الخميس بحسب القناة، غاراتهم: a time on the other side of who is credited."""
    grammar, parts = ground.grammar, ground.grammar.parts
    first, last = (scene.index + 1, one.start) if scene.index < one.start else (one.end, scene.index)
    if first >= last or grammar.layout.sentence_of[first] != grammar.layout.sentence_of[last]:
        return False
    credit = next((at for at in range(first, last) if "according" in grammar.tokens[at].word.labels), None)
    if credit is None or (last == scene.index and credit != first):
        return False
    commas = [at for at in range(credit, last) if grammar.is_comma(at)]
    if commas != [last - 1] or any(parts[at] in (VERB, THAT) for at in range(credit, last)):
        return False
    return last == scene.index or one.end + 1 >= grammar.layout.sentence(last).end or grammar.is_comma(one.end)


def _is_of_speech(ground: Ground, one: DateMention) -> bool:
    """ندد في بيان | أمس | بالهجوم, وصف في تصريحات للصحفيين | اليوم | الهجوم: when it was said."""
    grammar, tokens = ground.grammar, ground.grammar.tokens
    first = max(grammar.layout.sentence(one.start).start + 1, one.start - _SPEECH_REACH)
    for at in range(one.start - 1, first - 1, -1):
        if at in ground.events or grammar.is_comma(at) or grammar.parts[at] == THAT or tokens[at].word.conjunction:
            return False
        if tokens[at].word.core in _SPEECHES and grammar.parts[at] == NOUN:
            return tokens[at - 1].norm.removeprefix("و") in _IN_SPEECH
    return False


_SPEECHES, _SPEECH_REACH, _IN_SPEECH = word_list("what is said to the press"), 4, ("في", "خلال")


def _is_compared(ground: Ground, one: DateMention) -> bool:
    """ارتفعت الأسعار مقارنة | بمنتصف يونيو | نتيجة الحصار: with what time something is compared."""
    return any("مقارن" in norm for norm in ground.grammar.layout.norms[max(0, one.start - 2) : one.start])


def _is_of_claiming(ground: Ground, one: DateMention) -> bool:
    """أعلنت مسؤوليتها | اليوم | عن التفجير, مسؤوليتها، | أمس الأحد، | عن: when somebody owned up to it, not when he did it."""
    grammar, tokens = ground.grammar, ground.grammar.tokens
    before, behind = one.start - 1, one.end
    before -= before > 0 and grammar.is_comma(before)
    behind += behind < len(tokens) and grammar.is_comma(behind)
    if behind + 1 < len(tokens) and owns_up(tokens[behind].word) and tokens[behind + 1].norm == "عن":
        return True  # أعلن التنظيم | أمس | مسؤوليته عن هجوم
    for_it = behind < len(tokens) and tokens[behind].norm == "عن"
    return for_it and before >= 0 and owns_up(tokens[before].word)


def is_of_relative(ground: Ground, scene: Scene, near: int, one: DateMention) -> bool:
    """انطلقوا من عدن التي استعادوها في يوليو: the time of another claim in a clause that describes something else."""
    parts = ground.grammar.parts
    if parts[near] == VERB and any(_describes_people(ground, at) for at in range(near + 2, one.start)):
        return True
    relative = next((at for at in range(near + 1, one.start) if parts[at] == RELATIVE), None)
    if relative is None or not any(ground.weights[at] > END for at in range(relative + 1, one.start) if at in ground.events):
        return False
    return parts[near] == VERB or relative - near > _ANTECEDENT


def _describes_people(ground: Ground, at: int) -> bool:
    """أفرجوا عن جنود | خطفوا قبل شهرين: another claim's verb right behind people tells what befell them."""
    grammar = ground.grammar
    if at not in ground.events or grammar.parts[at] != VERB or grammar.tokens[at].word.conjunction:
        return False
    people = grammar.parts[at - 1] == NOUN and "person" in grammar.tokens[at - 1].word.labels
    return people and not grammar.phrases.is_definite(at - 1)


def is_set_off(ground: Ground, near: int, one: DateMention) -> bool:
    """توقفت المحادثات، التي بدأت | عام 2012 | برعاية دولية، في مايو: the time of an aside, that of the claim right behind it."""
    grammar = ground.grammar
    aside = any(grammar.parts[at] == RELATIVE and grammar.is_comma(at - 1) for at in range(near + 1, one.start))
    end = min(grammar.layout.sentence(one.start).end, one.end + _ASIDE_REACH)
    close = next((at for at in range(one.end, end) if grammar.is_comma(at)), None) if aside else None
    if close is None or close + 1 >= end:
        return False
    return close + 1 + (grammar.tokens[close + 1].norm == "في") in grammar.date_at


_ASIDE_REACH = 10


def is_of_described(ground: Ground, scene: Scene, near: int, one: DateMention) -> bool:
    """التقى الوزير الذي وصل أمس, الهدنة التي أعلنها أمس: the time right behind the verb of a relative clause, which is no event;
    or tells when something else was (اعتقلوا متهما بالحادث الذي وقع أمس) or is to be (قبل الانتخابات المقررة في أيار)."""
    grammar = ground.grammar
    if _is_of_earlier(ground, near, one):
        return True
    for at in range(one.start - 1, max(near + 1, one.start - _VERB_REACH) - 1, -1):
        word = grammar.tokens[at].word
        if grammar.is_comma(at) or at in ground.events or word.core in _FROM:
            return False
        if word.article and word.core.startswith(tuple(_SCHEDULED)):
            return grammar.parts[at - 1] == NOUN and at - 1 not in ground.events
        if grammar.parts[at] == AUXILIARY and grammar.parts[at - 1] == RELATIVE and is_done(grammar, at):
            return at - 2 > near  # بحثوا الإصلاحات التي | تم إقرارها في مايو
        if grammar.parts[at] == VERB:
            past = any(getattr(found.sense.form, "tense", "") == "perfect" for found in word.analyses)
            unknown = not word.analyses and word.norm[0] not in "يتن"
            told = "light" in word.labels or word.core in _HAPPENED
            told = told and (scene.type == "ASSAULT" or at - 1 - near <= _OWN_ANTECEDENT) and not _is_of_fight(ground, scene, at)
            head = at - 1 - (grammar.parts[at - 1] == AUXILIARY)  # قرى كان | خسرها في مايو
            pronoun = any(found.pronoun for found in word.analyses) and not grammar.phrases.is_definite(head)
            bare = grammar.parts[head] == NOUN and pronoun and "trigger" in word.labels  # استعاد أحياء | خسرها في مايو
            bare = bare and not word.conjunction
            return (grammar.parts[at - 1] == RELATIVE or bare) and not told and (past or unknown)
    return False


def _is_of_fight(ground: Ground, scene: Scene, verb: int) -> bool:
    """اتفقوا على إنهاء القتال الذي | اندلع في مارس: when that began of which it is agreed or talked that it shall end."""
    parts, tokens = ground.grammar.parts, ground.grammar.tokens
    if scene.type not in _MENDS or parts[verb - 1] != RELATIVE:
        return False
    return any(tokens[at].word.core in _FIGHTS for at in range(max(0, verb - _FIGHT_REACH), verb - 1))


_MENDS, _FIGHTS, _FIGHT_REACH = frozenset({"AGREE", "CONSULT", "RETREAT", "AID"}), word_list("fighting to be ended"), 3


def _is_of_earlier(ground: Ground, near: int, one: DateMention) -> bool:
    """استعاد الجيش قرى، كانت قد سيطرت عليها المعارضة أمس: the time of what had happened before, in a clause with كان قد."""
    grammar = ground.grammar
    for at in range(near + 1, one.start - 1):
        if grammar.tokens[at].word.core in _HAD and "قد" in grammar.layout.norms[at + 1 : min(one.start, at + _SUBJECT)]:
            return any(k in ground.events and grammar.parts[k] == VERB for k in range(at + 2, one.start))
    return False


_HAD, _SUBJECT = ("كان", "كانت", "كانوا"), 5


def is_of_before(ground: Ground, one: DateMention, near: int) -> bool:
    """أفرجوا الجمعة عن رجال كانوا قد | خطفوهم, سلموا القاعدة يوم الأحد ويستكملون | مغادرتهم: a time of what was done, before what
    had been done earlier or is still going on."""
    first = ground.grammar.layout.sentence(one.start).start
    done = any(at in ground.events and is_perfect(ground.grammar, at) for at in range(first, one.start))
    behind = range(one.end, near + 1)
    if any(_had_before(ground.grammar, at) for at in behind):
        return True
    return done and any(_had(ground.grammar, at) or _still(ground.grammar, at) for at in behind)


def _had(grammar: Grammar, at: int) -> bool:
    """كانوا | قد | خطفوهم"""
    return at > 1 and grammar.parts[at] == VERB and grammar.tokens[at - 1].norm == "قد" and grammar.tokens[at - 2].word.core in _HAD


def _had_before(grammar: Grammar, at: int) -> bool:
    """عادوا السبت، بعدما كانوا | هربوا: what had come before, whatever came then."""
    had = at > 1 and grammar.tokens[at - 1].word.core in _HAD and grammar.tokens[at - 2].norm == "بعدما"
    return had and grammar.parts[at] == VERB


def _still(grammar: Grammar, at: int) -> bool:
    """ويستكملون"""
    told = grammar.parts[at] == VERB and grammar.tokens[at].word.conjunction == "و"
    return told and imperfect(grammar.tokens[at])


def is_perfect(grammar: Grammar, at: int) -> bool:
    """سلموا: a verb in the perfect."""
    if grammar.parts[at] != VERB:
        return False
    return any(getattr(found.sense.form, "tense", "") == "perfect" for found in grammar.tokens[at].word.analyses)


_VERB_REACH, _SCHEDULED = 6, word_list("scheduled")
_FROM, _HAPPENED = ("ابتداء", "اعتبارا"), ("حصل", "حصلت")


def is_hour_or_hearing(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """حظر التجول من العاشرة ليلا, حبس حتى جلسة الأحد: the hours of a curfew, the day of a hearing."""
    return _is_curfew_hour(ground, scene, one) or _is_of_hearing(ground, scene, one)


def _is_curfew_hour(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """حظر التجول من العاشرة ليلا حتى السادسة صباحا: the hours of a curfew are no time of its imposition."""
    if scene.type != "COERCE" or one.when.rule not in _HOURS:
        return False
    tokens, end = ground.grammar.tokens, max(scene.own)
    return any(token.word.core in _CURFEW for token in tokens[min(scene.own) : end + _CURFEW_REACH])


def _is_of_hearing(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """حبس حتى الجلسة المقبلة في العاشر من يونيو, أوقفوا على أن تبدأ محاكمتهم الأحد: when those are heard in court who are held."""
    if scene.type != "COERCE" or one.start < scene.index:
        return False
    tokens, last = ground.grammar.tokens, max(at for at in scene.own if at < one.start)
    near = range(max(last + 1, one.start - _HEARING_REACH), one.start)
    return any(tokens[at].word.core.startswith(tuple(_HEARINGS)) and tokens[at - 1].norm not in _AT_IT for at in near)


_AT_IT = ("خلال", "اثناء", "في")
_HEARINGS, _HEARING_REACH = word_list("hearing in court"), 9
_CURFEW, _CURFEW_REACH = word_list("curfew"), 5
